"""Findings as they lie in the graph, and what happened to each."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from graph import statements
from graph.connection import Graph
from graph.deriving import plain
from graph.errors import QueryMisused
from graph.model.definitions import property_descriptions
from graph.model.findings import Finding
from graph.rows import Properties

OPEN, IN_PROGRESS, ACCEPTED, RESOLVED, DATA_ERROR = STATUSES = ("open", "in_progress", "accepted_until", "resolved", "data_error")
SHORTEST_ID = 6
ALL = "MATCH (f:Finding) WHERE f.visibility IN $visible RETURN properties(f) AS properties"
OF_QUESTION = "MATCH (f:Finding) WHERE f.question = $question AND f.visibility IN $visible RETURN properties(f) AS properties"


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened to a finding."""

    at: str
    """ISO 8601 with time zone."""
    kind: str
    """followed, decided, answered, taken_back, unrecorded, reworded, returned or lapsed."""
    status: str
    """Its status from then on."""
    by: str | None = None
    """A role, where somebody decided."""
    why: str | None = None
    until: str | None = None
    operation: str | None = None
    """The load or decision after which it was looked for."""


def with_event(finding: Finding, kind: str, status: str, **more: Any) -> Finding:
    """A finding to which something happened just now."""
    event = Event(at=datetime.now(UTC).isoformat(timespec="seconds"), kind=kind, status=status, **more)
    told = {name: value for name, value in asdict(event).items() if value is not None}
    return replace(finding, status=status, notes=(*finding.notes, json.dumps(told, ensure_ascii=False)))


def events_of(finding: Finding) -> list[Event]:
    """What happened to it, the oldest first."""
    return [Event(**json.loads(note)) for note in finding.notes]


def identity_of(finding: Finding) -> dict[str, str]:
    """Identity column → value, as it was when it was followed."""
    found: dict[str, str] = json.loads(finding.identity)
    return found


def row_of(finding: Finding) -> dict[str, Any]:
    """What people see of the row, as it was last seen."""
    found: dict[str, Any] = json.loads(finding.shown)
    return found


def on_day(finding: Finding, today: date) -> Finding:
    """A finding as it stands on a day: accepted only until its date."""
    lapsed = finding.status == ACCEPTED and finding.accepted_until is not None and finding.accepted_until < today
    return replace(finding, status=OPEN) if lapsed else finding


def findings_of(graph: Graph, visible: list[str], *, question: str | None = None) -> list[Finding]:
    """The findings that may be seen, those followed first coming first."""
    rows = graph.read(OF_QUESTION, question=question, visible=visible) if question else graph.read(ALL, visible=visible)
    found = [finding_of(row["properties"]) for row in rows if row["properties"].get("shown")]
    return sorted(found, key=lambda one: (one.first_seen or date.min, one.id))


def finding_called(findings: Iterable[Finding], id_: str) -> Finding:
    """One finding by its id or the beginning of it.

    Raises:
        QueryMisused: there is none, or several begin so.
    """
    found = [one for one in findings if one.id == id_ or (len(id_) >= SHORTEST_ID and one.id.startswith(id_))]
    if len(found) != 1:
        raise QueryMisused("unknown_finding", id=id_)
    return found[0]


def finding_of(properties: Mapping[str, Any]) -> Finding:
    """A finding as it was read back."""
    declared = property_descriptions(Finding)
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in properties.items() if name in declared
    }
    return Finding(**values)


def write_findings(graph: Graph, findings: Iterable[Finding]) -> None:
    """Write findings, each in full."""
    rows: list[Properties] = [{"id": one.id, "properties": plain(one.properties())} for one in findings]
    if rows:
        graph.write(lambda transaction: transaction.run(statements.write_nodes(Finding.label), rows=rows))
