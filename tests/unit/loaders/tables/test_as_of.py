"""The day of a table, from the lines above it."""

from datetime import date

import pytest

from loaders.tables.as_of import day_held_for


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["第２表 第１号被保険者数（年度末現在）", "令和４年度"], date(2023, 3, 31)),
        (["令和元年度末現在"], date(2020, 3, 31)),
        (["2022年度末"], date(2023, 3, 31)),
        (["（令和5年3月31日現在）"], date(2023, 3, 31)),
        (["R6.4.1 更新"], date(2024, 4, 1)),
        (["令和６年２月末現在"], date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_from_the_lines(lines: list[str], day: date) -> None:
    """A date, the end of a month, or the end of a fiscal year whose year stands in another line."""
    assert day_held_for(lines) == day


NO_DAY: tuple[list[str], ...] = (
    [],
    ["（年度末現在）"],
    ["令和4年度"],
    ["4年度末"],
    ["令和5年3月31日", "令和6年3月31日"],
    ["令和5年2月31日現在"],
)


@pytest.mark.parametrize("lines", NO_DAY)
def test_what_names_no_single_day_gives_none(lines: list[str]) -> None:
    """A year without its end, an end without its year, two days, and a day that no calendar has."""
    assert day_held_for(lines) is None
