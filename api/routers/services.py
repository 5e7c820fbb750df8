"""Services."""

from fastapi import APIRouter

from api.dependencies import AreaQuery, Reading
from api.paging import PER_PAGE, Limit, NamePart, Offset, named, page
from api.responses.problem import USUAL
from api.responses.services import ServiceOut, Services

router = APIRouter(tags=["services"])


@router.get("/services", summary="Services of an area", responses=USUAL)
def list_services(
    reader: Reading,
    area: AreaQuery = None,
    q: NamePart = None,
    limit: Limit = PER_PAGE,
    offset: Offset = 0,
) -> Services:
    """One page of services, sorted by id."""
    rows = named(reader.rows("lookups", "services", area=area), q)
    shown = [ServiceOut(**row) for row in page(rows, limit, offset)]
    return Services(total=len(rows), services=shown)
