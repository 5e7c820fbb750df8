"""Who shares more councils than chance gives."""

from itertools import product
from math import prod

import numpy as np
import pytest

from graph.metrics.of_network.backbone import FEWEST_COUNCILS, backbone, chances_of, smallest_p
from graph.metrics.of_network.two_modes import Seats, seats_of

ROUNDS = 20_000


def by_chance(seed: int, bodies: int, councils: int) -> Seats:
    """Seats of bodies that are seated unlike often."""
    chance = np.random.default_rng(seed)
    drawn = chance.random((bodies, councils)) < chance.random((bodies, 1))
    return seats_of(zip(*(part.tolist() for part in drawn.nonzero()), strict=True), bodies=bodies, councils=councils)


def balanced_by_turns(seats: Seats) -> np.ndarray:
    """The same chances by another way: x_i y_k / (1 + x_i y_k), rows and columns in turn, until nothing moves."""
    rows, columns = seats.sum(axis=1).astype(float), seats.sum(axis=0).astype(float)
    x, y = rows / np.sqrt(rows.sum()), columns / np.sqrt(columns.sum())
    for _ in range(ROUNDS):
        x = rows / (y / (1 + np.outer(x, y))).sum(axis=1)
        y = columns / (x[:, None] / (1 + np.outer(x, y))).sum(axis=0)
    found: np.ndarray = np.outer(x, y) / (1 + np.outer(x, y))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_the_chances_keep_who_sits_how_often(seed: int) -> None:
    """Every body's and council's number of seats; those whose seats are certain or none too."""
    seats = by_chance(seed, 9, 16)

    chances = chances_of(seats)

    assert chances.sum(axis=1) == pytest.approx(seats.sum(axis=1), abs=1e-6)
    assert chances.sum(axis=0) == pytest.approx(seats.sum(axis=0), abs=1e-6)
    assert ((chances >= 0) & (chances <= 1)).all()


def test_the_chances_are_those_of_another_way() -> None:
    """To 1e-6, where no seat is certain."""
    seats = seats_of([(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 3), (3, 3), (4, 2), (4, 0), (4, 1)], bodies=5, councils=4)

    assert chances_of(seats) == pytest.approx(balanced_by_turns(seats), abs=1e-6)


def test_seats_that_cannot_be_otherwise_are_certain() -> None:
    """Councils each within the next: the sums alone say who sits where."""
    nested = np.triu(np.ones((5, 7), dtype=int))
    seats = seats_of(zip(*(part.tolist() for part in nested.nonzero()), strict=True), bodies=5, councils=7)

    assert chances_of(seats) == pytest.approx(nested, abs=1e-9)


def test_p_is_the_share_of_all_outcomes() -> None:
    """Every way in which two bodies can be seated together, one by one, weighed by its chance: to 1e-6."""
    seats = by_chance(11, 6, FEWEST_COUNCILS)
    chances = chances_of(seats)

    found = backbone(seats)

    assert found
    for pair in found[:4]:
        both = chances[pair.a] * chances[pair.b]
        brute = sum(
            prod(one if together else 1 - one for one, together in zip(both, outcome, strict=True))
            for outcome in product((False, True), repeat=FEWEST_COUNCILS)
            if sum(outcome) >= pair.councils
        )
        assert pair.p == pytest.approx(brute, abs=1e-6)
        assert pair.expected == pytest.approx(both.sum(), abs=1e-9)
        assert pair.councils == (seats[[pair.a]] @ seats[[pair.b]].T).sum()


def test_few_councils_cannot_tell_anything() -> None:
    """Below fifteen nothing is said: the smallest p that any pair could have is what it is; empty councils do not count."""
    assert [round(smallest_p(councils), 3) for councils in (3, 8, 10, 15)] == [0.298, 0.085, 0.054, 0.018]
    assert backbone(by_chance(1, 6, FEWEST_COUNCILS - 1)) is None
    assert backbone(seats_of([(0, 0), (1, 0)], bodies=2, councils=FEWEST_COUNCILS)) is None


def test_a_pair_that_always_sits_together_comes_first() -> None:
    """Two bodies on the same four of sixteen councils, among others seated by chance."""
    chance = np.random.default_rng(4)
    seats = {(body, council) for council in range(16) for body in chance.choice(range(2, 14), size=5, replace=False).tolist()}
    seats |= {(body, council) for body in (0, 1) for council in (0, 4, 8, 12)}

    found = backbone(seats_of(seats, bodies=14, councils=16))

    assert found is not None
    assert (found[0].a, found[0].b, found[0].councils) == (0, 1, 4)
    assert found[0].p < 0.02 < found[1].p / 2
