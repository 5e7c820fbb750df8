"""How kinds of nodes and relationships are declared.

A declaration is a frozen dataclass whose fields are described. Statements, constraints, checks and the model page
are generated from it (`graph.statements`, `graph.model.page`), so that a kind of thing is described in one place only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, TypeAlias

from graph.identity import identifier

Value: TypeAlias = str | int | float | bool | date | tuple[str, ...] | tuple[int, ...] | None

VISIBILITY_LEVELS = ("public", "members", "restricted")
"""From the loosest to the strictest."""


def described(description: str, default: Any = None) -> Any:
    """Declare a property with the sentence that the model page shows for it."""
    return field(default=default, metadata={"description": description})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A node named by its main label and its id, without its properties."""

    label: str
    id: str


@dataclass(frozen=True, kw_only=True)
class Node:
    """What every node declares beside its own properties.

    `key` is the identity in words; the id is made from it and nothing else, so a loader that names the same thing
    twice names one node.
    """

    label: ClassVar[str]
    is_fact: ClassVar[bool] = True
    is_of_the_database: ClassVar[bool] = False
    """Whether it speaks of this one database and means nothing in another: a dump leaves it out."""

    key: str = described("Identity in words; the id is the UUID v5 of it.", "")
    name: str = described("As the best source words it.", "")
    visibility: str = described("public, members or restricted.", "public")
    verified_on: date | None = described("The newest day for which a source states it; kept by writing.")
    sources: tuple[str, ...] = described("Datasets that state it, sorted; kept by writing.", ())
    evidence: tuple[str, ...] = described("Ids of its evidence, sorted; kept by writing.", ())
    differs: tuple[str, ...] = described("Properties that its sources give differently, sorted; the values are on the evidence.", ())

    @cached_property
    def id(self) -> str:
        """The UUID v5 of the key."""
        return identifier(self.key)

    @property
    def reference(self) -> Reference:
        """Label and id, for the end of a relationship."""
        return Reference(label=self.label, id=self.id)

    def properties(self) -> dict[str, Value]:
        """What is stored: every property that says something, with the id."""
        return {"id": self.id} | stated(self)


NodeKind: TypeAlias = type[Node]


@dataclass(frozen=True, kw_only=True)
class Relationship:
    """What every relationship declares beside its own properties.

    `starts` and `ends` list the labels that may stand at either end; `qualifier` names the properties that tell two
    relationships of one type between the same nodes apart; `merge_from` is the end with few relationships of this
    type, where a MERGE has to begin (graph/README.md).
    """

    type: ClassVar[str]
    starts: ClassVar[tuple[NodeKind, ...]]
    ends: ClassVar[tuple[NodeKind, ...]]
    qualifier: ClassVar[tuple[str, ...]] = ()
    directed: ClassVar[bool] = True
    merge_from: ClassVar[str] = "start"
    is_fact: ClassVar[bool] = True

    start: Reference
    end: Reference
    visibility: str = described("public, members or restricted; as strict as its strictest part.", "public")
    verified_on: date | None = described("The newest day for which a source states it; kept by writing.")
    sources: tuple[str, ...] = described("Datasets that state it, sorted; kept by writing.", ())
    evidence: tuple[str, ...] = described("Ids of its evidence, sorted; kept by writing.", ())
    differs: tuple[str, ...] = described("Properties that its sources give differently, sorted; the values are on the evidence.", ())

    @property
    def key(self) -> str:
        """Type, ends and qualifier in words; an undirected relationship is stored once, smaller id first."""
        ends = self.ordered_ends()
        qualifiers = [str(getattr(self, name) or "") for name in self.qualifier]
        return "|".join(["relationship", self.type, ends[0].id, ends[1].id, *qualifiers])

    @cached_property
    def id(self) -> str:
        """The UUID v5 of the key."""
        return identifier(self.key)

    def ordered_ends(self) -> tuple[Reference, Reference]:
        """Start and end as they are stored."""
        if not self.directed and self.end.id < self.start.id:
            return self.end, self.start
        return self.start, self.end

    def properties(self) -> dict[str, Value]:
        """What is stored on the relationship, with its id."""
        return {"id": self.id} | stated(self)


RelationshipKind: TypeAlias = type[Relationship]


def stated(thing: Node | Relationship) -> dict[str, Value]:
    """The declared properties that hold a value; absent is left out, never an empty text and never 0."""
    found: dict[str, Value] = {}
    for name in property_descriptions(type(thing)):
        value = getattr(thing, name)
        if value is None or value in {"", ()}:
            continue
        found[name] = value
    return found


def property_descriptions(kind: NodeKind | RelationshipKind) -> Mapping[str, str]:
    """Name and description of each declared property, in the order of declaration."""
    if kind not in _DESCRIPTIONS:
        _DESCRIPTIONS[kind] = {item.name: item.metadata["description"] for item in fields(kind) if "description" in item.metadata}
    return _DESCRIPTIONS[kind]


_DESCRIPTIONS: dict[NodeKind | RelationshipKind, Mapping[str, str]] = {}
"""Read once for each kind: a large load asks for them a million times."""
