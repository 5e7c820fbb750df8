"""`--audience`: on whose behalf a command asks."""

from typing import Annotated

import typer

from graph.audiences import levels_of
from graph.model.definitions import VISIBILITY_LEVELS

USUAL = "members"
"""On the own machine, unless another is named."""
METAVAR = "|".join(VISIBILITY_LEVELS)


def known(audience: str | None) -> str | None:
    """The audience, where there is such a one.

    Raises:
        QueryMisused: there is none of that name.
    """
    if audience is not None:
        levels_of(audience)
    return audience


AudienceOption = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar=METAVAR,
        callback=known,
        help="だれのための答えか。public は公開の情報だけ、members は関係者向けまで、restricted はすべて。",
    ),
]
