"""Applying a plan: batched, repeatable, and never more than one transaction from a consistent graph.

Order: the source marked incomplete, nodes, second labels, relationships, what is retired, the source marked complete.
A load that breaks off leaves the source marked, and the next load of it completes what is missing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from graph import statements
from graph.batches import NodeRow, Properties, RelationshipRow, plain_properties
from graph.connection import Graph, Transaction
from graph.errors import DatabaseUnavailable
from graph.model.findings import Withdrawn
from graph.planning import Plan
from graph.retiring import withdrawn_of

BATCH = 5_000

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all."""
Item = TypeVar("Item")


def apply_plan(graph: Graph, plan: Plan, *, at: str, progress: Progress = lambda _done, _all: None) -> None:
    """Write what a plan says.

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
    steps = _Steps(len(plan.nodes) + len(plan.relationships), progress)
    sources = [row for row in plan.nodes if row.labels[0] == "Source"]
    own = plan.batch.nodes[plan.batch.source_id]
    mark = NodeRow(own.labels, own.properties | {"complete": False}, is_fact=False)
    _write_nodes(graph, [mark, *(row for row in sources if row.id != own.id)], steps)
    _write_nodes(graph, [row for row in plan.nodes if row.labels[0] != "Source"], steps)
    _add_labels(graph, plan.new_labels)
    _write_relationships(graph, plan.relationships, steps)
    _retire(graph, plan, at)
    _write_nodes(graph, [own], steps)


class _Steps:
    def __init__(self, total: int, progress: Progress) -> None:
        self.total, self.done, self.progress = total, 0, progress

    def advance(self, count: int) -> None:
        self.done = min(self.done + count, self.total)
        self.progress(self.done, self.total)


def _write_nodes(graph: Graph, rows: Iterable[NodeRow], steps: _Steps) -> None:
    by_label: dict[str, list[NodeRow]] = defaultdict(list)
    for row in rows:
        by_label[row.labels[0]].append(row)
    for label, group in sorted(by_label.items()):
        for part in _parts(group):
            values = [{"id": row.id, "properties": row.properties} for row in part]
            _write_counted(graph, statements.write_nodes(label), values)
            steps.advance(len(part))


def _add_labels(graph: Graph, new_labels: Sequence[tuple[str, str, str]]) -> None:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for label, second, id_ in new_labels:
        groups[label, second].append(id_)
    for (label, second), ids in sorted(groups.items()):
        statement = statements.add_label(label, second)
        for part in _parts(ids):
            graph.write(partial(Transaction.run, statement=statement, ids=part))


def _write_relationships(graph: Graph, rows: Iterable[RelationshipRow], steps: _Steps) -> None:
    groups: dict[tuple[str, str, str], list[RelationshipRow]] = defaultdict(list)
    for row in rows:
        groups[row.type, row.start.label, row.end.label].append(row)
    for (type_, start, end), group in sorted(groups.items()):
        for part in _parts(group):
            values = [{"id": row.id, "start": row.start.id, "end": row.end.id, "properties": row.properties} for row in part]
            _write_counted(graph, statements.write_relationships(type_, start, end), values)
            steps.advance(len(part))


def _write_counted(graph: Graph, statement: str, rows: list[dict[str, Any]]) -> None:
    """Write rows and see that every one of them arrived: a MATCH without a hit drops its row silently."""

    def work(transaction: Transaction) -> None:
        written = transaction.run(statement, rows=rows)[0]["written"]
        if written != len(rows):
            raise DatabaseUnavailable("rows_lost", wanted=len(rows), written=written)

    graph.write(work)


def _retire(graph: Graph, plan: Plan, at: str) -> None:
    dataset = plan.batch.dataset
    groups: dict[tuple[str, str], list[NodeRow | RelationshipRow]] = defaultdict(list)
    for relationship in plan.retired_relationships:
        groups["relationship", relationship.type].append(relationship)
    for node in plan.retired_nodes:
        groups["then node", node.labels[0]].append(node)
    evidence: dict[str, list[Properties]] = defaultdict(list)
    for node in plan.retired_nodes:
        if node.labels[0] == "Evidence":
            evidence[node.properties["fact"]].append(node.properties)
    for (kind, name), rows in sorted(groups.items()):
        delete = statements.delete_relationships(name) if kind == "relationship" else statements.delete_nodes(name)
        for part in _parts(rows):
            records = [withdrawn_of(row, evidence=evidence[row.id], dataset=dataset, why="retired", at=at) for row in part if row.is_fact]
            _move_out(graph, delete, [row.id for row in part], records)


def _move_out(graph: Graph, delete: str, ids: list[str], records: list[Withdrawn]) -> None:
    values = [{"id": record.id, "properties": plain_properties(record.properties())} for record in records]

    def work(transaction: Transaction) -> None:
        if values:
            transaction.run(statements.write_nodes("Withdrawn"), rows=values)
        transaction.run(delete, ids=ids)

    graph.write(work)


def _parts(rows: Sequence[Item]) -> Iterable[list[Item]]:
    for begin in range(0, len(rows), BATCH):
        yield list(rows[begin : begin + BATCH])
