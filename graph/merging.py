"""Deciding that two names are one body, or two: written into the ledger, and taken back from it."""

from dataclasses import dataclass
from typing import Any

from graph.changing import Change, carry_out
from graph.connection import Graph
from graph.deriving import plain
from graph.errors import QueryMisused
from graph.evidence import now
from graph.known import Known
from graph.ledger import Ledger
from graph.model.bookkeeping import Merge
from graph.plans import Plan
from graph.rows import NodeRow, Properties
from graph.withdrawing import Cause

MERGED_LABELS = ("Organization", "Council", "Service", "Programme")
"""Kinds of which one thing can have two names. Areas have codes, needs have their codes and area."""

SHORTEST_ID = 6
BEGINNING = "MATCH (n:{label}) WHERE n.id STARTS WITH $id RETURN n.id AS id ORDER BY id LIMIT 2"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """An entry of the ledger that was written."""

    id: str
    plan: Plan


def merge(graph: Graph, kept: str, gone: str, *, by: str, reason: str) -> Decision:
    """Make one body of two: the second becomes part of the first, with all its evidence.

    Raises:
        QueryMisused: an id is unknown, the two are of different kinds, or they are one already.
    """
    with graph.single_writer():
        ledger = Ledger.of(graph)
        one, other = _body(graph, ledger, kept), _body(graph, ledger, gone)
        _refuse(one, other)
        at = now()
        entry = _entry(one, other, state="merged", by=by, reason=reason, at=at)
        after = Ledger.from_entries([*(known for known in ledger.entries if known["id"] != entry.id), entry.properties])
        return _carry_out(graph, entry, after, [one, other], Cause(why="merged", at=at, operation=entry.id, by=by, reason=reason))


def keep_apart(graph: Graph, one_id: str, other_id: str, *, by: str, reason: str) -> Decision:
    """Note that two names are two bodies: they are not suggested again.

    Raises:
        QueryMisused: as for `merge`.
    """
    with graph.single_writer():
        ledger = Ledger.of(graph)
        one, other = _body(graph, ledger, one_id), _body(graph, ledger, other_id)
        _refuse(one, other)
        at = now()
        entry = _entry(one, other, state="kept_apart", by=by, reason=reason, at=at)
        return _carry_out(graph, entry, ledger, [], Cause(why="merged", at=at, operation=entry.id, by=by, reason=reason))


def undo(graph: Graph, id_: str, *, by: str, reason: str | None = None) -> Decision:
    """Take a decision of the ledger back: every sentence speaks of the body again that it named.

    Raises:
        QueryMisused: there is no such decision in force.
    """
    with graph.single_writer():
        ledger = Ledger.of(graph)
        found = [entry for entry in ledger.entries if id_ and entry["id"].startswith(id_) and entry["state"] != "undone"]
        if len(found) != 1:
            raise QueryMisused("decision_unknown", id=id_)
        at = now()
        undone = found[0] | {"state": "undone", "by": by, "decided_at": at} | ({"reason": reason} if reason else {})
        entry = NodeRow(("Merge",), undone, is_fact=False)
        after = Ledger.from_entries([*(known for known in ledger.entries if known["id"] != entry.id), undone])
        kept = Known(graph)
        kept.read_nodes({undone["of"]: [ledger.resolve(undone["kept"])]})
        cause = Cause(why="merged", at=at, operation=entry.id, by=by, reason=reason)
        return _carry_out(graph, entry, after, list(kept.nodes.values()) if found[0]["state"] == "merged" else [], cause)


def _carry_out(graph: Graph, entry: NodeRow, ledger: Ledger, bodies: list[NodeRow], cause: Cause) -> Decision:
    """Settle the bodies and everything that hangs on them under another ledger."""
    known = Known(graph)
    known.nodes |= {body.id: body for body in bodies}
    hanging = {row.id for row in known.hanging_on([body.id for body in bodies]) if row.is_fact}
    facts = hanging | {body.id for body in bodies}
    change = Change(writing=known.evidence_of(sorted(facts)), entries=[entry], touched=facts)
    return Decision(id=entry.id, plan=carry_out(graph, change, cause, ledger=ledger))


def _body(graph: Graph, ledger: Ledger, id_: str) -> NodeRow:
    """A body by its id, also one that was merged, or by the beginning of its id."""
    known = Known(graph)
    known.read_nodes({label: [ledger.resolve(id_)] for label in MERGED_LABELS})
    if not known.nodes and len(id_) >= SHORTEST_ID:
        found = {row["id"]: label for label in MERGED_LABELS for row in graph.read(BEGINNING.format(label=label), id=id_)}
        if len(found) == 1:
            known.read_nodes({label: [whole] for whole, label in found.items()})
    if not known.nodes:
        raise QueryMisused("body_unknown", id=id_)
    return next(iter(known.nodes.values()))


def _refuse(one: NodeRow, other: NodeRow) -> None:
    if one.id == other.id:
        raise QueryMisused("already_one", name=one.properties["name"])
    if one.labels[0] != other.labels[0]:
        raise QueryMisused("not_of_one_kind", one=one.properties["name"], other=other.properties["name"])


def _entry(one: NodeRow, other: NodeRow, *, state: str, by: str, reason: str, at: str) -> NodeRow:
    values: dict[str, Any] = {"state": state, "by": by, "reason": reason, "decided_at": at}
    merge = Merge(
        key=f"merge|{one.id}|{other.id}",
        name=f"{other.properties['name']} → {one.properties['name']}",
        visibility="restricted",
        gone=other.id,
        kept=one.id,
        of=one.labels[0],
        kept_key=str(one.properties["key"]),
        gone_name=str(other.properties["name"]),
        kept_name=str(one.properties["name"]),
        **values,
    )
    properties: Properties = plain(merge.properties())
    return NodeRow((Merge.label,), properties, is_fact=False)
