"""Regions side by side: what is recorded of each, in counts with what they are counted of. A description and no test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from api.area_overview import area_out, recorded_by_area
from api.pictures_asked import picture_of_area
from graph.area_directory import KnownArea
from graph.messages import Messages
from graph.reading import Reader
from visualizations.composed import composed
from visualizations.contract import Picture
from visualizations.summary import summarise, tied_bodies

MARGIN = 190
"""Pixels around the outermost marks, for their names."""
WIDER = 1.7
"""Width of a picture beside another to its height, with something to spare."""


@dataclass(frozen=True)
class Region:
    """One of the regions."""

    area: KnownArea
    full_name: str
    counts: Sequence[tuple[str, int, int | None]]
    """Key of the text, the count, and what it is a count of; None where it is a count by itself."""
    picture: Picture


def regions_of(reader: Reader, areas: Sequence[KnownArea], *, language: str) -> list[Region]:
    """What is recorded of each region."""
    return [_region(reader, area, language) for area in areas]


def room_of(regions: Sequence[Region], *, language: str) -> int:
    """Width in which the picture of each region has room: by it all are drawn at one scale."""
    words = Messages(("visualizations",), language)
    width = height = 1
    for region in regions:
        placed = composed(region.picture, words).drawn_nodes
        if placed:
            width = max(width, *(max(node["x"] for node in placed) - node["x"] for node in placed))
            height = max(height, *(max(node["y"] for node in placed) - node["y"] for node in placed))
    return max(width + MARGIN, round((height + MARGIN) * WIDER))


def _region(reader: Reader, area: KnownArea, language: str) -> Region:
    recorded: Any = area_out(reader, area, recorded_by_area(reader, area.id))
    picture = picture_of_area(reader, area.id, language=language, banner=None)
    needs = reader.answer("needs_without_service", area=area.id)
    summary = summarise(picture)
    tied = None if summary.sources_list_members else tied_bodies(picture)
    counts: list[tuple[str, int, int | None]] = [
        ("bodies", recorded.bodies, None),
        *([("tied", tied, summary.bodies)] if tied is not None else []),
        ("ties", summary.named_ties, summary.bodies * (summary.bodies - 1) // 2),
        ("councils", recorded.councils, None),
        ("services", recorded.services, None),
        ("needs", needs.population, None),
        ("needs_without", len(needs.rows), needs.population),
        ("sources", len(reader.rows("lookups", "sources", area=area.id)), None),
    ]
    return Region(area, reader.areas.full_name(area.id), counts, picture)
