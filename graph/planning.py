"""What a load would change: its batch compared with the graph. Reads only; `graph.writing` applies the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.batches import Batch
from graph.coded_areas import AREA_CODES_DATASET, coded_things
from graph.connection import Graph
from graph.copies import without_copies
from graph.known import Known
from graph.load_context import LoadContext
from graph.model.definitions import Reference
from graph.planning_plain import plan_plain
from graph.plans import LoadPlan, add_places, departures, place_of, stored_before, with_new_levels
from graph.reviews import REVIEW
from graph.rows import NodeRow
from graph.settling import Settlement, Settling
from graph.stated import Statement, fact_of, redirected, statement_of
from graph.withdrawing import Departure

Wanted = dict[str, tuple[NodeRow, Statement]]
"""Id of evidence → the evidence as it will be, and what it states."""


def plan_of(graph: Graph, batch: Batch) -> LoadPlan:
    """Compare a batch with the graph.

    Returns:
        What differs: a fact is as all its evidence gives it, of this dataset and of the others.
    """
    context = LoadContext.of(graph, batch.nodes[batch.source_id])
    return Planning(graph, without_copies(graph, batch), context).plan()


class Planning:
    """One comparison, step by step."""

    def __init__(self, graph: Graph, batch: Batch, context: LoadContext) -> None:
        self.graph, self.batch, self.context = graph, batch, context
        self.ledger, self.earlier = context.ledger, context.earlier
        self.known = Known(graph)
        self.own_evidence: dict[str, NodeRow] = {}
        self.new_nodes: set[str] = set()
        """Ids of nodes that the batch states and that were not there."""
        self.result = LoadPlan(batch=batch, context=context)

    def plan(self) -> LoadPlan:
        """Everything that has to be written."""
        if self.batch.copies and not self.batch.evidence:
            # Every word of it is a copy of what the graph knows: there is nothing to note, not even a source.
            return self.result
        self._read()
        plan_plain(self.known, self.batch, self.result)
        wanted = self._wanted_evidence()
        settlement = self._settle(wanted)
        self._plan_evidence(wanted, settlement)
        self._plan_facts(settlement)
        self._plan_departures(wanted, settlement)
        self._plan_records(wanted, settlement)
        return self.result

    def _read(self) -> None:
        """What the graph has of this dataset."""
        if not self.context.is_new:
            self.known.read_dataset(self.batch.dataset)
        self.own_evidence = {id_: row for id_, row in self.known.nodes.items() if row.labels[0] == "Evidence"}
        self.result.before = len({row.properties["fact"] for row in self.own_evidence.values()})

    def _plan_records(self, wanted: Wanted, settlement: Settlement) -> None:
        """What was withdrawn and comes back, and reviews whose sentence is gone."""
        self.result.records += self.earlier.changes(self.batch.evidence.keys(), settlement.held.keys(), self.result.load)
        self.result.reviews_lost += self.earlier.lost(self.batch.evidence.keys())
        self.result.reviews_lost += [
            row for id_, row in self.own_evidence.items() if id_ not in wanted and row.properties["review"] != "open"
        ]

    def _wanted_evidence(self) -> Wanted:
        """The evidence that this dataset has from now on, with what people said of it."""
        wanted: Wanted = {}
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
            stays = "restored_at" in row.properties or (self.batch.adds_only and id_ not in self.batch.replaced)
            if id_ not in wanted and id_ not in self.batch.evidence and stays:
                wanted[id_] = row, statement_of(row.properties)
        return wanted

    def _settle(self, wanted: Wanted) -> Settlement:
        statements = [statement for _row, statement in wanted.values()]
        touched = self._touched()
        self._look_up(statements)
        self.foreign = self._foreign(touched | {fact_of(one, self.ledger.redirects) for one in statements})
        statements += [statement_of(row.properties) for row in self.foreign.values()]
        settling = Settling(self.graph, self.ledger, self.known, statements, touched=touched, missing=self.earlier.facts)
        return settling.settle()

    def _touched(self) -> set[str]:
        """Ids of facts that have to be settled whether or not the batch states them."""
        touched = {str(row.properties["fact"]) for row in self.own_evidence.values()}
        if self.batch.dataset == AREA_CODES_DATASET:
            touched |= coded_things().keys() | {id_ for id_, row in self.known.nodes.items() if row.is_fact}
            touched |= {id_ for id_, row in self.known.relationships.items() if row.is_fact}
        return touched

    def _foreign(self, facts: set[str]) -> dict[str, NodeRow]:
        """Evidence that counts for these facts beside what the batch brings, by id."""
        shared = self._shared(facts)
        self.known.read_links(shared)
        return {row.id: row for row in self.known.evidence_of(sorted(shared)) if row.properties["dataset"] != self.batch.dataset}

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
                start, end = placed.start or one.start, placed.end or one.end
                relationships.append((fact, (placed.labels[0], start, end)))
                if self.batch.copies:
                    # What a copy named was left out of the batch: its ends are only in the graph.
                    for end_ in (start, end):
                        nodes[end_.label] |= {end_.id} - coded_things().keys()
        if self.batch.dataset == AREA_CODES_DATASET:
            nodes["Area"] |= {id_ for id_ in coded_things() if id_ not in self.known.relationships}
        self.known.read_nodes(nodes)
        self.new_nodes = {id_ for ids in nodes.values() for id_ in ids} - self.known.nodes.keys() - coded_things().keys()
        there = [one for one in relationships if all(self._may_be_there(end.id) for end in one[1][1:])]
        self.known.read_relationships(there)

    def _may_be_there(self, node: str) -> bool:
        """Whether a node may have been there before this load: only then can a relationship be at it."""
        return node not in self.new_nodes

    def _shared(self, facts: Iterable[str]) -> set[str]:
        """The facts that another dataset has evidence for."""
        found = set[str]()
        for id_ in facts:
            row = self.known.nodes.get(id_) or self.known.relationships.get(id_)
            if row and any(one not in {self.batch.dataset, AREA_CODES_DATASET} for one in row.properties.get("sources", [])):
                found.add(id_)
        return found

    def _plan_evidence(self, wanted: Wanted, settlement: Settlement) -> None:
        replaced: dict[str, list[NodeRow]] = defaultdict(list)
        for id_, (row, _statement) in wanted.items():
            if id_ in settlement.held:
                continue
            after = row.properties
            level = settlement.evidence_levels.get(id_)
            if level and level != after["visibility"]:
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
        self.result.stored = stored_before(self.known, settlement)
        changed = {row.id for row in settlement.nodes} | {id_ for *_labels, id_ in settlement.new_labels}
        changed |= {row.id if row.is_fact else row.start.id for row in settlement.relationships}
        changed |= {row.id if row.is_fact else row.start.id for row in settlement.gone_relationships}
        changed |= {row.id for row in settlement.gone_nodes}
        read_as = {one.read_as for one in self.batch.statements.values() if settlement.facts.get(one.evidence) in changed}
        self.result.changed_ids = changed | read_as

    def _plan_departures(self, wanted: Wanted, settlement: Settlement) -> None:
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
