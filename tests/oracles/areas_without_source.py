"""Areas of which no current source speaks, or of some kind of fact of which none does."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.model.sources import KINDS_OF_FACT
from tests.held import Held

SAYING_WHERE = {"OPERATES_IN", "COVERS", "DELIVERED_IN", "ACTS_FOR", "OBSERVED_IN"}
PLACED = ("Organization", "Council", "Service", "Need", "Programme", "Post")


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each area with records, or that nothing else asked about contains."""
    placed: dict[str, set[str]] = {}
    for label in PLACED:
        for id_, thing in held.of(label):
            placed.setdefault(str(thing.get("placed_in")), set()).add(id_)
    for area in areas & held.nodes.keys():
        known = held.get(area)
        if known["level"] == "prefecture" or known.get("generic"):
            continue
        records = placed.get(area, set()) | {tie.start for tie in held.incoming[area] if tie.type in SAYING_WHERE}
        records |= held.ends(area, "HAS_NEED", label="Need")
        if not records and held.ends(area, "PART_OF", label="Area") & areas:
            continue
        by_kind = {kind: held.able(kind, [area]) for kind in KINDS_OF_FACT}
        if not all(by_kind.values()):
            yield {
                "area_id": area,
                "area": known["name"],
                "level": known["level"],
                "state": "in_part" if any(by_kind.values()) else "nothing",
                "not_spoken_of": sorted(kind for kind, able in by_kind.items() if not able),
                "spoken_of": sorted(kind for kind, able in by_kind.items() if able),
                "records": len(records),
                "sources_that_could_show": sorted({one for able in by_kind.values() for one in able}),
            }
