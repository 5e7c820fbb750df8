"""What one quotation states of a fact, kept on its evidence: the fact itself is made from these (`graph.deriving`).

On the evidence it is JSON (`states`), under the ids with which it was read; a correction lies beside it (`corrected`)
and a merge changes only where it counts (`fact`), so that both can be taken back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.identity import identifier
from graph.model.catalogue import relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Reference

Properties = dict[str, Any]

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one quotation states."""

    evidence: str
    """Id of the evidence."""
    dataset: str
    read_as: str
    """Id of the fact as it was read."""
    labels: tuple[str, ...]
    """Labels of the node, the main one first, or the type of the relationship."""
    properties: Properties
    """As stated, corrections put in; without what writing keeps (id, sources, evidence, verified_on)."""
    start: Reference | None = None
    end: Reference | None = None
    codes: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    case: str | None = None
    quoted: str = "public"
    """Visibility of the words themselves."""
    verified_on: date | None = None
    position: int = 1

    @property
    def visibility(self) -> str:
        """As strict as its dataset states the fact."""
        return str(self.properties["visibility"])

    def content(self) -> str:
        """Its JSON, as evidence keeps it."""
        content: Properties = {"labels": self.labels, "properties": encoded(self.properties)}
        if self.start and self.end:
            content |= {"start": [self.start.label, self.start.id], "end": [self.end.label, self.end.id]}
        for name in ("codes", "schemes", "case"):
            if getattr(self, name):
                content[name] = getattr(self, name)
        if self.quoted != "public":
            content["quoted"] = self.quoted
        return _JSON.encode(content)


def statement_of(evidence: Mapping[str, Any]) -> Statement:
    """What evidence states, as it is stored, corrections put in."""
    content = json.loads(evidence["states"])
    corrections = json.loads(evidence.get("corrected") or "{}")
    codes = tuple(corrections.pop("codes", content.get("codes", ())))
    return Statement(
        evidence=evidence["id"],
        dataset=evidence["dataset"],
        read_as=evidence.get("read_as") or evidence["fact"],
        labels=tuple(content["labels"]),
        properties={name: value for name, value in (decoded(content["properties"]) | decoded(corrections)).items() if value is not None},
        start=_reference(content.get("start")),
        end=_reference(content.get("end")),
        codes=codes,
        schemes=tuple(content.get("schemes", ())),
        case=content.get("case"),
        quoted=content.get("quoted", "public"),
        verified_on=evidence.get("verified_on"),
        position=evidence["position"],
    )


def redirected(statement: Statement, redirects: Mapping[str, str]) -> Statement:
    """The statement with the ends of its relationship as the ledger of merges has them."""
    if not redirects or statement.start is None or statement.end is None:
        return statement
    start, end = (replace(one, id=redirects[one.id]) if one.id in redirects else one for one in (statement.start, statement.end))
    if not relationship_kinds()[statement.labels[0]].directed and end.id < start.id:
        start, end = end, start
    return replace(statement, start=start, end=end)


def fact_of(statement: Statement, redirects: Mapping[str, str]) -> str:
    """Id of the fact for which a statement counts, its own or the one that a merge made it part of."""
    if statement.start is None or statement.end is None:
        return redirects.get(statement.read_as, statement.read_as)
    if not redirects or (statement.start.id not in redirects and statement.end.id not in redirects):
        return statement.read_as
    return identifier(relationship_key(redirected(statement, redirects)))


def relationship_key(statement: Statement) -> str:
    """Identity in words of the relationship that is stated, as `Relationship.key` has it."""
    kind = relationship_kinds()[statement.labels[0]]
    ends = [end.id for end in (statement.start, statement.end) if end]
    return "|".join(["relationship", kind.type, *ends, *(str(statement.properties.get(name) or "") for name in kind.qualifier)])


def strictest(*levels: str) -> str:
    """The strictest of several visibility levels."""
    return max(levels, key=VISIBILITY_LEVELS.index)


def loosest(*levels: str) -> str:
    """The loosest of several visibility levels."""
    return min(levels, key=VISIBILITY_LEVELS.index)


def encoded(properties: Mapping[str, Any]) -> Properties:
    """Properties as JSON can hold them: a date is {"date": "2026-04-01"}."""
    return {name: {"date": value.isoformat()} if isinstance(value, date) else value for name, value in properties.items()}


def decoded(properties: Mapping[str, Any]) -> Properties:
    """The opposite of `encoded`."""
    return {name: date.fromisoformat(value["date"]) if isinstance(value, dict) else value for name, value in properties.items()}


def _reference(content: list[str] | None) -> Reference | None:
    return Reference(label=content[0], id=content[1]) if content else None
