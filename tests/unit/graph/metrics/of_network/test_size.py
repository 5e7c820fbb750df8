"""Counts of bodies and ties, and what is made of them."""

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import size
from tests.networks_by_chance import as_networkx, networks


@pytest.mark.parametrize("network", networks().values(), ids=networks())
def test_size_equals_an_independent_computation(network: igraph.Graph) -> None:
    """As networkx counts; no mean without bodies, no density without a pair."""
    other = as_networkx(network)
    n = len(other)

    assert (size.bodies(network), size.ties(network)) == (n, other.number_of_edges())
    assert size.mean_degree(network) == (pytest.approx(sum(dict(other.degree()).values()) / n, abs=1e-9) if n else None)
    assert size.density(network) == (pytest.approx(nx.density(other), abs=1e-9) if n > 1 else None)
