"""Tables of the report: what stands above the heads, heads of one to five rows, and one row for each insurer."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.insurance_status.indicators import Indicator, indicators_of, subject_of
from loaders.tables.as_of import day_held_for
from loaders.tables.book import Book, Cells, Sheet
from loaders.tables.heads import SEARCHED, Heading, plain_head
from loaders.tables.numbers import as_number
from loaders.tables.opening import book_of
from loaders.tables.table import Table

SOURCE = "insurance_status"
PREFECTURE, INSURER, NUMBER = "prefecture", "insurer", "number"
HEADS = {
    PREFECTURE: ("都道府県", "都道府県名"),
    INSURER: ("保険者", "保険者名", "保険者名称"),
    NUMBER: ("保険者番号", "保険者コード", "団体コード", "市町村コード", "市区町村コード", "番号"),
    "prefecture_number": ("都道府県番号", "都道府県コード"),
}
MOST_HEAD_ROWS = 5
BETWEEN = " "

_KEYS = {plain_head(head): key for key, heads in HEADS.items() for head in heads}
_UNIT = re.compile(r"単位\s*[::]?\s*([^))\s]+)")


@dataclass(frozen=True, kw_only=True)
class ReportTable:
    """One table of the report."""

    table: Table
    indicators: tuple[Indicator, ...]
    subject: str
    """What it counts, in the words of its title, without its number and date; empty where no title stands above it."""
    title: str
    as_of: date | None
    """The day that the title names; None where it names none."""


def is_report(candidate: Candidate) -> bool:
    """Whether a file holds a table by insurer."""
    try:
        return bool(_found(book_of(candidate)))
    except LoadStopped:
        return False


def tables_of(candidate: Candidate) -> tuple[ReportTable, ...]:
    """The tables of a file, in the order of its sheets.

    Raises:
        LoadStopped: it cannot be opened, has no table by insurer (no_heads), two columns that say the same
            (repeated_columns), nothing that says what it counts (unnamed_table), or no rows (no_records).
    """
    book = book_of(candidate)
    found = _found(book)
    if not found:
        raise LoadStopped("no_heads", columns="、".join((HEADS[PREFECTURE][0], HEADS[INSURER][0])))
    tables = tuple(_table(book, sheet, heading, first) for sheet, heading, first in found)
    if not any(True for one in tables for _ in islice(one.table.rows(), 1)):
        raise LoadStopped("no_records")
    return tables


def _found(book: Book) -> list[tuple[Sheet, Heading, int]]:
    """Each sheet by insurer with its heads and the row in which they begin."""
    found = []
    for sheet in book.sheets:
        top = list(islice(sheet.rows(), SEARCHED + MOST_HEAD_ROWS))
        first = next((number for number, cells in enumerate(top[:SEARCHED]) if {PREFECTURE, INSURER} <= _keys(cells).keys()), None)
        if first is None:
            continue
        rows = _head_rows(top[first:])
        heads = tuple(_joined(rows))
        where = _keys(rows[0])
        if any(map(_counts, heads)):
            found.append((sheet, Heading(row=first + len(rows) - 1, heads=heads, where=where), first))
    return found


def _keys(cells: Cells) -> dict[str, int]:
    """Key of a column that says whose a row is → its position."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        if key := _KEYS.get(plain_head(cell)):
            found.setdefault(key, position)
    return found


def _counts(head: str) -> bool:
    """Whether a column counts something, and does not say whose a row is."""
    return bool(head) and plain_head(head) not in _KEYS


def _head_rows(rows: Sequence[Cells]) -> list[Cells]:
    """The rows of heads: those below the first that name no insurer and hold no number."""
    where = _keys(rows[0])
    taken = [rows[0]]
    for cells in rows[1:MOST_HEAD_ROWS]:
        of_insurer = [cells[position].strip() if position < len(cells) else "" for position in where.values()]
        rest = [cell for position, cell in enumerate(cells) if cell.strip() and position not in where.values()]
        if not rest or any(text and plain_head(text) not in _KEYS for text in of_insurer) or any(map(_is_number, rest)):
            break
        taken.append(cells)
    return taken


def _is_number(text: str) -> bool:
    try:
        as_number(text)
    except ValueError:
        return False
    return not re.search(r"[^\d.,%\s-]", unicodedata.normalize("NFKC", text))


def _joined(rows: Sequence[Cells]) -> Iterable[str]:
    """Each column's words from the uppermost row to the lowest: 認定者数 男 要支援1.

    A blank cell belongs to the group on its left where that is one: where something else stands below the group itself.
    """
    wide = max(map(len, rows))
    grid = [[one[column].strip() if column < len(one) else "" for column in range(wide)] for one in rows]
    for level, line in enumerate(grid[:-1]):
        group = ""
        for column in range(wide):
            below = next((lower[column] for lower in grid[level + 1 :] if lower[column]), "")
            if line[column]:
                group = line[column] if below and below != line[column] else ""
            elif group and below:
                line[column] = group
    for column in range(wide):
        words = [line[column] for line in grid if line[column]]
        yield BETWEEN.join(word for position, word in enumerate(words) if not position or word != words[position - 1])


def _table(book: Book, sheet: Sheet, heading: Heading, first: int) -> ReportTable:
    above = [list(dict.fromkeys(cell.strip() for cell in cells if cell.strip())) for cells in islice(sheet.rows(), first)]
    lines = [text for line in above for text in line]
    unit = next((found[1] for line in lines if (found := _UNIT.search(unicodedata.normalize("NFKC", line)))), None)
    title, subject = subject_of([line for line in lines if not _UNIT.search(unicodedata.normalize("NFKC", line))])
    own = {position: head for position, head in enumerate(heading.heads) if _counts(head)}
    repeated = [head for position, head in own.items() if any(head == other for at, other in own.items() if at < position)]
    if repeated:
        raise LoadStopped("repeated_columns", columns="、".join(dict.fromkeys(repeated)))
    indicators = indicators_of(own, subject, unit)
    if indicators is None:
        raise LoadStopped("unnamed_table", columns="、".join(own.values()))
    where = {**heading.where, **{one.key: one.column for one in indicators}}
    whole = Heading(row=heading.row, heads=heading.heads, where=where)
    table = Table(source=SOURCE, book=book, sheet=sheet, heading=whole)
    return ReportTable(table=table, indicators=indicators, subject=subject, title=title, as_of=day_held_for(lines))
