"""Every measure of one area's network."""

from fastapi import APIRouter

from api.dependencies import Reading, Words
from api.responses.measures import Measured
from api.responses.problem import USUAL
from api.routers.comparison import AreaName, Seed
from graph.comparing import SEED
from graph.region_measures import region_measures

router = APIRouter(tags=["comparison"])


@router.get("/measures", summary="Every measure of one area's network, its bodies and their seats on councils", responses=USUAL)
def measure(area: AreaName, reader: Reading, texts: Words, *, seed: Seed = SEED) -> Measured:
    """For looking closely at one network; regions are compared by `/comparison`, never by these figures side by side.

    The public is told of no body by itself.
    """
    return Measured.model_validate(region_measures(reader, area, seed=seed) | {"caution": texts("measures.caution")})
