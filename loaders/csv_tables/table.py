"""A table as a spreadsheet opens it: UTF-8 with BOM, CRLF, texts that no spreadsheet runs, numbers that stay numbers."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from graph.messages import Messages
from loaders.harmless import harmless

BETWEEN = "; "
"""Between the values of a set in one cell."""

CODED = frozenset({"status", "function", "state", "kind", "level", "visibility", "certainty", "review", "unit", "indicator"})
"""Properties whose values are codes of the model, given in the reader's words; a source's own words stay (連携)."""

Cell = str | int | float


@dataclass(frozen=True, kw_only=True)
class Table:
    """One file: its name without ending, its heads and its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def stated(properties: Mapping[str, Any], names: Iterable[str], words: Messages) -> list[Cell]:
    """Some properties as cells."""
    return [_worded(properties.get(name), words) if name in CODED else cell(properties.get(name), words) for name in names]


def cell(value: Any, words: Messages) -> Cell:
    """A value of the model as a cell: nothing is an empty cell, 0 is 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("text.value.yes" if value else "text.value.no")
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return BETWEEN.join(str(cell(one, words)) for one in value)
    return str(value)


def _worded(value: Any, words: Messages) -> str:
    key = f"text.value.{value}"
    return "" if value is None else words(key) if words.knows(key) else str(value)


def encoded(table: Table) -> bytes:
    """The bytes of the file."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (table.heads, *table.rows):
        writer.writerow([harmless(one) if isinstance(one, str) else one for one in row])
    return text.getvalue().encode("utf-8-sig")
