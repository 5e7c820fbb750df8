"""Values that a reviewer puts in the place of those that were read: each of the type of its property, or refused."""

from typing import Any

import pytest

from graph.corrections import corrections_of
from graph.errors import QueryMisused


@pytest.mark.parametrize(
    ("label", "name", "text", "value"),
    [
        ("Council", "layers", "1、2", [1, 2]),
        ("Council", "aliases", "い, ろ", ["い", "ろ"]),
        ("Council", "open_list", "true", True),
        ("Council", "founded", "2026-04-01", {"date": "2026-04-01"}),
        ("Need", "count", "12", 12),
        ("Organization", "codes", "SHAKYO、NPO", ["NPO", "SHAKYO"]),
        ("Organization", "kana", "", None),
    ],
)
def test_a_value_in_words_becomes_one_of_its_type(label: str, name: str, text: str, value: Any) -> None:
    """Also the items of a set: layers are numbers."""
    assert corrections_of(label, {name: text}) == {name: value}


@pytest.mark.parametrize(
    ("label", "name", "text"),
    [
        ("Council", "layers", "一"),
        ("Council", "founded", "昨日"),
        ("Need", "count", "たくさん"),
        ("Organization", "codes", "鯨"),
        ("Need", "id", "x"),
    ],
)
def test_what_does_not_fit_is_refused(label: str, name: str, text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(QueryMisused):
        corrections_of(label, {name: text})
