"""Bodies with one neighbour by hand."""

import pytest

from graph.metrics.one_neighbour_only import one_neighbour_only
from tests.drawn import drawn


def test_the_row_by_hand() -> None:
    """C is tied to b only; a and b have two neighbours each."""
    # Act
    found = one_neighbour_only(drawn("abcde", "ab", "bc", "ae", "ea", "de", councils={"協議体": "cd"}))

    # Assert
    assert [(one["id"], one["neighbour_id"], one["neighbour"], one["facts"], one["seats"]) for one in found] == [
        ("c", "b", "b", ["bc"], ["協議体"]),
        ("d", "e", "e", ["de"], ["協議体"]),
    ]


def test_the_tie_of_a_part_is_what_its_whole_rests_on() -> None:
    """P, a part of a, is tied to c: that is the fact behind the one neighbour of each of them."""
    # Arrange
    of_parts = [{"id": "c", "name": "c", "part": "p", "fact": "pc"}]

    # Act
    found = one_neighbour_only(drawn("acp", "pc", parts=["pa"], bodies={"a": {"of_parts": of_parts}}))

    # Assert
    assert [(one["id"], one["neighbour_id"], one["facts"]) for one in found] == [("a", "c", ["pc"]), ("c", "p", ["pc"])]


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
