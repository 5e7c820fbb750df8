"""Spellings that make no other name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.areas.spelling import LONGEST_NAME, county_length, plain_name, shown, spelling, without_county


@given(st.text(max_size=200))
def test_a_spelling_is_as_long_as_the_name_and_its_own_spelling(text: str) -> None:
    """So that the beginning of a text can be measured in it."""
    assert len(spelling(text)) == len(text)
    assert spelling(spelling(text)) == spelling(text)


@given(st.text(max_size=200))
def test_what_is_shown_is_one_short_line(text: str) -> None:
    """A cell of a stranger's file breaks no report."""
    assert shown(text).isprintable()
    assert len(shown(text)) <= LONGEST_NAME + 1


@given(st.text(max_size=200))
def test_a_plain_name_has_nothing_invisible(text: str) -> None:
    """What is too long for a name is none."""
    assert all(one.isprintable() or unicodedata.category(one) in {"Cn", "Co", "Cs"} for one in plain_name(text))
    assert len(text) <= LONGEST_NAME or plain_name(text) == ""


@pytest.mark.parametrize(
    ("name", "rest"),
    [("大沼郡会津美里町", "会津美里町"), ("高市郡明日香村", "明日香村"), ("郡山市", "郡山市"), ("小郡", "小郡"), ("下関市", "下関市")],
)
def test_a_county_stands_before_something(name: str, rest: str) -> None:
    """A 郡 at the beginning or the end of the whole name is part of it."""
    assert without_county(name) == rest
    assert county_length(name) == len(name) - len(rest)
