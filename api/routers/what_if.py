"""Trying changes of a network out. A GET, for nothing is written: it works where the application is read-only, and can be linked to."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from api.dependencies import Reading, Words
from api.responses.problem import USUAL
from api.responses.what_if import REFUSED, WhatIfOut
from api.what_if import what_if_shown
from api.what_if_page import Typed
from graph.trying_out import MOST_INTRODUCTIONS, try_out

MOST_NAMES = 40
router = APIRouter(tags=["network building"])
Name = Annotated[str, Query(max_length=200)]
Area = Annotated[str, Query(description="Name, 6-digit code or id of an area; it and all below are asked.", max_length=80)]
AddTie = Annotated[
    list[Name],
    Query(description="Names or ids, two at a time: the first with the second, the third with the fourth.", max_length=MOST_NAMES),
]
RemoveTie = Annotated[list[Name], Query(description="The same of ties that are recorded.", max_length=MOST_NAMES)]
AddBody = Annotated[list[Name], Query(description="Names of bodies that would come; add_tie can name them.", max_length=MOST_NAMES)]
RemoveBody = Annotated[list[Name], Query(description="Names or ids of bodies that would go, with their parts.", max_length=MOST_NAMES)]
Introduce = Annotated[int, Query(ge=0, le=MOST_INTRODUCTIONS, description="How many introductions are sought beside the changes.")]
Objective = Annotated[
    Literal["components", "reachable_pairs", "within_two", "effective_size", "needs"],
    Query(description="What the introductions should add: the benefit that is sought."),
]
OnlyPlausible = Annotated[bool, Query(description="Only pairs that share a council, a field or a need.")]


def typed(
    *,
    add_tie: AddTie = [],  # noqa: B006 - read only
    remove_tie: RemoveTie = [],  # noqa: B006 - read only
    add_body: AddBody = [],  # noqa: B006 - read only
    remove_body: RemoveBody = [],  # noqa: B006 - read only
    introduce: Introduce = 0,
    objective: Objective = "components",
    only_plausible: OnlyPlausible = False,
) -> Typed:
    """What is to be tried out, as it is asked."""
    return Typed(
        ties={"add_tie": add_tie, "remove_tie": remove_tie},
        bodies={"add_body": add_body, "remove_body": remove_body},
        introduce=introduce,
        objective=objective,
        only_plausible=only_plausible,
    )


TypedIn = Annotated[Typed, Depends(typed)]


@router.get("/what-if", summary="What changes to a network would change, and the best introductions", responses=USUAL | REFUSED)
def ask_what_if(area: Area, reader: Reading, texts: Words, tried: TypedIn) -> WhatIfOut:
    """Several changes at once, and every figure before and after; nothing is written."""
    return WhatIfOut.model_validate(what_if_shown(try_out(reader, area, tried.asked(called=str)), reader, texts))
