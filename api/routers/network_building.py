"""Network building in one area: several questions answered at once."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Reading, Words
from api.network_building import network_building_shown
from api.responses.network_building import NetworkBuildingOut
from api.responses.problem import USUAL

router = APIRouter(tags=["network building"])
Area = Annotated[str, Query(description="Name, 6-digit code or id of an area; it and all below are asked.", max_length=80)]


@router.get("/network-building", summary="Who is not connected, who could bridge, whom to invite", responses=USUAL)
def show_network_building(area: Area, reader: Reading, texts: Words) -> NetworkBuildingOut:
    """The answers to the questions of network building, each with its notes and what to do next."""
    return NetworkBuildingOut.model_validate(network_building_shown(reader, area, texts))
