"""What has to be written: for a load, or for a decision of a person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.batches import Batch
from graph.deriving import plain
from graph.known import Known
from graph.load_context import LoadContext
from graph.model.definitions import Reference
from graph.model.sources import From
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.settling import Settlement
from graph.withdrawing import Departure


@dataclass
class Plan:
    """What has to be written; empty when the graph already says all of it."""

    nodes: list[NodeRow] = field(default_factory=list)
    new_labels: list[tuple[str, str, str]] = field(default_factory=list)
    """Main label, second label, id."""
    old_labels: list[tuple[str, str, str]] = field(default_factory=list)
    relationships: list[RelationshipRow] = field(default_factory=list)
    departures: list[Departure] = field(default_factory=list)
    """Facts and evidence that leave, and are kept in `Withdrawn`."""
    dropped_nodes: list[NodeRow] = field(default_factory=list)
    dropped_relationships: list[RelationshipRow] = field(default_factory=list)
    """What is no fact and is not needed any more: links, entries of an older taxonomy."""
    stored: dict[str, Properties] = field(default_factory=dict)
    """Id of a fact to be written → its properties as they are stored; a new one is missing here."""
    records: list[NodeRow] = field(default_factory=list)
    """Records of what was withdrawn that change: put back, or without their sentence."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (
            (self.nodes or self.new_labels or self.old_labels or self.relationships)
            or (self.departures or self.dropped_nodes or self.dropped_relationships or self.records)
        )

    @property
    def retired(self) -> int:
        """How many facts nothing states any more."""
        return sum(departure.row is not None and departure.row.is_fact for departure in self.departures)


@dataclass
class LoadPlan(Plan):
    """What one load has to write."""

    batch: Batch = field(kw_only=True)
    context: LoadContext = field(kw_only=True)
    before: int = 0
    """How many facts the dataset stated before."""
    changed_ids: set[str] = field(default_factory=set)
    reviews_lost: list[NodeRow] = field(default_factory=list)
    """Evidence that somebody reviewed and whose sentence this version no longer has."""

    @property
    def load(self) -> NodeRow:
        """The load itself: written only when there is something to write."""
        return self.context.load


def departures(leaving: Iterable[NodeRow], settlement: Settlement, *, never_there: bool = False) -> list[Departure]:
    """Evidence that leaves, with the facts that go with it."""
    gone: dict[str, NodeRow | RelationshipRow] = {}
    if not never_there:
        gone |= {row.id: row for row in settlement.gone_nodes}
        gone |= {row.id: row for row in settlement.gone_relationships if row.is_fact}
    found: dict[str, Departure] = {id_: Departure(id_, row) for id_, row in gone.items()}
    for row in leaving:
        fact = str(row.properties["fact"])
        departure = found.setdefault(fact, Departure(fact, None))
        departure.evidence.append(row)
        departure.because_of = departure.because_of or settlement.held.get(row.id)
    return list(found.values())


def stored_before(known: Known, settlement: Settlement) -> dict[str, Properties]:
    """Id of each fact that is to be written → its properties as they are stored; new ones are left out."""
    found: dict[str, Properties] = {}
    rows: list[NodeRow | RelationshipRow] = [*settlement.nodes, *settlement.relationships]
    for row in rows:
        if row.is_fact and (before := known.nodes.get(row.id) or known.relationships.get(row.id)):
            found[row.id] = before.properties
    return found


def with_new_levels(known: Known, settlement: Settlement) -> tuple[list[NodeRow], list[RelationshipRow]]:
    """Evidence of what hangs on a changed node, as visible as it may be now, and the ways to its sources."""
    nodes = [
        NodeRow(row.labels, row.properties | {"visibility": settlement.evidence_levels[id_]}, is_fact=False)
        for id_, row in settlement.hanging.items()
        if row.properties["visibility"] != settlement.evidence_levels.get(id_, row.properties["visibility"])
    ]
    places = known.places_of("Evidence", [row.id for row in nodes])
    return nodes, [place_of(row, source) for row in nodes for source in places.get(row.id, [])]


def place_of(row: NodeRow, source: str) -> RelationshipRow:
    """That evidence, or a case, stands in a version of a source."""
    end = Reference(label="Source", id=source)
    place = From(start=row.reference, end=end, visibility=row.properties["visibility"])
    properties = plain(place.properties()) | {"sources": [row.properties["dataset"]]}
    return RelationshipRow(place.type, place.start, place.end, properties, is_fact=False)


def add_places(known: Known, departing: Iterable[Departure]) -> None:
    """Note where evidence and cases stood: when they leave, the way to their source leaves with them."""
    staying = [one for one in departing if one.why != "replaced"]
    found = known.places_of("Evidence", [row.id for one in staying for row in one.evidence])
    found |= known.places_of("CaseStudy", [one.fact for one in staying if one.row and one.row.is_fact is False])
    for one in staying:
        one.places = {id_: found[id_] for id_ in (one.fact, *(row.id for row in one.evidence)) if id_ in found}
