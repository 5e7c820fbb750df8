"""Which facts belong to some areas: those that lie there, what they are tied to, and the areas that all these name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.rows import NodeRow, Properties, RelationshipRow

WORKS_IN = ("OPERATES_IN",)
"""Where a body is at home; without any, where its source places it."""
IS_FOR = ("DELIVERED_IN", "COVERS", "ACTS_FOR", "HAS_NEED", "OBSERVED_IN")
"""Beside its placing, where anything else belongs."""


@dataclass(frozen=True, kw_only=True)
class Inside:
    """Ids of the nodes that are held, and of those among them that belong to other areas."""

    nodes: frozenset[str]
    outside: frozenset[str] = frozenset()


def within_areas(
    nodes: Mapping[str, NodeRow],
    relationships: Sequence[RelationshipRow],
    evidence: Mapping[str, Sequence[Properties]],
    areas: Collection[str] | None,
) -> tuple[Inside, list[RelationshipRow]]:
    """The nodes and relationships that belong to some areas.

    Args:
        nodes: id → node, all that the audience may see.
        relationships: all that it may see, between these.
        evidence: id of a fact → the quotations that it may see.
        areas: ids of the areas with all below them; None for everything.
    """
    things = {id_ for id_, node in nodes.items() if "Area" not in node.labels}
    chosen = things if areas is None else _that_lie_in(set(areas), nodes, things, relationships)
    tied = [row for row in relationships if {row.start.id, row.end.id} & chosen]
    outside = {end for row in tied for end in (row.start.id, row.end.id) if end in things} - chosen
    stated = {id_ for id_ in nodes.keys() - things if id_ in evidence and (areas is None or id_ in areas)}
    held = chosen | outside
    named = stated | _areas_named(nodes, tied, held, evidence)
    parts = [row for row in relationships if row.start.label == row.end.label == "Area"]
    named = _with_what_they_lie_in(named & nodes.keys(), parts)
    between = [row for row in parts if {row.start.id, row.end.id} <= named]
    ids = frozenset(held | named)
    kept = {row.id: row for row in (*tied, *between) if {row.start.id, row.end.id} <= ids}
    return Inside(nodes=ids, outside=frozenset(outside)), list(kept.values())


def _that_lie_in(
    areas: Collection[str], nodes: Mapping[str, NodeRow], things: Collection[str], relationships: Iterable[RelationshipRow]
) -> set[str]:
    homes: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for row in relationships:
        thing, area = (row.end.id, row.start.id) if row.type == "HAS_NEED" else (row.start.id, row.end.id)
        if row.type in WORKS_IN:
            homes[thing].add(area)
        elif row.type in IS_FOR:
            places[thing].add(area)
    found: set[str] = set()
    for id_ in things:
        placed = {str(nodes[id_].properties.get("placed_in") or "")}
        is_body = "Organization" in nodes[id_].labels or "Council" in nodes[id_].labels
        belongs = homes.get(id_) or placed if is_body else placed | places.get(id_, set())
        if not belongs.isdisjoint(areas):
            found.add(id_)
    return found


def _areas_named(
    nodes: Mapping[str, NodeRow], tied: Iterable[RelationshipRow], held: Iterable[str], evidence: Mapping[str, Sequence[Properties]]
) -> set[str]:
    """Areas at an end of a relationship, where something is placed, and whose case or row a quotation stands in."""
    found = {end.id for row in tied for end in (row.start, row.end) if end.label == "Area"}
    for id_ in held:
        found.add(str(nodes[id_].properties.get("placed_in") or ""))
    for id_ in (*held, *(row.id for row in tied)):
        found |= {str(one.get("area_id") or "") for one in evidence.get(id_, ())}
    return found


def _with_what_they_lie_in(areas: Collection[str], parts: Iterable[RelationshipRow]) -> set[str]:
    parents: dict[str, set[str]] = defaultdict(set)
    for row in parts:
        if row.type == "PART_OF":
            parents[row.start.id].add(row.end.id)
    found, waiting = set(areas), list(areas)
    while waiting:
        above = parents.get(waiting.pop(), set()) - found
        found |= above
        waiting += above
    return found
