"""How far the network hangs together: components, paths, and what would part it."""

import igraph
import numpy as np

from graph.metrics.of_network.distances import distances, nearness


def components(network: igraph.Graph) -> int:
    """Number of weak components, single bodies among them."""
    return len(network.connected_components())


def share_in_largest(network: igraph.Graph) -> float | None:
    """Share of bodies in the largest component, 0 to 1; None without bodies."""
    sizes = network.connected_components().sizes()
    return max(sizes) / network.vcount() if sizes else None


def share_without_ties(network: igraph.Graph) -> float | None:
    """Share of bodies without a recorded tie, 0 to 1; None without bodies.

    Where the vertices say whether they are `covered` (a source that names the body could have shown its ties), it is a share
    of those: of the others nobody knows.
    """
    degrees = network.degree()
    if "covered" in network.vs.attributes():
        degrees = [degree for degree, covered in zip(degrees, network.vs["covered"], strict=True) if covered]
    return sum(degree == 0 for degree in degrees) / len(degrees) if degrees else None


def mean_distance(network: igraph.Graph) -> float | None:
    """Mean of the shortest paths between pairs that a path joins, in ties; None where no path leads anywhere."""
    if not network.ecount():
        return None
    found = distances(network)
    reached = found[np.isfinite(found) & (found > 0)]
    return float(reached.mean())


def efficiency(network: igraph.Graph) -> float | None:
    """Global efficiency: mean of 1/d over all pairs, unreachable ones 0 (Latora & Marchiori 2001); None below two bodies."""
    if network.vcount() < 2:  # noqa: PLR2004 - a pair
        return None
    return float(sum(nearness(network)) / network.vcount())


def share_within_two(network: igraph.Graph) -> float | None:
    """Share of pairs that at most two ties join, 0 to 1; None below two bodies. Falls with n at the same mean degree."""
    if network.vcount() < 2:  # noqa: PLR2004 - a pair
        return None
    n = int(network.vcount())
    return 2 * pairs_within_two(network) / (n * (n - 1))


def pairs_within_two(network: igraph.Graph) -> int:
    """Number of pairs that at most two ties join."""
    near = network.neighborhood_size(order=2) if network.vcount() else []
    return int(sum(near) - network.vcount()) // 2


def articulation_points(network: igraph.Graph) -> int:
    """Number of bodies without which a component would fall apart."""
    return len(network.articulation_points())


def bridges(network: igraph.Graph) -> int:
    """Number of ties without which a component would fall apart."""
    return len(network.bridges())


def largest_core(network: igraph.Graph) -> int | None:
    """The largest k of which there is a k-core: bodies with k ties among themselves (Seidman 1983); None without bodies."""
    return max(network.coreness(), default=None)
