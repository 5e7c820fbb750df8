"""Nodes and relationships as they are stored and read back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Reference

Properties = dict[str, Any]


@dataclass(slots=True)
class NodeRow:
    """One node to be stored; `labels` has the main label first."""

    labels: tuple[str, ...]
    properties: Properties
    is_fact: bool

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])

    @property
    def reference(self) -> Reference:
        """Main label and id."""
        return Reference(label=self.labels[0], id=self.id)


@dataclass(slots=True)
class RelationshipRow:
    """One relationship to be stored."""

    type: str
    start: Reference
    end: Reference
    properties: Properties
    is_fact: bool

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])


Stored = TypeVar("Stored", NodeRow, RelationshipRow)


def node_row(row: Properties) -> NodeRow:
    """A node as it was read back: {properties, labels}."""
    labels = main_label_first(row["labels"])
    return NodeRow(labels, row["properties"], node_kinds()[labels[0]].is_fact)


def relationship_row(row: Properties) -> RelationshipRow:
    """A relationship as it was read back: {type, properties, start, end, start_labels, end_labels}."""
    return RelationshipRow(
        type=row["type"],
        start=Reference(label=main_label_first(row["start_labels"])[0], id=row["start"]),
        end=Reference(label=main_label_first(row["end_labels"])[0], id=row["end"]),
        properties=row["properties"],
        is_fact=relationship_kinds()[row["type"]].is_fact,
    )


def by_id(rows: Iterable[Stored]) -> dict[str, Stored]:
    """Rows by their id."""
    return {row.id: row for row in rows}


def main_label_first(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels with the main one first: a body that is a council too is an Organization first."""
    return tuple(sorted(labels, key=lambda label: (label != "Organization", label)))
