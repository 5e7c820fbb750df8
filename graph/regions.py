"""The networks of regions, as far as they may be compared: bodies that are named and ties among them, and on what that rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import igraph

from graph.area_directory import KnownArea
from graph.bodies_drawn import drawn
from graph.metrics.comparison.described import reasons_against
from graph.metrics.comparison.record import RegionRecord
from graph.network import Network
from graph.reading import Note, Reader

TELL_NO_TIES = ("few_ties_recorded", "no_source_of_ties")
"""Checks that find an area whose sources cannot show ties."""
TIES = "ties"


@dataclass(frozen=True)
class RegionNetwork:
    """One region with what may be said of it."""

    area: KnownArea
    full_name: str
    network: igraph.Graph
    """As `graph.bodies_drawn` draws it."""
    sources: tuple[str, ...]
    """Datasets that could show ties there."""
    oldest: date | None
    newest: date | None
    """Days of these sources."""
    reasons: tuple[str, ...]
    """Codes of why nothing is tested; empty where something may be."""
    record: RegionRecord | None = None
    """On what each part of the network rests, where that was read."""


def region_networks(reader: Reader, areas: Sequence[str]) -> list[RegionNetwork]:
    """The networks of some regions, for the reader's audience.

    Bodies are those at home in a region that a source names, without kinds of actor and without parts of others; a tie of a
    part counts as its whole's. Where regions are of different levels, none is tested.

    Raises:
        QueryMisused: an area is unknown, or its name means several.
    """
    found = [reader.areas.find(area) for area in areas]
    alike = len({area.level for area in found}) <= 1
    return [_region(reader, area, alike=alike) for area in found]


def lists_members(reader: Reader, area: str) -> bool:
    """Whether the sources of an area list members rather than ties: what they do not say of ties is then no figure."""
    return bool(why_no_ties(reader, area))


def why_no_ties(reader: Reader, area: str) -> list[Note]:
    """Notes on why the sources of an area, given by its id, cannot show ties; empty where they can."""
    return [note for note in reader.checked(TELL_NO_TIES, reader.areas.resolve(area)) if note.area_id == area]


def _region(reader: Reader, area: KnownArea, *, alike: bool) -> RegionNetwork:
    row = reader.rows("networks", "bodies_and_ties", area=area.id)[0]
    network = drawn(Network.of(row))
    sources = [one for one in reader.rows("lookups", "sources", area=area.id) if any(kind.split(" ")[0] == TIES for kind in one["kinds"])]
    days = [one["as_of"] for one in sources if one["as_of"]]
    reasons = reasons_against(network, len(sources), lists_ties=not lists_members(reader, area.id))
    return RegionNetwork(
        area=area,
        full_name=reader.areas.full_name(area.id),
        network=network,
        sources=tuple(sorted({one["dataset"] for one in sources})),
        oldest=min(days, default=None),
        newest=max(days, default=None),
        reasons=reasons if alike else ("other_levels", *reasons),
    )
