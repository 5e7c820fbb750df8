"""What the place of each body offers."""

import math
from itertools import combinations

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import positions
from tests.networks_by_chance import as_networkx, networks, sectors

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_constraint_and_effective_size_equal_an_independent_computation(network: igraph.Graph) -> None:
    """As networkx has them; a body without ties has none."""
    other = as_networkx(network)
    for found, expected in (
        (positions.constraint(network), nx.constraint(other)),
        (positions.effective_size(network), nx.effective_size(other)),
    ):
        assert len(found) == network.vcount()
        for vertex, value in enumerate(found):
            wanted = expected[vertex]
            assert value == (None if math.isnan(wanted) or not other.degree(vertex) else pytest.approx(wanted, abs=1e-9))


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_every_open_two_path_is_credited_once(network: igraph.Graph) -> None:
    """The roles of a body add up to the pairs of its contacts that are not tied; a pair of two groups counts from both ends."""
    other, groups = as_networkx(network), sectors(network)
    for vertex, roles in enumerate(positions.brokerage(network, groups)):
        open_pairs = [pair for pair in combinations(other.neighbors(vertex), 2) if not other.has_edge(*pair)]

        assert roles["gatekeeper"] == roles["representative"]
        assert sum(roles.values()) - roles["representative"] == len(open_pairs)
        assert roles["coordinator"] == sum(groups[a] == groups[b] == groups[vertex] for a, b in open_pairs)
        assert roles["liaison"] == sum(len({groups[a], groups[b], groups[vertex]}) == 3 for a, b in open_pairs)
        assert roles["itinerant"] == sum(groups[a] == groups[b] != groups[vertex] for a, b in open_pairs)
