"""The table that was sent, as a workbook for whoever keeps it: what was refused or doubtful coloured and explained.

Rows that were set aside and columns of persons are not in it; names that were masked are masked. No cell is a formula.
"""

import io
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from graph.errors import QueryMisused
from graph.messages import Messages
from loaders.harmless import harmless
from loaders.marked_rows import REFUSED, WARNING, MarkedRow, Remark, columns_marked, marked_rows, remark_of
from loaders.registry import SHARED_WORDING, all_loaders, package
from loaders.report import Report
from loaders.tables.table import Table

MOST_ROWS = 20_000
"""Of all tables of a file together: what is more, no spreadsheet opens gladly."""
MOST_REMARKS = 20_000
LONGEST_CELL = 32_000
"""Characters; a spreadsheet takes 32,767."""
LONGEST_TITLE = 31
FILLS = {REFUSED: PatternFill("solid", fgColor="F4B6B6"), WARNING: PatternFill("solid", fgColor="FFF2B3")}
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
BESIDE = ("row", "kind", "columns", "reason", "advice")
"""What stands before the columns of the table."""
WIDTHS = (7, 12, 18, 40, 48)

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def marked_workbook(report: Report, tables: Sequence[Table], language: str) -> bytes:
    """The tables of a file with what its report says of them.

    Args:
        report: of the file.
        tables: as they were read.
        language: of the explanations.

    Raises:
        QueryMisused: the source is no table (report_of_no_table).
    """
    if not tables:
        raise QueryMisused("report_of_no_table", file=report.file)
    return _Writing(report, tables, language).content()


class _Writing:
    def __init__(self, report: Report, tables: Sequence[Table], language: str) -> None:
        self.report, self.tables = report, tables
        self.words = Messages((package(all_loaders()[report.source]), *SHARED_WORDING), language)
        self.remarks = [remark_of(problem, self.words) for problem in report.problems]
        self.book = Workbook(write_only=True)
        self.titles: set[str] = set()

    def content(self) -> bytes:
        """The finished workbook."""
        left, marked = MOST_ROWS, []
        for table in self.tables:
            rows, there_are = marked_rows(table, self.remarks, most=left)
            left -= len(rows)
            marked.append((table, rows, there_are))
        self._summary([(len(rows), there_are) for _, rows, there_are in marked])
        for table, rows, _ in marked:
            self._table(table, rows)
        self._all_remarks()
        made = io.BytesIO()
        self.book.save(made)
        return made.getvalue()

    def _summary(self, sizes: Sequence[tuple[int, int]]) -> None:
        """What the colours mean, what is not in the file, and why."""
        sheet = self._sheet(self._text("summary"), (26, 90))
        counts = {"rows_in": self.report.rows_in, "refused": self.report.refused, "set_aside": self.report.set_aside}
        lines = [
            (self._text("file"), self.report.file),
            (self._text("dataset"), self.report.dataset),
            (self._text("counts"), self._text("counted", **counts)),
        ]
        for name, text in lines:
            sheet.append([self._cell(sheet, name, font=BOLD), self._cell(sheet, text)])
        for kind in (REFUSED, WARNING):
            coloured = self._cell(sheet, self._text(f"kind.{kind}"), fill=FILLS[kind])
            sheet.append([coloured, self._cell(sheet, self._text(f"legend.{kind}"))])
        shown, there_are = (sum(size[one] for size in sizes) for one in (0, 1))
        notes = [self._text("without_persons", set_aside=self.report.set_aside)]
        if not all(table.screens for table in self.tables):
            notes.append(self._text("without_cells"))
        if shown < there_are:
            notes.append(self._text("not_all", shown=shown, there_are=there_are))
        if len(self.remarks) > MOST_REMARKS:
            notes.append(self._text("not_all_remarks", shown=MOST_REMARKS, there_are=len(self.remarks)))
        for note in notes:
            sheet.append([self._cell(sheet, self._text("note"), font=BOLD), self._cell(sheet, note)])

    def _table(self, table: Table, rows: Sequence[MarkedRow]) -> None:
        kept = [position for position in range(len(table.heading.heads)) if position not in table.never_shown]
        sheet = self._sheet(table.sheet.name or self._text("table"), (*WIDTHS, *(18 for _ in kept)))
        heads = [*(self._text(f"head.{one}") for one in BESIDE), *(table.heading.heads[position] for position in kept)]
        sheet.append([self._cell(sheet, head, font=BOLD) for head in heads])
        for row in rows:
            marks = columns_marked(table, row)
            before = self._beside(sheet, row, marks)
            cells = [self._cell(sheet, row.cells[one] if one < len(row.cells) else "", fill=FILLS.get(marks.get(one, ""))) for one in kept]
            sheet.append([*before, *cells])

    def _beside(self, sheet: Any, row: MarkedRow, marks: dict[int, str]) -> list[Any]:
        """Number, treatment, columns, reason and advice of a row; coloured where no cell of its own is."""
        if row.kind is None:
            return [row.number, "", "", "", ""]
        fill = FILLS[row.kind]
        said = [
            self._text(f"kind.{row.kind}"),
            "、".join(dict.fromkeys(one.column for one in row.remarks if one.column)),
            "\n".join(dict.fromkeys(one.message for one in row.remarks)),
            "\n".join(dict.fromkeys(one.advice for one in row.remarks)),
        ]
        number = WriteOnlyCell(sheet, value=row.number)
        if not marks:
            number.fill = fill
        first, *rest = said
        return [number, self._cell(sheet, first, fill=fill), *(self._cell(sheet, one) for one in rest)]

    def _all_remarks(self) -> None:
        """Every problem, those about the whole file and about rows that are not shown too."""
        sheet = self._sheet(self._text("remarks"), (12, 34, 60, 60))
        sheet.append([self._cell(sheet, self._text(f"head.{one}"), font=BOLD) for one in ("kind", "place", "reason", "advice")])
        for one in islice(self.remarks, MOST_REMARKS):
            kind = self._cell(sheet, self._text(f"kind.{one.kind}"), fill=FILLS.get(one.kind))
            sheet.append([kind, *self._texts(sheet, (one.place, one.message, one.advice))])

    def _texts(self, sheet: Any, texts: Iterable[str]) -> list[Any]:
        return [self._cell(sheet, text) for text in texts]

    def _sheet(self, title: str, widths: Iterable[float]) -> Any:
        sheet = self.book.create_sheet(self._title(title))
        sheet.freeze_panes = "A2"
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        return sheet

    def _title(self, title: str) -> str:
        """A name that no other sheet has and that a spreadsheet takes."""
        plain = ILLEGAL_CHARACTERS_RE.sub("", _NOT_IN_TITLES.sub("_", title)).strip("' ")[:LONGEST_TITLE] or "-"
        number, unused = 2, plain
        while unused.casefold() in self.titles:
            unused = f"{plain[: LONGEST_TITLE - 4]} {number}"
            number += 1
        self.titles.add(unused.casefold())
        return unused

    def _cell(self, sheet: Any, text: str, *, fill: PatternFill | None = None, font: Font | None = None) -> Any:
        cell = WriteOnlyCell(sheet, value=harmless(ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_CELL]))
        cell.data_type = "s"
        cell.alignment = WRAPPED
        if fill:
            cell.fill = fill
        if font:
            cell.font = font
        return cell

    def _text(self, key: str, **values: object) -> str:
        return self.words(f"text.marked.{key}", **values)


__all__ = ["MOST_ROWS", "Remark", "marked_workbook"]
