"""Applying a plan: batched or at once, repeatable, and never more than one transaction from a consistent graph.

Order of a load: the load and its source marked unfinished, evidence, nodes, labels, relationships, what leaves, and both
marked complete. A load that breaks off leaves the marks, and the next load of it completes what is missing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from graph import statements
from graph.connection import Graph, Transaction
from graph.errors import DatabaseUnavailable
from graph.load_context import LoadContext
from graph.notices import Progress, unwatched
from graph.plans import LoadPlan, Plan
from graph.rows import NodeRow, RelationshipRow
from graph.withdrawing import Cause, Departure, record_of

BATCH = 5_000
AT_ONCE = 20_000
"""Things that one transaction takes."""

Item = TypeVar("Item")
Work = Callable[[Transaction], None]


def apply_plan(graph: Graph, plan: LoadPlan, *, at: str, progress: Progress = unwatched) -> None:
    """Write what a load's plan says, in batches.

    Args:
        graph: where to.
        plan: what differs.
        at: now, ISO 8601 with time zone; noted on what is withdrawn.
        progress: told after each batch.

    Raises:
        DatabaseUnavailable: the database went away; every batch that was acknowledged is there.
    """
    if plan.is_empty:
        return
    total = len(plan.nodes) + len(plan.relationships)
    begin(graph, plan.context)
    cause = Cause(why="retired", at=at, operation=plan.load.id, dataset=plan.batch.dataset)
    write_part(graph, plan, cause, progress=progress)
    finish(graph, plan.context, plan.records)
    progress(total, total)


def begin(graph: Graph, context: LoadContext) -> None:
    """Mark a load and its source as unfinished, and what they follow as followed."""
    broken_off = [_changed(row, state="broken_off") for row in context.broken_off]
    replaced = [_changed(row, current=False) for row in context.versions if row.id != context.source.id and row.properties.get("current")]
    loads = [_changed(load, state="unfinished") for load in context.loads]
    begun = [*loads, _changed(context.source, complete=False), *broken_off, *replaced]
    _together(graph, [writing for writing, _ in _node_writings(begun)])


def write_part(graph: Graph, plan: LoadPlan, cause: Cause, *, progress: Progress = unwatched) -> None:
    """Write what a plan, or a part of one, says between the beginning of a load and its end."""
    total = len(plan.nodes) + len(plan.relationships)
    done = 0
    nodes = sorted((row for row in plan.nodes if row.labels[0] != "Source"), key=lambda row: row.labels[0] != "Evidence")
    for work, count in chain(_node_writings(nodes), _label_writings(plan), _relationship_writings(plan.relationships)):
        graph.write(work)
        done += count
        progress(min(done, total), total)
    for part in _parts(plan.departures, BATCH):
        _together(graph, _departure_writings(part, cause))
    _together(graph, _dropping_writings(plan))


def finish(graph: Graph, context: LoadContext, records: Iterable[NodeRow]) -> None:
    """Mark a load and its source as complete.

    Args:
        graph: where.
        context: the load.
        records: of what was withdrawn earlier and is stated again.
    """
    loads = [_changed(load, state="complete") for load in context.loads]
    _together(graph, [writing for writing, _ in _node_writings([*loads, context.source, *records])])


def apply_at_once(graph: Graph, plan: Plan, cause: Cause) -> None:
    """Write a plan in one transaction; labels, which an engine cannot take beside the rest, after it.

    A plan too large for one transaction (a whole load taken back) is written in several: the same order given again
    completes it.

    Raises:
        DatabaseUnavailable: the database went away; all of it is there, or nothing, or for a large one what was begun.
    """
    if plan.is_empty:
        return
    writings = [
        *(writing for writing, _ in _node_writings([*plan.nodes, *plan.records])),
        *(writing for writing, _ in _relationship_writings(plan.relationships)),
        *_departure_writings(plan.departures, cause),
        *_dropping_writings(plan),
    ]
    size = len(plan.nodes) + len(plan.relationships) + len(plan.departures) + len(plan.dropped_relationships)
    if size > AT_ONCE:
        for writing in writings:
            graph.write(writing)
    else:
        _together(graph, writings)
    for work, _count in _label_writings(plan):
        graph.write(work)


def _together(graph: Graph, writings: Sequence[Work]) -> None:
    """Several pieces of writing in one transaction."""
    if not writings:
        return

    def work(transaction: Transaction) -> None:
        for writing in writings:
            writing(transaction)

    graph.write(work)


def _changed(row: NodeRow, **properties: Any) -> NodeRow:
    return NodeRow(row.labels, row.properties | properties, row.is_fact)


def _node_writings(rows: Iterable[NodeRow]) -> Iterator[tuple[Work, int]]:
    """What writes nodes, each made when it is its turn: a large load is not held a second time."""
    by_label: dict[str, list[NodeRow]] = defaultdict(list)
    for row in rows:
        by_label[row.labels[0]].append(row)
    for label, group in by_label.items():
        for part in _parts(group, BATCH):
            yield _counted(statements.write_nodes(label), [_node_value(row) for row in part]), len(part)


def _node_value(row: NodeRow) -> dict[str, Any]:
    return {"id": row.id, "properties": row.properties}


def _label_writings(plan: Plan) -> list[tuple[Work, int]]:
    found: list[tuple[Work, int]] = []
    for changes, statement_of in ((plan.new_labels, statements.add_label), (plan.old_labels, statements.remove_label)):
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for label, second, id_ in changes:
            groups[label, second].append(id_)
        for (label, second), ids in sorted(groups.items()):
            found += [(_on_ids(statement_of(label, second), part), 0) for part in _parts(ids, BATCH)]
    return found


def _relationship_writings(rows: Iterable[RelationshipRow]) -> Iterator[tuple[Work, int]]:
    for (type_, start, end), group in _by_place(rows).items():
        for part in _parts(group, BATCH):
            values = [_relationship_value(row) | {"properties": row.properties} for row in part]
            yield _counted(statements.write_relationships(type_, start, end), values), len(part)


def _relationship_value(row: RelationshipRow) -> dict[str, Any]:
    return {"id": row.id, "start": row.start.id, "end": row.end.id}


def _departure_writings(departures: Sequence[Departure], cause: Cause) -> list[Work]:
    """Records first, then what they keep is deleted: relationships, nodes, evidence."""
    records = [record_of(departure, cause) for departure in departures]
    gone = [departure.row for departure in departures if departure.row]
    evidence = [row for departure in departures if departure.why != "replaced" for row in departure.evidence]
    return [
        *(writing for writing, _ in _node_writings(records)),
        *_deletions([row for row in gone if isinstance(row, RelationshipRow)], [row for row in gone if isinstance(row, NodeRow)]),
        *_deletions([], evidence),
    ]


def _dropping_writings(plan: Plan) -> list[Work]:
    return _deletions(plan.dropped_relationships, plan.dropped_nodes)


def _deletions(relationships: Iterable[RelationshipRow], nodes: Iterable[NodeRow]) -> list[Work]:
    found: list[Work] = []
    for place, rows in _by_place(relationships).items():
        statement = statements.delete_relationships(*place)
        found += [_on_rows(statement, [_relationship_value(row) for row in part]) for part in _parts(rows, BATCH)]
    by_label: dict[str, list[str]] = defaultdict(list)
    for row in nodes:
        by_label[row.labels[0]].append(row.id)
    for label, ids in sorted(by_label.items()):
        found += [_on_ids(statements.delete_nodes(label), part) for part in _parts(ids, BATCH)]
    return found


def _by_place(rows: Iterable[RelationshipRow]) -> dict[tuple[str, str, str], list[RelationshipRow]]:
    groups: dict[tuple[str, str, str], list[RelationshipRow]] = defaultdict(list)
    for row in rows:
        groups[row.type, row.start.label, row.end.label].append(row)
    return dict(sorted(groups.items()))


def _counted(statement: str, rows: list[dict[str, Any]]) -> Work:
    """Write rows and see that every one of them arrived: a MATCH without a hit drops its row silently."""

    def work(transaction: Transaction) -> None:
        written = transaction.run(statement, rows=rows)[0]["written"]
        if written != len(rows):
            raise DatabaseUnavailable("rows_lost", wanted=len(rows), written=written)

    return work


def _on_rows(statement: str, rows: list[dict[str, Any]]) -> Work:
    def work(transaction: Transaction) -> None:
        transaction.run(statement, rows=rows)

    return work


def _on_ids(statement: str, ids: list[str]) -> Work:
    def work(transaction: Transaction) -> None:
        transaction.run(statement, ids=ids)

    return work


def _parts(rows: Sequence[Item], size: int) -> Iterable[list[Item]]:
    for begin in range(0, len(rows), size):
        yield list(rows[begin : begin + size])
