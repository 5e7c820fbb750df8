"""Evidence by its id, for whoever shows the sentences on which rows rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.connection import Row
from graph.reading import Reader

AS_READ = (
    *("dataset", "file", "line", "starts_at", "ends_at", "sheet", "row", "column", "place"),
    *("quote", "certainty", "review", "corrected", "restored_at"),
)
"""Columns in which two pieces of evidence differ for whoever reads them."""


def quoted(reader: Reader, ids: Iterable[str]) -> dict[str, Row]:
    """Id → evidence that the audience may see, read once for all; of nothing nothing is read."""
    wanted = sorted(set(ids))
    return {one["id"]: one for one in reader.rows("lookups", "evidence_by_id", ids=wanted)} if wanted else {}


def quoted_of(reader: Reader, rows: Iterable[Mapping[str, Any]]) -> dict[str, Row]:
    """The same of all that is named in the column `evidence` of some rows."""
    return quoted(reader, (id_ for row in rows for id_ in row.get("evidence", ())))


def sentences(ids: Iterable[str], known: Mapping[str, Row]) -> list[Row]:
    """The evidence of one row, in its order, as far as it was found.

    A sentence that is evidence of several facts is there once: whoever reads it sees one sentence.
    """
    shown: dict[tuple[Any, ...], Row] = {}
    for id_ in ids:
        if id_ in known:
            shown.setdefault(tuple(known[id_].get(column) for column in AS_READ), known[id_])
    return list(shown.values())
