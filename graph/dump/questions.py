"""What a dump asks of the database; labels come from the model, values are parameters.

Measured in graph/decisions/0005: the ids of one label as one row, then parts of 5,000 by id. Paging by `id > $after` reads
the whole label once a page on the embedded engine, and relationships have no index that it uses: they are read from their
start nodes.
"""

from collections import Counter
from dataclasses import dataclass, field

from graph.connection import Graph
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.rows import main_label_first

NODES_IN_ALL = "MATCH (n) RETURN labels(n) AS labels, count(n) AS count"
RELATIONSHIPS_IN_ALL = "MATCH (a)-[r]->(b) RETURN type(r) AS type, labels(a) AS start, labels(b) AS end, count(r) AS count"


def kept_labels() -> list[str]:
    """The labels that a dump holds: all but those that speak of one database."""
    return [label for label, kind in node_kinds().items() if not kind.is_of_the_database]


def ids_of(label: str) -> str:
    """Every id of one label, as one row."""
    return f"MATCH (n:{label}) RETURN collect(n.id) AS ids"


def nodes_of(label: str) -> str:
    """$ids → {properties, labels} of the nodes, as one row."""
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN collect({{properties: properties(n), labels: labels(n)}}) AS rows"


def relationships_from(label: str) -> str:
    """$ids → {type, properties, start, end, end_labels} of what leaves these nodes, as one row."""
    found = "{type: type(r), properties: properties(r), start: id, end: b.id, end_labels: labels(b)}"
    return f"UNWIND $ids AS id MATCH (a:{label} {{id: id}})-[r]->(b) RETURN collect({found}) AS rows"


@dataclass
class Census:
    """How many of each kind stand in the database."""

    nodes: Counter[str] = field(default_factory=Counter)
    """Main label → how many."""
    relationships: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    """Labels and types that the model does not know, and relationships that end at such nodes."""

    @property
    def total(self) -> int:
        """Nodes and relationships together."""
        return self.nodes.total() + self.relationships.total()


def census(graph: Graph) -> Census:
    """Count everything that a dump would hold, and what it would leave out."""
    found = Census()
    for row in graph.read(NODES_IN_ALL):
        _count_node(found, row["labels"], row["count"])
    for row in graph.read(RELATIONSHIPS_IN_ALL):
        if row["type"] in relationship_kinds() and _is_kept(row["start"]) and _is_kept(row["end"]):
            found.relationships[row["type"]] += row["count"]
        else:
            found.left_out[row["type"]] += row["count"]
    return found


def known_labels(labels: list[str]) -> tuple[str, ...]:
    """The labels of the model, the main one first."""
    return main_label_first(label for label in labels if label in node_kinds())


def _count_node(found: Census, labels: list[str], count: int) -> None:
    known = known_labels(labels)
    if _is_kept(labels):
        found.nodes[known[0]] += count
    for label in labels or ["-"]:
        if label not in node_kinds():
            found.left_out[label] += count


def _is_kept(labels: list[str]) -> bool:
    known = known_labels(labels)
    return bool(known) and not node_kinds()[known[0]].is_of_the_database
