"""Dates in the forms of registers."""

from datetime import date

import pytest

from loaders.tables.dates import as_date


@pytest.mark.parametrize(
    "text",
    ["2026-09-30", "2026/9/30", "2026年9月30日", "２０２６．９．３０", "令和8年9月30日", "R8.9.30", "r8/9/30", " 2026-09-30 "],
)
def test_one_day_in_many_forms(text: str) -> None:
    """Width, separators and eras make no difference."""
    assert as_date(text) == date(2026, 9, 30)


def test_the_first_year_of_an_era() -> None:
    """令和元年 is 2019, 平成31年 too."""
    assert as_date("令和元年5月1日") == date(2019, 5, 1)
    assert as_date("平成31年4月30日") == date(2019, 4, 30)


@pytest.mark.parametrize("text", ["未定", "8.9.30", "25年度", "2026-02-30", "2026-09", "2026-09-30から", ""])
def test_what_names_no_day_is_refused(text: str) -> None:
    """A year without era, an impossible day or half a date is not guessed."""
    with pytest.raises(ValueError):  # noqa: PT011 - the class is the whole promise
        as_date(text)
