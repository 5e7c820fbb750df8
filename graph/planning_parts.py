"""What a part of a long load would change: some facts with all that the source states of them, compared with the graph.

Nothing leaves in a part: what this version does not state any more is known only when the last part is written.
"""

from collections.abc import Iterable

from graph.batches import Batch
from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.load_context import LoadContext
from graph.planning import Planning, Wanted
from graph.plans import LoadPlan, place_of
from graph.rows import NodeRow, relationship_row
from graph.settling import Settlement
from graph.stated import Statement, fact_of

SCOPES = (
    "MATCH (a:Source {id: $id})-[r:SPEAKS_OF]->(b:Area) RETURN type(r) AS type, properties(r) AS properties, "
    "a.id AS start, b.id AS end, labels(a) AS start_labels, labels(b) AS end_labels"
)


def plan_of_part(graph: Graph, batch: Batch, context: LoadContext) -> LoadPlan:
    """Compare a part of a load with the graph.

    Args:
        graph: where earlier parts of this load are written already.
        batch: the facts of this part; the first part has the source too.
        context: what the load found when it began.
    """
    return _PartPlanning(graph, batch, context).plan()


class _PartPlanning(Planning):
    """One comparison, in which evidence that is not of this part stands as it is."""

    def __init__(self, graph: Graph, batch: Batch, context: LoadContext) -> None:
        super().__init__(graph, batch, context)
        self._looks_back = not context.is_new or bool(context.ledger.redirects)
        """Whether evidence of this dataset may be there: from an earlier version, or under a name that a merge joined."""
        self._standing: dict[str, NodeRow] = {}

    def _read(self) -> None:
        if self.batch.source_id in self.batch.nodes:
            self.known.nodes |= {row.id: row for row in self.context.versions}
            self.known.take(map(relationship_row, self.graph.read(SCOPES, id=self.batch.source_id)))
        if not self._looks_back:
            return
        facts = {fact_of(one, self.ledger.redirects) for one in self.batch.statements.values()}
        for row in self.known.evidence_of(sorted(facts)):
            own = self.own_evidence if row.id in self.batch.evidence else self._standing
            own[row.id] = row
        places = self.known.places_of("Evidence", list(self.own_evidence))
        stands = [self.own_evidence[id_] for id_, sources in places.items() if self.batch.source_id in sources]
        self.known.take(place_of(row, self.batch.source_id) for row in stands)

    def _touched(self) -> set[str]:
        return set()

    def _may_be_there(self, node: str) -> bool:
        # Nodes came in earlier parts; those that were there before them are remembered.
        return self._looks_back or node in self.context.met or node in coded_things()

    def _look_up(self, statements: Iterable[Statement]) -> None:
        super()._look_up(statements)
        self.context.met.update(id_ for id_, row in self.known.nodes.items() if row.is_fact)

    def _foreign(self, facts: set[str]) -> dict[str, NodeRow]:
        if not self._looks_back:
            return super()._foreign(facts)
        self.known.read_links(facts)
        return self._standing

    def _plan_records(self, wanted: Wanted, settlement: Settlement) -> None:
        """Records are planned when the last part is written."""
