"""Towns by chance for timing questions: each 5,000 nodes and 15,000 relationships, written straight into the database.

The same number gives the same town. What a load would derive (sources, links to codes, evidence) is written with it.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from graph import statements
from graph.areas import area_index
from graph.connection import Graph
from graph.deriving import plain
from graph.identity import code_key, identifier
from graph.model.areas import Area
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.councils import Council, MemberOf, RefersTo
from graph.model.definitions import Node, Relationship
from graph.model.needs import Addresses, HasNeed, Need, RaisedIn
from graph.model.organizations import Commissions, Holds, Organization, Post
from graph.model.places import ActsFor, Covers, DeliveredIn, OperatesIn, PartOf, Uses
from graph.model.programmes import Connects, Established, Funds, Programme
from graph.model.services import Provides, Service
from graph.model.sources import KINDS_OF_FACT, Source
from graph.model.ties import CollaboratesWith, Supports
from graph.taxonomy import taxonomy

TODAY = date(2026, 11, 23)
BATCH = 5_000
COUNTS = {Organization: 700, Council: 30, Service: 900, Need: 250, Programme: 60, Post: 50}
"""Things of a town; with ten districts, one source and what is left of 5,000 as evidence."""
EVIDENCE = 3_000
TIES: dict[type[Relationship], int] = {
    **{Provides: 900, DeliveredIn: 900, Covers: 500, HasNeed: 250, Addresses: 400, MemberOf: 900, OperatesIn: 700, ActsFor: 100},
    **{Holds: 50, RaisedIn: 150, RefersTo: 20, CollaboratesWith: 2_300, Supports: 1_300, Funds: 400, Established: 200},
    **{Commissions: 200, Connects: 200, Uses: 500, PartOf: 60},
}
DISTRICTS = 10


@dataclass
class Town:
    """One municipality's rows, ready to be written."""

    area: Area
    chance: Random
    things: dict[type[Node], list[Node]] = field(default_factory=lambda: defaultdict(list))
    nodes: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """Label → rows for `statements.write_nodes`."""
    ties: dict[tuple[str, str, str], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """Type, start and end label → rows for `statements.write_relationships`."""

    @property
    def dataset(self) -> str:
        """The one source of the town."""
        return f"generated/{self.area.code}"

    def add(self, node: Node, **more: Any) -> Node:
        """Take a node."""
        self.nodes[node.label].append({"id": node.id, "properties": plain(node.properties()) | {"sources": [self.dataset], **more}})
        self.things[type(node)].append(node)
        return node

    def tie(self, type_: str, start: tuple[str, str], end: tuple[str, str], properties: dict[str, Any], *qualifier: str) -> None:
        """Take a relationship between two things, each given by label and id."""
        id_ = identifier("|".join([type_, start[1], end[1], *qualifier]))
        row = {
            "id": id_,
            "start": start[1],
            "end": end[1],
            "properties": properties | {"id": id_, "sources": [self.dataset], "visibility": "public"},
        }
        self.ties[type_, start[0], end[0]].append(row)


def towns(number: int) -> Iterator[Town]:
    """So many towns, each in a municipality of its own."""
    found = [coded.area for coded in area_index().by_code.values() if coded.area.level == "municipality" and coded.area.until is None]
    for area in found[:number]:
        yield _town(area)


def _town(area: Area) -> Town:
    town = Town(area, Random(f"town {area.code}"))  # noqa: S311 - no secret
    town.things[Area].append(area)
    for number in range(DISTRICTS):
        district = Area(key=f"area|{area.id}|地区{number}", name=f"地区{number}", level="elementary_district")
        town.add(district)
        town.tie("PART_OF", ("Area", district.id), ("Area", area.id), {})
    for kind, count in COUNTS.items():
        for number in range(count):
            _thing(town, kind, number)
    for type_, count in TIES.items():
        _ties(town, type_, count)
    _source(town)
    return town


def _thing(town: Town, kind: type[Node], number: int) -> None:
    chance, codes = town.chance, taxonomy()
    name = f"{kind.label}{number}"
    more: dict[str, Any] = {"placed_in": town.area.id}
    verified = {"verified_on": TODAY - timedelta(days=chance.randrange(2_000))}
    if kind is Organization:
        more |= {"actor_types": (chance.choice(list(codes.actor_types)),), "generic": chance.random() < 0.05}
    elif kind is Council:
        more |= {"layers": (1 + number % 2,), "open_list": chance.random() < 0.3, "kind": "council"}
    elif kind is Service:
        more |= {"status": chance.choice(["running"] * 4 + ["planned", "ended"])}
        more |= {"valid_to": TODAY + timedelta(days=chance.randrange(-400, 800)) if chance.random() < 0.3 else None}
    elif kind is Need:
        more |= {"codes": (chance.choice(list(codes.need_categories)),), "count": chance.randrange(1, 60)}
    elif kind is Programme:
        more |= {"kind": "subsidy", "ends_on": TODAY + timedelta(days=chance.randrange(-400, 800))}
    elif kind is Post:
        more |= {"layer": 1 + number % 2}
    node = town.add(kind(key=f"{kind.label.lower()}|{town.area.id}|{name}", name=name, **more), **verified)
    _codes(town, node)


def _codes(town: Town, node: Node) -> None:
    if isinstance(node, Organization):
        for code in node.actor_types:
            town.tie("OF_TYPE", ("Organization", node.id), ("ActorType", identifier(code_key("ActorType", code))), {})
    elif isinstance(node, Service):
        code = town.chance.choice(list(taxonomy().service_categories))
        town.tie("IN_CATEGORY", ("Service", node.id), ("ServiceCategory", identifier(code_key("ServiceCategory", code))), {})
    elif isinstance(node, Need):
        for code in node.codes:
            town.tie("IN_CATEGORY", ("Need", node.id), ("NeedCategory", identifier(code_key("NeedCategory", code))), {})


def _ties(town: Town, kind: type[Relationship], count: int) -> None:
    chance = town.chance
    starts = [one for one in kind.starts if town.things[one] and one is not Area]
    ends = [one for one in kind.ends if town.things[one]]
    for number in range(count):
        start = chance.choice(town.things[chance.choice(starts)]) if kind is not HasNeed else chance.choice(town.things[Area])
        end = chance.choice(town.things[chance.choice(ends)]) if kind is not PartOf else chance.choice(town.things[type(start)])
        if start.id != end.id:
            more: dict[str, Any] = {"status": "running"} if kind is Provides else {}
            if kind is CollaboratesWith:
                more = {"state": "absent" if number % 20 == 0 else "recorded"}
            if kind is ActsFor:
                more = {"function": chance.choice(["needs", "resources", "network", "matching"])}
            town.tie(kind.type, (start.label, start.id), (end.label, end.id), more, str(number))


def _source(town: Town) -> None:
    source = Source(
        key=f"source|{town.dataset}", name=town.dataset, dataset=town.dataset, title=f"{town.area.name}の一覧", as_of=TODAY, current=True
    )
    town.nodes["Source"].append({"id": source.id, "properties": plain(source.properties())})
    for kind in KINDS_OF_FACT:
        coverage = "exhaustive" if kind in {"services", "seats"} else "examples"
        town.tie("SPEAKS_OF", ("Source", source.id), ("Area", town.area.id), {"kind": kind, "coverage": coverage, "categories": []}, kind)
    facts = [(label, row) for label, rows in town.nodes.items() if label != "Source" for row in rows]
    for number in range(EVIDENCE):
        id_ = identifier(f"evidence|{town.dataset}|{number}")
        label, row = facts[number % len(facts)]
        fact = row["id"]
        states = json.dumps({"labels": [label], "properties": {"name": row["properties"]["name"], "visibility": "public"}})
        properties = {"id": id_, "key": id_, "name": f"引用{number}", "fact": fact, "dataset": town.dataset, "quote": f"引用{number}"}
        more = {
            "visibility": "public",
            "review": "open",
            "certainty": "explicit",
            "ordinal": 1,
            "extractor": "generated",
            "position": number,
        }
        more |= {"states": states}
        town.nodes["Evidence"].append({"id": id_, "properties": properties | more})
        town.tie("FROM", ("Evidence", id_), ("Source", source.id), {})


def write_towns(graph: Graph, number: int) -> tuple[int, int]:
    """Write so many towns; how many nodes and relationships that are."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    ties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    written = [0, 0]
    waiting = 0
    for town in towns(number):
        for label, rows in town.nodes.items():
            nodes[label] += rows
        for place, rows in town.ties.items():
            ties[place] += rows
        waiting += 1
        if waiting == 20:
            _flush(graph, nodes, ties, written)
            waiting = 0
    _flush(graph, nodes, ties, written)
    return written[0], written[1]


def _flush(graph: Graph, nodes: dict[str, Any], ties: dict[tuple[str, str, str], Any], written: list[int]) -> None:
    for label, rows in nodes.items():
        _write(graph, statements.write_nodes(label), rows)
        written[0] += len(rows)
    for place, rows in ties.items():
        _write(graph, statements.write_relationships(*place), rows)
        written[1] += len(rows)
    nodes.clear()
    ties.clear()


def _write(graph: Graph, statement: str, rows: list[dict[str, Any]]) -> None:
    for begin in range(0, len(rows), BATCH):
        part = rows[begin : begin + BATCH]
        graph.write(lambda transaction, part=part: transaction.run(statement, rows=part))  # type: ignore[misc]


assert set(COUNTS) <= set(node_kinds().values())
assert set(TIES) <= set(relationship_kinds().values())
