"""Values: each comes back as it was, with its type; what no property can hold is refused."""

import json
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dump.values import WHOLE_NUMBERS, NotAValue, decoded, encoded

TEXTS = st.text(st.characters(codec="utf-8"))
WHOLE = st.integers(WHOLE_NUMBERS.start, WHOLE_NUMBERS.stop - 1)
NUMBERS = st.floats(allow_nan=False)
ONE = st.one_of(TEXTS, WHOLE, NUMBERS, st.booleans(), st.dates())
MANY = st.one_of(*(st.lists(kind) for kind in (TEXTS, WHOLE, NUMBERS, st.booleans(), st.dates())))


@given(st.one_of(ONE, MANY))
def test_a_value_comes_back_with_its_type(value: Any) -> None:
    """1 is not 1.0, a day is no text, true is not 1."""
    # Act
    back = decoded(json.loads(json.dumps(encoded(value), allow_nan=False)))

    # Assert
    assert repr(back) == repr(value)


def test_what_is_no_number_comes_back() -> None:
    """NaN has no word in JSON and equals nothing."""
    assert math.isnan(decoded(encoded(math.nan)))


@pytest.mark.parametrize("value", [None, {"a": 1}, b"1", datetime(2026, 4, 1, tzinfo=UTC), [["a"]], 2**63, [None]])
def test_what_the_format_does_not_know_is_not_written(value: Any) -> None:
    """A dump never holds something that it could not give back."""
    with pytest.raises(NotAValue):
        encoded(value)


@pytest.mark.parametrize(
    "value",
    [
        *(None, {}, {"date": "2026-13-01"}, {"date": "20260401"}, {"date": "2026-04-01", "x": 1}, {"number": "1"}, {"x": 1}),
        *(2**63, float("inf"), "\ud800", [1, "a"], [1, 1.0], [True, 1], [[1]], [None]),
    ],
)
def test_what_no_property_holds_is_not_read(value: Any) -> None:
    """Nulls, maps, mixed lists, half characters and numbers that no engine takes stop a restore before its first write."""
    with pytest.raises(NotAValue):
        decoded(value)
