"""Councils."""

from fastapi import APIRouter

from api.dependencies import AreaQuery, Reading
from api.paging import PER_PAGE, Limit, NamePart, Offset, named, page
from api.responses.councils import CouncilOut, Councils
from api.responses.problem import USUAL

router = APIRouter(tags=["councils"])


@router.get("/councils", summary="Councils of an area", responses=USUAL)
def list_councils(
    reader: Reading,
    area: AreaQuery = None,
    q: NamePart = None,
    limit: Limit = PER_PAGE,
    offset: Offset = 0,
) -> Councils:
    """One page of councils, sorted by id."""
    rows = named(reader.rows("lookups", "councils", area=area), q)
    shown = [CouncilOut(**row) for row in page(rows, limit, offset)]
    return Councils(total=len(rows), councils=shown)
