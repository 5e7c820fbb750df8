"""Days that a question's defaults mean: today, so many months before it, the fiscal year in which it lies."""

from calendar import monthrange
from datetime import date

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


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of a shorter month, as both engines count them."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def fiscal_year_of(day: date) -> int:
    """The year in whose April the fiscal year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1
