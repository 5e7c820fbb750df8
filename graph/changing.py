"""A decision of a person about evidence, bodies or loads: evidence comes, changes or goes, and the facts follow.

Reads what is touched, settles it, and writes it: at once where it is small, in batches where it is a whole load.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.findings.refreshing import bring_up_to_date
from graph.known import Address, Known
from graph.ledger import Ledger
from graph.plans import Plan, add_places, departures, place_of, stored_before, with_new_levels
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.settling import Settlement, Settling
from graph.stated import Statement, fact_of, redirected, statement_of
from graph.withdrawing import Cause, content_of, places_of
from graph.writing import apply_at_once

BECAUSE_OF = "UNWIND $ids AS id MATCH (w:Withdrawn {because_of: id}) WHERE w.put_back_at IS NULL RETURN properties(w) AS properties"
CASES = "UNWIND $ids AS id MATCH (w:Withdrawn {fact: id}) WHERE w.put_back_at IS NULL RETURN properties(w) AS properties"


@dataclass
class Change:
    """What a decision does to evidence."""

    writing: list[NodeRow] = field(default_factory=list)
    """Evidence that is new, changed, or to be looked at again."""
    leaving: list[NodeRow] = field(default_factory=list)
    """Evidence that goes."""
    returning: list[Properties] = field(default_factory=list)
    """Records whose evidence comes back."""
    entries: list[NodeRow] = field(default_factory=list)
    """Other nodes that go with it: an entry of the ledger, a load, a source."""
    touched: set[str] = field(default_factory=set)
    """Ids of facts to settle beside those of the evidence."""
    dropped_relationships: list[RelationshipRow] = field(default_factory=list)
    """The places in a version that was taken back."""
    dropped_nodes: list[NodeRow] = field(default_factory=list)
    """The cases that only it had."""
    places: dict[str, list[str]] = field(default_factory=dict)
    """Id of new evidence → ids of the sources in which it stands."""
    relationships: list[RelationshipRow] = field(default_factory=list)
    """Other relationships that go with it: what a new source speaks of."""


def carry_out(graph: Graph, change: Change, cause: Cause, *, ledger: Ledger | None = None) -> Plan:
    """Make a change, with everything that follows from it, and see what became of the rows that are followed up.

    Args:
        graph: where.
        change: what happens to evidence.
        cause: who does it, when and why; kept with what leaves.
        ledger: the merges in force from now on; default: those of the graph.

    Returns:
        What was written.
    """
    plan = carry_out_part(graph, change, cause, ledger=ledger)
    bring_up_to_date(graph, operation=cause.operation)
    return plan


def carry_out_part(graph: Graph, change: Change, cause: Cause, *, ledger: Ledger | None = None) -> Plan:
    """The same as one of several steps: what is followed up is looked at when all of them are done."""
    plan = plan_of_change(graph, change, cause, ledger=ledger)
    apply_at_once(graph, plan, cause)
    return plan


def plan_of_change(graph: Graph, change: Change, cause: Cause, *, ledger: Ledger | None = None) -> Plan:
    """What `carry_out` would write; reads only."""
    return _Carrying(graph, change, cause, ledger or Ledger.of(graph)).plan()


class _Carrying:
    def __init__(self, graph: Graph, change: Change, cause: Cause, ledger: Ledger) -> None:
        self.graph, self.change, self.cause, self.ledger = graph, change, cause, ledger
        self.known = Known(graph)
        self.stored: dict[str, NodeRow] = {}
        """Evidence as it is stored, by id."""
        self.present: dict[str, NodeRow] = {}
        """Evidence as it will be, by id; some of it may be held back."""
        self.places: dict[str, list[str]] = dict(change.places)
        self.returning: dict[str, Properties] = {}

    def plan(self) -> Plan:
        """Everything that has to be written."""
        self._return(self.change.returning)
        changing = [*self.change.writing, *self.change.leaving, *self.present.values()]
        facts = self._facts_of(changing) | self.change.touched
        self._return(self._hanging_records(facts))
        facts |= self._facts_of(self.present.values())
        self._read(facts, [statement_of(row.properties) for row in (*changing, *self.present.values())])
        leaving = {row.id for row in self.change.leaving}
        for row in self.change.writing:
            self.present[row.id] = row
        wanted = {id_: row for id_, row in (self.stored | self.present).items() if id_ not in leaving}
        statements = [statement_of(row.properties) for row in wanted.values()]
        settlement = Settling(self.graph, self.ledger, self.known, statements, touched=facts, missing=None).settle()
        return self._planned(wanted, settlement)

    def _return(self, records: Iterable[Properties]) -> None:
        for record in records:
            if record["id"] in self.returning:
                continue
            self.returning[record["id"]] = record
            self.places |= places_of(record)
            for row in content_of(record)[1]:
                if row.properties["review"] != "rejected":
                    self.present.setdefault(row.id, row)

    def _hanging_records(self, facts: Iterable[str]) -> list[Properties]:
        """What left because of one of these: it comes back with it, as far as its ends are there."""
        return [row["properties"] for row in self.graph.read(BECAUSE_OF, ids=sorted(facts))]

    def _facts_of(self, evidence: Iterable[NodeRow]) -> set[str]:
        found = set[str]()
        for row in evidence:
            found |= {str(row.properties["fact"]), fact_of(statement_of(row.properties), self.ledger.redirects)}
        return found

    def _read(self, facts: set[str], changing: Iterable[Statement]) -> None:
        """What is stored of these facts, and all evidence of them."""
        evidence = self.known.evidence_of(sorted(facts))
        self.stored = {row.id: row for row in evidence}
        nodes: dict[str, set[str]] = defaultdict(set)
        relationships: dict[str, Address] = {}
        before = Ledger.of(self.graph).redirects
        for statement in (*changing, *(statement_of(row.properties) for row in evidence)):
            for redirects in (before, self.ledger.redirects):
                fact = fact_of(statement, redirects)
                placed = redirected(statement, redirects)
                if placed.start is None or placed.end is None:
                    nodes[placed.labels[0]].add(fact)
                else:
                    relationships[fact] = (placed.labels[0], placed.start, placed.end)
        nodes["Area"] |= {id_ for id_ in facts if id_ in coded_things() and id_ not in relationships}
        self.known.read_nodes(nodes)
        self.known.read_relationships(relationships.items())

    def _planned(self, wanted: dict[str, NodeRow], settlement: Settlement) -> Plan:
        plan = Plan(
            nodes=[*self.change.entries],
            new_labels=settlement.new_labels,
            old_labels=settlement.old_labels,
        )
        links = self._links_that_stand(settlement, plan)
        self._plan_evidence(wanted, settlement, plan)
        plan.nodes += settlement.nodes
        plan.stored = stored_before(self.known, settlement)
        plan.relationships += [*links, *self.change.relationships, *self._places_of_new(wanted, settlement, plan)]
        nodes, places = with_new_levels(self.known, settlement)
        plan.nodes += nodes
        plan.relationships += places
        hanging = [row for id_, row in settlement.hanging.items() if id_ in settlement.held]
        leaving = [*self.change.leaving, *(self.stored[id_] for id_ in settlement.held if id_ in self.stored), *hanging]
        moved = self._moved(wanted, settlement)
        for departure in departures(leaving, settlement):
            if departure.evidence or departure.fact not in moved:
                plan.departures.append(departure)
            elif isinstance(departure.row, NodeRow):
                plan.dropped_nodes.append(departure.row)
            elif departure.row:
                plan.dropped_relationships.append(departure.row)
        plan.dropped_relationships += [row for row in settlement.gone_relationships if not row.is_fact]
        plan.dropped_relationships += self.change.dropped_relationships
        plan.dropped_nodes += self.change.dropped_nodes
        add_places(self.known, plan.departures)
        plan.records = self._records(wanted, settlement)
        return plan

    def _plan_evidence(self, wanted: dict[str, NodeRow], settlement: Settlement, plan: Plan) -> None:
        for id_, row in wanted.items():
            if id_ in settlement.held:
                continue
            statement = statement_of(row.properties)
            after = {name: value for name, value in row.properties.items() if name != "read_as"}
            after["fact"] = settlement.facts[id_]
            if after["fact"] != statement.read_as:
                after["read_as"] = statement.read_as
            if level := settlement.evidence_levels.get(id_):
                after["visibility"] = level
            if id_ not in self.stored or self.stored[id_].properties != after:
                plan.nodes.append(NodeRow(row.labels, after, is_fact=False))

    def _places_of_new(self, wanted: dict[str, NodeRow], settlement: Settlement, plan: Plan) -> list[RelationshipRow]:
        """The way from evidence that comes, or comes back, to the sources in which it stands, each as visible as it is."""
        written = {row.id: row for row in plan.nodes if row.labels[0] in {"CaseStudy", "Evidence"}}
        back = {id_: row for id_, row in written.items() if row.labels[0] == "CaseStudy"}
        back |= {id_: written.get(id_, row) for id_, row in wanted.items() if id_ not in self.stored and id_ not in settlement.held}
        return [place_of(row, source) for id_, row in back.items() for source in self.places.get(id_, [])]

    def _links_that_stand(self, settlement: Settlement, plan: Plan) -> list[RelationshipRow]:
        """Relationships to write; a case that left comes back with what it describes, else its link is left out."""
        wanted = {row.end.id for row in settlement.relationships if row.type == "DESCRIBED_IN"}
        missing = wanted - self.known.levels_of({"CaseStudy": wanted}).keys()
        for row in self.graph.read(CASES, ids=sorted(missing)):
            record = row["properties"]
            if record["fact"] in missing:
                plan.nodes.append(NodeRow(("CaseStudy",), content_of(record)[0], is_fact=False))
                self.places |= places_of(record)
                self.returning[record["id"]] = record
                missing.discard(record["fact"])
        return [row for row in settlement.relationships if row.type != "DESCRIBED_IN" or row.end.id not in missing]

    def _moved(self, wanted: dict[str, NodeRow], settlement: Settlement) -> set[str]:
        """Facts whose evidence speaks of another fact now."""
        return {
            str(row.properties["fact"])
            for id_, row in self.stored.items()
            if id_ in wanted and settlement.facts.get(id_) != row.properties["fact"]
        }

    def _records(self, wanted: dict[str, NodeRow], settlement: Settlement) -> list[NodeRow]:
        """Records of which everything is back."""
        found: list[NodeRow] = []
        for record in self.returning.values():
            kept = record.get("evidence", [])
            if all(id_ in wanted and id_ not in settlement.held for id_ in kept):
                found.append(NodeRow(("Withdrawn",), record | {"put_back_at": self.cause.at}, is_fact=False))
        return found
