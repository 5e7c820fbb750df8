"""Separate groups by hand."""

import pytest

from graph.metrics.separate_groups import separate_groups
from tests.drawn import drawn


def test_two_groups_by_hand() -> None:
    """a-b-c and d-e are two groups that meet on a council; f alone is none."""
    # Act
    found = separate_groups(drawn("abcdef", "ab", "bc", "de", councils={"協議体": "ad", "部会": "ab"}))

    # Assert
    rest = {"area_id": "市", "area": "市", "meets_others_on": ["協議体"], "sources_that_could_show": ["資料"]}
    assert found == [
        {"id": "a", "size": 3, "bodies": ["a", "b", "c"], "facts": ["ab", "bc"]} | rest,
        {"id": "d", "size": 2, "bodies": ["d", "e"], "facts": ["de"]} | rest,
    ]


@pytest.mark.parametrize(
    ("row", "groups"),
    [
        (drawn("abc", "ab"), []),
        (drawn("abcd", "ab", "cd"), ["ab", "cd"]),
        (drawn("abcdg", "ab", "cd", "bg", "gc", generic="g"), ["ab", "cd"]),
        (drawn("abcdx", "ab", "cd", "bx", "xc", outside="x"), []),
        (drawn("abcp", "ab", "cp", parts=["pc"]), []),
        (drawn("abcdp", "ab", "cd", "bp", parts=["pc"]), []),
        ({}, []),
    ],
    ids=["one group", "two", "a kind of actor joins nobody", "a body outside joins", "a part makes no group", "a part joins", "nothing"],
)
def test_what_makes_a_group(row: dict[str, object], groups: list[str]) -> None:
    """Several groups of at least two bodies of the area each."""
    assert ["".join(one["bodies"]) for one in separate_groups(row)] == groups
