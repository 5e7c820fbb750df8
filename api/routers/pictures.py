"""The pictures themselves: each one document that needs nothing else, shown inside the pages."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import Reading, language_of, web_settings
from api.pictures_asked import VIEW, picture_of_answer, picture_of_area
from visualizations.contract import Picture
from visualizations.registry import find
from visualizations.size import HIGHEST_LIMIT, USUAL_LIMIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Limit = Annotated[int, Query(ge=1, le=HIGHEST_LIMIT)]


@router.get("/areas/{area}/network/picture")
def network_picture(request: Request, area: str, reader: Reading, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """The network of an area."""
    language = language_of(request)
    return _drawn(picture_of_area(reader, area, language=language, banner=web_settings(request).banner), language, limit)


@router.get("/areas/{area}/gaps/{gap}/picture")
def gap_picture(request: Request, area: str, gap: str, reader: Reading, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """What an answer found, drawn."""
    language = language_of(request)
    return _drawn(picture_of_answer(reader, gap, area, language=language, banner=web_settings(request).banner), language, limit)


def _drawn(picture: Picture, language: str, limit: int) -> HTMLResponse:
    return HTMLResponse(find(VIEW).draw(picture, language=language, limit=limit))
