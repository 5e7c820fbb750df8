"""What a load would change: its batch compared with the graph. Reads only; `graph.writing` applies the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from graph import statements
from graph.batches import Batch, NodeRow, Properties, RelationshipRow, united
from graph.connection import Graph, Row
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Reference

REVIEW = ("review", "reviewed_by", "reviewed_at", "reason")
"""What people say of evidence stays when its source is loaded again."""
READ_BATCH = 5_000
OF_ONE_DATASET = frozenset({"Source", "CaseStudy", "Evidence"})
"""Kinds whose ids contain the dataset: no other dataset states one of them."""

Stored = TypeVar("Stored", NodeRow, RelationshipRow)


@dataclass
class Plan:
    """What has to be written for a load; empty when the graph already says all of it."""

    batch: Batch
    nodes: list[NodeRow] = field(default_factory=list)
    new_labels: list[tuple[str, str, str]] = field(default_factory=list)
    """Main label, second label, id."""
    relationships: list[RelationshipRow] = field(default_factory=list)
    retired_nodes: list[NodeRow] = field(default_factory=list)
    retired_relationships: list[RelationshipRow] = field(default_factory=list)
    changed_ids: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.nodes or self.new_labels or self.relationships or self.retired_nodes or self.retired_relationships)

    @property
    def retired(self) -> int:
        """How many facts the dataset no longer states."""
        return sum(row.is_fact for row in self.retired_nodes) + sum(row.is_fact for row in self.retired_relationships)


def plan_of(graph: Graph, batch: Batch) -> Plan:
    """Compare a batch with the graph.

    Returns:
        What differs. A thing that only this dataset states is as the batch says; one that other datasets state too is
        united with what they say, within the same visibility.
    """
    plan = Plan(batch=batch)
    before = _Before(graph, batch)
    _plan_nodes(before, batch, plan)
    _plan_relationships(before, batch, plan)
    return plan


class _Before:
    """What the graph says already of a dataset and of the things that it names."""

    def __init__(self, graph: Graph, batch: Batch) -> None:
        self.graph = graph
        self.is_new = not graph.read("MATCH (s:Source {dataset: $dataset}) RETURN s.id AS id LIMIT 1", dataset=batch.dataset)
        """No version of it was ever loaded: then nothing can be left over from an earlier one."""
        rows = [] if self.is_new else graph.read(statements.nodes_of_dataset(), dataset=batch.dataset)
        self.nodes = by_id(node_row(row) for row in rows if node_kinds().keys() >= set(row["labels"]))
        self.own_evidence = {id_ for id_, row in self.nodes.items() if row.labels[0] == "Evidence"}
        self._look_up_nodes(batch)
        rows = [] if self.is_new else graph.read(statements.relationships_of_dataset(), dataset=batch.dataset)
        self.relationships = by_id(relationship_row(row) for row in rows if row["type"] in relationship_kinds())
        self._look_up_relationships(batch)

    def _look_up_nodes(self, batch: Batch) -> None:
        """Nodes that others state: only kinds whose ids are not of this dataset alone."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for row in batch.nodes.values():
            if row.id not in self.nodes and row.labels[0] not in OF_ONE_DATASET:
                wanted[row.labels[0]].append(row.id)
        for label, ids in wanted.items():
            for part in parts(ids):
                self.nodes |= by_id(map(node_row, self.graph.read(statements.nodes_by_id(label), ids=part)))

    def _look_up_relationships(self, batch: Batch) -> None:
        """Relationships that others state: only between nodes that are there already."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for row in batch.relationships.values():
            if row.id not in self.relationships and self._is_there(row.start, batch) and self._is_there(row.end, batch):
                wanted[row.type].append(row.id)
        for type_, ids in wanted.items():
            for part in parts(ids):
                self.relationships |= by_id(map(relationship_row, self.graph.read(statements.relationships_by_id(type_), ids=part)))

    def _is_there(self, end: Reference, batch: Batch) -> bool:
        return end.id in self.nodes or end.id not in batch.nodes


def _plan_nodes(before: _Before, batch: Batch, plan: Plan) -> None:
    for row in batch.nodes.values():
        stored = before.nodes.get(row.id)
        after = _merged(stored.properties if stored else None, row.properties, batch.dataset, before.own_evidence)
        if stored is None or stored.properties != after:
            plan.nodes.append(NodeRow(row.labels, after, row.is_fact))
            plan.changed_ids.add(row.id)
        known = stored.labels if stored else row.labels[:1]
        plan.new_labels += [(row.labels[0], second, row.id) for second in row.labels if second not in known]
    for id_, gone in before.nodes.items():
        if id_ not in batch.nodes:
            _plan_node_without(gone, batch, plan, before.own_evidence)


def _plan_node_without(gone: NodeRow, batch: Batch, plan: Plan, own_evidence: set[str]) -> None:
    if gone.labels[0] == "Source":
        if gone.properties.get("current"):
            plan.nodes.append(NodeRow(gone.labels, gone.properties | {"current": False}, gone.is_fact))
        return
    rest = _without_dataset(gone.properties, batch.dataset, own_evidence)
    if rest is None:
        plan.retired_nodes.append(gone)
    else:
        plan.nodes.append(NodeRow(gone.labels, rest, gone.is_fact))
    plan.changed_ids.add(gone.id)


def _plan_relationships(before: _Before, batch: Batch, plan: Plan) -> None:
    deleted = {row.id for row in plan.retired_nodes}
    for row in batch.relationships.values():
        stored = before.relationships.get(row.id)
        after = _merged(stored.properties if stored else None, row.properties, batch.dataset, before.own_evidence)
        if stored is None or stored.properties != after:
            plan.relationships.append(RelationshipRow(row.type, row.start, row.end, after, row.is_fact))
            plan.changed_ids.add(row.id)
    for id_, gone in before.relationships.items():
        if id_ in batch.relationships or _belongs_to_an_older_version(gone, batch, deleted):
            continue
        rest = _without_dataset(gone.properties, batch.dataset, before.own_evidence)
        if rest is None:
            plan.retired_relationships.append(gone)
        else:
            plan.relationships.append(RelationshipRow(gone.type, gone.start, gone.end, rest, gone.is_fact))
        plan.changed_ids.add(id_)


def _belongs_to_an_older_version(row: RelationshipRow, batch: Batch, deleted: set[str]) -> bool:
    """Scopes and places of earlier versions of a source stay: they say what stood there then."""
    source = next((end for end in (row.start, row.end) if end.label == "Source"), None)
    return source is not None and source.id != batch.source_id and row.start.id not in deleted


def _merged(before: Properties | None, new: Properties, dataset: str, own_evidence: set[str]) -> Properties:
    """What is stored after the load: `new` where only this dataset speaks, else united with what the others say."""
    if before is None:
        return new
    reviewed = {name: before[name] for name in REVIEW if name in before}
    if "loaded_at" in before and "loaded_at" in new:
        new = new | {"loaded_at": before["loaded_at"]}
    others = _without_dataset(before, dataset, own_evidence)
    if others is None:
        return new | reviewed
    strictness = VISIBILITY_LEVELS.index
    if strictness(others["visibility"]) < strictness(new["visibility"]):
        return united(others, _traces(new))
    if strictness(others["visibility"]) > strictness(new["visibility"]):
        return united(new, _traces(others))
    if _newer(others, new):
        return united(others, new) | reviewed
    return united(new, others) | reviewed


def _traces(properties: Properties) -> Properties:
    """Which datasets and evidence speak of a thing, without what they say."""
    return {name: properties[name] for name in ("sources", "evidence") if name in properties}


def _newer(others: Properties, new: Properties) -> bool:
    """Whether what the others say is newer: its values then stay on the fact."""
    return "verified_on" in others and ("verified_on" not in new or others["verified_on"] > new["verified_on"])


def _without_dataset(properties: Properties, dataset: str, own_evidence: set[str]) -> Properties | None:
    """What other datasets say; None where no other states it."""
    sources = [name for name in properties.get("sources", []) if name != dataset]
    if not sources:
        return None
    rest = properties | {"sources": sources}
    if "evidence" in rest:
        rest["evidence"] = [one for one in rest["evidence"] if one not in own_evidence]
        if not rest["evidence"]:
            del rest["evidence"]
    return rest


def node_row(row: Row) -> NodeRow:
    """A node as it was read back."""
    labels = main_label_first(row["labels"])
    return NodeRow(labels, row["properties"], node_kinds()[labels[0]].is_fact)


def relationship_row(row: Row) -> RelationshipRow:
    """A relationship as it was read back."""
    return RelationshipRow(
        type=row["type"],
        start=Reference(label=main_label_first(row["start_labels"])[0], id=row["start"]),
        end=Reference(label=main_label_first(row["end_labels"])[0], id=row["end"]),
        properties=row["properties"],
        is_fact=relationship_kinds()[row["type"]].is_fact,
    )


def by_id(rows: Iterable[Stored]) -> dict[str, Stored]:
    """Rows by their id."""
    return {row.id: row for row in rows}


def main_label_first(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels with the main one first: a body that is a council too is an Organization first."""
    return tuple(sorted(labels, key=lambda label: (label != "Organization", label)))


def parts(ids: list[str]) -> Iterable[list[str]]:
    """A long list in pieces that one statement takes."""
    for begin in range(0, len(ids), READ_BATCH):
        yield ids[begin : begin + READ_BATCH]
