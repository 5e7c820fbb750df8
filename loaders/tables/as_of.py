"""The day for which a table holds, as its title says it: 令和4年度末現在, 令和5年3月31日現在, 令和5年4月末現在, 2023年度末."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from loaders.tables.dates import ERA_BEGINS, as_date

_YEAR = r"(?P<era>令和|平成|昭和|[RHS](?=\d|元))?\s*(?P<year>元|\d{1,4})\s*"
_DAY = re.compile(r"(?:令和|平成|昭和|[RHS](?=\d|元))?\s*(?:元|\d{1,4})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")
_END_OF_MONTH = re.compile(_YEAR + r"年\s*(?P<month>\d{1,2})\s*月\s*末")
_FISCAL_YEAR = re.compile(_YEAR + r"年度")
_END_OF_YEAR = re.compile(r"年度末")

LAST_MONTH = 3
"""A fiscal year ends in March of the next year."""


def day_held_for(lines: Iterable[str]) -> date | None:
    """The day that the lines above a table name.

    A fiscal year alone names none: only 年度末, which may stand in another line than the year. Two different days name none
    either.
    """
    texts = [unicodedata.normalize("NFKC", line) for line in lines]
    days = {day for text in texts for day in (*_days(text), *_ends_of_months(text))}
    if not days and any(_END_OF_YEAR.search(text) for text in texts):
        days = {date(year + 1, LAST_MONTH, 31) for text in texts for year in _fiscal_years(text)}
    return days.pop() if len(days) == 1 else None


def _days(text: str) -> Iterable[date]:
    for found in _DAY.finditer(text):
        try:
            yield as_date(found[0])
        except ValueError:
            continue


def _ends_of_months(text: str) -> Iterable[date]:
    for found in _END_OF_MONTH.finditer(text):
        year, month = _year(found), int(found["month"])
        if year and 1 <= month <= 12:  # noqa: PLR2004 - months of a year
            yield date(year, month, monthrange(year, month)[1])


def _fiscal_years(text: str) -> Iterable[int]:
    return [year for found in _FISCAL_YEAR.finditer(text) if (year := _year(found))]


def _year(found: re.Match[str]) -> int | None:
    """The year by our reckoning; None where it has neither era nor four digits."""
    if found["era"]:
        return ERA_BEGINS[found["era"]] - 1 + (1 if found["year"] == "元" else int(found["year"]))
    return int(found["year"]) if len(found["year"]) == len("2024") else None
