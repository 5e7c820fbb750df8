"""Evidence with the names of what its relationship joins, so that people can read it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from graph import statements
from graph.ledger import Ledger
from graph.reading import Reader
from graph.rows import Properties


def with_ends_named(reader: Reader, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `graph.evidence_list`, in the place of their ends the names; a merged body is called as it is now.

    Args:
        reader: asks the graph; what its audience may not see has no name.
        rows: a page of them: each end is looked up.

    Returns:
        The rows with `ends` as names, none for a node; None for an end that is not there any more or not for this audience.
    """
    ledger = Ledger.of(reader.graph)
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for label, id_ in row["ends"]:
            wanted[label].add(ledger.resolve(id_))
    names = {id_: one["name"] for label, ids in wanted.items() for id_, one in visible_nodes(reader, label, ids).items()}
    return [row | {"ends": [names.get(ledger.resolve(id_)) for _, id_ in row["ends"]]} for row in rows]


def visible_nodes(reader: Reader, label: str, ids: Iterable[str]) -> dict[str, Properties]:
    """The properties of nodes by id, as far as the audience may see them."""
    rows = reader.graph.read(statements.nodes_by_id(label), ids=sorted(ids))
    return {row["properties"]["id"]: row["properties"] for row in rows if row["properties"]["visibility"] in reader.visible}
