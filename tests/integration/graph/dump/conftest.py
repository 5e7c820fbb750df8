"""Graphs worth a backup, and both engines without the mark that the tests put into Neo4j."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from graph import statements
from graph.connection import Graph, Transaction
from graph.deriving import plain
from graph.dump.backup import backup
from graph.dump.format import Manifest
from graph.dump.opening import opened
from graph.dump.restore import held, restore
from graph.dump.verifying import verify
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node
from graph.model.findings import Finding, Withdrawn
from graph.model.organizations import PossiblySameAs
from graph.reference import REFERENCE
from tests.building import Town, load_facts
from tests.engines import MARK, TestDatabase, fingerprint
from tests.generated_graphs import generated_loads

MADE_AT = "2026-11-23T09:00:00+00:00"


def unmarked(database: TestDatabase) -> Iterator[Graph]:
    """An emptied database without the tests' mark, which a restore would take for somebody's; it comes back at the end."""
    graph = database.empty()
    delete_what_is_no_reference(graph)
    yield graph
    delete_what_is_no_reference(graph)
    if graph.engine == "neo4j":
        store(graph, MARK)
    database.empty()


@pytest.fixture
def embedded_graph(embedded_database: TestDatabase) -> Iterator[Graph]:
    """The embedded engine with nothing but reference data in it."""
    yield from unmarked(embedded_database)


@pytest.fixture
def neo4j_graph(neo4j_database: TestDatabase) -> Iterator[Graph]:
    """Neo4j with nothing but reference data in it."""
    yield from unmarked(neo4j_database)


def delete_what_is_no_reference(graph: Graph) -> None:
    """Taxonomy of the tests' own too, which emptying leaves alone."""
    for label in held(graph):
        statement = (
            f"MATCH (n:{label}) WHERE n.sources IS NULL OR size([s IN n.sources WHERE NOT s IN $kept]) = size(n.sources) DETACH DELETE n"
        )
        graph.write(partial(Transaction.run, statement=statement, kept=REFERENCE))


def store(graph: Graph, node: Node) -> None:
    rows = [{"id": node.id, "properties": plain(node.properties())}]
    graph.write(lambda transaction: transaction.run(statements.write_nodes(node.label), rows=rows))


def dump_of(graph: Graph, target: Path) -> Manifest:
    return backup(graph, target, made_at=MADE_AT, force=True)


def dumped(graph: Graph) -> set[str]:
    """Every node and relationship that a dump holds."""
    own = [f"['{label}']" for label, kind in node_kinds().items() if kind.is_of_the_database]
    return {one for one in fingerprint(graph) if not one.startswith(tuple(own))}


def put_into(graph: Graph, file: Path, *, replace: Callable[[], None] | None = None) -> None:
    with opened(file) as dump:
        verify(dump)
        restore(graph, dump, replace=replace)


def a_rich_graph(graph: Graph, seed: int = 3) -> None:
    """Two invented sources, bodies that are councils too, a review, a finding, a fact moved out, a possible double."""
    for load in generated_loads(seed):
        load_facts(graph, load.dataset, load.facts)
    town = Town("萩市")
    one, other = town.body("ふれあい会", also_council=True, aliases=("ふれあい",)), town.body("ふれ合い会")
    town.join(PossiblySameAs, one, other, score=1.0, reason="名前が近い")
    town.into(graph, dataset="samples/萩")
    store(
        graph, Finding(key="finding|1", question="needs_without_service", identity="a|b", first_seen=date(2026, 4, 1), notes=("一", "二"))
    )
    store(graph, Withdrawn(key="withdrawn|1", fact="f", labels=("Need",), content='{"name": "\\n 困りごと"}', why="rejected"))
    review = "MATCH (e:Evidence) WITH e ORDER BY e.id LIMIT 3 SET e.review = 'confirmed', e.reviewed_by = '生活支援コーディネーター'"
    graph.write(lambda transaction: Transaction.run(transaction, review))
