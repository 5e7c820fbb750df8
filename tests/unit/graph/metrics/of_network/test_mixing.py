"""Ties within and between groups."""

import math

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import mixing
from tests.networks_by_chance import as_networkx, networks, sectors

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_mixing_equals_an_independent_computation(network: igraph.Graph) -> None:
    """Every pair of groups is there, each tie once; the E-I index follows from it."""
    other, groups = as_networkx(network), sectors(network)
    nx.set_node_attributes(other, dict(enumerate(groups)), "group")
    counted = nx.attribute_mixing_dict(other, "group", normalized=False)
    found = mixing.mixing(network, groups)
    between = sum(count for (a, b), count in found.items() if a != b)

    assert sum(found.values()) == network.ecount()
    for (a, b), count in found.items():
        # networkx counts a tie of two alike twice.
        assert count == counted.get(a, {}).get(b, 0) / (2 if a == b else 1)
    expected = (2 * between - network.ecount()) / network.ecount() if network.ecount() else None
    assert mixing.e_i_index(network, groups) == (None if expected is None else pytest.approx(expected, abs=1e-9))


def test_the_expected_index_is_that_of_a_network_with_every_tie() -> None:
    """Where all are tied to all, no tie heeds groups."""
    whole = igraph.Graph.Full(11)
    groups = sectors(whole)

    assert mixing.e_i_index(whole, groups) == pytest.approx(mixing.expected_e_i(groups), abs=1e-9)
    assert mixing.expected_e_i([]) is None


def test_log_odds_by_hand() -> None:
    """Two groups of three: two of six pairs within are tied, one of nine between."""
    network = igraph.Graph(n=6, edges=[(0, 1), (3, 4), (0, 3)])
    groups = list("aaabbb")

    assert mixing.log_odds_within(network, groups) == pytest.approx(math.log((2 * 8) / (4 * 1)), abs=1e-9)
    assert mixing.log_odds_within(network, ["a"] * 6) is None
    assert mixing.log_odds_within(network, list("abcdef")) is None
    assert mixing.log_odds_within(igraph.Graph(n=6), groups) == pytest.approx(math.log((0.5 * 9.5) / (6.5 * 0.5)), abs=1e-9)
