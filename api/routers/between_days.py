"""The network of one area on two days."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.between_days import days_compared
from api.dependencies import Reading, Words
from api.region_comparison import DRAWS, SEED
from api.responses.between_days import REFUSED, DaysCompared
from api.responses.problem import USUAL
from api.routers.comparison import Draws, Seed
from graph.days import day_given

router = APIRouter(tags=["comparison"])
Area = Annotated[str, Query(description="Name, 6-digit code or id of an area; it and all below are asked.", max_length=80)]
First = Annotated[str, Query(description="The records as they stood when this day was over.", max_length=20, examples=["2026-04-01"])]
Second = Annotated[str, Query(description="A later day; today where it is left out.", max_length=20)]


@router.get("/comparison/between", summary="One region on two days: what came, what went, what moved", responses=USUAL | REFUSED)
def compare_days(
    *, area: Area, first: First, reader: Reading, texts: Words, second: Second = "", seed: Seed = SEED, draws: Draws = DRAWS
) -> DaysCompared:
    """Figures on both days; tested by swapping the days of ties that changed, where size and sources bear it."""
    days = (day_given("first", first), day_given("second", second))
    return DaysCompared.model_validate(days_compared(reader, area, days, texts, seed=seed, draws=draws))
