"""Loads that broke off: their sources are still marked as being written."""

from dataclasses import dataclass

from graph.connection import Graph

_MARKED = """
MATCH (s:Source)
RETURN s.dataset AS dataset, s.file AS file, s.loaded_at AS since, s.complete AS complete, s.current AS current
ORDER BY dataset, since
"""


@dataclass(frozen=True)
class Unfinished:
    """One load that has begun and not ended."""

    dataset: str
    file: str
    since: str
    """When it began, ISO 8601 with time zone."""


def unfinished_loads(graph: Graph) -> list[Unfinished]:
    """Every load that has to be done again to be complete, by dataset; one that a later version replaced is none."""
    rows = graph.read(_MARKED)
    finished: dict[str, str] = {}
    for row in rows:
        if row["complete"] is not False:
            finished[row["dataset"]] = max(row["since"] or "", finished.get(row["dataset"], ""))
    return [
        Unfinished(dataset=row["dataset"], file=row["file"] or "—", since=row["since"] or "—")
        for row in rows
        if row["complete"] is False and (row["current"] or (row["since"] or "") > finished.get(row["dataset"], ""))
    ]
