"""Copies: what a file repeats of the graph it was written out of says nothing to a graph that has the originals.

A copy names the evidence that it was made of (`Quotation.copy_of`). Where the graph has all of it, or had it and somebody
rejected it or a newer version took it out, the original stands as it is and the copy is left out; a graph that does not
know it takes the copy as what its file states.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.batches import Batch
from graph.connection import Graph
from graph.known import parts

PRESENT = "UNWIND $ids AS id MATCH (e:Evidence {id: id}) RETURN e.id AS id"
WITHDRAWN = (
    "MATCH (w:Withdrawn) WHERE w.put_back_at IS NULL AND w.evidence IS NOT NULL AND NOT w.why IN ['replaced', 'undone'] "
    "RETURN w.evidence AS ids"
)


def without_copies(graph: Graph, batch: Batch) -> Batch:
    """The batch without what the graph knows already; the same batch where it holds no copies."""
    if not batch.copies:
        return batch
    originals = {id_ for ids in batch.copies.values() for id_ in ids}
    present = _present(graph, originals)
    withdrawn = {id_ for row in graph.read(WITHDRAWN) for id_ in row["ids"]} & originals
    dropped = {id_ for id_, ids in batch.copies.items() if present.issuperset(ids)}
    gone = {id_ for id_, ids in batch.copies.items() if id_ not in dropped and (present | withdrawn).issuperset(ids)}
    dropped |= {id_ for id_ in gone if batch.statements[id_].start is not None}
    ends = _ends(batch, batch.evidence.keys() - dropped)
    # A node that was taken out stays out, unless something new hangs on it.
    dropped |= {id_ for id_ in gone if batch.statements[id_].read_as not in ends}
    return replace(
        batch,
        evidence={id_: row for id_, row in batch.evidence.items() if id_ not in dropped},
        statements={id_: one for id_, one in batch.statements.items() if id_ not in dropped},
    )


def _present(graph: Graph, ids: Iterable[str]) -> set[str]:
    return {row["id"] for part in parts(sorted(ids)) for row in graph.read(PRESENT, ids=part)}


def _ends(batch: Batch, evidence: Iterable[str]) -> set[str]:
    """Ids of the nodes at which some relationships begin and end."""
    return {end.id for id_ in evidence for end in (batch.statements[id_].start, batch.statements[id_].end) if end}
