"""他地域との比較: regions side by side, their counts, the shape of their networks and, of two, their pictures at one scale."""

from collections.abc import Mapping, Sequence
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api import comparison_page as shown
from api.areas_typed import Typed, suggested_areas, typed_area
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
    fields = [typed_area(reader, area, texts) for area in areas if area.strip()]
    named = [one.area for one in fields if one.area]
    once = list({area.id: area for area in named}.values())
    is_asked = len(once) >= FEWEST and len(named) == len(fields)
    language, ids = language_of(request), [area.id for area in once]
    regions = regions_of(reader, once, language=language) if is_asked else []
    comparison = compared(reader, ids, texts, given=given) if is_asked else None
    return render(
        request,
        "compare.html",
        status=next((one.refused.status for one in fields if one.refused), HTTPStatus.OK),
        given=given,
        regions=regions,
        fields=[*fields, *[Typed("")] * (max(FEWEST - len(fields), 0) + 1)][:MOST],
        instead=partial(_instead, fields),
        twice=[reader.areas.full_name(area.id) for area in once if named.count(area) > 1],
        suggested=suggested_areas(reader),
        room=str(room_of(regions, language=language)),
        comparison=comparison,
        **(_told(comparison, texts) | {"differences": differences_told(reader, ids, texts)} if comparison else {}),
    )


def _instead(fields: Sequence[Typed], of: Typed, area: str) -> list[str]:
    """What the fields hold when one of them is put right."""
    return [area if one is of else one.area.id if one.area else one.text for one in fields]


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
