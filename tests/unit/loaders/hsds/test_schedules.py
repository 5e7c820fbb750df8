"""Schedules in words."""

import pytest

from loaders.hsds.package import row_of
from loaders.hsds.schedules import days_of, frequency_of


@pytest.mark.parametrize(
    ("cells", "days", "often"),
    [
        ({"description": "毎週火曜日の午前", "freq": "WEEKLY", "byday": "TU"}, "毎週火曜日の午前", "毎週"),
        ({"freq": "WEEKLY", "interval": "1", "byday": "MO,WE"}, "月・水", "毎週"),
        ({"freq": "WEEKLY", "interval": "2", "byday": "TU", "opens_at": "10:00:00", "closes_at": "12:00+09:00"}, "火 10:00〜12:00", "隔週"),
        ({"freq": "MONTHLY", "byday": "2MO,-1FR"}, "第2月・最終金", "毎月"),
        ({"freq": "MONTHLY", "interval": "3", "bymonthday": "1,15"}, "1日・15日", "3か月ごと"),
        ({"freq": "SOMETIMES", "byday": "XX"}, "XX", None),
        ({"opens_at": "09:00"}, "09:00〜", None),
        ({}, None, None),
    ],
)
def test_a_schedule_is_worded(cells: dict[str, str], days: str | None, often: str | None) -> None:
    """The description where there is one, else the rule; what it does not say stays unsaid."""
    row = row_of("schedule", 1, cells, cells)
    assert (days_of(row), frequency_of(row)) == (days, often)
