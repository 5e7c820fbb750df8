"""What the graph holds as the things and ties of a network file, each with what the model states of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.holdings import Holdings
from graph.messages import Messages
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import NodeKind, RelationshipKind
from graph.rows import NodeRow, RelationshipRow
from loaders.exporting import LeftOut
from loaders.networks.fields import THINGS, TIES, properties
from loaders.networks.values import types
from loaders.networks.words import BETWEEN_LABELS

COMMON = ("visibility", "verified_on", "sources")
OF_THINGS = ("key", "area", "placed_in", *properties(THINGS), *(("schemes",) if "schemes" not in properties(THINGS) else ()), *COMMON)
"""Attributes of things, in the order in which files give them."""
OF_TIES = (*properties(TIES), *COMMON)
NAMED_IN_TITLE = 5
"""Areas that a file names in its title."""

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What neither XML 1.0 nor a workbook can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedThing:
    """A thing with its attributes; what nobody states is missing."""

    id: str
    name: str
    labels: tuple[str, ...]
    attributes: Mapping[str, Any]

    @property
    def type(self) -> str:
        """Its labels in one: Organization, Organization|Council."""
        return BETWEEN_LABELS.join(self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedTie:
    """A relationship with its attributes."""

    id: str
    type: str
    start: str
    end: str
    attributes: Mapping[str, Any]

    @property
    def is_directed(self) -> bool:
        """Whether its direction means something."""
        return relationship_kinds()[self.type].directed


@dataclass(frozen=True, kw_only=True)
class Carried:
    """Everything that a network file gets."""

    things: tuple[CarriedThing, ...]
    ties: tuple[CarriedTie, ...]
    removed: int
    """Characters that cannot be written."""

    def counts(self, holdings: Holdings) -> dict[str, int]:
        """How many of each kind."""
        found = {label: len(holdings.of_label(label)) for label in node_kinds() if holdings.of_label(label)}
        return found | ({"relationships": len(self.ties)} if self.ties else {})

    def left_out(self, holdings: Holdings) -> tuple[LeftOut, ...]:
        """What the holdings have and no network file carries."""
        counted = {
            "without_evidence": sum(map(len, holdings.evidence.values())),
            "without_sources": len(holdings.sources),
            "without_key": sum("key" not in one.attributes for one in self.things),
            "control_characters": self.removed,
        }
        return tuple(LeftOut(code=code, count=count) for code, count in counted.items() if count)


def carried(holdings: Holdings) -> Carried:
    """What a network file gets of the holdings, in their order."""
    cleaning = _Cleaning()
    things = tuple(_thing(node, holdings, cleaning) for node in holdings.nodes)
    ties = tuple(_tie(one, cleaning) for one in holdings.relationships)
    return Carried(things=things, ties=ties, removed=cleaning.removed)


@cache
def attribute_types() -> Mapping[str, str]:
    """Attribute → str, int, float, bool, date, strings or integers; a name has one type, whatever it is stated of."""
    found: dict[str, str] = {"area": "str", "schemes": "strings"}
    kinds: list[NodeKind | RelationshipKind] = [*node_kinds().values(), *relationship_kinds().values()]
    for kind in kinds:
        if kind.is_fact:
            found |= types(kind)
    return found


def title_of(holdings: Holdings, words: Messages) -> str:
    """What a file of these holdings is called: by the municipalities that it speaks of, so that two of them differ."""
    homes = {str(row.properties.get("placed_in")) for row in holdings.nodes if row.properties.get("placed_in")}
    names = list(dict.fromkeys(holdings.full_name(id_) for id_ in sorted(homes & holdings.by_id.keys())))
    if not names:
        return words("text.title_empty")
    more = [words("text.title_more", count=len(names) - NAMED_IN_TITLE)] if len(names) > NAMED_IN_TITLE else []
    return words("text.title", areas="・".join([*sorted(names)[:NAMED_IN_TITLE], *more]))


class _Cleaning:
    """Takes out what cannot be written, and counts it."""

    def __init__(self) -> None:
        self.removed = 0

    def clean(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            return tuple(self.clean(one) for one in value)
        if not isinstance(value, str):
            return value
        text, count = _UNWRITABLE.subn("", value)
        self.removed += count
        return text


def _thing(node: NodeRow, holdings: Holdings, cleaning: _Cleaning) -> CarriedThing:
    given = dict(node.properties) | dict(_beside(node, holdings))
    return CarriedThing(
        id=node.id,
        name=str(cleaning.clean(node.properties["name"])),
        labels=node.labels,
        attributes={name: cleaning.clean(given[name]) for name in OF_THINGS if _says(given.get(name))},
    )


def _tie(one: RelationshipRow, cleaning: _Cleaning) -> CarriedTie:
    return CarriedTie(
        id=one.id,
        type=one.type,
        start=one.start.id,
        end=one.end.id,
        attributes={name: cleaning.clean(one.properties[name]) for name in OF_TIES if _says(one.properties.get(name))},
    )


def _beside(node: NodeRow, holdings: Holdings) -> Iterator[tuple[str, Any]]:
    """What is not a property: its codes, and the area that people know it by."""
    codes = holdings.codes.get(node.id, ())
    yield "schemes", [code for kind, code in codes if kind == "Scheme"]
    if "Need" not in node.labels:
        yield "codes", [code for kind, code in codes if kind != "Scheme"]
    lies_in = [area.id for area in holdings.lies_in(node.id)][-2:-1] if node.labels == ("Area",) else [node.properties.get("placed_in")]
    for id_ in lies_in:
        if id_ in holdings.by_id:
            yield "area", holdings.full_name(str(id_))


def _says(value: Any) -> bool:
    return value is not None and value not in ("", [], ())
