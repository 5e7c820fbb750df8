"""Observations: population and shares of older people, with the day they hold for; a value that is not measured gives none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.case_studies.numbers import number_in
from loaders.case_studies.passages import Passage
from loaders.japanese.cleaning import Stretch

NUMBER = r"(約)?([0-9][0-9,]*(?:\.[0-9]+)?)"
PERSONS = re.compile(NUMBER + r"(千|万)?人")
PERCENT = re.compile(NUMBER + r"%")
POPULATION_HERE = re.compile(r"^人口[　: ]*" + NUMBER + r"(千|万)?人$")
SHARE_HERE = re.compile(r"(?:高齢化率[^0-9%。]{0,6}|^(?P<age>65|75)歳以上[　: ]*(?:は)?)" + NUMBER + r"%")
ERAS = {"H": 1988, "平成": 1988, "R": 2018, "令和": 2018, "S": 1925, "昭和": 1925}
DAY = re.compile(r"(平成|令和|H|R)(\d{1,2}|元)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
SCALE = {None: 1, "千": 1_000, "万": 10_000}


@dataclass(frozen=True)
class Measured:
    """One value of one indicator and where it stands."""

    indicator: str
    value: float
    unit: str
    approximate: bool
    as_of: date | None
    when: str
    """The day as the source words it, for the identity; empty where none is stated."""
    where: Stretch
    reading: str = ""
    """'before → after', where the head above the number says another thing."""


def day_in(text: str) -> tuple[date | None, str]:
    """The day of a text, with its wording; a year or month without day gives the wording only."""
    match = DAY.search(text)
    if not match:
        return None, ""
    year = ERAS[match[1]] + (1 if match[2] == "元" else int(match[2]))
    if match[3] and match[4]:
        return _date(year, int(match[3]), int(match[4])), match[0]
    return None, match[0]


def _date(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none (13月45日)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def measured(passage: Passage) -> Iterator[Measured]:
    """Each value of a passage; a plain number under a label, or a line that says what it measures."""
    yield from (one for one in _readings(passage) if one is not None)


def _readings(passage: Passage) -> Iterator[Measured | None]:
    text = passage.stretch.text
    heading = passage.label.text if passage.label else ""
    as_of, when = day_in(text)
    if not when:
        as_of, when = day_in(heading) if passage.role == "overview" else (None, "")
    if passage.role == "number":
        yield from _number(passage)
    elif passage.role == "population" and (match := PERSONS.search(text)):
        yield _persons(passage, match, as_of, when)
        if share := re.search(r"/\s*" + PERCENT.pattern, text):
            yield _share(passage, "share_65_plus", PERCENT.search(text, share.start()), as_of, when)
    elif passage.role in {"share_65_plus", "share_75_plus"} and (match := PERCENT.search(text)):
        yield _share(passage, passage.role, match, as_of, when)
    elif passage.role in {"overview", "needs", "activity"} and not passage.within:
        if match := POPULATION_HERE.search(text):
            yield _persons(passage, PERSONS.search(text, match.start()), as_of, when)
        if (match := SHARE_HERE.search(text)) and "地区" not in text:
            indicator = "share_75_plus" if match["age"] == "75" else "share_65_plus"
            yield _share(passage, indicator, PERCENT.search(text, match.start()), as_of, when)


def _number(passage: Passage) -> Iterator[Measured | None]:
    """A number of a table: its unit is printed beside it or follows from what it measures."""
    match = re.search(NUMBER + r"(千|万)?", passage.stretch.text)
    if match is None:
        return
    as_of, when = day_in(passage.topic.text) if passage.topic else (None, "")
    kind = passage.column.split("_")[0]
    unit = {"share": "percent", "households": "households"}.get(kind, "persons")
    value = number_in(match[2], SCALE[match[3]])
    if value is not None:
        yield Measured(passage.column, value, unit, bool(match[1]), as_of, when, passage.stretch, passage.reading)


def _persons(passage: Passage, match: re.Match[str] | None, as_of: date | None, when: str) -> Measured | None:
    value = number_in(match[2], SCALE[match[3]]) if match else None
    if match is None or value is None:
        return None
    return Measured("population", value, "persons", bool(match[1]), as_of, when, passage.stretch.part(match.start(), match.end()))


def _share(passage: Passage, indicator: str, match: re.Match[str] | None, as_of: date | None, when: str) -> Measured | None:
    value = number_in(match[2]) if match else None
    if match is None or value is None:
        return None
    return Measured(indicator, value, "percent", bool(match[1]), as_of, when, passage.stretch.part(match.start(), match.end()))
