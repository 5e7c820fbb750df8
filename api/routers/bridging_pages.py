"""橋渡し: who could be introduced to whom, what that would add beside what speaks for it, and how it would look; nothing is written."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.bridging import candidates_on_page, with_ghosts
from api.dependencies import Reading, Words, language_of, web_settings
from api.pages import render
from api.pages.answers import answer_on_page
from api.pages.pictures import drawn
from api.pictures_asked import VIEW, picture_of_rows
from api.routers.pictures import Limit
from visualizations.registry import find
from visualizations.size import USUAL_LIMIT

GAP = "bridging_candidates"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/bridging")
def bridging_page(request: Request, area: str, reader: Reading, texts: Words) -> HTMLResponse:
    """The candidates, benefit and plausibility side by side."""
    found = reader.areas.find(area)
    answer = reader.answer(GAP, area=found.id)
    return render(
        request,
        "bridging.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        answer=answer_on_page(answer, reader, texts, limit=0, area=found.name),
        candidates=candidates_on_page(answer, reader, texts),
    )


@router.get("/areas/{area}/bridging/picture")
def bridging_picture(request: Request, area: str, reader: Reading, texts: Words, limit: Limit = USUAL_LIMIT) -> HTMLResponse:
    """The candidates as they are recorded, with the ties that are tried out as ghosts."""
    found = reader.areas.find(area)
    answer = reader.answer(GAP, area=found.id)
    picture = picture_of_rows(reader, answer, found.id, language=language_of(request), banner=web_settings(request).banner)
    told = " ".join(part for part in (texts("bridging.tried_out"), picture.banner) if part)
    return drawn(request, find(VIEW), replace(with_ghosts(picture, answer.rows), banner=told), limit, area=found.id)
