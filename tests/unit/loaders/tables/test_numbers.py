"""Numbers: blank, a dash and 0 are three things; two numbers are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables.heads import Heading
from loaders.tables.numbers import as_count, as_number
from loaders.tables.row import Row

NUMBER = r"(?s).*"
FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["", "人", "名", "件", "世帯", " 円"]), st.booleans(), st.booleans())
def test_every_way_to_write_a_number_gives_it(number: int, unit: str, grouped: bool, wide: bool) -> None:
    """With groups of three, full-width, with a unit."""
    written = f"{number:,}" if grouped else str(number)
    assert as_count((written.translate(FULL_WIDTH) if wide else written) + unit) == number


@pytest.mark.parametrize(("text", "number"), [("約30名", 30), ("3.5％", 3.5), ("-4", -4), ("△5", -5), ("0", 0), ("1,200", 1_200)])
def test_signs_and_parts(text: str, number: float) -> None:
    """About, below zero, a part of one."""
    assert as_number(text) == number


@pytest.mark.parametrize("text", ["", " ", "-", "－", "10〜15名", "10～15", "1,2", "12,00", "三", "1/2", "12人と3人", "#REF!", "1e5", "∞"])
def test_what_says_no_single_number_is_none(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=NUMBER):
        as_number(text)


@pytest.mark.parametrize("text", ["3.5", "-1", "△2"])
def test_a_count_is_whole_and_not_below_zero(text: str) -> None:
    """Half a person is an average."""
    with pytest.raises(ValueError, match=NUMBER):
        as_count(text)


@pytest.mark.parametrize(("cell", "value"), [("", None), ("-", None), ("0", 0), ("０", 0)])
def test_blank_a_dash_and_zero_in_a_row(cell: str, value: int | None) -> None:
    """Blank and dash say nothing; zero is a number."""
    row = Row(source="x", sheet=None, number=2, cells={"count": cell}, heading=Heading(row=0, heads=("件数",), where={"count": 0}))
    text = row.text("count")
    assert (None if text is None else as_count(text)) == value


@pytest.mark.parametrize("text", ["25年度", "4月", "①", "②", "10²", "3丁目", "80歳", "第3回目"])
def test_a_number_that_counts_nothing_is_none(text: str) -> None:
    """Years, days, ages, places and signs of lists and notes are not how many."""
    with pytest.raises(ValueError, match=r"."):
        as_count(text)
