"""The tables of a package while it is being written: rows by table, each cell as text, in the order of the standard's columns."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Any

from graph.identity import identifier
from loaders.hsds.cells import cell
from loaders.hsds.layout import RECORDS, RELATIONSHIPS, own_columns, relationship_columns
from loaders.hsds.schema import columns_of, schema

ALWAYS = ("organization", "service", RELATIONSHIPS)
"""Tables that a package has even where they have no rows."""


class TablesOut:
    """Rows by table."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, str]]] = {}
        self._ids: set[tuple[str, str]] = set()

    def add(self, table: str, **values: Any) -> str:
        """Add a row; its id."""
        self._ids.add((table, str(values["id"])))
        self.rows.setdefault(table, []).append({name: cell(value) for name, value in values.items()})
        return str(values["id"])

    def has(self, table: str, id_: str) -> bool:
        """Whether a table has a row of that id."""
        return (table, id_) in self._ids

    def names(self) -> list[str]:
        """The tables, the standard's first and in its order, then ours."""
        own = [name for name in (*RECORDS, RELATIONSHIPS) if name not in schema()]
        return [name for name in (*schema(), *own) if name in ALWAYS or self.rows.get(name)]

    def encoded(self, table: str) -> bytes:
        """The bytes of a table's file, its rows by id: UTF-8, commas, every line ends in CRLF (RFC 4180)."""
        heads = list(types_of(table))
        text = StringIO(newline="")
        writer = csv.DictWriter(text, heads, lineterminator="\r\n", restval="")
        writer.writeheader()
        writer.writerows(sorted(self.rows.get(table, ()), key=lambda row: row["id"]))
        return text.getvalue().encode("utf-8")


def types_of(table: str) -> Mapping[str, str]:
    """Column → type: those of the standard, then ours."""
    found = {field.name: field.type for field in columns_of(table)}
    if table == RELATIONSHIPS:
        return dict(relationship_columns())
    return found | (dict(own_columns(table)) if table in RECORDS else {})


def derived_id(*parts: str) -> str:
    """The id of a row that stands for a part of one of our things."""
    return identifier("|".join(("hsds", *parts)))
