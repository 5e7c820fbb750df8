"""A table as a file for a spreadsheet: CSV and Excel. Texts stay texts, whatever a spreadsheet would make of them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from loaders.harmless import harmless

Value: TypeAlias = str | int | float

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
NOTE = "※ "
LONGEST_CELL = 32_000
"""Characters; a spreadsheet takes 32,767."""
NARROW, WIDE = 18, 60
"""Widths of columns: of values, and of sentences."""
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, kw_only=True)
class Table:
    """What a page shows as a table."""

    name: str
    """What it is called, for the file's name and the sheet's."""
    heads: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    about: tuple[str, ...] = ()
    """What has to be known of it, a paragraph each; in a workbook on a sheet of its own."""
    about_head: str = "-"
    """Title of that sheet."""
    wide: int = 0
    """How many of the last columns hold sentences."""


def csv_of(table: Table) -> bytes:
    """The table in UTF-8 with a byte order mark; what has to be known of it stands below, each line begun with ※."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_in_csv(head) for head in table.heads])
    writer.writerows([_in_csv(value) for value in row] for row in table.rows)
    writer.writerows([NOTE + ILLEGAL_CHARACTERS_RE.sub("", one)] for one in table.about)
    return (BOM + text.getvalue()).encode("utf-8", errors="replace")


def xlsx_of(table: Table) -> bytes:
    """The table as a workbook: the first line stays in sight, and a second sheet says what has to be known of it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(table.name))
    widths = [NARROW] * (len(table.heads) - table.wide) + [WIDE] * table.wide
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.append([_cell(sheet, head, bold=True) for head in table.heads])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(table.rows) + 1}"
    notes = book.create_sheet(_sheet_title(table.about_head))
    notes.column_dimensions["A"].width = 2 * WIDE
    for paragraph in (table.name, *table.about):
        notes.append([_cell(notes, paragraph, bold=paragraph == table.name)])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _in_csv(value: Value) -> Value:
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    """A cell; a text is stored as text, so that it is no formula even where its apostrophe is taken off."""
    cell = WriteOnlyCell(sheet, value=_in_csv(value[:LONGEST_CELL]) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = WRAPPED
    if bold:
        cell.font = BOLD
    return cell


def _sheet_title(name: str) -> str:
    """What Excel allows: 31 characters, none of those that stand in addresses of cells, and no apostrophe at its ends."""
    kept = "".join("_" if sign in "[]:*?/\\" else sign for sign in ILLEGAL_CHARACTERS_RE.sub("", name))
    return kept[:31].strip("' ") or "-"
