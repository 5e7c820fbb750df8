"""Loading more than fits in memory: part by part, then what this version does not state any more.

The load is marked as unfinished before the first part and complete after the last. One that breaks off leaves whole parts
and the mark; the next load of the same file goes on with it. A file that states exactly what its last complete load stated
changes nothing, and is not compared fact by fact.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graph.ahead import ahead
from graph.batches import Batch, add_source, add_stated
from graph.changing import Change, carry_out_part
from graph.connection import Graph
from graph.load_context import LoadContext
from graph.model.sources import Source
from graph.notices import Progress, unwatched
from graph.planning_parts import plan_of_part
from graph.plans import LoadPlan, Plan
from graph.rows import NodeRow
from graph.stated_facts import Part, StatedFacts
from graph.withdrawing import Cause
from graph.writing import begin, finish, write_part

LEAVING_AT_ONCE = 5_000
READING = "reading"
"""Property of a source: what was stated when it was last loaded to its end, in one word."""

STILL_THERE = "MATCH (:Source {id: $source})<-[r:FROM]-(e:Evidence) RETURN count(r) AS found"
THINGS = (
    "MATCH (e:Evidence {dataset: $dataset}) WITH e WHERE NOT e.states CONTAINS $sign RETURN DISTINCT coalesce(e.read_as, e.fact) AS fact"
)
LEAVING = (
    "MATCH (e:Evidence {dataset: $dataset}) WITH e WHERE e.restored_at IS NULL WITH e WHERE e.states CONTAINS $sign = $wanted "
    "WITH e WHERE NOT EXISTS { MATCH (e)-[:FROM]->(s:Source {id: $source}) } "
    "RETURN properties(e) AS properties ORDER BY e.fact LIMIT $most"
)
OF_A_RELATIONSHIP = '"end":['
"""Stands in what evidence of a relationship states (`graph.stated`), and in no other."""


@dataclass(kw_only=True)
class LongLoad:
    """What a long load changed, or would change."""

    load: str | None = None
    """Its id; None where nothing was written."""
    changed_records: set[int] = field(default_factory=set)
    """Numbers of the records of which something was new or otherwise than before."""
    retired: int = 0
    """Facts that nothing states any more."""
    reviews_lost: list[NodeRow] = field(default_factory=list)


def load_in_parts(
    graph: Graph,
    stated: StatedFacts,
    source: Source,
    *,
    dry_run: bool = False,
    progress: Progress = unwatched,
    watch: Callable[[Plan], None] = lambda _: None,
    allow: Callable[[int, int], None] = lambda _gone, _before: None,
) -> LongLoad:
    """Bring the graph to what a source states.

    Args:
        graph: where to.
        stated: everything that the source states.
        source: this version of it.
        dry_run: only look what would change.
        progress: told after each part how many statements are done, of how many.
        watch: told what each part changes.
        allow: asked before anything is written, with how many things of this dataset would go and how many there are; it
            raises where that is too many.

    Raises:
        DatabaseUnavailable: the database went away; every part that was acknowledged is there.
    """
    return _LongLoad(graph, stated, source, dry_run=dry_run, watch=watch).run(progress, allow)


class _LongLoad:
    def __init__(self, graph: Graph, stated: StatedFacts, source: Source, *, dry_run: bool, watch: Callable[[Plan], None]) -> None:
        self.graph, self.stated, self.dry_run, self.watch = graph, stated, dry_run, watch
        self.source = source
        first = self._batch()
        add_source(first, stated.dataset, self.source)
        self.first = first
        self.context = LoadContext.of(graph, first.nodes[self.source.id])
        self.result = LongLoad()
        self.begun = False
        self.seen: set[str] = set()
        """Evidence of this version of which something was withdrawn earlier."""
        self.held: set[str] = set()

    def run(self, progress: Progress, allow: Callable[[int, int], None]) -> LongLoad:
        if self._is_as_before():
            progress(self.stated.statements, self.stated.statements)
            self.stated.count()
            return self.result
        if not self.context.is_new:
            gone, before = self._things_that_go()
            allow(gone, before)
            self.result.retired = gone if self.dry_run else 0
        done = 0
        for part, batch, planned in ahead(self._planned()):
            self._write(part, planned or plan_of_part(self.graph, batch, self.context))
            self.seen |= batch.evidence.keys() & self.context.earlier.ids.keys()
            done += len(batch.evidence)
            progress(min(done, self.stated.statements), self.stated.statements)
        if not self.dry_run:
            self._retire()
        self._end()
        return self.result

    def _planned(self) -> Iterator[tuple[Part, Batch, LoadPlan | None]]:
        """Each part, compared with the graph while the part before it is written, where that makes no difference.

        It does where this dataset has evidence already, or a merge joins what is in different parts; and for the first ties,
        which are as visible as the nodes that have just been written.
        """
        alone = self.context.is_new and not self.context.ledger.redirects
        nodes = True
        for part, batch in self._batches():
            ties = any(of_fact[0].start for of_fact in part.stated.values())
            yield part, batch, plan_of_part(self.graph, batch, self.context) if alone and not (nodes and ties) else None
            nodes = not ties

    def _batches(self) -> Iterator[tuple[Part, Batch]]:
        batch = self.first
        for part in self.stated.parts():
            add_stated(batch, self.stated.dataset, part.stated, part.levels)
            yield part, batch
            batch = self._batch()

    def _things_that_go(self) -> tuple[int, int]:
        """How many nodes that the dataset stated before it does not state any more, and how many it stated."""
        rows = self.graph.read(THINGS, dataset=self.stated.dataset.name, sign=OF_A_RELATIONSHIP)
        return sum(not self.stated.has_node(row["fact"]) for row in rows), len(rows)

    def _batch(self) -> Batch:
        return Batch(dataset=self.stated.dataset.name, source_id=self.source.id, adds_only=self.stated.dataset.adds_only)

    def _is_as_before(self) -> bool:
        """Whether the last load of the dataset stated exactly this, came to its end, and all of it is still there."""
        version = next((row.properties for row in self.context.versions if row.id == self.source.id), {})
        digest, _, quotations = str(version.get(READING) or "").partition("|")
        is_same = digest == self.stated.digest and version.get("current") and version.get("complete")
        if not is_same or self.context.broken_off or self.context.resumes:
            return False
        found = self.graph.read(STILL_THERE, source=self.source.id)[0]["found"]
        return bool(str(found) == quotations)

    def _write(self, part: Part, plan: LoadPlan) -> None:
        for fact in plan.changed_ids & part.records.keys():
            self.result.changed_records.update(part.records[fact])
        self.held |= {row.id for one in plan.departures for row in one.evidence}
        self.watch(plan)
        if plan.is_empty or self.dry_run:
            return
        self._begin()
        write_part(self.graph, plan, self._cause())

    def _begin(self) -> None:
        if not self.begun:
            begin(self.graph, self.context)
            self.begun = True

    def _cause(self) -> Cause:
        at = str(self.source.loaded_at)
        return Cause(why="retired", at=at, operation=self.context.load.id, dataset=self.stated.dataset.name)

    def _retire(self) -> None:
        """What this version does not state any more leaves: ties before what they tie."""
        if self.context.is_new or self.stated.dataset.adds_only:
            return
        for relationships in (True, False):
            while leaving := list(self._leaving(relationships=relationships)):
                self._begin()
                self.result.reviews_lost += [row for row in leaving if row.properties["review"] != "open"]
                plan = carry_out_part(self.graph, Change(leaving=leaving), self._cause(), ledger=self.context.ledger)
                self.watch(plan)
                self.result.retired += plan.retired

    def _leaving(self, *, relationships: bool) -> Iterator[NodeRow]:
        rows = self.graph.read(
            LEAVING,
            dataset=self.stated.dataset.name,
            source=self.source.id,
            sign=OF_A_RELATIONSHIP,
            wanted=relationships,
            most=LEAVING_AT_ONCE,
        )
        return (NodeRow(("Evidence",), row["properties"], is_fact=False) for row in rows)

    def _end(self) -> None:
        earlier, load = self.context.earlier, self.context.load
        records = earlier.changes(self.seen, self.held, load)
        self.result.reviews_lost += earlier.lost(self.seen)
        if records and not self.dry_run:
            self._begin()
        if self.begun:
            # What people reject from now on is missing from the number, and the next load looks at everything.
            found = self.graph.read(STILL_THERE, source=self.source.id)[0]["found"]
            self.context.source.properties[READING] = f"{self.stated.digest}|{found}"
            finish(self.graph, self.context, records)
            self.result.load = load.id
