"""Councils."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AreaQuery, Reading
from api.responses.councils import CouncilOut, Councils
from api.responses.problem import USUAL

router = APIRouter(tags=["councils"])


@router.get("/councils", summary="Councils of an area", responses=USUAL)
def list_councils(
    reader: Reading,
    area: AreaQuery = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Councils:
    """One page of councils, sorted by id."""
    rows = reader.rows("lookups", "councils", area=area)
    page = [CouncilOut(**row) for row in rows[offset : offset + limit]]
    return Councils(total=len(rows), councils=page)
