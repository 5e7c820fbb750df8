"""How far few bodies hold the ties."""

from collections.abc import Iterable

import igraph
import networkx as nx
import pytest

from graph.metrics.of_network import centralization
from tests.networks_by_chance import as_networkx, networks

ALL = networks()


def spread(values: Iterable[float]) -> float:
    """Sum of the distances to the highest."""
    found = list(values)
    return sum(max(found) - one for one in found)


@pytest.mark.parametrize("network", ALL.values(), ids=ALL)
def test_centralization_equals_an_independent_computation(network: igraph.Graph) -> None:
    """By Freeman's formula from networkx's values, against those of a star of the same size; not defined below three."""
    other, n = as_networkx(network), network.vcount()
    if n < 3:
        assert centralization.degree_centralization(network) is None
        assert centralization.betweenness_centralization(network) is None
        assert centralization.closeness_centralization(network) is None
        return
    star = nx.star_graph(n - 1)
    for measure, values in (
        (centralization.degree_centralization, lambda one: dict(one.degree()).values()),
        (centralization.betweenness_centralization, lambda one: nx.betweenness_centrality(one, normalized=False).values()),
        (centralization.closeness_centralization, lambda one: nx.harmonic_centrality(one).values()),
    ):
        assert measure(network) == pytest.approx(spread(values(other)) / spread(values(star)), abs=1e-9)


def test_a_star_is_one_and_a_ring_is_nought() -> None:
    """The two ends of the scale, whatever the size."""
    for measure in (
        centralization.degree_centralization,
        centralization.betweenness_centralization,
        centralization.closeness_centralization,
    ):
        assert measure(igraph.Graph.Star(12)) == pytest.approx(1, abs=1e-9)
        assert measure(igraph.Graph.Ring(12)) == pytest.approx(0, abs=1e-9)
