"""Worlds: many small generated graphs side by side in one database, each in municipalities of its own.

One question asked of a world is asked of every graph in it; what differs names the seed by the ids in it. The sources
of a world speak of several of its graphs each, as a register of a prefecture does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random
from typing import Any

from graph.areas import area_index
from graph.connection import Graph, Transaction
from graph.facts import Fact, Scope
from graph.identity import identifier
from graph.model.definitions import VISIBILITY_LEVELS, Node, Reference
from graph.model.organizations import PossiblySameAs
from tests.generated_graphs import Inventor, Load, invented_dataset
from tests.generated_traits import Traits

GRAPHS = 20
"""Graphs in one world."""
NAMES = ("甲", "乙", "丙")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

LEFT_OUT = (("Organization", "generic"), ("Council", "status"), ("Service", "status"))
"""Properties that the model always states and that a graph written by others may not have."""


@dataclass
class World:
    """Some graphs, their sources, and which seed each thing is of."""

    loads: list[Load]
    seed_of: dict[str, int] = field(default_factory=dict)
    """Id of a node or relationship → the seed of its graph."""
    unsaid: dict[str, list[str]] = field(default_factory=dict)
    """Label → ids of nodes without a property that the model always states."""

    def seeds_in(self, difference: Any) -> list[int]:
        """The seeds of the graphs that a difference between two answers is about."""
        return sorted({self.seed_of[id_] for id_ in _ID.findall(str(difference)) if id_ in self.seed_of})


def world(number: int, *, graphs: int = GRAPHS) -> World:
    """The world of that number: seeds `number * graphs` and following."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    scopes: dict[str, list[Scope]] = defaultdict(list)
    made = World(loads=[])
    for position, codes in enumerate(_municipalities(number, graphs)):
        seed = number * graphs + position
        chance = Random(f"world {seed}")  # noqa: S311 - no secret
        traits = Traits.by_chance(chance)
        for name in chance.sample(NAMES, chance.choice([1, 2, 2, 3])):
            stated, spoken = Inventor(seed, name, traits, codes).invent()
            facts[name] += stated
            scopes[name] += spoken
            made.seed_of |= {fact.id: seed for fact in stated}
            for fact in stated:
                if isinstance(fact.what, Node) and chance.random() < traits.unsaid:
                    made.unsaid.setdefault(fact.what.label, []).append(fact.id)
    chance = Random(f"sources {number}")  # noqa: S311 - no secret
    for name in NAMES:
        dataset = invented_dataset(name, tuple(scopes[name]), chance)
        dataset = replace(dataset, visibility="members") if name == NAMES[-1] else dataset
        made.loads.append(Load(dataset=dataset, facts=tuple(facts[name])))
    return made


def _municipalities(number: int, graphs: int) -> Iterator[tuple[str, ...]]:
    """Two municipalities for each graph, each pair of one prefecture and of another prefecture than the pair before."""
    index = area_index()
    by_prefecture: dict[str, list[str]] = defaultdict(list)
    for code, coded in index.by_code.items():
        if coded.area.level == "municipality" and coded.area.until is None and coded.parent_code:
            by_prefecture[coded.parent_code].append(code)
    prefectures = sorted(by_prefecture)
    chance = Random(f"areas {number}")  # noqa: S311 - no secret
    for position in range(graphs):
        choices = by_prefecture[prefectures[(number * graphs + position) % len(prefectures)]]
        yield tuple(choices.pop(chance.randrange(len(choices))) for _ in range(2))


def leave_unsaid(graph: Graph, made: World) -> None:
    """Take away what the model always states, as a graph that others wrote may lack it."""

    def work(transaction: Transaction) -> None:
        for label, name in LEFT_OUT:
            transaction.run(f"MATCH (x:{label}) WHERE x.id IN $ids REMOVE x.{name}", ids=made.unsaid.get(label, []))

    graph.write(work)


FINDING = "確認事項"
"""With which the name of every generated finding begins."""


def add_findings(graph: Graph, names: list[str]) -> None:
    """A finding about each of some things, at every visibility: no question asked of the graph may show one."""
    rows = [
        {"id": identifier(f"finding|{about}|{level}"), "identity": about, "name": f"{FINDING} {about}", "visibility": level}
        for about in names
        for level in VISIBILITY_LEVELS
    ]
    statement = """
        UNWIND $rows AS row
        CREATE (f:Finding {id: row.id, key: row.identity, name: row.name, identity: row.identity, question: 'actors_without_ties',
          status: 'open', visibility: row.visibility, sources: [], evidence: [], notes: [row.name]})
    """
    graph.write(lambda transaction: transaction.run(statement, rows=rows))


def add_suggestions(graph: Graph) -> None:
    """Suggestions that two bodies are one, open and decided, at every visibility; no load makes them."""
    rows = graph.read("MATCH (o:Organization) RETURN o.id AS id, o.placed_in AS area ORDER BY id")
    by_area: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_area[str(row["area"])].append(row["id"])
    pairs = [pair for ids in by_area.values() for pair in pairwise(ids)]
    stated = [
        PossiblySameAs(
            start=Reference(label="Organization", id=one),
            end=Reference(label="Organization", id=other),
            score=0.9,
            reason="double.same_name",
            state=("open", "open", "merged")[number % 3],
            visibility=VISIBILITY_LEVELS[number % len(VISIBILITY_LEVELS) if number % 2 else 0],
        )
        for number, (one, other) in enumerate(pairs)
    ]
    values = [{"start": one.start.id, "end": one.end.id, "properties": one.properties()} for one in stated]
    statement = """
        UNWIND $rows AS row
        MATCH (a:Organization {id: row.start}) MATCH (b:Organization {id: row.end})
        CREATE (a)-[r:POSSIBLY_SAME_AS]->(b) SET r = row.properties
    """
    graph.write(lambda transaction: transaction.run(statement, rows=values))
