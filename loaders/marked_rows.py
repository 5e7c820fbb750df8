"""What a report says of the rows of a table: which cell, how it was treated, why, and what to do."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.messages import Messages
from graph.places import BETWEEN, Place
from loaders.contract import Problem
from loaders.tables.book import Cells
from loaders.tables.heads import plain_head
from loaders.tables.table import Table

REFUSED, SET_ASIDE, WARNING = "refused", "set_aside", "warning"

_UNIT = re.compile(r"(?P<unit>sheet|row|column|行|列) (?P<value>.+)")
_OWN_WORDS = {"行": "row", "列": "column"}


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A problem of a report, in the reader's language, and where in a table it stands."""

    kind: str
    place: str
    """In words."""
    message: str
    advice: str
    sheet: str | None = None
    row: int | None = None
    """None where it is about the whole file."""
    column: str | None = None
    """The head, as the report names it."""


@dataclass(frozen=True, kw_only=True)
class MarkedRow:
    """A row with what there is to say of it."""

    number: int
    cells: Cells
    remarks: tuple[Remark, ...] = ()

    @property
    def kind(self) -> str | None:
        """How the row was treated: the worst that is said of it."""
        kinds = {one.kind for one in self.remarks}
        return REFUSED if REFUSED in kinds else WARNING if kinds else None


def remark_of(problem: Problem, words: Messages) -> Remark:
    """A problem in words, with its place taken apart."""
    place = Place(problem.place).worded(words)
    values = {**problem.values, "place": place}
    units = _units(problem.place)
    return Remark(
        kind=problem.kind,
        place=place,
        message=words(problem.code, **values),
        advice=words(f"{problem.code}.advice", **values),
        sheet=units.get("sheet"),
        row=int(units["row"]) if units.get("row", "").isdigit() else None,
        column=units.get("column"),
    )


def marked_rows(table: Table, remarks: Iterable[Remark], *, most: int) -> tuple[list[MarkedRow], int]:
    """Rows of a table that may be shown, with the remarks on each.

    Args:
        table: one of the tables of the file.
        remarks: of the whole report.
        most: how many rows at most; where there are more, those with remarks come first.

    Returns:
        The rows, and how many there are that may be read; rows that were set aside are none of them. Of a source that looks for persons
        itself, only rows with remarks, without their cells.
    """
    by_row = _by_row(table, remarks)
    aside = {number for number, said in by_row.items() if any(one.kind == SET_ASIDE for one in said)}
    numbers = {row.number for row in table.rows()} - aside
    if not table.screens:
        numbers &= by_row.keys()
    wanted = [*sorted(numbers & by_row.keys()), *sorted(numbers - by_row.keys())][:most]
    shown = {
        number: MarkedRow(number=number, cells=cells, remarks=tuple(by_row.get(number, ()))) for number, cells in table.shown({*wanted})
    }
    order = sorted(wanted) if len(wanted) == len(numbers) else wanted
    return [shown[number] for number in order if number in shown], len(numbers)


def columns_marked(table: Table, row: MarkedRow) -> dict[int, str]:
    """Position of each cell that a remark is about → how it is marked."""
    where = {plain_head(" ".join(head.split())): position for position, head in reversed([*enumerate(table.heading.heads)])}
    found: dict[int, str] = {}
    for one in row.remarks:
        position = where.get(plain_head(one.column)) if one.column else None
        if position is not None and found.get(position) != REFUSED:
            found[position] = one.kind
    return found


def _by_row(table: Table, remarks: Iterable[Remark]) -> Mapping[int, Sequence[Remark]]:
    found: dict[int, list[Remark]] = {}
    for one in remarks:
        if one.row is not None and (one.sheet is None or table.sheet.name is None or one.sheet == table.sheet.name):
            found.setdefault(one.row, []).append(one)
    return found


def _units(place: str) -> dict[str, str]:
    """Units of a place → values; a register that words its places itself is understood too."""
    found: dict[str, str] = {}
    for part in place.split(BETWEEN):
        if unit := _UNIT.fullmatch(part):
            found[_OWN_WORDS.get(unit["unit"], unit["unit"])] = unit["value"]
    return found
