"""Tables of relationships: seats, who provides what, ties between bodies, places, and all others."""

from collections.abc import Iterable

from graph.holdings import Holdings
from graph.messages import Messages
from graph.model.catalogue import relationship_kinds
from graph.model.definitions import Relationship, property_descriptions
from graph.model.joining import BETWEEN_BODIES
from graph.rows import NodeRow, RelationshipRow
from loaders.csv_tables.nodes import KEPT, differing
from loaders.csv_tables.table import Cell, Table, stated

RELATIONSHIP_TABLES: dict[str, tuple[str, ...]] = {
    "seats": ("MEMBER_OF",),
    "provides": ("PROVIDES",),
    "ties": BETWEEN_BODIES,
    "places": ("OPERATES_IN", "COVERS", "DELIVERED_IN", "HAS_NEED", "OBSERVED_IN", "ADJACENT_TO"),
    "others": (),
}
"""Name of the table → types; `others` has all that no table names."""


def types_of(name: str) -> tuple[str, ...]:
    """The types of relationship that stand in a table."""
    named = {type_ for types in RELATIONSHIP_TABLES.values() for type_ in types}
    facts = (type_ for type_, kind in relationship_kinds().items() if kind.is_fact)
    return RELATIONSHIP_TABLES[name] or tuple(type_ for type_ in facts if type_ not in named)


def relationship_table(name: str, holdings: Holdings, words: Messages) -> Table:
    """One table of relationships."""
    types = types_of(name)
    common = property_descriptions(Relationship)
    own = list(dict.fromkeys(one for type_ in types for one in property_descriptions(relationship_kinds()[type_]) if one not in common))
    heads = [
        *(words(f"text.head.{one}") for one in ("id", "relationship", "type")),
        *(words(f"text.head.{side}_{part}") for side in ("from", "to") for part in ("name", "kind", "id")),
        *(words(f"text.head.{one}") for one in (*own, *KEPT, "sources", "differs")),
    ]
    rows = tuple(tuple(_row(one, own, holdings, words)) for type_ in types for one in holdings.relationships_of(type_))
    return Table(name=name, heads=tuple(heads), rows=rows)


def end_name(node: NodeRow, holdings: Holdings) -> str:
    """What an end is called: an area by its full name."""
    return holdings.full_name(node.id) if node.labels == ("Area",) else str(node.properties["name"])


def _row(one: RelationshipRow, own: Iterable[str], holdings: Holdings, words: Messages) -> Iterable[Cell]:
    yield from (one.id, words(f"text.{one.type}"), one.type)
    for end in (one.start, one.end):
        node = holdings.by_id[end.id]
        yield from (end_name(node, holdings), words(f"text.{node.labels[0]}"), end.id)
    yield from stated(one.properties, (*own, *KEPT, "sources"), words)
    yield differing(one.properties.get("differs", ()), words)
