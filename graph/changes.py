"""What a load changes, for people: things that are new, otherwise than before (field by field), or gone.

A long load changes more than anybody reads: the first of each kind are kept, and all are counted.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.deriving import KEPT
from graph.known import Known
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node, Reference
from graph.plans import Plan
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import strictest

ADDED, CHANGED, SUPPORTED, RETIRED = "added", "changed", "supported", "retired"
"""New; otherwise than before; as before, with other evidence or a newer date; stated by nothing any more."""
MOST_SHOWN = 500
"""Of each kind of change."""
MOST_NAMES = 20 * MOST_SHOWN
"""Names of new and gone things that are remembered, for ties to them; others are looked up."""
DATE = "verified_on"
"""Property that a newer version changes where it says the same as before."""
NOT_SHOWN = KEPT - {DATE} | {"key", "placed_in"}


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One property: None where it was not there, or is not there any more."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class FactChange:
    """One fact that a load changes."""

    kind: str
    id: str
    label: str
    """Main label or type."""
    name: str
    """Of a relationship: its ends, 甲 → 乙."""
    visibility: str
    """The strictest of before and after: what was for few is not told to many."""
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What a load changes, or would change."""

    shown: tuple[FactChange, ...] = ()
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    """Kind of change → main label or type → how many."""

    @property
    def total(self) -> int:
        """How many facts."""
        return sum(sum(by_label.values()) for by_label in self.counts.values())


class ChangesSeen:
    """Gathers what plans change.

    Args:
        graph: where names of the ends of relationships are looked up.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._shown: list[FactChange] = []
        self._ends: dict[str, tuple[Reference, Reference]] = {}
        self._names: dict[str, str] = {}

    def see(self, plan: Plan) -> None:
        """Take what one plan changes; the graph is as it was before it."""
        for row in plan.nodes:
            if row.is_fact:
                self._remember(row)
                self._take(row, plan.stored.get(row.id))
        for tie in plan.relationships:
            if tie.is_fact:
                self._take(tie, plan.stored.get(tie.id))
        for departure in plan.departures:
            if departure.row is not None and departure.row.is_fact:
                self._remember(departure.row)
                self._take(departure.row, departure.row.properties, gone=True)

    def found(self) -> Changes:
        """Everything, new things first, each kind in the order of the plans."""
        self._look_up_names()
        shown = [self._named(one) for one in self._shown]
        order = (ADDED, CHANGED, SUPPORTED, RETIRED)
        return Changes(
            shown=tuple(sorted(shown, key=lambda one: (order.index(one.kind), one.label not in node_kinds(), one.label))),
            counts={kind: dict(sorted(self._counts[kind].items())) for kind in order if self._counts[kind]},
        )

    def _remember(self, row: NodeRow | RelationshipRow) -> None:
        """The name of a thing that is new, or gone when ties to it are told."""
        if isinstance(row, NodeRow) and len(self._names) < MOST_NAMES:
            self._names[row.id] = str(row.properties["name"])

    def _take(self, row: NodeRow | RelationshipRow, before: Properties | None, *, gone: bool = False) -> None:
        label = row.type if isinstance(row, RelationshipRow) else row.labels[0]
        fields = () if gone or before is None else fields_between(before, row.properties)
        kind = RETIRED if gone else ADDED if before is None else CHANGED if any(one.name != DATE for one in fields) else SUPPORTED
        self._counts[kind][label] += 1
        if sum(self._counts[kind].values()) > MOST_SHOWN:
            return
        if isinstance(row, RelationshipRow):
            self._ends[row.id] = (row.start, row.end)
        name = str(row.properties.get("name") or "")
        level = strictest(*(str(one["visibility"]) for one in (before, row.properties) if one is not None))
        self._shown.append(FactChange(kind=kind, id=row.id, label=label, name=name, visibility=level, fields=fields))

    def _look_up_names(self) -> None:
        wanted: dict[str, set[str]] = defaultdict(set)
        for end in (end for ends in self._ends.values() for end in ends if not self._names.get(end.id)):
            thing = coded_things().get(end.id)
            if isinstance(thing, Node):
                self._names[end.id] = thing.name
            else:
                wanted[end.label].add(end.id)
        known = Known(self._graph)
        known.read_nodes(wanted)
        self._names |= {id_: str(row.properties["name"]) for id_, row in known.nodes.items()}

    def _named(self, one: FactChange) -> FactChange:
        if one.id not in self._ends:
            return one
        start, end = self._ends[one.id]
        return replace(one, name=f"{self._names.get(start.id) or '—'} → {self._names.get(end.id) or '—'}")


def fields_between(before: Properties, after: Properties) -> tuple[FieldChange, ...]:
    """The properties that differ, sorted; without what writing keeps."""
    names = sorted((before.keys() | after.keys()) - NOT_SHOWN)
    return tuple(
        FieldChange(name=name, before=before.get(name), after=after.get(name)) for name in names if before.get(name) != after.get(name)
    )
