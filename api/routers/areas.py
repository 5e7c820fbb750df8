"""Areas."""

from fastapi import APIRouter

from api.area_overview import area_out, areas_with_data, recorded_by_area
from api.dependencies import Reading
from api.responses.areas import AreaOut, Areas
from api.responses.problem import UNAVAILABLE, USUAL

router = APIRouter(tags=["areas"])


@router.get("/areas", summary="Areas for which something is recorded", responses=UNAVAILABLE)
def list_areas(reader: Reading) -> Areas:
    """Every area with a body, council, service or need of its own or below it, sorted by code."""
    return Areas(areas=areas_with_data(reader))


@router.get("/areas/{area}", summary="One area", responses=USUAL)
def one_area(area: str, reader: Reading) -> AreaOut:
    """An area by its name, code or id, with what is recorded for it."""
    found = reader.areas.find(area)
    return area_out(reader, found, recorded_by_area(reader, found.id))
