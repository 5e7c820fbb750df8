"""Suggestions of doubles as the graph keeps them: `POSSIBLY_SAME_AS`, made anew from the bodies there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph import statements
from graph.connection import Graph
from graph.deriving import plain
from graph.doubles.bodies import Body
from graph.doubles.suggesting import suggest
from graph.known import Known
from graph.ledger import Ledger
from graph.model.definitions import Reference
from graph.model.organizations import PossiblySameAs
from graph.plans import Plan
from graph.reading import Reader
from graph.rows import NodeRow, RelationshipRow, node_row
from graph.stated import strictest
from graph.withdrawing import Cause
from graph.writing import apply_at_once

PARTS = "MATCH (a:Organization)-[:PART_OF]->(b:Organization) RETURN a.id AS part, b.id AS whole"


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """Two bodies that may be one, as people read it."""

    first: str
    first_name: str
    second: str
    second_name: str
    score: float
    reason: str
    state: str


def refresh(graph: Graph) -> int:
    """Suggest anew, and write what differs.

    Returns:
        How many suggestions are open.
    """
    with graph.single_writer():
        bodies = {row["properties"]["id"]: node_row(row) for row in graph.read(statements.all_nodes("Organization"))}
        wanted = {row.id: row for row in _suggested(graph, bodies)}
        known = Known(graph)
        type_ = PossiblySameAs.type
        known.take(_stored(row | {"type": type_}) for row in graph.read(statements.all_relationships(type_)))
        plan = Plan(
            relationships=[
                row
                for id_, row in wanted.items()
                if id_ not in known.relationships or known.relationships[id_].properties != row.properties
            ],
            dropped_relationships=[row for id_, row in known.relationships.items() if id_ not in wanted],
        )
        apply_at_once(graph, plan, Cause(why="suggested", at="", operation="suggested"))
    return sum(row.properties["state"] == "open" for row in wanted.values())


def listed(reader: Reader, *, state: str = "open") -> list[Suggested]:
    """The suggestions of a state that an audience may see, the likeliest first."""
    rows = reader.graph.read(
        "MATCH (a:Organization)-[r:POSSIBLY_SAME_AS]->(b:Organization) "
        "WHERE r.state = $state AND r.visibility IN $visible AND a.visibility IN $visible AND b.visibility IN $visible "
        "RETURN a.id AS first, a.name AS first_name, b.id AS second, b.name AS second_name, "
        "r.score AS score, r.reason AS reason, r.state AS state",
        state=state,
        visible=reader.visible,
    )
    return sorted((Suggested(**row) for row in rows), key=lambda one: (-one.score, one.first_name, one.second_name, one.first))


def _suggested(graph: Graph, bodies: dict[str, NodeRow]) -> Iterable[RelationshipRow]:
    apart = {frozenset((entry["gone"], entry["kept"])) for entry in Ledger.of(graph).entries if entry["state"] == "kept_apart"}
    parts = {frozenset((row["part"], row["whole"])) for row in graph.read(PARTS)}
    for one in suggest(_bodies(graph, bodies.values())):
        if frozenset((one.first, one.second)) in parts:
            # An office is often called as the corporation that it is a part of: a source tells the two apart.
            continue
        ends = [Reference(label="Organization", id=id_) for id_ in (one.first, one.second)]
        made = PossiblySameAs(
            start=ends[0],
            end=ends[1],
            score=round(one.score, 4),
            reason=one.reason,
            state="kept_apart" if frozenset((one.first, one.second)) in apart else "open",
            visibility=strictest(*(bodies[id_].properties["visibility"] for id_ in (one.first, one.second))),
        )
        start, end = made.ordered_ends()
        yield RelationshipRow(made.type, start, end, plain(made.properties()), is_fact=False)


def bodies_of(graph: Graph) -> list[Body]:
    """Every organisation of the graph as it is compared."""
    return _bodies(graph, map(node_row, graph.read(statements.all_nodes("Organization"))))


def _bodies(graph: Graph, rows: Iterable[NodeRow]) -> list[Body]:
    """The bodies as they are compared: where they belong is where they work, else where their source places them."""
    areas = Reader(graph, audience="restricted").areas
    works = graph.read("MATCH (o:Organization)-[:OPERATES_IN]->(a:Area) RETURN o.id AS id, min(a.id) AS area")
    homes = {row["id"]: row["area"] for row in works}
    found: list[Body] = []
    for row in rows:
        properties = row.properties
        home = str(homes.get(row.id) or properties.get("placed_in"))
        path = list(reversed(areas.path(home))) if home in areas.by_id else []
        municipality = next((id_ for id_ in path if areas.by_id[id_].level == "municipality"), None)
        found.append(
            Body(
                id=row.id,
                name=properties["name"],
                aliases=tuple(properties.get("aliases", ())),
                areas=tuple(path),
                area_names=tuple(areas.by_id[id_].name for id_ in path),
                municipality=municipality,
                corporate_number=properties.get("corporate_number"),
                address=properties.get("address"),
                actor_types=frozenset(properties.get("actor_types", ())),
                generic=properties.get("generic", False),
                datasets=frozenset(properties.get("sources", ())),
                visibility=properties["visibility"],
            )
        )
    return found


def _stored(row: dict[str, Any]) -> RelationshipRow:
    ends = [Reference(label="Organization", id=row[end]) for end in ("start", "end")]
    return RelationshipRow(row["type"], ends[0], ends[1], row["properties"], is_fact=False)
