"""Figures with bodies missing, and findings that turn round."""

import igraph
import numpy as np
import pytest

from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.conditional import against_chance
from graph.metrics.comparison.node_loss import CASES, Loss, flagged, losses, order_flips, reduced, verdict, verdict_flips
from graph.metrics.of_network.centralization import degree_centralization
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.size import bodies, mean_degree, ties


@pytest.mark.parametrize(("n", "share", "left"), [(40, 0.1, 36), (40, 0.3, 28), (25, 0.1, 22), (3, 0.1, 3), (0, 0.3, 0)])
@pytest.mark.parametrize("way", ["random", "degree"])
def test_so_many_are_removed(way: str, n: int, share: float, left: int) -> None:
    """The share of the bodies, rounded; the ties among the others stay."""
    network = igraph.Graph.Full(n)

    found = list(reduced(network, (way, share), 5, np.random.default_rng(1)))

    assert [one.vcount() for one in found] == [left] * 5
    assert all(one.ecount() == left * (left - 1) // 2 for one in found)


def test_those_with_most_ties_go_first() -> None:
    """Of a star nothing is left but single bodies; which of the others go is chance."""
    star = igraph.Graph.Star(20)
    star.vs["name"] = [str(number) for number in range(20)]

    found = list(reduced(star, ("degree", 0.1), 30, np.random.default_rng(2)))

    assert {one.ecount() for one in found} == {0}
    assert len({tuple(one.vs["name"]) for one in found}) > 5
    assert {ties(one) for one in reduced(star, ("random", 0.1), 100, np.random.default_rng(2))} == {0, 17}


def test_every_figure_is_of_the_same_networks() -> None:
    """Values stand in the order of the draws: 2m/n is their mean degree; the same seed gives the same."""
    network = next(with_ties(30, 60, 1, np.random.default_rng(3)))
    figures = {"bodies": bodies, "ties": ties, "mean_degree": mean_degree}

    found, again = (losses(network, figures, seed=4, draws=20) for _ in range(2))

    assert found == again
    for case in CASES:
        of = [found[name][case].values for name in figures]
        assert all(degree == 2 * m / n for n, m, degree in zip(*of, strict=True) if n and m is not None)
    one = found["mean_degree"]["random", 0.3]
    assert one.low is not None
    assert one.mean is not None
    assert one.high is not None
    assert one.low < one.mean < one.high
    assert (Loss((None,)).mean, Loss(()).low) == (None, None)


def test_the_order_of_two_regions_turns_round() -> None:
    """Many ties by one hub against fewer without: with the hub gone the order is the other; far apart it never turns."""
    # Arrange: a hub tied to all of 30 and a ring of 30 without one tie
    hub, ring, dense = igraph.Graph.Star(31), igraph.Graph(n=31, edges=[(a, a + 1) for a in range(28)]), igraph.Graph.Full(31)
    figures = {"mean_degree": mean_degree}
    of_hub, of_ring, of_dense = (losses(one, figures, seed=5, draws=40)["mean_degree"] for one in (hub, ring, dense))

    # Act
    near = order_flips(mean_degree(hub), mean_degree(ring), of_hub, of_ring)
    far = order_flips(mean_degree(dense), mean_degree(ring), of_dense, of_ring)

    # Assert
    assert near["degree", 0.1] == 1
    assert ("degree", 0.1) in flagged(near)
    assert set(far.values()) == {0}
    assert flagged(far) == []
    assert order_flips(1.0, 1.0, of_hub, of_ring) == {}
    assert order_flips(None, 1.0, of_hub, of_ring) == {}


def test_a_verdict_turns_round() -> None:
    """A star is more centralized than chance until its middle is gone; six groups stay closed."""
    # Arrange: one middle and a few ties beside it
    star = igraph.Graph.Star(30)
    star.add_edges([(1, 2), (3, 4), (5, 6)])
    groups = igraph.Graph()
    for _ in range(6):
        groups += igraph.Graph.Full(5)

    # Act
    of_star = verdict_flips(star, {"c": degree_centralization}, {"c": "more"}, seed=6, networks=5, draws=60)["c"]
    of_groups = verdict_flips(groups, {"t": transitivity}, {"t": "more"}, seed=6, networks=5, draws=60)["t"]

    # Assert
    assert of_star["degree", 0.1] == 1
    assert set(of_groups.values()) == {0}


def test_a_verdict_is_one_of_three() -> None:
    """Closed groups are more closed than chance, a ring less; a random network is as chance has it."""
    random = next(with_ties(30, 60, 1, np.random.default_rng(8)))
    groups = igraph.Graph()
    for _ in range(6):
        groups += igraph.Graph.Full(5)
    found = [against_chance(one, transitivity, seed=1, draws=200) for one in (groups, igraph.Graph.Lattice([6, 6]), random)]

    assert [one and verdict(one) for one in found] == ["more", "less", "as_chance"]


def test_an_unknown_way_is_refused() -> None:
    """Only by chance and by degree."""
    with pytest.raises(ValueError, match="betweenness"):
        next(reduced(igraph.Graph(3), ("betweenness", 0.1), 1, np.random.default_rng(1)))
