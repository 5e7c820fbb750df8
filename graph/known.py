"""What is stored of the things that a change touches, read in as few questions as possible."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from graph import statements
from graph.connection import Graph
from graph.deriving import LINK_TYPES
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Reference
from graph.rows import NodeRow, Properties, RelationshipRow, by_id, node_row, relationship_row

READ_BATCH = 5_000

Item = TypeVar("Item")

Address = tuple[str, Reference, Reference]
"""Type, start and end: where a relationship is looked for."""


class Known:
    """Stored nodes, relationships and links by id."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes: dict[str, NodeRow] = {}
        self.relationships: dict[str, RelationshipRow] = {}
        self.links: dict[str, dict[str, RelationshipRow]] = defaultdict(dict)
        """Id of a node → its links to codes and cases by id."""

    def read_dataset(self, dataset: str) -> None:
        """Everything that a dataset states."""
        rows = self.graph.read(statements.nodes_of_dataset(), dataset=dataset)
        self.nodes |= by_id(node_row(row) for row in rows if node_kinds().keys() - {"Withdrawn"} >= set(row["labels"]))
        rows = self.graph.read(statements.relationships_of_dataset(), dataset=dataset)
        self.take(relationship_row(row) for row in rows if row["type"] in relationship_kinds())

    def read_nodes(self, wanted: Mapping[str, Iterable[str]]) -> None:
        """Nodes by main label and id, as far as they are not known yet, and their links."""
        for label, ids in wanted.items():
            found: list[str] = []
            for part in parts([id_ for id_ in ids if id_ not in self.nodes]):
                rows = by_id(map(node_row, self.graph.read(statements.nodes_by_id(label), ids=part)))
                self.nodes |= rows
                found += rows
            if label in statements.LINKED_LABELS:
                self._read_links(label, found)

    def read_relationships(self, wanted: Iterable[tuple[str, Address]]) -> None:
        """Relationships by id and address, as far as they are not known yet."""
        groups: dict[tuple[str, str, str], list[Properties]] = defaultdict(list)
        for id_, (type_, start, end) in wanted:
            if id_ not in self.relationships:
                groups[type_, start.label, end.label].append({"id": id_, "start": start.id, "end": end.id})
        for key, rows in groups.items():
            for part in parts(rows):
                self.take(map(relationship_row, self.graph.read(statements.relationships_at(*key), rows=part)))

    def evidence_of(self, facts: Iterable[str]) -> list[NodeRow]:
        """All evidence of some facts."""
        statement = statements.evidence_of_facts()
        return [node_row(row) for part in parts(list(facts)) for row in self.graph.read(statement, ids=part)]

    def evidence_by_id(self, ids: Iterable[str]) -> list[NodeRow]:
        """Evidence by its own id."""
        statement = statements.nodes_by_id("Evidence")
        return [node_row(row) for part in parts(list(ids)) for row in self.graph.read(statement, ids=part)]

    def places_of(self, label: str, ids: Iterable[str]) -> dict[str, list[str]]:
        """Id of evidence or case → ids of the versions of the source in which it stands, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for part in parts(list(ids)):
            for row in self.graph.read(statements.places_of(label), ids=part):
                found[row["id"]].append(row["source"])
        return {id_: sorted(sources) for id_, sources in found.items()}

    def hanging_on(self, ids: Iterable[str]) -> list[RelationshipRow]:
        """Every relationship that begins or ends at some known nodes; those that are facts are known from then on."""
        by_label: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            by_label[self.nodes[id_].labels[0]].append(id_)
        found: list[RelationshipRow] = []
        for label, group in by_label.items():
            for part in parts(group):
                found += map(relationship_row, self.graph.read(statements.relationships_on(label), ids=part))
        self.take(row for row in found if row.is_fact)
        return found

    def levels_of(self, wanted: Mapping[str, Iterable[str]]) -> dict[str, str]:
        """Id → visibility of nodes by main label and id; those that are not there are left out."""
        found: dict[str, str] = {}
        for label, ids in wanted.items():
            for part in parts(sorted(ids)):
                found |= {row["id"]: row["visibility"] for row in self.graph.read(statements.levels_by_id(label), ids=part)}
        return found

    def read_links(self, wanted: Iterable[str]) -> None:
        """The links of known nodes."""
        by_label: dict[str, list[str]] = defaultdict(list)
        for id_ in wanted:
            if id_ in self.nodes and self.nodes[id_].labels[0] in statements.LINKED_LABELS:
                by_label[self.nodes[id_].labels[0]].append(id_)
        for label, ids in by_label.items():
            self._read_links(label, ids)

    def _read_links(self, label: str, ids: list[str]) -> None:
        for part in parts(ids):
            self.take(map(relationship_row, self.graph.read(statements.links_of(label), ids=part)))

    def take(self, rows: Iterable[RelationshipRow]) -> None:
        """Know relationships that were read."""
        for row in rows:
            if row.type in LINK_TYPES:
                self.links[row.start.id][row.id] = row
            else:
                self.relationships[row.id] = row


def parts(items: list[Item]) -> Iterable[list[Item]]:
    """A long list in pieces that one statement takes."""
    for begin in range(0, len(items), READ_BATCH):
        yield items[begin : begin + READ_BATCH]
