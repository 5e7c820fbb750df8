"""Days that people give, and those that a question's defaults mean: today, so many months before it, the fiscal year."""

from calendar import monthrange
from datetime import date

from graph.errors import QueryMisused

TODAY = "today"
MONTHS_AGO = "months_ago:"
"""A default of a date: so many months before today."""
THIS_FISCAL_YEAR = "this_fiscal_year"
"""A default of an integer: the year in whose April the present fiscal year began."""
FIRST_MONTH = 4


def day_meant(text: str, today: date) -> date:
    """The day that a default or a user's text means.

    Raises:
        ValueError: it is no day.
    """
    if text == TODAY:
        return today
    if text.startswith(MONTHS_AGO):
        return months_before(today, int(text.removeprefix(MONTHS_AGO)))
    return date.fromisoformat(text)


def day_given(name: str, text: str | None) -> date | None:
    """The day that somebody typed in or a form sends; None where it is left empty.

    Args:
        name: what it is called where it is given, for whoever got it wrong.
        text: 2026-04-01.

    Raises:
        QueryMisused: it is no day.
    """
    if not text or not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as reason:
        raise QueryMisused("parameter_not_of_type", name=name, value=text, type="date") from reason


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of a shorter month, as both engines count them."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def fiscal_year_of(day: date) -> int:
    """The year in whose April the fiscal year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1
