"""The pictures themselves: each one document that needs nothing else, shown inside the pages."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import Reading, Words, language_of, web_settings
from visualizations.contract import Picture
from visualizations.gathering import gathered, picture_of
from visualizations.registry import find
from visualizations.size import HIGHEST_LIMIT, USUAL_LIMIT

VIEW = "area_network"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Limit = Annotated[int, Query(ge=1, le=HIGHEST_LIMIT)]


@router.get("/areas/{area}/network/picture")
def network_picture(request: Request, area: str, reader: Reading, texts: Words, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """The network of an area."""
    banner = web_settings(request).banner
    language = language_of(request)
    picture = gathered(reader, find(VIEW), area=area, language=language, banner=texts(banner) if banner else None)
    return _drawn(picture, language, limit)


@router.get("/areas/{area}/gaps/{gap}/picture")
def gap_picture(request: Request, area: str, gap: str, reader: Reading, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """What an answer found, drawn."""
    language = language_of(request)
    answer = reader.answer(gap, area=area)
    name = reader.areas.full_name(reader.areas.find(area).id)
    title = answer.question.worded("title", language)
    picture = picture_of(reader, reader.picture_of(answer, area=area), title=f"{name} {title}", filters=(name,), language=language)
    return _drawn(picture, language, limit)


def _drawn(picture: Picture, language: str, limit: int) -> HTMLResponse:
    return HTMLResponse(find(VIEW).draw(picture, language=language, limit=limit))
