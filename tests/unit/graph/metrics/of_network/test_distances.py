"""Distances are those of igraph, and of the network as it is now."""

import igraph
import numpy as np
import pytest

from graph.metrics.of_network.distances import distances, nearness
from tests.networks_by_chance import networks


@pytest.mark.parametrize("network", networks().values(), ids=networks())
def test_distances_and_nearness_are_those_of_igraph(network: igraph.Graph) -> None:
    """Between all bodies, infinite where no path leads; without bodies there are none."""
    undirected = network.as_undirected()
    found = distances(network)

    assert found.shape == (network.vcount(), network.vcount())
    assert found.tolist() == undirected.distances()
    assert nearness(network) == pytest.approx([0.0 if np.isnan(near) else near for near in undirected.harmonic_centrality()], abs=1e-12)


def test_a_network_that_was_changed_has_other_distances() -> None:
    """Nothing that was found before is told of it; what was found cannot be changed either."""
    network = igraph.Graph.Ring(6)
    before = distances(network)
    network.add_edge(0, 3)

    assert (before[0, 3], distances(network)[0, 3]) == (3, 1)
    with pytest.raises(ValueError, match="read-only"):
        before[0, 0] = 1
