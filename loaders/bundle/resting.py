"""Whether the compared networks rest on the recorded facts beside them: a body on its node, a tie on its relationships."""

from collections.abc import Iterator

from loaders.bundle.format import EDGES, EVIDENCE, LIST_BETWEEN, NODES, OF_EDGES, OF_NODES, RECORD_EDGES, RECORD_NODES
from loaders.bundle.opening import OpenBundle
from loaders.bundle.reading import rows_of
from loaders.bundle.record import OF_EDGES as RECORDED_EDGES
from loaders.bundle.record import OF_EVIDENCE
from loaders.bundle.record import OF_NODES as RECORDED_NODES


def without_record(bundle: OpenBundle) -> Iterator[tuple[str, str]]:
    """Place and words of each body and tie that no recorded fact with a quotation bears.

    Raises:
        LoadStopped: a table is none; the message names the row.
    """
    quoted = {row["fact"] for _, row in rows_of(bundle, EVIDENCE, OF_EVIDENCE)}
    bodies = {row["id"] for _, row in rows_of(bundle, RECORD_NODES, RECORDED_NODES)} & quoted
    facts = {row["id"] for _, row in rows_of(bundle, RECORD_EDGES, RECORDED_EDGES)} & quoted
    for place, row in rows_of(bundle, NODES, OF_NODES):
        if row["id"] not in bodies:
            yield place, row["name"]
    for place, row in rows_of(bundle, EDGES, OF_EDGES):
        named = row["facts"].split(LIST_BETWEEN) if row["facts"] else []
        if not named or not facts.issuperset(named):
            yield place, f"{row['start_name']} – {row['end_name']}"
