"""A workbook (XLSX, XLSM, ODS, XLS): its sheets, with merged cells filled and formulas as their results."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from graph.errors import LoadStopped
from loaders.contract import Problem
from loaders.tables.book import Book, Cells, Merged, Sheet
from loaders.tables.extent import column_of, see_that_it_is_no_wilderness

LARGEST_UNPACKED = 1 << 30
"""Bytes that a packed workbook may have when it is unpacked."""
STEEPEST = 250
"""How many times smaller a packed part may be: a sheet full of one word is about 100 times."""
SMALL = 50 << 20
"""Bytes of a part that are taken however well they are packed."""
PIECE = 1 << 20
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SHEETS = "xl/worksheets/"
EXTERNAL = "xl/externalLinks/"
UNRECKONED = (b"<f", b' t="e"')
"""Signs of a formula and of an error in a sheet's text."""
LARGEST_FILLED = 1_000_000
"""Cells that one merged cell may cover: what is larger is a background and no table."""

_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def is_workbook(content: bytes) -> bool:
    """Whether the first bytes are those of a workbook, or of another file packed like one."""
    return content.startswith((ZIP, OLD_FORMAT))


def workbook(content: bytes, file: str) -> Book:
    """The sheets of a workbook.

    Raises:
        LoadStopped: encrypted_workbook, workbook_too_large, stray_cell or damaged_workbook.
    """
    if content.startswith(OLD_FORMAT) and ENCRYPTED in content:
        raise LoadStopped("encrypted_workbook")
    parts = parts_of(content) if content.startswith(ZIP) else []
    if any(name.startswith(SHEETS) for name in parts):
        _see_that_cells_stand_together(content)
    sheets = _sheets(content)
    without_value = _formulas_without_value(content) if any(name.startswith("xl/") for name in parts) else {}
    external = any(name.startswith(EXTERNAL) for name in parts)
    return Book(
        file=file,
        is_text=False,
        sheets=tuple(
            Sheet(
                name=sheet.name,
                rows=_as_far_as(without_value.get(sheet.name or "", frozenset()), sheet.rows),
                merged=sheet.merged,
                without_value=without_value.get(sheet.name or "", frozenset()),
                hidden=sheet.hidden,
                height=sheet.height,
            )
            for sheet in sheets
        ),
        notices=(Problem(code="external_links", place=file, kind="warning"),) if external else (),
    )


def _sheets(content: bytes) -> list[Sheet]:
    """The sheets as the reader gives them.

    Raises:
        LoadStopped: encrypted_workbook or damaged_workbook.
    """
    try:
        opened = CalamineWorkbook.from_filelike(io.BytesIO(content))
        metadata = [one for one in opened.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        return [_sheet(opened.get_sheet_by_name(one.name), hidden=one.visible != SheetVisibleEnum.Visible) for one in metadata]
    except PasswordError as reason:
        raise LoadStopped("encrypted_workbook") from reason
    except (CalamineError, OSError, ValueError, IndexError) as reason:
        raise LoadStopped("damaged_workbook") from reason
    except BaseException as reason:
        # The reader's own faults are none of Python's exceptions; everything else goes on its way.
        if type(reason).__name__ != "PanicException":
            raise
        raise LoadStopped("damaged_workbook") from reason


def parts_of(content: bytes) -> list[str]:
    """Names of the packed parts, each unpacked once to see that it is whole and not larger than it may be.

    Raises:
        LoadStopped: encrypted_workbook, workbook_too_large or damaged_workbook.
    """
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.infolist():
                if part.flag_bits & 1:
                    raise LoadStopped("encrypted_workbook")
                size = _unpacked(packed, part)
                total += size
                if total > LARGEST_UNPACKED or (size > SMALL and size > STEEPEST * max(part.compress_size, 1)):
                    raise LoadStopped("workbook_too_large", limit=LARGEST_UNPACKED >> 20)
            return packed.namelist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, NotImplementedError, ValueError, zlib.error) as reason:
        raise LoadStopped("damaged_workbook") from reason


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    size = 0
    with packed.open(part) as opened:
        while piece := opened.read(PIECE):
            size += len(piece)
            if size > LARGEST_UNPACKED:
                break
    return size


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    merged = tuple(Merged(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
    return Sheet(name=sheet.name, rows=_reading(sheet, merged), merged=merged, hidden=hidden, height=sheet.total_height)


def _reading(sheet: CalamineSheet, merged: Sequence[Merged]) -> Callable[[], Iterator[Cells]]:
    usable = [one for one in merged if (one.bottom - one.top + 1) * (one.right - one.left + 1) <= LARGEST_FILLED]
    first_column = sheet.start[1] if sheet.start else 0

    def rows() -> Iterator[Cells]:
        if sheet.start is None:
            return
        filling = _Filling(usable)
        # The reader gives blank rows above the first filled one, but no blank cells before the first filled column.
        for number, values in enumerate(sheet.iter_rows()):
            yield filling.filled(number, [""] * first_column + [_text(value) for value in values])

    return rows


def _as_far_as(cells: frozenset[tuple[int, int]], rows: Callable[[], Iterator[Cells]]) -> Callable[[], Iterator[Cells]]:
    """Rows with those at the end, too, in which only formulas without a result stand: the reader leaves them out."""
    if not cells:
        return rows
    end = max(row for row, _ in cells) + 1

    def further() -> Iterator[Cells]:
        number = 0
        for row in rows():
            number += 1
            yield row
        yield from [()] * max(0, end - number)

    return further


class _Filling:
    """Puts the text of a merged cell into every cell that it covers, row by row."""

    def __init__(self, merged: Sequence[Merged]) -> None:
        self._coming = sorted(merged, key=lambda one: one.top, reverse=True)
        self._open: list[tuple[Merged, str]] = []

    def filled(self, number: int, cells: list[str]) -> Cells:
        while self._coming and self._coming[-1].top <= number:
            one = self._coming.pop()
            self._open.append((one, cells[one.left] if one.left < len(cells) else ""))
        if self._open:
            self._open = [pair for pair in self._open if pair[0].bottom >= number]
            for one, text in self._open:
                for column in range(one.left, min(one.right + 1, len(cells))):
                    cells[column] = text
        return tuple(cells)


def _text(value: Any) -> str:
    """What a person sees in the cell, as far as the file says so: 12 and not 12.0, 2026-04-01 and no time of day."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - where whole numbers end
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _see_that_cells_stand_together(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = {part: name for name, part in _sheet_parts(packed).items()}
        for part in packed.namelist():
            if part.startswith(SHEETS) and part.endswith(".xml"):
                see_that_it_is_no_wilderness(packed, part, names.get(part, part.removeprefix(SHEETS)))


def _formulas_without_value(content: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """Sheet → cells without a result: an error, or a formula that a program wrote and no spreadsheet has reckoned yet."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = set(packed.namelist())
        for name, part in _sheet_parts(packed).items():
            if part in names and any(sign in (text := packed.read(part)) for sign in UNRECKONED):
                found[name] = frozenset(_unreckoned(text))
    return found


def _sheet_parts(packed: zipfile.ZipFile) -> dict[str, str]:
    """Name of each sheet → the part in which it lies."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        book = etree.fromstring(packed.read("xl/workbook.xml"), parser)
        targets = etree.fromstring(packed.read("xl/_rels/workbook.xml.rels"), parser)
    except (KeyError, etree.XMLSyntaxError):
        return {}
    where = {one.get("Id"): str(one.get("Target")) for one in targets}
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {
        str(sheet.get("name")): "xl/" + where.get(sheet.get(relation), "").removeprefix("/xl/").removeprefix("/")
        for sheet in book.iter(f"{_CELL}sheet")
    }


def _unreckoned(text: bytes) -> Iterator[tuple[int, int]]:
    for _, cell in etree.iterparse(io.BytesIO(text), tag=f"{_CELL}c", resolve_entities=False, no_network=True, recover=True):
        value = cell.find(f"{_CELL}v")
        empty = value is None or value.text is None
        if cell.get("t") == "e" or (empty and cell.find(f"{_CELL}f") is not None):
            at = _REFERENCE.fullmatch(str(cell.get("r")))
            if at:
                yield int(at[2]) - 1, column_of(at[1])
        cell.clear()
