"""ニーズから探す: from a need of an area to what answers it, near and far, and to who could start something."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.dependencies import Reading, Words, language_of
from api.matching import needs_known
from api.needs_shown import need_on_page, needs_listed
from api.pages import render
from graph.by_hand.codes import code_called

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/needs")
def needs_page(request: Request, area: str, reader: Reading, need: Annotated[str, Query(max_length=80)] = "") -> Response:
    """The kinds of need to choose from, those that are stated here first; one that was typed in leads to its page."""
    found = reader.areas.find(area)
    if need.strip():
        code = code_called(needs_known(), need)
        return RedirectResponse(
            request.url_for("need_page", area=found.id, need=code).include_query_params(lang=language_of(request)), status_code=303
        )
    stated, others = needs_listed(reader, found.id, language_of(request))
    return render(request, "needs.html", area=found, full_name=reader.areas.full_name(found.id), stated=stated, others=others)


@router.get("/areas/{area}/needs/{need}")
def need_page(request: Request, area: str, need: str, reader: Reading, texts: Words) -> HTMLResponse:
    """What answers one need, and who could start something where nothing does."""
    found = reader.areas.find(area)
    shown = need_on_page(reader, need, texts, area=found.id)
    return render(request, "need.html", area=found, full_name=reader.areas.full_name(found.id), **shown)
