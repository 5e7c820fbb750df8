"""What a row says of a service: its categories, days, fee, for whom, until when."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from graph.identity import normalised
from graph.taxonomy import taxonomy
from loaders.contract import Problem
from loaders.tables.dates import as_date
from loaders.tables.numbers import as_count
from loaders.tables.row import Row

MEMORY = 8_192
"""Texts of which the answer is remembered: a national register has hundreds of thousands."""

WORDED = ("days", "frequency", "fee", "target")
ENDED, PLANNED = ("終了", "廃止", "休止", "中止", "解散"), ("予定", "準備", "検討")
"""Words of a status: what has stopped, or has not begun, answers no need now."""


@dataclass(frozen=True, kw_only=True)
class Offering:
    """A service as a row describes it."""

    properties: dict[str, Any]
    categories: tuple[str, ...]
    said_in: tuple[str, ...]
    """Keys of the columns that say it."""


def offering_of(row: Row, warnings: list[Problem]) -> Offering:
    """What a row says; a day or a number that cannot be read is left out, with a warning."""
    properties: dict[str, Any] = {key: row.text(key) for key in WORDED}
    properties |= {"valid_from": day_in(row, "begins", warnings), "valid_to": day_in(row, "ends", warnings)}
    properties["capacity"] = _count(row, warnings)
    properties["status"] = _status(row)
    categories, named_in = _categories(row)
    said = [key for key in (*WORDED, "capacity", "begins", "ends", "status") if row.text(key)]
    return Offering(properties=properties, categories=categories, said_in=(*said, *named_in))


def _status(row: Row) -> str:
    text = row.text("status") or ""
    if any(word in text for word in ENDED):
        return "ended"
    return "planned" if any(word in text for word in PLANNED) else "running"


def _categories(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes that the cells name: the category's whole cell, else every form of the taxonomy that stands in the words."""
    if (text := row.text("category")) and (codes := _codes_in(text)):
        return codes, ("category",)
    for key in ("contents", "name"):
        if (text := row.text(key)) and (codes := _codes_in(text)):
            return codes, (key,) if key != "name" else ()
    return (), ()


@lru_cache(maxsize=MEMORY)
def _codes_in(text: str) -> tuple[str, ...]:
    """Codes whose forms stand in a text, the longest first, each character counted once."""
    plain, found = normalised(text), set[str]()
    for form, code in _forms():
        if form in plain:
            found.add(code)
            plain = plain.replace(form, "\0")
    return tuple(sorted(found))


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Forms of one meaning only, the longest first."""
    meant: dict[str, set[str]] = {}
    for code, entry in taxonomy().service_categories.items():
        for form in (entry.ja, *entry.synonyms):
            meant.setdefault(normalised(form), set()).add(code)
    single = [(form, codes.pop()) for form, codes in meant.items() if len(codes) == 1]
    return tuple(sorted(single, key=lambda pair: (-len(pair[0]), pair[0])))


def _count(row: Row, warnings: list[Problem]) -> int | None:
    if (text := row.text("capacity")) is None:
        return None
    try:
        return as_count(text)
    except ValueError:
        warnings.append(Problem(code="number_not_read", place=row.place_of("capacity"), kind="warning", values={"value": text}))
        return None


def day_in(row: Row, key: str, warnings: list[Problem]) -> date | None:
    """The day in a cell; None where it is empty or cannot be read, which is warned of."""
    if (text := row.text(key)) is None:
        return None
    try:
        return as_date(text)
    except ValueError:
        warnings.append(Problem(code="day_not_read", place=row.place_of(key), kind="warning", values={"value": text}))
        return None
