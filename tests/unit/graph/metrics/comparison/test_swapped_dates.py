"""What moved between two days: found where it did, by chance where it did not, and the same seed gives the same."""

import igraph
import numpy as np
import pytest

from graph.metrics.comparison.swapped_dates import moved, ties_changed
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.cohesion import components
from graph.metrics.of_network.size import mean_degree

FIGURES = {"mean_degree": mean_degree, "transitivity": transitivity, "components": components}
RUNS = 250


def by_chance(chance: np.random.Generator, bodies: int, share: float) -> list[tuple[int, int]]:
    return [(a, b) for a in range(bodies) for b in range(a) if chance.random() < share]


def test_where_nothing_moves_it_is_found_in_one_of_twenty_cases() -> None:
    """Ties of one day or the other by chance: rejected at 5 % as often as that, neither more nor much less."""
    # Arrange
    rejected = dict.fromkeys(FIGURES, 0)
    for run in range(RUNS):
        chance = np.random.default_rng(run)
        stays, changes = by_chance(chance, 22, 0.06), by_chance(chance, 22, 0.06)
        early = chance.random(len(changes)) < 0.5
        days = [stays + [tie for tie, is_early in zip(changes, early, strict=True) if is_early == side] for side in (True, False)]

        # Act
        first, second = (igraph.Graph(n=22, edges=edges).simplify() for edges in days)
        found = moved(first, second, FIGURES, seed=run, draws=99)
        for name, one in found.items():
            rejected[name] += one is not None and one.p <= 0.05

    # Assert
    assert all(0.02 <= count / RUNS <= 0.08 for count in rejected.values()), rejected


def test_what_moves_is_found() -> None:
    """Sixteen ties that came: more ties a body, fewer groups; the same seed says the same."""
    first = igraph.Graph(n=24, edges=[(0, 1)])
    second = igraph.Graph(n=24, edges=[(number, number + 1) for number in range(17)])

    found, again = (moved(first, second, FIGURES, seed=3, draws=300) for _ in range(2))

    assert found == again
    assert len(ties_changed(first, second)) == 16
    assert found["mean_degree"] is not None
    assert (found["mean_degree"].first, found["mean_degree"].second) == pytest.approx((2 / 24, 34 / 24))
    assert found["mean_degree"].p < 0.01
    assert found["components"] is not None
    assert found["components"].p < 0.01
    assert found["transitivity"] is None


def test_two_networks_of_other_bodies_are_not_compared() -> None:
    """A pair is a pair of the same bodies."""
    with pytest.raises(ValueError, match="3 and 4"):
        moved(igraph.Graph(3), igraph.Graph(4), FIGURES, seed=1)


def test_where_nothing_changed_nothing_can_be_said() -> None:
    """Every p is one by chance alone: of no distance all draws are."""
    ring = igraph.Graph.Ring(5)

    found = moved(ring, ring, {"mean_degree": mean_degree}, seed=1, draws=20)["mean_degree"]

    assert found is not None
    assert 0 < found.p < 1
