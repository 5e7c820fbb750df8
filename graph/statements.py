"""Cypher for writing and for reading back, generated from the declared model.

Labels, types and property names come from the declarations only and are checked here; values are always parameters.
Each statement is known to answer alike on both engines (graph/decisions/0001): among others, a second label is set in
a transaction of its own, and a MERGE begins at the end with few relationships.
"""

import re

from graph.model.catalogue import node_kinds, relationship_kinds

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
    ]
    return unique_nodes + unique_relationships + indexes


def write_nodes(label: str) -> str:
    """$rows: {id, properties} → nodes of one main label, made or overwritten."""
    return f"UNWIND $rows AS row MERGE (n:{_label(label)} {{id: row.id}}) SET n = row.properties RETURN count(n) AS written"


def add_label(label: str, second: str) -> str:
    """$ids → the second label on nodes that exist; a transaction of its own on the embedded engine."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) SET n:{_label(second)} RETURN count(n) AS written"


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


def nodes_of_dataset() -> str:
    """$dataset → {properties, labels} of every node that it states, in one pass."""
    return "MATCH (n) WHERE $dataset IN n.sources RETURN properties(n) AS properties, labels(n) AS labels"


def relationships_of_dataset() -> str:
    """$dataset → every relationship that it states, in one pass: as `all_relationships`, with its type."""
    return f"MATCH (a)-[r]->(b) WHERE $dataset IN r.sources RETURN type(r) AS type, {_ENDS}"


def relationships_by_id(type_: str) -> str:
    """$ids → the relationships of one type that exist: as `all_relationships`, with their type."""
    return f"MATCH (a)-[r:{_type(type_)}]->(b) WHERE r.id IN $ids RETURN type(r) AS type, {_ENDS}"


def delete_nodes(label: str) -> str:
    """$ids → nodes of one label, deleted with their relationships."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) DETACH DELETE n"


def delete_relationships(type_: str) -> str:
    """$ids → relationships of one type, deleted."""
    return f"MATCH ()-[r:{_type(type_)}]->() WHERE r.id IN $ids DELETE r"


def all_nodes(label: str) -> str:
    """Every node of one label: {properties, labels}."""
    return f"MATCH (n:{_label(label)}) RETURN properties(n) AS properties, labels(n) AS labels"


def all_relationships(type_: str) -> str:
    """Every relationship of one type: {properties, start, end, start_labels, end_labels}."""
    return f"MATCH (a)-[r:{_type(type_)}]->(b) RETURN {_ENDS}"


def _label(label: str) -> str:
    if label not in node_kinds() or not _NAME.fullmatch(label):
        raise ValueError(f"no such label in the model: {label!r}")
    return label


def _type(type_: str) -> str:
    if type_ not in relationship_kinds() or not _NAME.fullmatch(type_):
        raise ValueError(f"no such relationship type in the model: {type_!r}")
    return type_
