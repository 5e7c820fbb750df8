"""地図: areas at their offices, with how much is recorded of each; below them outlines of a user's own, if there are any."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from graph.messages import Messages
from visualizations.appearance import ACCENT, INK, QUIET_LINE
from visualizations.chart.svg import data

WIDTH, HEIGHT = 820, 520
"""Pixels."""
KINDS = {"asked": ("diamond", ACCENT, 320), "next_door": ("circle", "#ffffff", 130), "recorded": ("square", "#56b4e9", 150)}
"""Why an area is on the map → its mark, colour and size."""
EDGE = 0.06
"""Degrees kept free around the outermost places."""


@dataclass(frozen=True)
class Place:
    """An area whose office is known."""

    name: str
    latitude: float
    longitude: float
    kind: str
    """asked, next_door or recorded."""
    counts: str
    """How much is recorded of it, in words."""


def map_of(places: Sequence[Place], outlines: Sequence[dict[str, Any]], words: Messages) -> Any:
    """The drawing, north above."""
    frame = _frame(places)
    told = {kind: words(f"map.{kind}") for kind in KINDS}
    rows = [{"lat": one.latitude, "lon": one.longitude, "name": one.name, "kind": told[one.kind]} for one in places]
    base = alt.Chart(data(rows)).encode(latitude="lat:Q", longitude="lon:Q")
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=[*told.values()], range=[mark for mark, _, _ in KINDS.values()]), legend=_legend())
    colour = alt.Color("kind:N", scale=alt.Scale(domain=[*told.values()], range=[fill for _, fill, _ in KINDS.values()]), legend=_legend())
    size = alt.Size("kind:N", scale=alt.Scale(domain=[*told.values()], range=[pixels for _, _, pixels in KINDS.values()]), legend=_legend())
    layers = [alt.Chart(alt.InlineData(values=list(outlines))).mark_geoshape(filled=False, stroke=QUIET_LINE)] if outlines else []
    return (
        alt.layer(
            *layers,
            base.mark_point(filled=True, stroke=INK, strokeWidth=1.2, opacity=1).encode(shape=shape, fill=colour, size=size),
            base.mark_text(dy=-16, fontSize=12, color=INK).encode(text="name:N"),
        )
        .project(type="mercator", fit=frame)
        .properties(width=WIDTH, height=HEIGHT)
    )


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", labelLimit=500, labelFontSize=12)


def _frame(places: Sequence[Place]) -> dict[str, Any]:
    """The rectangle that is shown, as two positions: outlines reach beyond it, the places do not."""
    lats, lons = [one.latitude for one in places], [one.longitude for one in places]
    low, high = (min(lons) - EDGE, min(lats) - EDGE), (max(lons) + EDGE, max(lats) + EDGE)
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPoint", "coordinates": [list(low), list(high)]}}
