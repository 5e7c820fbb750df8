"""Small counts: none is shown, and none can be worked out from what is."""

from collections import defaultdict
from collections.abc import Callable
from itertools import product

import pytest

from graph.small_counts import hidden_counts

LARGEST = 7
Counts = dict[str, int | None]


def hidden(counts: Counts, *, fewest: int = 5) -> set[str]:
    return set(hidden_counts(counts, {key: "all" for key in counts if key != "all"}, fewest=fewest))


@pytest.mark.parametrize(
    ("counts", "fewest", "expected"),
    [
        ({"a": 4, "b": 5, "c": None}, 5, {"a"}),
        ({"a": 9, "b": 10}, 10, {"a"}),
        ({"all": 20, "a": 4, "b": 7, "c": 9}, 5, {"a", "b"}),
        ({"all": 20, "a": 4, "b": 3, "c": 13}, 5, {"a", "b"}),
        ({"all": 16, "a": 1, "b": 2, "c": 13}, 5, {"a", "b", "c"}),
        ({"all": 20, "a": 8, "b": 12}, 5, set()),
        ({"all": 20, "a": 4, "b": None}, 5, {"a", "all"}),
        ({"all": 4, "a": 4}, 5, {"a", "all"}),
        ({"all": None, "a": 4, "b": 9}, 5, {"a"}),
        ({"all": 9, "a": 0, "b": 9}, 5, {"a", "b"}),
        ({}, 5, set()),
    ],
)
def test_a_small_count_is_hidden_and_another_with_it_where_it_could_be_worked_out(counts: Counts, fewest: int, expected: set[str]) -> None:
    """The smallest of the others; the total itself where there is no other; a count that nobody states hides nothing."""
    assert hidden(counts, fewest=fewest) == expected


def test_totals_may_be_parts_themselves() -> None:
    """A district's count is worked out neither from its neighbours nor from the town, through the area between them."""
    # Arrange
    counts: Counts = {"town": 30, "east": 12, "west": 18, "first": 3, "second": 9}
    parents = {"east": "town", "west": "town", "first": "east", "second": "east"}

    # Act
    found = hidden_counts(counts, parents)

    # Assert
    assert found == {"first", "second"}


def of_three(a: int, b: int, c: int) -> Counts:
    return {"a": a, "b": b, "c": c, "all": a + b + c}


def of_two_levels(a: int, b: int, c: int) -> Counts:
    return {"a": a, "b": b, "part": a + b, "c": c, "all": a + b + c}


@pytest.mark.parametrize("fewest", [2, 3])
@pytest.mark.parametrize(
    ("table", "parents"),
    [
        (of_three, {"a": "all", "b": "all", "c": "all"}),
        (of_two_levels, {"a": "part", "b": "part", "part": "all", "c": "all"}),
    ],
)
def test_nothing_hidden_can_be_worked_out(table: Callable[[int, int, int], Counts], parents: dict[str, str], fewest: int) -> None:
    """Of every small table: what is shown fits another table too, in which the hidden count is another one."""
    # Arrange
    tables = [table(*values) for values in product(range(LARGEST), repeat=3)]
    fitting: dict[object, list[Counts]] = defaultdict(list)
    shown_of = [{key: key not in hidden_counts(one, parents, fewest=fewest) for key in one} for one in tables]
    patterns = {tuple(sorted(shown.items())) for shown in shown_of}
    for pattern in patterns:
        for one in tables:
            fitting[pattern, tuple(one[key] for key, shown in pattern if shown)].append(one)

    # Act
    known = [
        (one, key)
        for one, shown in zip(tables, shown_of, strict=True)
        for key in one
        if not shown[key]
        and sum(v or 0 for v in one.values()) < LARGEST
        and len({fit[key] for fit in fitting[tuple(sorted(shown.items())), tuple(one[k] for k, s in sorted(shown.items()) if s)]}) == 1
    ]

    # Assert
    assert known == []
