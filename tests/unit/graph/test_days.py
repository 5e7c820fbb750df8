"""Days that people give, and days that defaults mean."""

from datetime import date

import pytest

from graph.days import day_given, day_meant, fiscal_year_of, months_before
from graph.errors import QueryMisused


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 3, date(2026, 8, 23)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
    ],
)
def test_a_default_may_lie_some_months_before_today(day: date, months: int, expected: date) -> None:
    """The last day of a shorter month; what a user gives is taken as it is."""
    assert months_before(day, months) == expected
    assert day_meant(f"months_ago:{months}", day) == expected
    assert day_meant("2026-01-31", day) == date(2026, 1, 31)


@pytest.mark.parametrize(("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026)])
def test_a_fiscal_year_begins_in_april(day: date, year: int) -> None:
    """March belongs to the year before."""
    assert fiscal_year_of(day) == year


@pytest.mark.parametrize(
    ("text", "day"), [("2026-04-01", date(2026, 4, 1)), (" 2026-04-01 ", date(2026, 4, 1)), ("", None), (" ", None), (None, None)]
)
def test_a_day_that_is_given_may_be_left_out(text: str | None, day: date | None) -> None:
    """An empty field of a form is no day, and no mistake."""
    assert day_given("on", text) == day


@pytest.mark.parametrize("text", ["昨日", "2026-02-30", "2026/04/01", "today"])
def test_what_is_no_day_is_refused_by_the_name_of_its_field(text: str) -> None:
    """Whoever typed it sees which field, and what was in it."""
    with pytest.raises(QueryMisused) as refused:
        day_given("until", text)
    assert refused.value.key == "parameter_not_of_type"
    assert {"until", text} <= {str(value) for value in refused.value.values.values()}
