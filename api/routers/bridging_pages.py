"""橋渡し: who could be introduced to whom, what that would add beside what speaks for it, and how it would look; nothing is written."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.bridging import candidates_on_page, with_ghosts
from api.dependencies import Reading, Words, language_of, web_settings
from api.figures_explained import figures_explained
from api.pages import render
from api.pages.answers import answer_on_page
from api.pages.pictures import drawn
from api.pictures_asked import VIEW, picture_of_area, picture_of_rows
from api.routers.pictures import Limit
from api.routers.what_if import TypedIn
from api.what_if_page import names_suggested, outcome_of, tried_out_in
from graph.metrics.introductions import OBJECTIVES
from graph.trying_out import MOST_INTRODUCTIONS, try_out
from visualizations.registry import find
from visualizations.size import USUAL_LIMIT

GAP = "bridging_candidates"
SENT = "objective"
"""A field of the form that always says something: where it stands in the address, the form was sent."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/bridging")
def bridging_page(request: Request, area: str, reader: Reading, texts: Words, tried: TypedIn) -> HTMLResponse:
    """The candidates, benefit and plausibility side by side; changes that are tried out above them."""
    found = reader.areas.find(area)
    answer = reader.answer(GAP, area=found.id)
    outcome = outcome_of(reader, found.id, tried, answer.question, texts)
    return render(
        request,
        "bridging.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        answer=answer_on_page(answer, reader, texts, limit=0, area=found.name),
        candidates=[] if outcome else candidates_on_page(answer, reader, texts),
        typed=tried,
        outcome=outcome,
        is_blank=not tried.is_asked and SENT in request.query_params,
        source_query=tried.query() if outcome and outcome.is_drawn else {},
        names=names_suggested(reader, found.id),
        explained=figures_explained(texts),
        objectives=OBJECTIVES,
        most_introductions=MOST_INTRODUCTIONS,
    )


@router.get("/areas/{area}/bridging/picture")
def bridging_picture(
    *, request: Request, area: str, reader: Reading, texts: Words, tried: TypedIn, limit: Limit = USUAL_LIMIT
) -> HTMLResponse:
    """The candidates as they are recorded, or the area with what is tried out; the ties that are tried out as ghosts."""
    found = reader.areas.find(area)
    language, banner = language_of(request), web_settings(request).banner
    if tried.is_asked:
        picture = picture_of_area(reader, found.id, language=language, banner=banner)
        picture = tried_out_in(picture, try_out(reader, found.id, tried.asked()))
    else:
        answer = reader.answer(GAP, area=found.id)
        picture = with_ghosts(picture_of_rows(reader, answer, found.id, language=language, banner=banner), answer.rows)
    told = " ".join(part for part in (texts("bridging.tried_out"), picture.banner) if part)
    return drawn(request, find(VIEW), replace(picture, banner=told), limit, area=found.id)
