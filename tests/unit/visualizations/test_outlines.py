"""Outlines of a user's own: lines and nothing else are taken of a file, and what is none is refused with the reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import SettingsInvalid
from visualizations import outlines as taken
from visualizations.outlines import outlines

RING = [[136.0, 34.0], [136.2, 34.0], [136.2, 34.2], [136.0, 34.0]]


def written(folder: Path, value: Any) -> Path:
    """A file of that content."""
    file = folder / "outlines.geojson"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [("Polygon", [RING]), ("MultiPolygon", [[RING]]), ("LineString", RING), ("MultiLineString", [RING])],
)
def test_every_kind_comes_as_its_lines(tmp_path: Path, kind: str, coordinates: Any) -> None:
    """Surfaces are their edges, and properties are not taken along."""
    # Arrange
    feature = {"type": "Feature", "properties": {"name": "<script>"}, "geometry": {"type": kind, "coordinates": coordinates}}

    # Act
    found = outlines(written(tmp_path, {"type": "FeatureCollection", "features": [feature]}))

    # Assert
    assert found == [{"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": [RING]}}]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("no json", "outlines_no_geojson"),
        ("[" * 100_000, "outlines_no_geojson"),
        ([], "outlines_no_geojson"),
        ({"type": "FeatureCollection", "features": []}, "outlines_no_geojson"),
        ({"type": "Point", "coordinates": [136, 34]}, "outlines_no_geojson"),
        ({"type": "LineString", "coordinates": [[4_000_000, 34], [136, 34]]}, "outlines_not_degrees"),
        ({"type": "LineString", "coordinates": [["136", "34"], [136, 34]]}, "outlines_not_degrees"),
        ({"type": "LineString", "coordinates": [[136], [34]]}, "outlines_not_degrees"),
        ({"type": "Polygon", "coordinates": RING}, "outlines_not_degrees"),
        ({"type": "Polygon"}, "outlines_not_degrees"),
    ],
)
def test_what_is_no_outline_is_refused(tmp_path: Path, value: Any, key: str) -> None:
    """The message names the file, and which shape."""
    file = written(tmp_path, value)

    with pytest.raises(SettingsInvalid, match=key) as raised:
        outlines(file)

    assert raised.value.values["path"] == file


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is read."""
    monkeypatch.setattr(taken, "LARGEST_MB", 0)
    with pytest.raises(SettingsInvalid, match="outlines_too_large"):
        outlines(written(tmp_path, {"type": "LineString", "coordinates": RING}))
    with pytest.raises(SettingsInvalid, match="outlines_unreadable"):
        outlines(tmp_path / "nowhere.geojson")
