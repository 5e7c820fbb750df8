"""Tables of the quotations on which everything rests, and of the sources in which they stand."""

from collections.abc import Iterable

from graph.holdings import Holdings
from graph.messages import Messages
from graph.places import place_of
from graph.rows import NodeRow, RelationshipRow
from loaders.csv_tables.relationships import end_name
from loaders.csv_tables.table import Cell, Table, stated

OF_EVIDENCE = (
    "fact_id",
    "fact",
    "quote",
    "source_title",
    "dataset",
    "place",
    "sheet",
    "certainty",
    "review",
    "visibility",
    "repairs",
    "evidence_id",
)
OF_SOURCES = ("dataset", "title", "licence", "as_of", "file", "loaded_at", "visibility")


def evidence_table(holdings: Holdings, words: Messages) -> Table:
    """One row for each quotation."""
    facts: list[NodeRow | RelationshipRow] = [*holdings.nodes, *holdings.relationships]
    rows = tuple(row for fact in facts for row in _quotations(fact, holdings, words))
    return Table(name="evidence", heads=tuple(words(f"text.head.{one}") for one in OF_EVIDENCE), rows=rows)


def sources_table(holdings: Holdings, words: Messages) -> Table:
    """One row for each source that something in the tables names."""
    rows = tuple(tuple(stated(source, OF_SOURCES, words)) for source in holdings.sources.values())
    return Table(name="sources", heads=tuple(words(f"text.head.{one}") for one in OF_SOURCES), rows=rows)


def _quotations(fact: NodeRow | RelationshipRow, holdings: Holdings, words: Messages) -> Iterable[tuple[Cell, ...]]:
    for one in holdings.evidence.get(fact.id, ()):
        title = holdings.sources.get(one["dataset"], {}).get("title") or ""
        yield (
            *(fact.id, _called(fact, holdings, words), one["quote"], title),
            *(one["dataset"], place_of(one, words) or ""),
            *stated(one, ("sheet", "certainty", "review", "visibility", "repairs", "id"), words),
        )


def _called(fact: NodeRow | RelationshipRow, holdings: Holdings, words: Messages) -> str:
    if isinstance(fact, NodeRow):
        return end_name(fact, holdings)
    start, end = (end_name(holdings.by_id[one.id], holdings) for one in (fact.start, fact.end))
    return words("text.relationship", start=start, end=end, type=words(f"text.{fact.type}"))
