"""Cut points by hand, and on networks by chance against another implementation."""

from random import Random

import networkx
import pytest

from graph.metrics.cut_points import cut_points
from tests.drawn import drawn


def told(row: dict[str, object]) -> list[str]:
    return [f"{one['id']}{one['other_id'] or ''} {''.join(one['separated_bodies'])}" for one in cut_points(row)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (drawn("abc", "ab", "bc"), []),
        (drawn("abcd", "ab", "ac", "ad"), ["a cd"]),
        (drawn("abcde", "ab", "bc", "cd", "de"), ["c de", "bc ab", "cd de"]),
        (drawn("abcdef", "ab", "bc", "ca", "cd", "de", "ef", "fd"), ["cd def", "c ab", "d ef"]),
        (drawn("abcdg", "ag", "bg", "cg", "dg", generic="g"), []),
        (drawn("abcdx", "ax", "bx", "cx", "dx", outside="x"), []),
        (drawn("abcdex", "ab", "bc", "cd", "de", "ax", "xe", outside="x"), []),
        (drawn("abcdp", "bp", "cp", "dp", parts=["pa"]), ["a cd"]),
        ({}, []),
    ],
    ids=[
        "a line of three",
        "a star",
        "a line of five",
        "two triangles",
        "kind of actor",
        "outside",
        "way around",
        "with its part",
        "nothing",
    ],
)
def test_whose_loss_separates_at_least_two(row: dict[str, object], expected: list[str]) -> None:
    """Bodies and single ties; the larger part that is left is the rest."""
    assert sorted(told(row)) == sorted(expected)


def test_those_that_would_separate_most_come_first() -> None:
    """A row says whether it is a body or a tie, and who would be apart."""
    # Act
    first, *_ = cut_points(drawn("abcdef", "ab", "bc", "ca", "cd", "de", "ef", "fd"))

    # Assert
    assert first == {
        "area_id": "市",
        "area": "市",
        "kind": "tie",
        "id": "c",
        "name": "c",
        "other_id": "d",
        "other": "d",
        "facts": ["cd"],
        "separated": 3,
        "separated_bodies": ["d", "e", "f"],
        "sources_that_could_show": ["資料"],
    }


@pytest.mark.parametrize("seed", range(30))
def test_they_are_those_that_another_implementation_finds(seed: int) -> None:
    """On networks by chance, whatever networkx says would be separated."""
    # Arrange
    chance = Random(seed)  # noqa: S311 - no secret
    names = "abcdefghijkl"
    ties = ["".join(sorted(chance.sample(names, 2))) for _ in range(chance.choice([8, 11, 14]))]
    reference = networkx.Graph(tuple(tie) for tie in ties)
    losses = {id_: reference.copy() for id_ in names if id_ in reference} | {tie: reference.copy() for tie in ties}
    expected = set()
    for lost, left in losses.items():
        whole = networkx.node_connected_component(reference, lost[0]) - (set() if len(lost) == 2 else {lost})
        left.remove_nodes_from(lost if len(lost) == 1 else ())
        left.remove_edges_from([tuple(lost)] if len(lost) == 2 else ())
        sizes = sorted(map(len, networkx.connected_components(left.subgraph(whole))))
        if sum(sizes[:-1]) >= 2:
            expected.add((lost, sum(sizes[:-1])))

    # Act
    found = {(one["id"] + (one["other_id"] or ""), one["separated"]) for one in cut_points(drawn(names, *ties))}

    # Assert
    assert found == expected
