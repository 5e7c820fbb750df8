"""Cells and values: what a cell of each kind of column says, and what is written for a value.

Both ways go through the same text, so that what is written is read back exactly.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from loaders.harmless import as_written
from loaders.tables.dates import as_date
from loaders.tables.numbers import as_count, as_number
from loaders.tables.row import NOTHING
from loaders.workbook.sheet_kinds import MANY_TAKE, Field
from loaders.workbook.wording import code_of, word_of

BETWEEN = "; "
_BETWEEN = re.compile(r"[;；\n]")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
FIRST_YEAR = 1901
"""Spreadsheets count their days from about then on."""
LARGEST_NUMBER = 10**15
"""Spreadsheets keep 15 digits."""

Cell = str | int | float | date | None


class NotUnderstood(ValueError):
    """A cell says nothing that its column takes.

    Args:
        code: key of the catalogue.
        value: the part that is not understood.
    """

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code, value)
        self.code, self.value = code, value


def said(cell: str) -> str:
    """The text of a cell as it was before it was made harmless."""
    return as_written(cell)


def parts(text: str) -> list[str]:
    """The names or words in a cell that lists several."""
    return [part for one in _BETWEEN.split(text) if (part := one.strip())]


def value_of(field: Field, text: str) -> Any:
    """What a filled cell says; a text itself where its column takes any.

    Raises:
        NotUnderstood: it is none of the words, no number, no date.
    """
    meaning = _MEANINGS.get(field.kind)
    return meaning(field, text) if meaning else text


def cell_of(field: Field, value: Any, language: str) -> Cell:
    """A value as it is written; None for nothing."""
    if value is None or value in ("", (), []):
        return None
    if field.kind in {"choice", "open_choice", "layer"}:
        return word_of(field, str(value), language)
    if field.kind == "yes_no":
        return word_of(field, "yes" if value else "no", language)
    if field.kind in MANY_TAKE:
        coded = field.kind in {"codes", "layers"}
        return BETWEEN.join(word_of(field, str(one), language) if coded else str(one) for one in value)
    if not isinstance(value, int | float | date):
        return str(value)
    fits = value.year >= FIRST_YEAR if isinstance(value, date) else abs(value) < LARGEST_NUMBER
    return value if fits else read_back(value)


def read_back(cell: Cell) -> str:
    """The text that reading finds in a written cell."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def canonical(field: Field, text: str) -> str:
    """A cell in a form that stays when a spreadsheet shows dates and numbers in its own way, or in another language."""
    if not text:
        return ""
    try:
        value = value_of(field, text)
    except NotUnderstood:
        return text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float):
        return repr(float(value))
    if isinstance(value, tuple):
        return BETWEEN.join(map(str, value))
    return str(value).replace("\r\n", "\n")


def is_list_item(text: str) -> bool:
    """Whether a text can stand among others in one cell and be read back as it is."""
    return bool(text) and text == text.strip() and not _BETWEEN.search(text) and "\r" not in text


def is_plain(text: str) -> bool:
    """Whether a text of a cell is read back as it is from a row that somebody fills in."""
    return text == " ".join(text.split()) and text not in NOTHING


def joined(texts: Sequence[str]) -> str:
    """Several names for a report."""
    return "、".join(texts)


def _code(field: Field, text: str) -> str:
    if (code := code_of(field, text)) is None:
        raise NotUnderstood("unknown_code", text.strip())
    return code


def _date(_field: Field, text: str) -> date:
    try:
        return as_date(text)
    except ValueError as error:
        raise NotUnderstood("unreadable_date", text) from error


def _number(field: Field, text: str) -> int | float:
    try:
        return as_count(text) if field.kind == "count" else _exact(text)
    except ValueError as error:
        raise NotUnderstood("unreadable_number", text) from error


def _exact(text: str) -> float:
    plain = unicodedata.normalize("NFKC", text).strip()
    return float(plain) if _PLAIN_NUMBER.fullmatch(plain) else as_number(text)


_MEANINGS: dict[str, Callable[[Field, str], Any]] = {
    "choice": _code,
    "open_choice": lambda field, text: code_of(field, text) or text.strip(),
    "codes": lambda field, text: tuple(sorted({_code(field, part) for part in parts(text)})),
    "layers": lambda field, text: tuple(sorted({int(_code(field, part)) for part in parts(text)})),
    "layer": lambda field, text: int(_code(field, text)),
    "yes_no": lambda field, text: _code(field, text) == "yes",
    "list": lambda _field, text: tuple(sorted(set(parts(text)))),
    "names": lambda _field, text: tuple(dict.fromkeys(parts(text))),
    "areas": lambda _field, text: tuple(dict.fromkeys(parts(text))),
    "count": _number,
    "number": _number,
    "date": _date,
}
"""Kind of column → how its cells are understood; all others hold texts."""
