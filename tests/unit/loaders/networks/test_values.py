"""Values as texts: ours exactly, people's as they write them, and nothing taken for what it is not."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.councils import Council
from graph.model.services import Service
from loaders.networks.values import codes_in, parsers, parts_of, text_of


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_set_is_read_back_as_it_was(values: list[str]) -> None:
    """Whatever its texts hold, separators and backslashes too."""
    assert list(parts_of(text_of(values))) == values


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("capacity", "１２人", 12),
        ("accepting", "はい", True),
        ("accepting", "×", False),
        ("valid_from", "令和8年9月30日", date(2026, 9, 30)),
        ("valid_to", "0999-01-02", date(999, 1, 2)),
        ("target", "＠高齢者", "＠高齢者"),
    ],
)
def test_values_are_read_as_people_write_them(name: str, text: str, value: Any) -> None:
    """Full-width digits, eras, marks for yes and no."""
    assert parsers(Service)[name](text) == value


@pytest.mark.parametrize(("name", "text"), [("capacity", "10〜15名"), ("accepting", "たぶん"), ("valid_from", "春ごろ")])
def test_what_is_no_such_value_is_refused(name: str, text: str) -> None:
    """A range is no number, a season no day."""
    with pytest.raises(ValueError, match=re.escape(text)):
        parsers(Service)[name](text)


def test_codes_are_separated_in_any_way() -> None:
    """Commas, Japanese commas, bars and spaces."""
    assert codes_in("SHOP、SALON, MEALS|SHOP") == ("MEALS", "SALON", "SHOP")
    assert parsers(Council)["layers"]("1|2") == (1, 2)
