"""What a load would change: its batch compared with the graph. Reads only; `graph.writing` applies the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.batches import Batch
from graph.coded_areas import AREA_CODES_DATASET, coded_things
from graph.connection import Graph
from graph.deriving import plain
from graph.known import Known
from graph.ledger import Ledger
from graph.model.bookkeeping import Load
from graph.model.definitions import Reference
from graph.model.sources import From
from graph.reviews import REVIEW, Earlier
from graph.rows import NodeRow, RelationshipRow
from graph.settling import Settlement, Settling
from graph.stated import Statement, fact_of, redirected, statement_of
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
    records: list[NodeRow] = field(default_factory=list)
    """Records of what was withdrawn that change: put back, or without their sentence."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (
            (self.nodes or self.new_labels or self.old_labels or self.relationships)
            or (self.departures or self.dropped_nodes or self.dropped_relationships or self.records)
        )


@dataclass
class LoadPlan(Plan):
    """What one load has to write."""

    batch: Batch = field(kw_only=True)
    load: NodeRow = field(kw_only=True)
    """The load itself: written only when there is something to write."""
    other_loads: list[NodeRow] = field(default_factory=list)
    """Earlier loads of the dataset that broke off: this one follows them."""
    changed_ids: set[str] = field(default_factory=set)
    reviews_lost: list[NodeRow] = field(default_factory=list)
    """Evidence that somebody reviewed and whose sentence this version no longer has."""

    @property
    def retired(self) -> int:
        """How many facts nothing states any more."""
        return sum(departure.row is not None and departure.row.is_fact for departure in self.departures)


def plan_of(graph: Graph, batch: Batch) -> LoadPlan:
    """Compare a batch with the graph.

    Returns:
        What differs: a fact is as all its evidence gives it, of this dataset and of the others.
    """
    return _Planning(graph, batch).plan()


class _Planning:
    """One comparison, step by step."""

    def __init__(self, graph: Graph, batch: Batch) -> None:
        self.graph, self.batch = graph, batch
        self.ledger = Ledger.of(graph)
        self.known = Known(graph)
        loads = graph.read("MATCH (l:Load {dataset: $dataset}) RETURN properties(l) AS properties", dataset=batch.dataset)
        self.loads = [NodeRow(("Load",), row["properties"], is_fact=False) for row in loads]
        self.is_new = not graph.read("MATCH (s:Source {dataset: $dataset}) RETURN s.id AS id LIMIT 1", dataset=batch.dataset)
        """No version of it was ever loaded: then nothing can be left over from an earlier one."""
        self.earlier = Earlier.nothing() if self.is_new else Earlier.of(graph, batch.dataset)
        if not self.is_new:
            self.known.read_dataset(batch.dataset)
        self.own_evidence = {id_: row for id_, row in self.known.nodes.items() if row.labels[0] == "Evidence"}
        self.result = LoadPlan(batch=batch, load=self._load())

    def plan(self) -> LoadPlan:
        """Everything that has to be written."""
        self._plan_plain_nodes()
        self._plan_plain_relationships()
        wanted = self._wanted_evidence()
        settlement = self._settle(wanted)
        self._plan_evidence(wanted, settlement)
        self._plan_facts(settlement)
        self._plan_departures(wanted, settlement)
        self.result.records += self.earlier.changes(self.batch.evidence.keys(), settlement.held.keys(), self.result.load)
        self.result.reviews_lost += self.earlier.lost(self.batch.evidence.keys())
        self.result.reviews_lost += [
            row for id_, row in self.own_evidence.items() if id_ not in wanted and row.properties["review"] != "open"
        ]
        return self.result

    def _load(self) -> NodeRow:
        """The load: an unfinished one of the same version is gone on with."""
        source = self.batch.nodes[self.batch.source_id].properties
        for row in self.loads:
            if row.properties["state"] == "unfinished" and row.properties["source"] == self.batch.source_id:
                return row
        asked = "MATCH (s:Source {dataset: $dataset}) WHERE s.current RETURN s.id AS id ORDER BY id"
        current = self.graph.read(asked, dataset=self.batch.dataset)
        number = len(self.loads) + 1
        load = Load(
            key=f"load|{self.batch.dataset}|{number}",
            name=source["name"],
            visibility=source["visibility"],
            dataset=self.batch.dataset,
            number=number,
            source=self.batch.source_id,
            before=current[0]["id"] if current else None,
            file=source.get("file"),
            loader=source.get("loader"),
            began_at=source["loaded_at"],
        )
        return NodeRow((Load.label,), plain(load.properties()), is_fact=False)

    def _plan_plain_nodes(self) -> None:
        for row in self.batch.nodes.values():
            if row.id in coded_things():
                continue
            stored = self.known.nodes.get(row.id)
            after = row.properties
            if stored and "loaded_at" in stored.properties:
                after = after | {"loaded_at": stored.properties["loaded_at"]}
            if stored is None or stored.properties != after:
                self.result.nodes.append(NodeRow(row.labels, after, row.is_fact))
        for id_, gone in self.known.nodes.items():
            if id_ in self.batch.nodes or gone.is_fact or gone.labels[0] == "Evidence":
                continue
            if gone.labels[0] == "Source":
                if gone.properties.get("current"):
                    self.result.nodes.append(NodeRow(gone.labels, gone.properties | {"current": False}, gone.is_fact))
            elif gone.labels[0] == "CaseStudy":
                self.result.departures.append(Departure(fact=id_, row=gone))
            else:
                self.result.dropped_nodes.append(gone)

    def _plan_plain_relationships(self) -> None:
        for row in self.batch.relationships.values():
            if row.id in coded_things():
                continue
            stored = self.known.relationships.get(row.id)
            if stored is None or stored.properties != row.properties:
                self.result.relationships.append(row)
        dropped = {row.fact for row in self.result.departures}
        for id_, gone in self.known.relationships.items():
            if id_ in self.batch.relationships or gone.is_fact or (gone.type == From.type and gone.start.label == "Evidence"):
                continue
            # Scopes and places of earlier versions of a source stay: they say what stood there then.
            source = next((end for end in (gone.start, gone.end) if end.label == "Source"), None)
            if source is None or source.id == self.batch.source_id or gone.start.id in dropped:
                self.result.dropped_relationships.append(gone)

    def _wanted_evidence(self) -> dict[str, tuple[NodeRow, Statement]]:
        """The evidence that this dataset has from now on, with what people said of it."""
        wanted: dict[str, tuple[NodeRow, Statement]] = {}
        for id_, row in self.batch.evidence.items():
            statement = self.batch.statements[id_]
            stored = self.own_evidence.get(id_)
            before = stored.properties if stored else self.earlier.reviewed.get(id_, {})
            if id_ in self.earlier.rejected:
                continue
            properties = row.properties | {name: before[name] for name in REVIEW if name in before}
            properties["load"] = stored.properties["load"] if stored else self.result.load.id
            fact = fact_of(statement, self.ledger.redirects)
            if fact != statement.read_as:
                properties |= {"fact": fact, "read_as": statement.read_as}
            if "corrected" in properties:
                statement = statement_of(properties)
            wanted[id_] = NodeRow(row.labels, properties, is_fact=False), statement
        for id_, row in self.own_evidence.items():
            if id_ not in wanted and id_ not in self.batch.evidence and "restored_at" in row.properties:
                wanted[id_] = row, statement_of(row.properties)
        return wanted

    def _settle(self, wanted: dict[str, tuple[NodeRow, Statement]]) -> Settlement:
        statements = [statement for _row, statement in wanted.values()]
        touched = {str(row.properties["fact"]) for row in self.own_evidence.values()}
        if self.batch.dataset == AREA_CODES_DATASET:
            touched |= coded_things().keys() | {id_ for id_, row in self.known.nodes.items() if row.is_fact}
            touched |= {id_ for id_, row in self.known.relationships.items() if row.is_fact}
        self._look_up(statements)
        shared = self._shared(touched | {fact_of(one, self.ledger.redirects) for one in statements})
        self.known.read_links(shared)
        foreign = [row for row in self.known.evidence_of(sorted(shared)) if row.properties["dataset"] != self.batch.dataset]
        self.foreign = {row.id: row for row in foreign}
        statements += [statement_of(row.properties) for row in foreign]
        settling = Settling(self.graph, self.ledger, self.known, statements, touched=touched, missing=self.earlier.facts)
        return settling.settle()

    def _look_up(self, statements: Iterable[Statement]) -> None:
        """What others state of the same things."""
        nodes: dict[str, set[str]] = defaultdict(set)
        relationships: list[tuple[str, tuple[str, Reference, Reference]]] = []
        seen: set[str] = set()
        for one in statements:
            fact = fact_of(one, self.ledger.redirects)
            if fact in seen:
                continue
            seen.add(fact)
            if one.start is None or one.end is None:
                nodes[one.labels[0]].add(fact)
            else:
                placed = redirected(one, self.ledger.redirects)
                relationships.append((fact, (placed.labels[0], placed.start or one.start, placed.end or one.end)))
        if self.batch.dataset == AREA_CODES_DATASET:
            nodes["Area"] |= {id_ for id_ in coded_things() if id_ not in self.known.relationships}
        self.known.read_nodes(nodes)
        coded = coded_things()
        there = [one for one in relationships if all(end.id in self.known.nodes or end.id in coded for end in one[1][1:])]
        self.known.read_relationships(there)

    def _shared(self, facts: Iterable[str]) -> set[str]:
        """The facts that another dataset has evidence for."""
        found = set[str]()
        for id_ in facts:
            row = self.known.nodes.get(id_) or self.known.relationships.get(id_)
            if row and any(one not in {self.batch.dataset, AREA_CODES_DATASET} for one in row.properties.get("sources", [])):
                found.add(id_)
        return found

    def _plan_evidence(self, wanted: dict[str, tuple[NodeRow, Statement]], settlement: Settlement) -> None:
        replaced: dict[str, list[NodeRow]] = defaultdict(list)
        for id_, (row, _statement) in wanted.items():
            if id_ in settlement.held:
                continue
            after = row.properties
            if level := settlement.evidence_levels.get(id_):
                after = after | {"visibility": level}
            stored = self.own_evidence.get(id_)
            if stored is None or stored.properties != after:
                self.result.nodes.append(NodeRow(row.labels, after, is_fact=False))
                if stored and stored.properties["load"] != self.result.load.id:
                    replaced[str(stored.properties["fact"])].append(stored)
            if id_ in self.batch.evidence:
                place = place_of(NodeRow(row.labels, after, is_fact=False), self.batch.source_id)
                known = self.known.relationships.get(place.id)
                if known is None or known.properties != place.properties:
                    self.result.relationships.append(place)
        self.result.departures += [Departure(fact, None, rows, why="replaced") for fact, rows in replaced.items()]
        nodes, places = with_new_levels(self.known, settlement)
        self.result.nodes += nodes
        self.result.relationships += places

    def _plan_facts(self, settlement: Settlement) -> None:
        self.result.nodes += settlement.nodes
        self.result.new_labels += settlement.new_labels
        self.result.old_labels += settlement.old_labels
        self.result.relationships += settlement.relationships
        changed = {row.id for row in settlement.nodes} | {id_ for *_labels, id_ in settlement.new_labels}
        changed |= {row.id if row.is_fact else row.start.id for row in settlement.relationships}
        changed |= {row.id if row.is_fact else row.start.id for row in settlement.gone_relationships}
        changed |= {row.id for row in settlement.gone_nodes}
        read_as = {one.read_as for one in self.batch.statements.values() if settlement.facts.get(one.evidence) in changed}
        self.result.changed_ids = changed | read_as

    def _plan_departures(self, wanted: dict[str, tuple[NodeRow, Statement]], settlement: Settlement) -> None:
        leaving = [row for id_, row in self.own_evidence.items() if id_ not in wanted or id_ in settlement.held]
        leaving += [row for id_, row in self.foreign.items() if id_ in settlement.held]
        hanging = [row for id_, row in settlement.hanging.items() if id_ in settlement.held]
        kept_out = [
            row
            for id_, (row, _) in wanted.items()
            if id_ in settlement.held and id_ not in self.own_evidence and id_ not in self.earlier.ids
        ]
        self.result.departures += departures([*leaving, *hanging], settlement)
        self.result.departures += [replace(one, row=None) for one in departures(kept_out, settlement, never_there=True)]
        self.result.dropped_relationships += [row for row in settlement.gone_relationships if not row.is_fact]
        add_places(self.known, self.result.departures)


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
