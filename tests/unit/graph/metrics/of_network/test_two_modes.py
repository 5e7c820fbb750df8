"""Who sits on which council, as a network of two modes."""

import random

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from graph.metrics.of_network import two_modes

SIZES = ((1, 1), (3, 2), (5, 4), (8, 3), (12, 6), (20, 9))


def by_chance() -> dict[str, tuple[int, int, set[tuple[int, int]]]]:
    """Name → bodies, councils and seats; at least thirty."""
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    return {
        f"{bodies} bodies, {councils} councils, {share:.0%}": (
            bodies,
            councils,
            {(body, council) for body in range(bodies) for council in range(councils) if chance.random() < share},
        )
        for bodies, councils in SIZES
        for share in (0.0, 0.1, 0.25, 0.5, 1.0)
    }


ALL = by_chance()


@pytest.mark.parametrize(("bodies", "councils", "pairs"), ALL.values(), ids=ALL)
def test_measures_equal_an_independent_computation(bodies: int, councils: int, pairs: set[tuple[int, int]]) -> None:
    """As networkx has them; without a path of three seats there is no clustering, and not nought."""
    seats = two_modes.seats_of(pairs, bodies=bodies, councils=councils)
    other: nx.Graph[int] = nx.Graph((body, bodies + council) for body, council in pairs)
    other.add_nodes_from(range(bodies + councils))
    degrees = [other.degree(body) for body in range(bodies)]
    paths = sum((other.degree(a) - 1) * (other.degree(b) - 1) for a, b in other.edges)
    seated = [degree for degree in degrees if degree]

    assert two_modes.seat_share(seats) == pytest.approx(bipartite.density(other, range(bodies)), abs=1e-9)
    assert two_modes.seats_a_council(seats) == pytest.approx(len(pairs) / councils, abs=1e-9)
    assert two_modes.councils_a_body(seats) == pytest.approx(len(pairs) / bodies, abs=1e-9)
    assert two_modes.share_on_several(seats) == (pytest.approx(sum(d > 1 for d in seated) / len(seated), abs=1e-9) if seated else None)
    clustering = bipartite.robins_alexander_clustering(other) if paths else None
    assert two_modes.two_mode_clustering(seats) == (None if clustering is None else pytest.approx(clustering, abs=1e-9))


def test_nothing_has_no_figures() -> None:
    """Without bodies or councils nothing is divided by nought."""
    seats = two_modes.seats_of([], bodies=0, councils=0)

    assert [
        two_modes.seat_share(seats),
        two_modes.seats_a_council(seats),
        two_modes.councils_a_body(seats),
        two_modes.share_on_several(seats),
        two_modes.two_mode_clustering(seats),
    ] == [None] * 5


def test_a_seat_named_twice_is_one_seat() -> None:
    """And one of a council that there is not is refused."""
    assert two_modes.seats_of([(0, 0), (0, 0), (1, 0)], bodies=2, councils=1).sum() == 2
    with pytest.raises(ValueError, match="index"):
        two_modes.seats_of([(0, 1)], bodies=2, councils=1)
