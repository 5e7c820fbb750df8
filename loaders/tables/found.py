"""The tables in what a loader has read, however it keeps them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from loaders.tables.table import Table

DEEPEST = 4


def tables_in(records: Any) -> tuple[Table, ...]:
    """The tables among the records of a file, in their order; none where the source is no table."""
    return tuple(_found(records, DEEPEST))


def _found(thing: Any, depth: int) -> Iterator[Table]:
    if isinstance(thing, Table):
        yield thing
    elif depth and not isinstance(thing, type):
        for part in _parts(thing):
            yield from _found(part, depth - 1)


def _parts(thing: Any) -> Iterator[Any]:
    if is_dataclass(thing):
        yield from (getattr(thing, one.name) for one in fields(thing))
    elif isinstance(thing, Mapping):
        yield from thing.values()
    elif isinstance(thing, tuple | list):
        yield from thing
