"""Pages for those who see more than the public: what is written there is for members unless somebody says otherwise."""

from fastapi import Depends

from api.dependencies import Reading
from graph.errors import QueryMisused
from graph.model.definitions import VISIBILITY_LEVELS


def for_members(reader: Reading) -> None:
    """Let a request pass of an audience that can see what it writes, and take it back.

    Raises:
        QueryMisused: it is the public.
    """
    if reader.audience == VISIBILITY_LEVELS[0]:
        raise QueryMisused("page_for_members")


ForMembers = Depends(for_members)
