"""The page of one body: its picture, and the same as text, each statement with the sentence on which it rests."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from api.body_facts import facts_of
from api.dependencies import Reading, language_of, web_settings, words
from api.pages import render
from api.pages.pictures import around, drawn
from visualizations.neighbourhood import MOST_STEPS
from visualizations.registry import find
from visualizations.size import HIGHEST_LIMIT, USUAL_LIMIT

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Steps = Annotated[int, Query(ge=1, le=MOST_STEPS)]


class OneBody:
    """Which body is asked for, among the pages of which area, and how far around it."""

    def __init__(self, area: str, body: str, steps: Steps = 1, limit: Annotated[int, Query(ge=1, le=HIGHEST_LIMIT)] = USUAL_LIMIT) -> None:
        self.area, self.body, self.steps, self.limit = area, body, steps, limit


@router.get("/areas/{area}/organizations/{body}")
def organization_page(request: Request, asked: Annotated[OneBody, Depends()], reader: Reading) -> HTMLResponse:
    """What is recorded of a body."""
    found = reader.areas.find(asked.area)
    picture = around(reader, asked.body, language=language_of(request))
    return render(
        request,
        "organization.html",
        area=found,
        full_name=reader.areas.full_name(found.id),
        body=facts_of(picture, words(request)),
        steps=asked.steps,
        most_steps=MOST_STEPS,
    )


@router.get("/areas/{area}/organizations/{body}/picture")
def organization_picture(request: Request, asked: Annotated[OneBody, Depends()], reader: Reading) -> HTMLResponse:
    """Its neighbourhood, drawn."""
    banner = web_settings(request).banner
    picture = around(
        reader,
        asked.body,
        language=language_of(request),
        steps=asked.steps,
        limit=asked.limit,
        banner=words(request)(banner) if banner else None,
    )
    return drawn(request, find("organization"), picture, asked.limit, area=reader.areas.find(asked.area).id)
