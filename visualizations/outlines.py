"""Outlines of a user's own (GeoJSON) to lie below a map: none are shipped, none are fetched.

Only geometries are kept, so that nothing which such a file says besides comes into a page.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.errors import SettingsInvalid

LARGEST_MB = 20
MEGABYTE = 1_000_000
DEPTHS = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""Kind of geometry → how deep lists lie in lists until positions come."""
HIGHEST = (180.0, 90.0)
"""Degrees of longitude and latitude."""


def outlines(file: Path) -> list[dict[str, Any]]:
    """The lines of a file, each a GeoJSON Feature without properties (RFC 7946).

    Surfaces come as their edges: which side of a ring is inside, programs do not agree about.

    Raises:
        SettingsInvalid: the file cannot be read, is too large, is no GeoJSON, or has coordinates that are no degrees.
    """
    try:
        if file.stat().st_size > LARGEST_MB * MEGABYTE:
            raise SettingsInvalid("outlines_too_large", path=file, limit=LARGEST_MB)
        read = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as reason:
        raise SettingsInvalid("outlines_unreadable", path=file, reason=reason.strerror) from reason
    except (ValueError, RecursionError) as reason:
        raise SettingsInvalid("outlines_no_geojson", path=file) from reason
    found = [one for one in _geometries(read) if one.get("type") in DEPTHS]
    if not found:
        raise SettingsInvalid("outlines_no_geojson", path=file)
    for number, one in enumerate(found, start=1):
        if not _is_nested(one) or not _in_degrees(one["coordinates"]):
            raise SettingsInvalid("outlines_not_degrees", path=file, number=number)
    return [{"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": _lines(one)}} for one in found]


def _geometries(value: Any) -> Iterator[dict[str, Any]]:
    """The geometries of a collection, a feature or a geometry."""
    if not isinstance(value, dict):
        return
    if value.get("type") == "FeatureCollection":
        for one in value.get("features") or ():
            yield from _geometries(one)
    elif value.get("type") == "Feature":
        yield from _geometries(value.get("geometry"))
    elif value.get("type") == "GeometryCollection":
        for one in value.get("geometries") or ():
            yield from _geometries(one)
    else:
        yield value


def _is_nested(one: Mapping[str, Any]) -> bool:
    """Whether coordinates are lists as deep as the kind of geometry asks for."""
    found = one.get("coordinates")
    for _ in range(DEPTHS[one["type"]]):
        if not isinstance(found, list) or not found or not all(isinstance(inner, list) and inner for inner in found):
            return False
        found = [position for inner in found for position in inner]
    return True


def _in_degrees(value: Any) -> bool:
    """Whether nested lists end in positions, longitude first."""
    if all(isinstance(one, list) for one in value):
        return all(_in_degrees(one) for one in value)
    if len(value) < len(HIGHEST) or any(isinstance(one, bool) or not isinstance(one, int | float) for one in value):
        return False
    return all(abs(one) <= most for one, most in zip(value, HIGHEST, strict=False))


def _lines(one: Mapping[str, Any]) -> list[Any]:
    """The lines of a geometry."""
    if one["type"] == "LineString":
        return [one["coordinates"]]
    if one["type"] == "MultiPolygon":
        return [ring for polygon in one["coordinates"] for ring in polygon]
    return list(one["coordinates"])
