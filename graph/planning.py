"""What a load would change: its batch compared with the graph. Reads only; `graph.writing` applies the plan."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.batches import Batch
from graph.coded_areas import AREA_CODES_DATASET, coded_things
from graph.connection import Graph
from graph.copies import without_copies
from graph.deriving import plain
from graph.known import Known
from graph.ledger import Ledger
from graph.model.bookkeeping import Load
from graph.model.definitions import Reference
from graph.model.sources import From
from graph.plans import LoadPlan, add_places, departures, place_of, with_new_levels
from graph.reviews import REVIEW, Earlier
from graph.rows import NodeRow
from graph.settling import Settlement, Settling
from graph.stated import Statement, fact_of, redirected, statement_of
from graph.withdrawing import Departure


def plan_of(graph: Graph, batch: Batch) -> LoadPlan:
    """Compare a batch with the graph.

    Returns:
        What differs: a fact is as all its evidence gives it, of this dataset and of the others.
    """
    return _Planning(graph, without_copies(graph, batch)).plan()


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
        load = self._load()
        unfinished = [row for row in self.loads if row.properties["state"] == "unfinished" and row.id != load.id]
        self.result = LoadPlan(batch=batch, load=load, other_loads=unfinished)

    def plan(self) -> LoadPlan:
        """Everything that has to be written."""
        if self.batch.copies and not self.batch.evidence:
            # Every word of it is a copy of what the graph knows: there is nothing to note, not even a source.
            return self.result
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
            stays = "restored_at" in row.properties or (self.batch.adds_only and id_ not in self.batch.replaced)
            if id_ not in wanted and id_ not in self.batch.evidence and stays:
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
                start, end = placed.start or one.start, placed.end or one.end
                relationships.append((fact, (placed.labels[0], start, end)))
                for id_, label in ((start.id, start.label), (end.id, end.label)):
                    if id_ not in coded_things():
                        nodes[label].add(id_)
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
