"""Parts that are tied among themselves."""

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network.communities import communities, modularity
from tests.networks_by_chance import as_networkx, networks

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_the_same_seed_gives_the_same_parts(network: igraph.Graph) -> None:
    """Every body is in one part, and modularity is that of networkx."""
    found = communities(network, seed=3)

    assert found == communities(network, seed=3)
    assert sorted(vertex for part in found for vertex in part) == list(range(network.vcount()))
    expected = nx.community.modularity(as_networkx(network), found) if network.ecount() else None
    assert modularity(network, found) == (None if expected is None else pytest.approx(expected, abs=1e-9))


def test_two_rings_with_one_tie_between_are_two_parts() -> None:
    """The plain case."""
    rings = igraph.Graph.Full(5) + igraph.Graph.Full(5)
    rings.add_edge(0, 5)

    assert communities(rings, seed=1) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
