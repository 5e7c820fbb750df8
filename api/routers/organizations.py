"""Organisations."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AreaQuery, Reading
from api.responses.organizations import OrganizationOut, Organizations
from api.responses.problem import USUAL

router = APIRouter(tags=["organizations"])


@router.get("/organizations", summary="Organisations of an area", responses=USUAL)
def list_organizations(
    reader: Reading,
    area: AreaQuery = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Organizations:
    """One page of organizations, sorted by id."""
    rows = reader.rows("lookups", "organizations", area=area)
    page = [OrganizationOut(**row) for row in rows[offset : offset + limit]]
    return Organizations(total=len(rows), organizations=page)
