"""What was withdrawn: listed, and put back."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.changing import Change, carry_out
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.evidence import now
from graph.plans import Plan
from graph.rows import NodeRow, Properties
from graph.withdrawing import Cause, content_of, reference_in

ALL = "MATCH (w:Withdrawn) WHERE w.put_back_at IS NULL AND w.why <> 'replaced' RETURN properties(w) AS properties"
BY_ID = (
    "MATCH (w:Withdrawn) WHERE (w.id STARTS WITH $id OR w.operation = $id) AND w.put_back_at IS NULL AND w.why <> 'replaced' "
    "RETURN properties(w) AS properties"
)
OF_FACT = "MATCH (w:Withdrawn {fact: $id}) WHERE w.put_back_at IS NULL AND w.why <> 'replaced' RETURN properties(w) AS properties"


@dataclass(frozen=True, kw_only=True)
class Record:
    """What was withdrawn, as people read it."""

    id: str
    name: str
    kind: str
    labels: tuple[str, ...]
    why: str
    withdrawn_at: str
    dataset: str
    by: str | None
    reason: str | None
    quotes: tuple[str, ...]


def listed(graph: Graph) -> list[Record]:
    """Everything that is withdrawn and could be put back, the newest first."""
    records = [row["properties"] for row in graph.read(ALL)]
    return [_shown(record) for record in sorted(records, key=lambda one: (one["withdrawn_at"], one["id"]), reverse=True)]


def restore(graph: Graph, id_: str, *, by: str, reason: str | None = None) -> Plan:
    """Put back what one record keeps, or all that one operation withdrew, with the ends that it needs.

    What is put back stays: a later version of its source does not retire it again.

    Raises:
        QueryMisused: there is no such record, or the beginning of an id fits several.
    """
    with graph.single_writer():
        records = [row["properties"] for row in graph.read(BY_ID, id=id_)] if id_ else []
        if not records:
            raise QueryMisused("withdrawn_unknown", id=id_)
        if len(records) > 1 and len({record["operation"] for record in records}) > 1:
            raise QueryMisused("withdrawn_ambiguous", id=id_)
        records = _with_ends(graph, records)
        at = now()
        writing = [_kept_from_now_on(row, record, at) for record in records for row in content_of(record)[1]]
        cause = Cause(why="restored", at=at, operation=f"restore|{id_}|{at}", by=by, reason=reason)
        return carry_out(graph, Change(writing=writing, returning=records), cause)


def _with_ends(graph: Graph, records: Iterable[Properties]) -> list[Properties]:
    """The records, and those of ends that are withdrawn too."""
    found = {record["id"]: record for record in records}
    waiting = list(found.values())
    while waiting:
        record = waiting.pop()
        for end in (record.get("start"), record.get("end")):
            for row in graph.read(OF_FACT, id=reference_in(end).id) if end else ():
                if row["properties"]["id"] not in found:
                    found[row["properties"]["id"]] = row["properties"]
                    waiting.append(row["properties"])
    return list(found.values())


def _kept_from_now_on(row: NodeRow, record: Properties, at: str) -> NodeRow:
    properties = dict(row.properties)
    if properties["review"] == "rejected":
        properties |= {"review": "open"}
    if record["why"] != "rejected" or not record.get("stands", True):
        properties["restored_at"] = at
    return NodeRow(row.labels, properties, is_fact=False)


def _shown(record: Properties) -> Record:
    properties, evidence = content_of(record)
    return Record(
        id=record["id"],
        name=str(properties.get("name") or record["name"]),
        kind=record["kind"],
        labels=tuple(record["labels"]),
        why=record["why"],
        withdrawn_at=record["withdrawn_at"],
        dataset=record["dataset"],
        by=record.get("by"),
        reason=record.get("reason"),
        quotes=tuple(str(one.properties["quote"]) for one in evidence),
    )
