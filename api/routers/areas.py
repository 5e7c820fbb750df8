"""Areas."""

from fastapi import APIRouter

from api.area_overview import area_out, areas_with_data
from api.dependencies import Reading
from api.responses.areas import AreaOut, Areas
from api.responses.problem import UNAVAILABLE, USUAL

router = APIRouter(tags=["areas"])


@router.get("/areas", summary="Areas for which something is recorded", responses=UNAVAILABLE)
def list_areas(reader: Reading) -> Areas:
    """Every area with a body, council, service or need, sorted by code."""
    return Areas(areas=areas_with_data(reader))


@router.get("/areas/{area}", summary="One area", responses=USUAL)
def one_area(area: str, reader: Reading) -> AreaOut:
    """An area by its name, code or id, with what is recorded for it."""
    found = reader.areas.find(area)
    rows = reader.rows("lookups", "area_counts", area=found.id)
    return area_out(reader, found, {row["area_id"]: row for row in rows})
