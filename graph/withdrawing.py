"""Records of what leaves the graph: the fact and its evidence in full, so that they can be put back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.definitions import Reference
from graph.model.findings import Withdrawn
from graph.roles import known_role
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import decoded, encoded


@dataclass
class Departure:
    """What leaves together: a fact with its evidence, or some evidence of a fact that stays."""

    fact: str
    row: NodeRow | RelationshipRow | None
    """The fact as it was stored; None where it stays, or was never there."""
    evidence: list[NodeRow] = field(default_factory=list)
    because_of: str | None = None
    why: str | None = None
    """Where it is not the cause of the others."""
    places: dict[str, list[str]] = field(default_factory=dict)
    """Id of evidence, or of the case itself → ids of the versions of the source in which it stands."""


@dataclass(frozen=True, kw_only=True)
class Cause:
    """Who withdraws, when, and by what."""

    why: str
    at: str
    operation: str
    dataset: str = ""
    by: str | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        """See that whoever decides is a role.

        Raises:
            QueryMisused: it is not.
        """
        if self.by is not None:
            known_role(self.by)


def record_of(departure: Departure, cause: Cause) -> NodeRow:
    """The record that keeps a departure in full."""
    row = departure.row
    labels, start, end = _named(departure)
    properties = row.properties if row else _as_stated(departure.evidence)
    why = departure.why or cause.why
    content = {"properties": encoded(properties), "evidence": [encoded(one.properties) for one in departure.evidence]}
    if departure.places:
        content["places"] = departure.places
    datasets = sorted({str(one.properties["dataset"]) for one in departure.evidence})
    record = Withdrawn(
        key=f"withdrawn|{departure.fact}|{why}|{cause.operation}|{cause.at}",
        name=str(properties.get("name") or labels[0]),
        visibility="restricted",
        sources=tuple(datasets),
        evidence=tuple(sorted(one.id for one in departure.evidence)),
        fact=departure.fact,
        kind="evidence" if row is None and not departure.because_of else "relationship" if start else "node",
        labels=labels,
        start=f"{start.label} {start.id}" if start else None,
        end=f"{end.label} {end.id}" if end else None,
        content=json.dumps(content, ensure_ascii=False, sort_keys=True),
        dataset=cause.dataset or (datasets[0] if datasets else ""),
        why=why,
        because_of=departure.because_of,
        operation=cause.operation,
        by=cause.by,
        reason=cause.reason,
        withdrawn_at=cause.at,
    )
    stored = {name: list(value) if isinstance(value, tuple) else value for name, value in record.properties().items()}
    return NodeRow((Withdrawn.label,), stored, is_fact=False)


def content_of(record: Mapping[str, Any]) -> tuple[Properties, list[NodeRow]]:
    """The properties and the evidence that a record keeps."""
    content = json.loads(record["content"])
    return decoded(content["properties"]), [NodeRow(("Evidence",), decoded(one), is_fact=False) for one in content["evidence"]]


def places_of(record: Mapping[str, Any]) -> dict[str, list[str]]:
    """Id of evidence or case → ids of the versions of the source in which it stood."""
    places: dict[str, list[str]] = json.loads(record["content"]).get("places", {})
    return places


def reference_in(text: str) -> Reference:
    """'Label id' as it stands on a record."""
    label, _, id_ = text.partition(" ")
    return Reference(label=label, id=id_)


def _named(departure: Departure) -> tuple[tuple[str, ...], Reference | None, Reference | None]:
    row = departure.row
    if isinstance(row, NodeRow):
        return row.labels, None, None
    if isinstance(row, RelationshipRow):
        return (row.type,), row.start, row.end
    content = json.loads(departure.evidence[0].properties["states"])
    start, end = content.get("start"), content.get("end")
    references = [Reference(label=one[0], id=one[1]) if one else None for one in (start, end)]
    return tuple(content["labels"]), references[0], references[1]


def _as_stated(evidence: Sequence[NodeRow]) -> Properties:
    return decoded(json.loads(evidence[0].properties["states"])["properties"]) if evidence else {}
