"""Reviewing evidence: what a person says of a sentence and of what was read in it.

Confirmed and corrected evidence stays; what is rejected leaves the graph, and with the last evidence its fact. Each
can be taken back. A reviewer is a role, never a person.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from graph.changing import Change, carry_out
from graph.connection import Graph
from graph.corrections import corrections_of
from graph.errors import QueryMisused
from graph.plans import Plan
from graph.rows import NodeRow, Properties
from graph.stated import statement_of
from graph.withdrawing import Cause, content_of

KEEPING = "MATCH (w:Withdrawn) WHERE $id IN w.evidence AND w.put_back_at IS NULL RETURN properties(w) AS properties"


def find(graph: Graph, id_: str) -> NodeRow:
    """Evidence by its id, or the beginning of its id.

    Raises:
        QueryMisused: there is none, or the beginning fits several.
    """
    rows = graph.read(
        "MATCH (e:Evidence) WHERE e.id STARTS WITH $id WITH e ORDER BY e.id LIMIT 2 RETURN properties(e) AS properties", id=id_
    )
    if len(rows) != 1 or not id_:
        raise QueryMisused("evidence_ambiguous" if rows and id_ else "evidence_unknown", id=id_)
    return NodeRow(("Evidence",), rows[0]["properties"], is_fact=False)


def confirm(graph: Graph, id_: str, *, by: str, reason: str | None = None) -> Plan:
    """Say that it is so."""
    return _review(graph, id_, "confirmed", by=by, reason=reason)


def reopen(graph: Graph, id_: str, *, by: str, reason: str | None = None) -> Plan:
    """Take a review back, also a rejection."""
    with graph.single_writer():
        rejected = graph.read(KEEPING, id=id_)
        if not rejected:
            return _review(graph, id_, "open", by=by, reason=reason)
        at = now()
        records = [row["properties"] for row in rejected]
        writing = [
            _reviewed(row, "open", by=by, reason=reason, at=at) for record in records for row in content_of(record)[1] if row.id == id_
        ]
        cause = Cause(why="reopened", at=at, operation=f"review|{id_}|{at}", by=by, reason=reason)
        return carry_out(graph, Change(writing=writing[:1], returning=records), cause)


def reject(graph: Graph, id_: str, *, by: str, reason: str) -> Plan:
    """Say that it is not so: the evidence leaves, and with the last evidence the fact."""
    with graph.single_writer():
        row = find(graph, id_)
        at = now()
        cause = Cause(why="rejected", at=at, operation=f"review|{row.id}|{at}", by=by, reason=reason)
        return carry_out(graph, Change(leaving=[_reviewed(row, "rejected", by=by, reason=reason, at=at)]), cause)


def correct(graph: Graph, id_: str, values: Mapping[str, str], *, by: str, reason: str) -> Plan:
    """Put other values in the place of those that were read.

    Args:
        graph: where.
        id_: the evidence.
        values: property → value in words; an empty text means that the source does not say it. `codes` takes several,
            separated by commas.
        by: role of the reviewer.
        reason: why.

    Raises:
        QueryMisused: a property that the fact does not have, or a value that does not fit it.
    """
    with graph.single_writer():
        row = find(graph, id_)
        statement = statement_of(row.properties)
        corrections = json.loads(row.properties.get("corrected") or "{}") | corrections_of(statement.labels[0], values)
        at = now()
        corrected = _reviewed(row, "corrected", by=by, reason=reason, at=at)
        corrected.properties["corrected"] = json.dumps(corrections, ensure_ascii=False, sort_keys=True)
        cause = Cause(why="corrected", at=at, operation=f"review|{row.id}|{at}", by=by, reason=reason)
        return carry_out(graph, Change(writing=[corrected]), cause)


def now() -> str:
    """The time of a decision, ISO 8601 with time zone."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _review(graph: Graph, id_: str, review: str, *, by: str, reason: str | None) -> Plan:
    with graph.single_writer():
        at = now()
        row = _reviewed(find(graph, id_), review, by=by, reason=reason, at=at)
        cause = Cause(why=review, at=at, operation=f"review|{row.id}|{at}", by=by, reason=reason)
        return carry_out(graph, Change(writing=[row]), cause)


def _reviewed(row: NodeRow, review: str, *, by: str, reason: str | None, at: str) -> NodeRow:
    dropped = {"reason"} if review != "open" else {"reason", "corrected"}
    kept: Properties = {name: value for name, value in row.properties.items() if name not in dropped}
    kept |= {"review": review, "reviewed_by": by, "reviewed_at": at} | ({"reason": reason} if reason else {})
    return NodeRow(row.labels, kept, is_fact=False)
