"""Random networks have what is given and are otherwise as chance has it."""

from collections import Counter

import igraph
import numpy as np
import pytest

from graph.metrics.comparison.by_chance import with_degrees, with_dyads, with_ties
from graph.metrics.of_network.centralization import degree_centralization
from graph.metrics.of_network.closure import transitivity
from tests.networks_by_chance import networks

EXPECTED = {10: (0.300, 0.413), 20: (0.199, 0.202), 40: (0.118, 0.100), 80: (0.069, 0.050), 160: (0.039, 0.025)}
"""n → centralization and transitivity of G(n, m) at mean degree 4, to ±.01."""


@pytest.mark.parametrize(("n", "m"), [(0, 0), (1, 0), (2, 1), (7, 0), (7, 21), (30, 45)])
def test_each_has_so_many_bodies_and_ties(n: int, m: int) -> None:
    """Simple networks, as many as asked for."""
    found = list(with_ties(n, m, 20, np.random.default_rng(1)))

    assert len(found) == 20
    assert all((one.vcount(), one.ecount(), one.is_simple()) == (n, m, True) for one in found)


def test_more_ties_than_pairs_are_refused() -> None:
    """There is no such network."""
    with pytest.raises(ValueError, match="7 ties among 6 pairs"):
        next(with_ties(4, 7, 1, np.random.default_rng(1)))


def test_every_pair_is_as_likely() -> None:
    """4 bodies and 2 ties: each of the 15 networks about as often as the others."""
    drawn = Counter(tuple(sorted(map(tuple, map(sorted, one.get_edgelist())))) for one in with_ties(4, 2, 6000, np.random.default_rng(2)))

    assert len(drawn) == 15
    assert all(abs(count - 400) < 5 * 400**0.5 for count in drawn.values())


@pytest.mark.parametrize(("n", "expected"), EXPECTED.items(), ids=EXPECTED)
def test_reference_numbers(n: int, expected: tuple[float, float]) -> None:
    """Means over 2,000 draws at mean degree 4; a network without a two-path is left out."""
    drawn = list(with_ties(n, 2 * n, 2000, np.random.default_rng(n)))
    found = [np.mean([value for one in drawn if (value := measure(one)) is not None]) for measure in (degree_centralization, transitivity)]

    assert found == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("network", networks().values(), ids=networks())
def test_degrees_stay(network: igraph.Graph) -> None:
    """Each body has as many ties as before, and no loop or double tie comes."""
    for one in with_degrees(network, 3, np.random.default_rng(3)):
        assert one.degree() == network.degree()
        assert one.is_simple()


def test_dyads_stay() -> None:
    """As many pairs tied both ways, one way and not at all; which ones is chance. Without direction, as many ties."""
    directed = igraph.Graph(n=9, edges=[(0, 1), (1, 0), (2, 3), (3, 2), (4, 5), (6, 5), (8, 7)], directed=True)
    drawn = list(with_dyads(directed, 60, np.random.default_rng(5)))
    plain = list(with_dyads(igraph.Graph.Ring(8), 20, np.random.default_rng(5)))

    assert {one.dyad_census() for one in drawn} == {directed.dyad_census()} == {(2, 3, 31)}
    assert all(one.is_directed() and one.is_simple() for one in drawn)
    assert len({tuple(sorted(one.get_edgelist())) for one in drawn}) > 55
    assert {(one.vcount(), one.ecount(), one.is_directed()) for one in plain} == {(8, 8, False)}


def test_swaps_make_every_network_as_likely() -> None:
    """Four bodies with one tie each: the three networks as often as each other, wherever the swaps begin."""
    begin = igraph.Graph(n=4, edges=[(0, 1), (2, 3)])
    drawn = Counter(frozenset(map(frozenset, one.get_edgelist())) for one in with_degrees(begin, 3000, np.random.default_rng(6)))

    assert len(drawn) == 3
    assert all(abs(count - 1000) < 5 * 1000**0.5 for count in drawn.values())


def test_swapping_reaches_other_networks() -> None:
    """A ring of eight is not always the same ring, nor always a ring."""
    drawn = {frozenset(map(frozenset, one.get_edgelist())) for one in with_degrees(igraph.Graph.Ring(8), 50, np.random.default_rng(4))}

    assert len(drawn) > 30
