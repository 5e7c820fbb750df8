"""What the place of each body offers."""

import math

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import positions
from tests.networks_by_chance import as_networkx, networks

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_constraint_and_effective_size_equal_an_independent_computation(network: igraph.Graph) -> None:
    """As networkx has them; a body without ties has none."""
    other = as_networkx(network)
    for found, expected in (
        (positions.constraint(network), nx.constraint(other) if len(other) else {}),
        (positions.effective_size(network), nx.effective_size(other) if len(other) else {}),
    ):
        assert len(found) == network.vcount()
        for vertex, value in enumerate(found):
            wanted = expected[vertex]
            assert value == (None if math.isnan(wanted) or not other.degree(vertex) else pytest.approx(wanted, abs=1e-9))
