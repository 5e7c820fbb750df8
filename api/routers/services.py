"""Services."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AreaQuery, Reading
from api.responses.problem import USUAL
from api.responses.services import ServiceOut, Services

router = APIRouter(tags=["services"])


@router.get("/services", summary="Services of an area", responses=USUAL)
def list_services(
    reader: Reading,
    area: AreaQuery = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Services:
    """One page of services, sorted by id."""
    rows = reader.rows("lookups", "services", area=area)
    page = [ServiceOut(**row) for row in rows[offset : offset + limit]]
    return Services(total=len(rows), services=page)
