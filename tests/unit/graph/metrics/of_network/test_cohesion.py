"""How far a network hangs together."""

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import cohesion
from tests.networks_by_chance import as_networkx, networks

ALL = networks()


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_cohesion_equals_an_independent_computation(network: igraph.Graph) -> None:
    """Components, isolates, efficiency, cut points, bridges and cores as networkx finds them."""
    other = as_networkx(network)
    n = len(other)
    parts = list(nx.connected_components(other))

    assert cohesion.components(network) == len(parts)
    assert cohesion.share_in_largest(network) == (pytest.approx(max(map(len, parts)) / n, abs=1e-9) if n else None)
    assert cohesion.share_without_ties(network) == (pytest.approx(nx.number_of_isolates(other) / n, abs=1e-9) if n else None)
    assert cohesion.efficiency(network) == (pytest.approx(nx.global_efficiency(other), abs=1e-9) if n > 1 else None)
    assert cohesion.articulation_points(network) == len(set(nx.articulation_points(other)))
    assert cohesion.bridges(network) == len(list(nx.bridges(other)))
    assert cohesion.largest_core(network) == (max(nx.core_number(other).values()) if n else None)


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_paths_equal_an_independent_computation(network: igraph.Graph) -> None:
    """Only pairs that a path joins have a distance; within two ties lies what two steps reach."""
    lengths = [far for a, to in nx.all_pairs_shortest_path_length(as_networkx(network)) for b, far in to.items() if a < b]
    pairs = network.vcount() * (network.vcount() - 1) / 2

    assert cohesion.mean_distance(network) == (pytest.approx(sum(lengths) / len(lengths), abs=1e-9) if lengths else None)
    near = sum(far <= 2 for far in lengths)
    assert cohesion.share_within_two(network) == (pytest.approx(near / pairs, abs=1e-9) if pairs else None)
