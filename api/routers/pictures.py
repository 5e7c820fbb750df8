"""The pictures themselves: each one document that needs nothing else, shown inside the pages."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.conditions import Conditions
from api.dependencies import Reading, language_of, web_settings
from api.pages.pictures import drawn
from api.pictures_asked import VIEW, picture_of_answer, picture_of_area
from visualizations.registry import find
from visualizations.size import HIGHEST_LIMIT, USUAL_LIMIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Limit = Annotated[int, Query(ge=1, le=HIGHEST_LIMIT)]
Room = Annotated[int | None, Query(ge=1, le=99_999, description="Width that the window has to show.")]


@router.get("/areas/{area}/network/picture")
def network_picture(request: Request, area: str, reader: Reading, limit: Limit = USUAL_LIMIT, room: Room = None) -> HTMLResponse:
    """The network of an area."""
    picture = picture_of_area(reader, area, language=language_of(request), banner=web_settings(request).banner)
    return drawn(request, find(VIEW), replace(picture, room=room), limit, area=reader.areas.find(area).id)


@router.get("/areas/{area}/gaps/{gap}/picture")
def gap_picture(
    *, request: Request, area: str, gap: str, reader: Reading, conditions: Conditions, limit: Limit = USUAL_LIMIT
) -> HTMLResponse:
    """What an answer found, drawn."""
    banner = web_settings(request).banner
    picture = picture_of_answer(reader, gap, area, language=language_of(request), banner=banner, conditions=conditions)
    return drawn(request, find(VIEW), picture, limit, area=reader.areas.find(area).id)
