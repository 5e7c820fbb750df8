"""How often two who know the same one know each other."""

import igraph


def transitivity(network: igraph.Graph) -> float | None:
    """3 × triangles / two-paths, 0 to 1 (igraph `global`); None without a two-path, where programs give NaN, 1 or 0."""
    paths = sum(degree * (degree - 1) // 2 for degree in network.degree())
    return float(network.transitivity_undirected(mode="zero")) if paths else None
