"""How far few bodies hold the ties: centralization of degree, betweenness and closeness (Freeman 1978), 0 to 1.

A star has 1, a ring 0. None below three bodies. Compared only as observed against random networks of the same n and m.
"""

from collections.abc import Sequence

import igraph

from graph.metrics.of_network.distances import nearness

SMALLEST = 3


def degree_centralization(network: igraph.Graph) -> float | None:
    """Σ(d_max − d_i) / ((n−1)(n−2)): without loops, as `sna::centralization(mode="graph")`."""
    n = network.vcount()
    return _spread(network.degree(), (n - 1) * (n - 2)) if n >= SMALLEST else None


def betweenness_centralization(network: igraph.Graph) -> float | None:
    """Σ(b_max − b_i) / ((n−1)²(n−2)/2), b the number of shortest paths between pairs of others that lead through a body."""
    n = network.vcount()
    return _spread(network.betweenness(directed=False), (n - 1) ** 2 * (n - 2) / 2) if n >= SMALLEST else None


def closeness_centralization(network: igraph.Graph) -> float | None:
    """The same of harmonic closeness c_i = Σ 1/d(i,j) / (n−1), unreachable ones 0; a star of the same size spreads (n−2)/2.

    Harmonic, because plain closeness differs between programs where the network is not connected
    (`sna::closeness(cmode="suminvundir")`).
    """
    n = network.vcount()
    return _spread(nearness(network), (n - 2) / 2) if n >= SMALLEST else None


def _spread(values: Sequence[float], largest: float) -> float:
    """Sum of the distances to the highest, as a share of the largest that there can be."""
    return float((max(values) * len(values) - sum(values)) / largest)
