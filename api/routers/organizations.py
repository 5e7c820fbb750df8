"""Organisations."""

from fastapi import APIRouter

from api.dependencies import AreaQuery, Reading
from api.paging import PER_PAGE, Limit, NamePart, Offset, named, page
from api.responses.organizations import OrganizationOut, Organizations
from api.responses.problem import USUAL

router = APIRouter(tags=["organizations"])


@router.get("/organizations", summary="Organisations of an area", responses=USUAL)
def list_organizations(
    reader: Reading,
    area: AreaQuery = None,
    q: NamePart = None,
    limit: Limit = PER_PAGE,
    offset: Offset = 0,
) -> Organizations:
    """One page of organizations, sorted by id."""
    rows = named(reader.rows("lookups", "organizations", area=area), q)
    shown = [OrganizationOut(**row) for row in page(rows, limit, offset)]
    return Organizations(total=len(rows), organizations=shown)
