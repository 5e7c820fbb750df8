"""Parts that are tied among themselves more than to the rest: Leiden, with a fixed seed."""

import igraph

from graph.seeded import seeded

UNTIL_NOTHING_GETS_BETTER = -1
"""Rounds."""


def communities(network: igraph.Graph, *, seed: int) -> list[list[int]]:
    """Vertices of each community by modularity (Traag et al. 2019), the largest first; the same seed gives the same parts."""
    with seeded(seed):
        found = network.community_leiden(objective_function="modularity", n_iterations=UNTIL_NOTHING_GETS_BETTER)
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))


def modularity(network: igraph.Graph, parts: list[list[int]]) -> float | None:
    """How many more ties lie within the parts than by chance (Newman & Girvan 2004); None without ties."""
    if not network.ecount():
        return None
    membership = [0] * network.vcount()
    for number, part in enumerate(parts):
        for vertex in part:
            membership[vertex] = number
    return float(network.modularity(membership))
