"""Cypher for writing and for reading back, generated from the declared model.

Labels, types and property names come from the declarations only and are checked here; values are always parameters.
Each statement is known to answer alike on both engines (graph/decisions/0001): among others, a second label is set in
a transaction of its own, and a MERGE begins at the end with few relationships.
"""

import re

from graph.deriving import LINK_TYPES
from graph.model.catalogue import node_kinds, relationship_kinds

LINKED_LABELS = frozenset(start.label for type_ in LINK_TYPES for start in relationship_kinds()[type_].starts)
"""Labels of nodes that have links to codes or cases."""

PLACED_LABELS = ("Organization", "Council", "Service", "Need", "Programme", "Post")
"""Labels of nodes that questions look for by the area whose case or register names them."""

_NAME = re.compile(r"[A-Za-z_]+")
_ENDS = "properties(r) AS properties, a.id AS start, b.id AS end, labels(a) AS start_labels, labels(b) AS end_labels"


def constraints() -> list[str]:
    """One uniqueness constraint on `id` for every label and every type, and the indexes the questions need."""
    unique_nodes = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in map(_label, node_kinds())
    ]
    unique_relationships = [
        f"CREATE CONSTRAINT {type_.lower()}_id IF NOT EXISTS FOR ()-[r:{type_}]-() REQUIRE r.id IS UNIQUE"
        for type_ in map(_type, relationship_kinds())
    ]
    indexes = [
        "CREATE INDEX evidence_fact IF NOT EXISTS FOR (n:Evidence) ON (n.fact)",
        "CREATE INDEX source_dataset IF NOT EXISTS FOR (n:Source) ON (n.dataset)",
        "CREATE INDEX evidence_load IF NOT EXISTS FOR (n:Evidence) ON (n.load)",
        "CREATE INDEX withdrawn_fact IF NOT EXISTS FOR (n:Withdrawn) ON (n.fact)",
        "CREATE INDEX withdrawn_because_of IF NOT EXISTS FOR (n:Withdrawn) ON (n.because_of)",
        "CREATE INDEX withdrawn_operation IF NOT EXISTS FOR (n:Withdrawn) ON (n.operation)",
    ]
    places = [f"CREATE INDEX {label.lower()}_place IF NOT EXISTS FOR (n:{label}) ON (n.placed_in)" for label in PLACED_LABELS]
    findings = "CREATE INDEX finding_question IF NOT EXISTS FOR (n:Finding) ON (n.question)"
    return [*unique_nodes, *unique_relationships, *indexes, *places, findings]


def write_nodes(label: str) -> str:
    """$rows: {id, properties} → nodes of one main label, made or overwritten."""
    return f"UNWIND $rows AS row MERGE (n:{_label(label)} {{id: row.id}}) SET n = row.properties RETURN count(n) AS written"


def add_label(label: str, second: str) -> str:
    """$ids → the second label on nodes that exist; a transaction of its own on the embedded engine."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) SET n:{_label(second)} RETURN count(n) AS written"


def remove_label(label: str, second: str) -> str:
    """$ids → the second label taken from nodes."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) REMOVE n:{_label(second)} RETURN count(n) AS written"


def write_relationships(type_: str, start: str, end: str) -> str:
    """$rows: {id, start, end, properties} → relationships of one type between two labels, made or overwritten."""
    declared = relationship_kinds()[type_]
    pattern = (
        f"(a)-[r:{_type(type_)} {{id: row.id}}]->(b)" if declared.merge_from == "start" else f"(b)<-[r:{_type(type_)} {{id: row.id}}]-(a)"
    )
    return (
        f"UNWIND $rows AS row MATCH (a:{_label(start)} {{id: row.start}}) MATCH (b:{_label(end)} {{id: row.end}}) "
        f"MERGE {pattern} SET r = row.properties RETURN count(r) AS written"
    )


def nodes_by_id(label: str) -> str:
    """$ids → {properties, labels} of the nodes that exist."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) RETURN properties(n) AS properties, labels(n) AS labels"


def levels_by_id(label: str) -> str:
    """$ids → {id, visibility} of the nodes that exist."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) RETURN id, n.visibility AS visibility"


def nodes_of_dataset() -> str:
    """$dataset → {properties, labels} of every node that it states, in one pass."""
    return "MATCH (n) WHERE $dataset IN n.sources RETURN properties(n) AS properties, labels(n) AS labels"


def relationships_of_dataset() -> str:
    """$dataset → every relationship that it states, in one pass: as `all_relationships`, with its type."""
    return f"MATCH (a)-[r]->(b) WHERE $dataset IN r.sources RETURN type(r) AS type, {_ENDS}"


def relationships_at(type_: str, start: str, end: str) -> str:
    """$rows: {id, start, end} → the relationships that exist there: as `all_relationships`, with their type."""
    pattern = _pattern(type_, start, end)
    return f"UNWIND $rows AS row {pattern} RETURN type(r) AS type, {_ENDS}"


def relationships_on(label: str) -> str:
    """$ids → every relationship of these nodes, whichever end they are: as `all_relationships`, with its type."""
    return (
        f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}})-[r]-(m) "
        "RETURN DISTINCT type(r) AS type, properties(r) AS properties, startNode(r).id AS start, endNode(r).id AS end, "
        "labels(startNode(r)) AS start_labels, labels(endNode(r)) AS end_labels"
    )


def links_of(label: str) -> str:
    """$ids → the links of these nodes to codes and cases: as `all_relationships`, with their type."""
    return f"UNWIND $ids AS id MATCH (a:{_label(label)} {{id: id}})-[r:{'|'.join(sorted(LINK_TYPES))}]->(b) RETURN type(r) AS type, {_ENDS}"


def places_of(label: str) -> str:
    """$ids of evidence or cases → {id, source}: the versions of the source in which each stands."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}})-[:FROM]->(s:Source) RETURN n.id AS id, s.id AS source"


def evidence_of_facts() -> str:
    """$ids of facts → {properties, labels} of all evidence of them."""
    return "UNWIND $ids AS id MATCH (n:Evidence {fact: id}) RETURN properties(n) AS properties, labels(n) AS labels"


def delete_nodes(label: str) -> str:
    """$ids → nodes of one label, deleted with their relationships."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) DETACH DELETE n"


def delete_relationships(type_: str, start: str, end: str) -> str:
    """$rows: {id, start, end} → relationships of one type between two labels, deleted."""
    return f"UNWIND $rows AS row {_pattern(type_, start, end)} DELETE r"


def all_nodes(label: str) -> str:
    """Every node of one label: {properties, labels}."""
    return f"MATCH (n:{_label(label)}) RETURN properties(n) AS properties, labels(n) AS labels"


def all_relationships(type_: str) -> str:
    """Every relationship of one type: {properties, start, end, start_labels, end_labels}."""
    return f"MATCH (a)-[r:{_type(type_)}]->(b) RETURN {_ENDS}"


def _pattern(type_: str, start: str, end: str) -> str:
    """The relationship of a $row, looked for from the end with few of its type."""
    if relationship_kinds()[type_].merge_from == "start":
        return f"MATCH (a:{_label(start)} {{id: row.start}})-[r:{_type(type_)} {{id: row.id}}]->(b:{_label(end)})"
    return f"MATCH (b:{_label(end)} {{id: row.end}})<-[r:{_type(type_)} {{id: row.id}}]-(a:{_label(start)})"


def _label(label: str) -> str:
    if label not in node_kinds() or not _NAME.fullmatch(label):
        raise ValueError(f"no such label in the model: {label!r}")
    return label


def _type(type_: str) -> str:
    if type_ not in relationship_kinds() or not _NAME.fullmatch(type_):
        raise ValueError(f"no such relationship type in the model: {type_!r}")
    return type_
