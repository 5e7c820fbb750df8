"""他地域との比較: two regions side by side, their counts and their pictures at one scale."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import Reading, Words, language_of
from api.pages import render
from api.region_comparison import compared
from api.side_by_side import regions_of, room_of

MOST = 2

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Areas = Annotated[list[Annotated[str, Query(max_length=80)]], Query(max_length=MOST)]


@router.get("/compare")
def compare_page(request: Request, reader: Reading, texts: Words, areas: Areas = []) -> HTMLResponse:  # noqa: B006 - read only
    """Counts with what they are counted of, what is beyond chance or why that is not asked, and the pictures."""
    named = [reader.areas.find(area) for area in areas if area.strip()]
    language = language_of(request)
    regions = regions_of(reader, named, language=language) if len(named) == MOST else []
    typed = [*(reader.areas.full_name(area.id) for area in named), *[""] * MOST][:MOST]
    several = len({region.area.id for region in regions}) == MOST
    comparison = compared(reader, [region.area.id for region in regions], texts) if several else None
    return render(
        request, "compare.html", comparison=comparison, regions=regions, typed=typed, room=str(room_of(regions, language=language))
    )
