"""Bodies with one neighbour by hand."""

import pytest

from graph.metrics.one_neighbour_only import one_neighbour_only
from tests.drawn import drawn


def test_the_row_by_hand() -> None:
    """C is tied to b only; a and b have two neighbours each."""
    # Act
    found = one_neighbour_only(drawn("abcde", "ab", "bc", "ae", "ea", "de", councils={"協議体": "cd"}))

    # Assert
    assert [(one["id"], one["neighbour_id"], one["neighbour"], one["seats"]) for one in found] == [
        ("c", "b", "b", ["協議体"]),
        ("d", "e", "e", ["協議体"]),
    ]


@pytest.mark.parametrize(
    ("row", "ids"),
    [
        (drawn("ax", "ax", outside="x"), "a"),
        (drawn("ag", "ag", generic="g"), ""),
        (drawn("abg", "ab", "ag", generic="g"), "b"),
        (drawn("ab", "ab", bodies={"a": {"sources": []}}), "b"),
        (drawn("abcp", "ab", "pc", parts=["pa"], bodies={"a": {"of_parts": [{"id": "c", "name": "c"}]}}), "bc"),
        (drawn("a"), ""),
        ({}, ""),
    ],
    ids=["outside the area", "a kind of actor", "a body and a kind", "no source could show", "ties of a part", "no tie", "nothing"],
)
def test_who_has_one_neighbour(row: dict[str, object], ids: str) -> None:
    """One other body, wherever; a kind of actor is several; the ties of a part are ties of its whole."""
    assert "".join(one["id"] for one in one_neighbour_only(row)) == ids
