"""Rows → the bytes of an XLSX file: heads that explain themselves, drop-down lists, and the same bytes for the same rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.messages import LANGUAGES
from loaders.harmless import harmless
from loaders.whole_files import archive
from loaders.workbook.about import ASKED
from loaders.workbook.cells import Cell
from loaders.workbook.sheet_kinds import COPY, END_KEY, KEY, MANY_TAKE, MARK, START_KEY, Field, SheetKind
from loaders.workbook.sheets import SHEETS
from loaders.workbook.wording import choices, of_column, sheet_name, words

LAST_ROW = 10_000
"""How far down the drop-down lists reach."""
LONGEST_TEXT = 32_767
"""Characters that a cell of a spreadsheet takes."""
LONGEST_HINT = 250
HIDDEN = frozenset({KEY, COPY, START_KEY, END_KEY})
LISTED_ON = {"Organization": "organizations", "Council": "councils", "Service": "services", "Area": "areas"}
"""What a name is of → the sheet whose names are offered for it."""
EXPLANATIONS = range(1, 9)

HEAD = PatternFill("solid", fgColor="D9E2EC")
NEEDED = PatternFill("solid", fgColor="9FB8CE")
EXAMPLE = PatternFill("solid", fgColor="EDEDED")
GREY = Font(color="7F7F7F", italic=True)
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CHANGED_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_SPELT_OUT = re.compile(rb"&#(\d+);")
LAST_OF_ASCII = 127
LONG_AGO = b"2000-01-01T00:00:00Z"


class SheetFile:
    """A workbook that is being written, one sheet after the other.

    Args:
        language: of heads, lists and explanations.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.book: Any = Workbook(write_only=True)
        self.too_long = 0
        """How many texts were cut."""
        self.lists: dict[tuple[str, ...], str] = {}
        """Words of a drop-down list → where they stand."""

    def about(self, answers: Mapping[str, str]) -> None:
        """The sheet that explains: what is asked of the workbook as a whole, then how to fill it in, in both languages."""
        sheet = self.book.create_sheet(sheet_name("about", self.language))
        for letter, width in (("A", 24), ("B", 40), ("C", 70)):
            sheet.column_dimensions[letter].width = width
        texts = words(self.language)
        sheet.append([self._cell(sheet, texts("text.about_title"), font=Font(bold=True, size=14))])
        sheet.append([])
        for key in ASKED:
            label = self._cell(sheet, texts(f"text.asked.{key}"), font=BOLD, fill=HEAD)
            sheet.append([label, self._cell(sheet, answers.get(key)), self._cell(sheet, texts(f"text.asked_hint.{key}"), font=GREY)])
        for language in (self.language, *(one for one in LANGUAGES if one != self.language)):
            sheet.append([])
            for number in EXPLANATIONS:
                sheet.append([self._cell(sheet, words(language)(f"text.explain.{number}"))])

    def table(self, kind: SheetKind, rows: Iterable[Mapping[str, Cell]], example: Mapping[str, Cell] | None) -> None:
        """One sheet: its heads, an example where one is given, its rows."""
        sheet = self.book.create_sheet(sheet_name(kind.name, self.language))
        sheet.freeze_panes = "C2"
        for number, field in enumerate(kind.fields, start=1):
            column = sheet.column_dimensions[get_column_letter(number)]
            column.width, column.hidden = field.width, field.key in HIDDEN
            if validation := self._validation(kind, field):
                validation.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{LAST_ROW}")
                sheet.data_validations.append(validation)
        sheet.append([self._head(sheet, kind, field) for field in kind.fields])
        if example is not None:
            sheet.append([self._cell(sheet, example.get(field.key), font=GREY, fill=EXAMPLE) for field in kind.fields])
        for row in rows:
            sheet.append([self._written(row.get(field.key)) for field in kind.fields])

    def content(self) -> bytes:
        """The bytes of the file."""
        sheet = self.book.create_sheet(sheet_name("lists", self.language))
        sheet.sheet_state = "hidden"
        longest = max(map(len, self.lists), default=0)
        for number in range(longest):
            sheet.append([listed[number] if number < len(listed) else None for listed in self.lists])
        written = BytesIO()
        self.book.save(written)
        with ZipFile(written) as packed:
            parts = {name: packed.read(name) for name in sorted(packed.namelist(), key=lambda name: (name != "[Content_Types].xml", name))}
        parts = {name: _SPELT_OUT.sub(_as_character, part) for name, part in parts.items()}
        parts["docProps/core.xml"] = _CHANGED_AT.sub(rb"\g<1>" + LONG_AGO + rb"\2", parts["docProps/core.xml"])
        return archive(parts)

    def _head(self, sheet: Any, kind: SheetKind, field: Field) -> Any:
        cell = self._cell(sheet, of_column("column", kind, field, self.language), font=BOLD, fill=NEEDED if field.required else HEAD)
        cell.alignment = WRAPPED
        cell.comment = Comment(of_column("about", kind, field, self.language), "tsunagu", height=110, width=280)
        return cell

    def _validation(self, kind: SheetKind, field: Field) -> DataValidation | None:
        formula = self._list_of(field)
        if formula is None:
            return None
        is_closed = field.kind not in MANY_TAKE and field.kind in {"choice", "yes_no", "layer"}
        validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=is_closed, showInputMessage=True)
        validation.promptTitle = of_column("column", kind, field, self.language)[:32]
        validation.prompt = of_column("about", kind, field, self.language)[:LONGEST_HINT]
        return validation

    def _list_of(self, field: Field) -> str | None:
        """Where the words of a column stand that are offered in it."""
        if field.key == MARK:
            return None
        if listed := tuple(choices(field, self.language).values()) if field.kind != "text" else ():
            if listed not in self.lists:
                letter = get_column_letter(len(self.lists) + 1)
                self.lists[listed] = f"'{sheet_name('lists', self.language)}'!${letter}$1:${letter}${len(listed)}"
            return self.lists[listed]
        of = field.tie.labels[0] if field.tie else {"name": "Organization", "area": "Area"}.get(field.kind)
        if of is None:
            return None
        kind = next(one for one in SHEETS if one.name == LISTED_ON[of])
        letter = get_column_letter([one.key for one in kind.fields].index("name") + 1)
        return f"'{sheet_name(kind.name, self.language)}'!${letter}$2:${letter}${LAST_ROW}"

    def _cell(self, sheet: Any, value: Cell, *, font: Font | None = None, fill: PatternFill | None = None) -> Any:
        written: Any = self._written(value)
        cell = WriteOnlyCell(sheet, value=written)
        if font:
            cell.font = font
        if fill:
            cell.fill = fill
        return cell

    def _written(self, value: Cell) -> Cell:
        """A value as the file holds it: a text is run by no spreadsheet, and signs that XML lacks are spelt out."""
        if not isinstance(value, str):
            return value
        text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPE.sub("_x005F_", harmless(value)))
        if len(text) > LONGEST_TEXT:
            self.too_long += 1
        return text[:LONGEST_TEXT]


def _as_character(found: re.Match[bytes]) -> bytes:
    """A character that was spelt out as a number, as itself: the parts are UTF-8, and half as large."""
    number = int(found[1])
    return chr(number).encode() if number > LAST_OF_ASCII else found[0]


def all_tables(file: SheetFile, rows: Mapping[str, Sequence[Mapping[str, Cell]]], examples: Mapping[str, Mapping[str, Cell]]) -> None:
    """Every sheet of the template, those without rows too."""
    for kind in SHEETS:
        file.table(kind, rows.get(kind.name, ()), examples.get(kind.name))
