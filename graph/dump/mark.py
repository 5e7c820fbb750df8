"""The mark of a restore: a source that is not complete, in the graph from the first write to the last.

A restore that broke off shows there: no backup is made of half a graph, and the same file completes it.
"""

from graph import statements
from graph.connection import Graph
from graph.deriving import plain
from graph.model.sources import Source

DATASET = "restore"
CLEARING, WRITING = "clearing", "writing"


def mark_of(file: str, checksum: str, step: str) -> Source:
    """The mark of one file; `step` says how far it came."""
    return Source(
        key=f"source|{DATASET}",
        name=file,
        visibility="restricted",
        dataset=DATASET,
        loader=step,
        checksum=checksum,
        file=file,
        current=False,
        complete=False,
    )


def set_mark(graph: Graph, mark: Source) -> None:
    """Write the mark, or the next step over it."""
    rows = [{"id": mark.id, "properties": plain(mark.properties())}]
    graph.write(lambda transaction: transaction.run(statements.write_nodes(Source.label), rows=rows))


def remove_mark(graph: Graph) -> None:
    """The restore is complete."""
    graph.write(lambda transaction: transaction.run("MATCH (s:Source) WHERE s.dataset = $dataset DETACH DELETE s", dataset=DATASET))


def broken_off(graph: Graph) -> str | None:
    """The file whose restore broke off in this graph; None where none did."""
    found = _marks(graph)
    return str(found[0]["file"]) if found else None


def can_be_completed(graph: Graph, checksum: str) -> bool:
    """Whether the restore that broke off was of the same file, and had come to writing."""
    return [(row["checksum"], row["step"]) for row in _marks(graph)] == [(checksum, WRITING)]


def _marks(graph: Graph) -> list[dict[str, object]]:
    statement = "MATCH (s:Source) WHERE s.dataset = $dataset RETURN s.file AS file, s.checksum AS checksum, s.loader AS step"
    return graph.read(statement, dataset=DATASET)
