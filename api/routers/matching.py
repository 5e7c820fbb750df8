"""Matching and resource development: what answers a need, what is missing, and what could be built from what."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Reading
from api.developing import developed
from api.matching import matched
from api.responses.matching import Developed, Matched
from api.responses.problem import USUAL

AreaAsked = Annotated[str, Query(description="Name, 6-digit code or id of a district or municipality.", max_length=80)]
NeedAsked = Annotated[str, Query(description="Code of a need (N_SHOP), or its wording.", max_length=80)]

router = APIRouter(tags=["resources"])


@router.get("/matching", summary="What answers a need of an area, and who could start something", responses=USUAL)
def match_need(reader: Reading, area: AreaAsked, need: NeedAsked) -> Matched:
    """Services here, for the whole municipality, next door and planned; bodies that could start one, with the reasons; precedents."""
    return Matched.model_validate(matched(reader, need, area=area))


@router.get("/resource-development", summary="What is missing in an area, and what could be built from what", responses=USUAL)
def develop_resources(reader: Reading, area: AreaAsked) -> Developed:
    """Needs and kinds of service without a record, with precedents, possible starters and programmes that pay."""
    return Developed.model_validate(developed(reader, area=area))
