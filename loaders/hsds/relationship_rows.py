"""Rows of x_relationships: our extension for ties, seats and everything else between two things that the standard has no table for."""

from collections.abc import Callable, Iterable
from typing import Any

from graph.errors import RecordRejected
from graph.model.catalogue import relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Reference, Relationship
from loaders.hsds.cells import properties_of, value
from loaders.hsds.layout import relationship_columns
from loaders.tables.row import Row

End = tuple[Reference, frozenset[str]]
"""The end of a relationship with all its labels."""


def relationship_in(row: Row, end_of: Callable[[Row, str], End]) -> Relationship:
    """What a row states.

    Args:
        row: with type, start_id, end_id and the relationship's own properties.
        end_of: gives the end that a column names; it raises RecordRejected where there is none.

    Raises:
        RecordRejected: no such type, ends of another kind than the type joins, or a value that is none of its property.
    """
    type_ = row.required("type")
    kind = relationship_kinds().get(type_)
    if kind is None or not kind.is_fact:
        raise RecordRejected("unknown_relationship", row.place_of("type"), value=type_)
    (start, starts), (end, ends) = end_of(row, "start_id"), end_of(row, "end_id")
    if not _fits(starts, kind.starts) or not _fits(ends, kind.ends) or start.id == end.id:
        values = {"start": "・".join(sorted(starts)), "end": "・".join(sorted(ends))}
        raise RecordRejected("does_not_join", row.place_of("type"), value=type_, **values)
    types = relationship_columns()
    stated = {name: value_in(row, name, types[name]) for name in properties_of(kind)}
    see_visibility(row, "visibility", stated["visibility"])
    return kind(start=start, end=end, **{name: one for name, one in stated.items() if one is not None})


def quoted_in(row: Row) -> str:
    """The column that says the relationship in words, else its type."""
    return "statement" if row.cell("statement").strip() else "type"


def value_in(row: Row, column: str, type_: str) -> Any:
    """The value of a cell.

    Raises:
        RecordRejected: it is none of that type (unknown_value).
    """
    try:
        return value(row.cell(column), type_)
    except ValueError as error:
        raise RecordRejected("unknown_value", row.place_of(column), value=row.cell(column)) from error


def see_visibility(row: Row, column: str, level: str | None) -> None:
    """See that a visibility is one.

    Raises:
        RecordRejected: it is none.
    """
    if level not in {None, *VISIBILITY_LEVELS}:
        raise RecordRejected("unknown_value", row.place_of(column), value=level)


def _fits(labels: Iterable[str], allowed: Iterable[Any]) -> bool:
    return not {kind.label for kind in allowed}.isdisjoint(labels)
