"""How often two who know the same one know each other."""

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network.closure import transitivity
from tests.networks_by_chance import as_networkx, networks

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_transitivity_equals_an_independent_computation(network: igraph.Graph) -> None:
    """As networkx has it; without a two-path it is not defined, and not nought."""
    paths = any(degree > 1 for degree in network.degree())

    assert transitivity(network) == (pytest.approx(nx.transitivity(as_networkx(network)), abs=1e-9) if paths else None)
