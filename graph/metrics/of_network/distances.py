"""How far bodies are from each other, in ties: found once for all figures of one network that rest on it."""

from collections.abc import Sequence
from functools import lru_cache

import igraph
import numpy as np
import rustworkx

Distances = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def distances(network: igraph.Graph) -> Distances:
    """Shortest paths between all bodies, n × n, in ties; 0 of a body to itself, infinite where no path leads. Read only.

    Directions are left aside. With what is told of them here, rustworkx takes about half as long as igraph from 40 bodies on (2026).
    """
    return _between(network.vcount(), tuple(network.get_edgelist()))


def nearness(network: igraph.Graph) -> Sequence[float]:
    """Harmonic closeness of each body, Σ 1/d(i,j) / (n−1), unreachable ones 0, 0 to 1 (igraph `harmonic_centrality`)."""
    found = distances(network)
    with np.errstate(divide="ignore"):
        near = 1 / found
    np.fill_diagonal(near, 0)
    return (near.sum(axis=1) / max(1, len(found) - 1)).tolist()  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _between(n: int, ties: tuple[tuple[int, int], ...]) -> Distances:
    """Kept for the last network only, told by all its ties: a network that was changed since is another one."""
    made = rustworkx.PyGraph[None, None](multigraph=False)
    made.add_nodes_from([None] * n)
    made.add_edges_from_no_data(list(ties))
    found = rustworkx.graph_distance_matrix(made, null_value=np.inf)
    found.flags.writeable = False
    return found
