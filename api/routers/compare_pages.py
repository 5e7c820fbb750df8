"""他地域との比較: regions side by side, their counts, the shape of their networks and, of two, their pictures at one scale."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import comparison_page as shown
from api.dependencies import Reading, Words, language_of
from api.pages import render
from api.region_comparison import compared
from api.region_differences import differences_told
from api.routers.comparison import Given
from api.side_by_side import regions_of, room_of
from graph.messages import Messages

FEWEST, MOST = 2, 8

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Areas = Annotated[list[Annotated[str, Query(max_length=80)]], Query(max_length=MOST)]


@router.get("/compare")
def compare_page(request: Request, reader: Reading, texts: Words, areas: Areas = [], given: Given = "ties") -> HTMLResponse:  # noqa: B006 - read only
    """Counts with what they are counted of, what is beyond chance or why that is not asked, and the pictures."""
    named = [reader.areas.find(area) for area in areas if area.strip()]
    language = language_of(request)
    regions = regions_of(reader, named, language=language) if len(named) >= FEWEST else []
    typed = [*(reader.areas.full_name(area.id) for area in named), *[""] * (FEWEST - len(named)), ""][:MOST]
    several = len({region.area.id for region in regions}) >= FEWEST
    ids = [region.area.id for region in regions]
    comparison = compared(reader, ids, texts, given=given) if several else None
    return render(
        request,
        "compare.html",
        given=given,
        regions=regions,
        typed=typed,
        room=str(room_of(regions, language=language)),
        comparison=comparison,
        **(_told(comparison, texts) | {"differences": differences_told(reader, ids, texts)} if comparison else {}),
    )


def _told(found: Mapping[str, Any], texts: Messages) -> dict[str, Any]:
    """The comparison in words and drawings."""
    alone = {reason["code"] for region in found["regions"] for reason in region["reasons"]}
    return {
        "multiples": shown.multiples(found, texts),
        "forest": shown.forest(found, texts),
        "figures": shown.figure_rows(found, texts),
        "chance": shown.chance_rows(found, texts),
        "by_sources": shown.source_rows(found, texts),
        "to": next((region["rarefied"]["to"] for region in found["regions"] if region["rarefied"]), 0),
        "losses": shown.loss_rows(found, texts),
        "flags": shown.flags(found, texts),
        "sectors": [
            (region, shown.sector_rows(region, texts), shown.e_i(region, texts)) for region in found["regions"] if region["sectors"]
        ],
        # What keeps a region from any test stands with the region; here is what two of them do not share.
        "apart": [
            pair | {"reasons": apart}
            for pair in found["refused"]
            if (apart := [one for one in pair["reasons"] if one["code"] not in alone])
        ],
        "about": shown.about(found, texts),
    }
