"""Suggestions of doubles do not depend on the order of the bodies, and stay few among very many."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.doubles.suggesting import MINIMUM, suggest
from tests.unit.graph.doubles.bodies import PLACES, body

WORDS = [
    "伊賀市",
    "市",
    "社協",
    "社会福祉協議会",
    "NPO法人",
    "(福)",
    "ひまわり",
    "ひまわ",
    "あおぞら",
    "の",
    "会",
    "東",
    "西",
    "第1",
    "自治会",
    "ー",
    "A",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join) | st.text(max_size=12)
BODIES = st.lists(
    st.tuples(
        NAMES,
        st.sampled_from(sorted(PLACES)),
        st.lists(NAMES, max_size=2),
        st.sampled_from([None, "伊賀市見本町1-2", "伊賀市見本町1-2-3", "例示町4番地"]),
        st.sampled_from([None, None, None, "1000000000001", "1000000000002"]),
        st.booleans(),
    ),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(BODIES, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_and_no_pair_comes_twice(given_bodies: list[tuple], shuffle: random.Random) -> None:  # type: ignore[type-arg]
    """Smaller id first, no body with itself, scores from 0 to 1, the same list from every order."""
    # Arrange
    bodies = [
        body(f"{at:02d}", name, place, aliases=tuple(aliases), address=address, corporate_number=number, generic=generic)
        for at, (name, place, aliases, address, number, generic) in enumerate(given_bodies)
    ]
    mixed = bodies[:]
    shuffle.shuffle(mixed)

    # Act
    found = suggest(bodies, minimum=0)

    # Assert
    assert found == suggest(mixed, minimum=0)
    pairs = [(one.first, one.second) for one in found]
    assert len(set(pairs)) == len(pairs)
    assert all(first < second for first, second in pairs)
    assert all(0 <= one.score <= 1 for one in found)
    assert [one for one in found if one.score >= MINIMUM] == suggest(bodies)


def test_the_order_makes_no_difference_to_many_of_one_name() -> None:
    """Where only neighbours are looked at, they are neighbours by id."""
    bodies = [body(f"{at:03d}", "あおぞら") for at in range(120)]
    mixed = bodies[1::2] + bodies[::2][::-1]
    assert suggest(bodies) == suggest(mixed) != []


@settings(max_examples=100, deadline=None)
@given(NAMES, NAMES)
def test_two_bodies_are_alike_whichever_has_the_smaller_id(name: str, other: str) -> None:
    """The score and the reason belong to the pair."""
    one_way = [(one.score, one.reason) for one in suggest([body("a", name), body("b", other)], minimum=0)]
    other_way = [(one.score, one.reason) for one in suggest([body("b", name), body("a", other)], minimum=0)]
    assert one_way == other_way


def test_two_thousand_of_one_name_stay_few_pairs() -> None:
    """The number of pairs grows with the bodies, not with their square; each still meets another."""
    # Arrange
    bodies = [body(f"{at:04d}", "あおぞら") for at in range(2_000)]

    # Act
    found = suggest(bodies)

    # Assert
    assert len(found) < 20_000
    assert {id_ for one in found for id_ in (one.first, one.second)} == {one.id for one in bodies}
