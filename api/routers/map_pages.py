"""地図: where the area, those next door and others with records lie, on outlines of the user's own if there are any."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import Reading, Words, language_of, web_settings
from api.map_shown import places_of
from api.pages import render
from graph.errors import SettingsInvalid
from graph.messages import Messages
from visualizations.contract import Picture
from visualizations.outlines import outlines

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
HEADS = ("table.name", "map.why", "map.recorded_of_it")


@router.get("/areas/{area}/map")
def map_page(request: Request, area: str, reader: Reading, texts: Words) -> HTMLResponse:
    """The map, and why the user's own outlines do not lie below it, where they cannot be read."""
    found = reader.areas.find(area)
    refused = _outlines(request)[1]
    told = f"{texts(refused.key, **refused.values)} {texts(f'{refused.key}.advice')}" if refused else ""
    return render(request, "map.html", area=found, full_name=reader.areas.full_name(found.id), refused=told)


@router.get("/areas/{area}/map/picture")
def map_picture(request: Request, area: str, reader: Reading, texts: Words) -> HTMLResponse:
    """The map as one document."""
    # Imported here: what draws charts takes long to load, and only a chart needs it.
    from visualizations.chart.document import chart_document  # noqa: PLC0415
    from visualizations.chart.map import map_of  # noqa: PLC0415
    from visualizations.chart.svg import svg_of  # noqa: PLC0415

    found = reader.areas.find(area)
    name = reader.areas.full_name(found.id)
    places = places_of(reader, found, texts)
    words = Messages(("visualizations",), language_of(request))
    summary = texts("map.summary", count=len(places))
    document = chart_document(
        Picture(title=f"{name} {texts('site.map')}", filters=(name,)),
        view="map",
        words=words,
        summary=summary,
        drawing=svg_of(map_of(places, _outlines(request)[0], words), described=summary) if places else None,
        heads=HEADS,
        rows=[(one.name, words(f"map.{one.kind}"), one.counts) for one in places],
    )
    return HTMLResponse(document)


def _outlines(request: Request) -> tuple[list[dict[str, Any]], SettingsInvalid | None]:
    """The user's own outlines, or why they cannot be read: a map without them is still a map."""
    file = web_settings(request).outlines
    try:
        return (outlines(file) if file else []), None
    except SettingsInvalid as refused:
        return [], refused
