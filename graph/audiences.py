"""Audiences, and what each may see."""

from graph.errors import QueryMisused
from graph.model.definitions import VISIBILITY_LEVELS


def levels_of(audience: str) -> list[str]:
    """The levels that an audience may see, its own the strictest.

    Raises:
        QueryMisused: there is no such audience.
    """
    if audience not in VISIBILITY_LEVELS:
        raise QueryMisused("unknown_audience", name=audience, known=", ".join(VISIBILITY_LEVELS))
    return list(VISIBILITY_LEVELS[: VISIBILITY_LEVELS.index(audience) + 1])
