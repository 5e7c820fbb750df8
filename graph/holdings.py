"""What the graph holds for one audience and some areas, as plain rows: all that a file which leaves the graph is made of.

Nothing above the audience is in it: no node, relationship or quotation, and no trace of one in what stays (ids of hidden
evidence, datasets that only hidden statements name, a place or a key that names something hidden). A fact is here only
with a quotation that the audience may see.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph import statements
from graph.compared_regions import ComparedRegions
from graph.connection import Graph
from graph.holdings_scope import within_areas
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS
from graph.rows import NodeRow, Properties, RelationshipRow, by_id, node_row, relationship_row
from graph.stated import loosest
from graph.traces import Traces

CODE_LINKS = ("IN_CATEGORY", "IN_SCHEME", "OF_TYPE")


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """What the graph holds for an audience and some areas."""

    nodes: tuple[NodeRow, ...] = ()
    """Facts only, the main label first; sorted by id. Of the coded areas those that something here names, with what they lie in."""
    relationships: tuple[RelationshipRow, ...] = ()
    """Facts whose two ends are in `nodes`; sorted by id."""
    evidence: Mapping[str, tuple[Properties, ...]] = field(default_factory=dict)
    """Id of a fact → its quotations, in the order of the source. Coded areas may have none."""
    codes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Id of a node → (ActorType, ServiceCategory, NeedCategory or Scheme; code), sorted."""
    code_levels: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    """Id of a node, kind and code → the loosest visibility at which a source gives it that code."""
    sources: Mapping[str, Properties] = field(default_factory=dict)
    """Dataset → properties of its current Source (title, licence, as_of …): of every dataset that something here names."""
    outside: frozenset[str] = frozenset()
    """Ids of nodes that belong to other areas and are here as ends of relationships only."""
    compared: ComparedRegions | None = None
    """Regions as they were compared, for a format that asks for them (`loaders.exporting.compares`)."""

    @cached_property
    def by_id(self) -> Mapping[str, NodeRow]:
        """Id → node."""
        return by_id(self.nodes)

    def of_label(self, label: str) -> tuple[NodeRow, ...]:
        """The nodes that have a label, as their main one or as their second (住民自治協議会 is Organization and Council)."""
        return self._by_label.get(label, ())

    def relationships_of(self, type_: str) -> tuple[RelationshipRow, ...]:
        """The relationships of one type."""
        return self._by_type.get(type_, ())

    def codes_of(self, id_: str, kind: str) -> tuple[str, ...]:
        """The codes of one kind (ActorType, ServiceCategory, NeedCategory, Scheme) that a node has."""
        return tuple(code for of, code in self.codes.get(id_, ()) if of == kind)

    def lies_in(self, area_id: str) -> tuple[NodeRow, ...]:
        """The areas from the widest down to this one, itself included; empty where it is not held."""
        found: list[NodeRow] = []
        current = self.by_id.get(area_id)
        while current is not None and current not in found:
            found.insert(0, current)
            current = self.by_id.get(self._parents.get(current.id, ""))
        return tuple(found)

    def full_name(self, area_id: str) -> str:
        """Prefecture, municipality and the rest in one: what `graph.areas` and `AreaDirectory` find it by."""
        return "".join(str(area.properties["name"]) for area in self.lies_in(area_id))

    def open_codes_of(self, id_: str, kind: str) -> tuple[str, ...]:
        """The same without codes that only stricter statements give it: what a file says as visibly as the node itself."""
        level = VISIBILITY_LEVELS.index(str(self.by_id[id_].properties["visibility"]))
        levels = {
            code: VISIBILITY_LEVELS.index(self.code_levels.get((id_, kind, code), VISIBILITY_LEVELS[0]))
            for code in self.codes_of(id_, kind)
        }
        return tuple(code for code, stated in levels.items() if stated <= level)

    @cached_property
    def _parents(self) -> Mapping[str, str]:
        parts = [one for one in self.relationships_of("PART_OF") if one.start.label == one.end.label == "Area"]
        return {one.start.id: one.end.id for one in sorted(parts, key=lambda one: one.end.id, reverse=True)}

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[NodeRow, ...]]:
        found: dict[str, list[NodeRow]] = defaultdict(list)
        for node in self.nodes:
            for label in node.labels:
                found[label].append(node)
        return {label: tuple(nodes) for label, nodes in found.items()}

    @cached_property
    def _by_type(self) -> Mapping[str, tuple[RelationshipRow, ...]]:
        found: dict[str, list[RelationshipRow]] = defaultdict(list)
        for one in self.relationships:
            found[one.type].append(one)
        return {type_: tuple(rows) for type_, rows in found.items()}


def holdings(graph: Graph, *, visible: list[str], areas: list[str] | None = None) -> Holdings:
    """What a graph holds.

    Args:
        graph: the connection.
        visible: the levels that the audience may see (`graph.reading.levels_of`).
        areas: ids, each area with all below it (`AreaDirectory.resolve`); None for everything. A body belongs where it
            OPERATES_IN, else where its source places it; a service where it is held or for whom it is. What is tied to
            one of these is kept as an end of the tie.
    """
    evidence = _evidence(graph, visible)
    sources = _sources(graph, visible)
    nodes = {row.id: row for row in _nodes(graph) if _is_seen(row, visible, evidence)}
    relationships = [
        row
        for row in _relationships(graph)
        if _is_seen(row, visible, evidence, {row.start.label, row.end.label}) and {row.start.id, row.end.id} <= nodes.keys()
    ]
    inside, kept = within_areas(nodes, relationships, evidence, areas)
    traces = Traces(readable=frozenset(sources), nodes=frozenset(nodes), evidence=evidence, few_are_shown=visible != [VISIBILITY_LEVELS[0]])
    chosen = tuple(traces.taken_from(nodes[id_]) for id_ in sorted(inside.nodes))
    ties = tuple(traces.taken_from(row) for row in sorted(kept, key=lambda row: row.id))
    facts: list[NodeRow | RelationshipRow] = [*chosen, *ties]
    named = {name for one in facts for name in one.properties["sources"]}
    codes, levels = _codes(graph, visible)
    return Holdings(
        nodes=chosen,
        relationships=ties,
        evidence={one.id: tuple(evidence[one.id]) for one in facts if one.id in evidence},
        codes={id_: codes[id_] for id_ in sorted(inside.nodes) if id_ in codes},
        code_levels={key: level for key, level in sorted(levels.items()) if key[0] in inside.nodes},
        sources={name: source for name, source in sorted(sources.items()) if name in named},
        outside=inside.outside,
    )


def _is_seen(
    row: NodeRow | RelationshipRow, visible: Collection[str], evidence: Collection[str], labels: Collection[str] | None = None
) -> bool:
    """Whether the audience may see it and a quotation of it; the code table of areas needs no quotation."""
    ends = labels if labels is not None else (row.labels if isinstance(row, NodeRow) else ())
    is_coded = set(ends) == {"Area"} and "area_codes" in row.properties.get("sources", ())
    return row.properties["visibility"] in visible and (row.id in evidence or is_coded)


def _nodes(graph: Graph) -> Iterable[NodeRow]:
    seen: set[str] = set()
    for label, kind in node_kinds().items():
        for row in graph.read(statements.all_nodes(label)) if kind.is_fact else ():
            if row["properties"]["id"] not in seen:
                seen.add(row["properties"]["id"])
                yield node_row(row)


def _relationships(graph: Graph) -> Iterable[RelationshipRow]:
    for type_, kind in relationship_kinds().items():
        for row in graph.read(statements.all_relationships(type_)) if kind.is_fact else ():
            yield relationship_row(row | {"type": type_})


def _evidence(graph: Graph, visible: list[str]) -> Mapping[str, list[Properties]]:
    found: dict[str, list[Properties]] = {}
    rows = [row["properties"] for row in graph.read(statements.all_nodes("Evidence"))]
    for row in sorted(rows, key=lambda row: (row.get("line") or row.get("row") or 0, row["id"])):
        if row["visibility"] in visible:
            found.setdefault(row["fact"], []).append(row)
    return found


def _sources(graph: Graph, visible: list[str]) -> Mapping[str, Properties]:
    rows: list[dict[str, Any]] = [row["properties"] for row in graph.read(statements.all_nodes("Source"))]
    seen = [row for row in rows if row["visibility"] in visible and row.get("current")]
    return {row["dataset"]: row for row in sorted(seen, key=lambda row: str(row["id"]))}


def _codes(graph: Graph, visible: list[str]) -> tuple[Mapping[str, tuple[tuple[str, str], ...]], Mapping[tuple[str, str, str], str]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    levels: dict[tuple[str, str, str], str] = {}
    for type_ in CODE_LINKS:
        for row in graph.read(
            f"MATCH (n)-[r:{type_}]->(c) WHERE r.visibility IN $visible "
            "RETURN n.id AS id, labels(c) AS labels, c.code AS code, r.visibility AS level",
            visible=visible,
        ):
            key = (row["id"], row["labels"][0], row["code"])
            found[row["id"]].add(key[1:])
            levels[key] = loosest(*(one for one in (levels.get(key), row["level"]) if one))
    return {id_: tuple(sorted(codes)) for id_, codes in found.items()}, levels
