"""The map: every place has its mark and name, north is above, and outlines beyond the places do not make it smaller."""

import re
from typing import Any

from graph.messages import Messages
from visualizations.chart.map import Place, map_of
from visualizations.chart.svg import svg_of

NORTH = Place("きた市", 35.0, 136.0, "asked", "団体 3")
SOUTH = Place("みなみ<b>町", 34.6, 136.1, "next_door", "記載なし")
FAR: dict[str, Any] = {
    "type": "Feature",
    "properties": {},
    "geometry": {"type": "MultiLineString", "coordinates": [[[130.0, 30.0], [145.0, 45.0]]]},
}


def heights(*outlines: dict[str, Any]) -> dict[str, float]:
    """Name → how far down it stands."""
    drawing = svg_of(map_of([NORTH, SOUTH], outlines, Messages(("visualizations",), "ja")), described="地図")
    found = re.findall(r'<text[^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*>([^<]+)</text>', drawing)
    return {name: float(down) for _, down, name in found}


def test_north_is_above() -> None:
    """Both names stand on it as text, the northern one higher."""
    # Act
    found = heights()

    # Assert
    assert found["きた市"] < found["みなみ&lt;b&gt;町"]


def test_outlines_leave_the_places_where_they_are() -> None:
    """A file of the whole country lies below, and the map still shows these places."""
    assert heights(FAR) == heights()
