"""What makes a table hard to read for programs: advice for whoever keeps the file, never a reason to refuse it.

What is looked at follows 統計表における機械判読可能なデータの表記方法の統一ルール (総務省). Nothing of a cell's content is told, only
columns, numbers and places. Of a long table the first rows are looked at.
"""

from collections.abc import Iterator
from itertools import islice

from graph.places import Place
from loaders.contract import Problem
from loaders.tables.book import Cells
from loaders.tables.column_findings import ColumnSeen
from loaders.tables.heads import plain_head
from loaders.tables.table import Table

LOOKED_AT = 2_000
"""Rows below the heads."""
TOTALS = frozenset({"計", "合計", "小計", "総計", "総数", "全体", "total"})
SAME_HEADS = 0.5
"""Share of the heads that a row repeats where another table begins."""


def findings(table: Table) -> tuple[Problem, ...]:
    """Each kind of finding once, or once for each column, with how many cells and where first."""
    return tuple(_Looking(table).found())


class _Looking:
    def __init__(self, table: Table) -> None:
        self.table = table
        self.heads = table.heading.heads
        self.first = table.heading.row + 1
        """Row from 0 in which the data begin."""

    def found(self) -> Iterator[Problem]:
        rows = [*islice(self.table.sheet.rows(), self.first + LOOKED_AT + 1)]
        is_cut = len(rows) > self.first + LOOKED_AT
        said = [
            *self._above(rows),
            *self._merged(),
            *self._blank_and_further(rows[: self.first + LOOKED_AT]),
            *self._columns(rows[: self.first + LOOKED_AT]),
            *self._hidden(),
        ]
        yield from said
        if said and is_cut:
            yield Problem(code="finding.beginning", place=self._place(self.first), kind="warning", values={"rows": LOOKED_AT})

    def _above(self, rows: list[Cells]) -> Iterator[Problem]:
        """Heads in two rows; titles and notes above them."""
        if self.table.heading.row >= len(rows):
            return
        head = rows[self.table.heading.row]
        joined = [place for place, cell in enumerate(self.heads) if place < len(head) and cell.strip() != head[place].strip()]
        if joined:
            yield self._problem("two_rows_of_heads", len(joined), self.table.heading.row)
        top = self.table.heading.row - (1 if joined else 0)
        filled = [number for number in range(min(top, len(rows))) if _is_filled(rows[number])]
        if filled:
            yield self._problem("above_heads", len(filled), filled[0])

    def _merged(self) -> Iterator[Problem]:
        merged = sorted(one.top for one in self.table.sheet.merged if one.top >= self.first)
        if merged:
            yield self._problem("merged", len(merged), merged[0])

    def _blank_and_further(self, rows: list[Cells]) -> Iterator[Problem]:
        """Blank rows between rows of data, totals, and heads that begin another table."""
        heads = {plain_head(head) for head in self.heads if head.strip()}
        blank: list[int] = []
        waiting: list[int] = []
        totals: list[int] = []
        further: list[int] = []
        for number, cells in enumerate(rows[self.first :], start=self.first):
            if not _is_filled(cells):
                waiting.append(number)
                continue
            if number > self.first:
                blank += waiting
            waiting = []
            plain = [plain_head(cell) for cell in cells if cell.strip()]
            if plain[0] in TOTALS:
                totals.append(number)
            if len(heads) > 1 and len(heads & {*plain}) > SAME_HEADS * len(heads):
                further.append(number)
        for kind, places in (("blank_rows", blank), ("totals", totals), ("further_table", further)):
            if places:
                yield self._problem(kind, len(places), places[0])

    def _columns(self, rows: list[Cells]) -> Iterator[Problem]:
        known = {self.table.heading.where[one.key]: one for one in self.table.columns if one.key in self.table.heading.where}
        for position, head in enumerate(self.heads):
            if not head.strip() or position in self.table.never_shown:
                continue
            column = known.get(position)
            is_text = column is not None and column.is_text
            seen = ColumnSeen(is_text=is_text, looks_for_lists=column is not None and not column.lists and not is_text)
            for number, cells in enumerate(rows[self.first :], start=self.first):
                if position < len(cells) and cells[position].strip():
                    seen.see(number, cells[position])
            for kind, places in seen.found():
                yield self._problem(kind, len(places), places[0], column=head)

    def _hidden(self) -> Iterator[Problem]:
        book = self.table.book
        hidden = [one.name or "" for one in book.sheets if one.hidden and any(_is_filled(cells) for cells in islice(one.rows(), LOOKED_AT))]
        if hidden:
            values: dict[str, object] = {"count": len(hidden), "sheets": "、".join(hidden)}
            yield Problem(code="finding.hidden_sheets", place=book.file, kind="warning", values=values)

    def _problem(self, kind: str, count: int, row: int, *, column: str | None = None) -> Problem:
        values: dict[str, object] = {"count": count} | ({"column": _in_one_line(column)} if column else {})
        return Problem(code=f"finding.{kind}", place=self._place(row, column), kind="warning", values=values)

    def _place(self, row: int, column: str | None = None) -> Place:
        units: dict[str, int | str] = {"sheet": self.table.sheet.name} if self.table.sheet.name else {}
        units["row"] = row + 1
        return Place.of(**units, **({"column": _in_one_line(column)} if column else {}))


def _is_filled(cells: Cells) -> bool:
    return any(cell and not cell.isspace() for cell in cells)


def _in_one_line(head: str) -> str:
    return " ".join(head.split())
