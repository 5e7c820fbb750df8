"""What is recorded of the regions, as tables: each fact with its evidence, nothing above the audience."""

from collections.abc import Mapping
from typing import Any

from graph.holdings import Holdings
from graph.rows import NodeRow
from loaders.bundle.format import table

OF_NODES = ("id", "labels", "name", "area", "visibility", "sources", "codes", "properties")
OF_EDGES = ("id", "type", "start", "start_name", "end", "end_name", "visibility", "sources", "properties")
OF_EVIDENCE = (
    *("id", "fact", "quote", "dataset", "line", "starts_at", "ends_at", "sheet", "row", "column", "place"),
    *("certainty", "review", "visibility", "repairs"),
)
OF_SOURCES = ("dataset", "title", "licence", "as_of", "file", "visibility")
"""Without the day on which a source was loaded: the same sources loaded again give the same bytes."""
APART = frozenset({"id", "name", "visibility", "sources", "evidence"})
"""Properties that have a column, or a table, of their own."""


def node_table(holdings: Holdings) -> bytes:
    """One row for each thing; what has no column of its own stands in `properties` as JSON."""
    return table(OF_NODES, (_node(one, holdings) for one in holdings.nodes))


def edge_table(holdings: Holdings) -> bytes:
    """One row for each relationship, with both ends."""
    return table(
        OF_EDGES,
        (
            (
                one.id,
                one.type,
                one.start.id,
                _name(holdings, one.start.id),
                one.end.id,
                _name(holdings, one.end.id),
                *_common(one.properties),
            )
            for one in holdings.relationships
        ),
    )


def evidence_table(holdings: Holdings) -> bytes:
    """One row for each quotation, with the id of the fact that rests on it."""
    rows = sorted((one for of_fact in holdings.evidence.values() for one in of_fact), key=lambda one: (str(one["fact"]), str(one["id"])))
    return table(OF_EVIDENCE, ([one.get(name) for name in OF_EVIDENCE] for one in rows))


def source_table(holdings: Holdings) -> bytes:
    """One row for each dataset that something names."""
    return table(OF_SOURCES, ([one.get(name) for name in OF_SOURCES] for one in holdings.sources.values()))


def _node(one: NodeRow, holdings: Holdings) -> list[Any]:
    area = one.id if one.labels == ("Area",) else str(one.properties.get("placed_in") or "")
    codes = [f"{kind}:{code}" for kind, code in holdings.codes.get(one.id, ())]
    visibility, sources, rest = _common(one.properties)
    return [one.id, one.labels, one.properties.get("name"), holdings.full_name(area), visibility, sources, codes, rest]


def _name(holdings: Holdings, id_: str) -> str:
    return str(holdings.by_id[id_].properties.get("name") or "")


def _common(properties: Mapping[str, Any]) -> tuple[Any, Any, dict[str, Any]]:
    rest = {name: value for name, value in properties.items() if name not in APART and value is not None}
    return properties["visibility"], properties["sources"], rest
