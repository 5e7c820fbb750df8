"""The two engines as tests use them: opened once, emptied between tests, and never somebody else's database.

Nothing here stands in for an engine: every test that asks the graph asks a real one.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph import statements
from graph.connection import Graph, Transaction, open_graph
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.sources import Source
from graph.opening import open_prepared
from graph.reference import AREA_CODES, REFERENCE, ensure_reference
from graph.settings import Settings

MARK = Source(key="source|tsunagu-tests", name="tsunagu-tests", dataset="tsunagu-tests", current=False)
"""A database with this node belongs to the tests: they may empty it."""
KEPT_LABELS = {"Area", "Source", "Migration", "ServiceCategory", "NeedCategory", "ActorType", "Scheme", "Guideline", "WriterLease"}
TIMES = frozenset({"loaded_at", "applied_at", "withdrawn_at", "began_at", "put_back_at"})
"""What differs between two loads of the same files at different times."""


class NotOurs(Exception):
    """The database that NEO4J_TEST_URI names holds something and is not marked as the tests' own."""


@dataclass
class TestDatabase:
    """An open engine, and what its reference data look like when nothing else is in it."""

    __test__ = False

    graph: Graph
    pristine: dict[str, dict[str, Any]]
    """Id → properties of each coded area, and of each of them being part of another."""

    def empty(self) -> Graph:
        """Delete everything but migrations, taxonomy and area codes, and put those back as they were."""
        self.graph.write(delete_what_was_loaded)
        self.graph.write(self._restore)
        return self.graph

    def _restore(self, transaction: Transaction) -> None:
        for pattern in ("(x:Area)", "()-[x:PART_OF]->()"):
            changed = transaction.run(f"MATCH {pattern} WHERE size(x.sources) > 1 OR x.evidence IS NOT NULL RETURN x.id AS id")
            rows = [{"id": row["id"], "properties": self.pristine[row["id"]]} for row in changed]
            if rows:
                transaction.run(f"UNWIND $rows AS row MATCH {pattern} WHERE x.id = row.id SET x = row.properties", rows=rows)


def delete_what_was_loaded(transaction: Transaction) -> None:
    """Everything that some load wrote; what it added to a coded area stays for `TestDatabase.empty` to put right."""
    for label in node_kinds().keys() - KEPT_LABELS:
        transaction.run(f"MATCH (n:{label}) DETACH DELETE n")
    transaction.run("MATCH (n:Source) WHERE NOT coalesce(n.dataset, '') IN $kept DETACH DELETE n", kept=[*REFERENCE, MARK.dataset])
    transaction.run("MATCH (n:Area) WHERE NOT $codes IN n.sources DETACH DELETE n", codes=AREA_CODES.name)
    for type_ in ("ADJACENT_TO", "PART_OF"):
        transaction.run(f"MATCH (:Area)-[r:{type_}]->(:Area) WHERE NOT $codes IN r.sources DELETE r", codes=AREA_CODES.name)


def open_embedded(home: Path) -> TestDatabase:
    """Start an embedded engine of the tests' own."""
    return _ready(open_prepared(Settings(home=home)))


def open_neo4j(settings: Settings) -> TestDatabase:
    """Connect to the Neo4j that the tests may empty.

    Raises:
        NotOurs: it holds something and is not marked.
    """
    with open_graph(settings) as graph:
        refuse_what_is_not_ours(graph)
        row = {"id": MARK.id, "properties": MARK.properties()}
        graph.write(lambda transaction: transaction.run(statements.write_nodes("Source"), rows=[row]))
    return _ready(open_prepared(settings))


def refuse_what_is_not_ours(graph: Graph) -> None:
    """Stop before anything of a database that may be somebody's is touched.

    Raises:
        NotOurs: it holds something and is not marked.
    """
    marked = graph.read("MATCH (s:Source) WHERE s.dataset = $dataset RETURN count(s) AS found", dataset=MARK.dataset)[0]["found"]
    held = graph.read("MATCH (n) RETURN count(n) AS found")[0]["found"]
    if held and not marked:
        raise NotOurs(
            f"{graph.address} holds {held} nodes and no Source with dataset '{MARK.dataset}': the tests would delete them. "
            "Give NEO4J_TEST_URI an empty database."
        )


def fingerprint(graph: Graph, *, without: Container[str] = ()) -> set[str]:
    """Every node and relationship with labels and properties: equal where two states of a database are equal.

    Who writes at the moment is no part of it.
    """
    nodes = [
        f"{sorted(row['labels'])} {_ordered(row['properties'], without)}"
        for label in node_kinds().keys() - {"WriterLease"}
        for row in graph.read(statements.all_nodes(label))
    ]
    relationships = [
        f"{type_} {row['start']} {row['end']} {_ordered(row['properties'], without)}"
        for type_ in relationship_kinds()
        for row in graph.read(statements.all_relationships(type_))
    ]
    return {*nodes, *relationships}


def facts_of(graph: Graph, *labels: str) -> list[dict[str, Any]]:
    """The properties of every node of some labels."""
    return [row["properties"] for label in labels for row in graph.read(statements.all_nodes(label))]


def _ordered(properties: dict[str, Any], without: Container[str]) -> Iterable[tuple[str, Any]]:
    return sorted((name, value) for name, value in properties.items() if name not in without)


def _ready(graph: Graph) -> TestDatabase:
    graph.write(delete_what_was_loaded)
    touched = "size(a.sources) > 1 OR (a.code IS NOT NULL AND a.evidence IS NOT NULL)"
    if graph.read(f"MATCH (a:Area) WHERE {touched} RETURN count(a) AS changed")[0]["changed"]:
        # An earlier run broke off before it put the coded areas right.
        graph.write(lambda transaction: transaction.run("MATCH (a:Area) DETACH DELETE a"))
        graph.write(lambda transaction: transaction.run("MATCH (s:Source) WHERE s.dataset = $name DETACH DELETE s", name=AREA_CODES.name))
        ensure_reference(graph)
    rows = graph.read(statements.all_nodes("Area")) + graph.read(statements.all_relationships("PART_OF"))
    return TestDatabase(graph, {row["properties"]["id"]: row["properties"] for row in rows})
