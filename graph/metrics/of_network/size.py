"""How many bodies and ties there are."""

import igraph


def bodies(network: igraph.Graph) -> int:
    """Number of bodies n."""
    return int(network.vcount())


def ties(network: igraph.Graph) -> int:
    """Number of ties m."""
    return int(network.ecount())


def mean_degree(network: igraph.Graph) -> float | None:
    """2m/n, ties a body; None without bodies. It does not fall with n as density does."""
    return 2 * network.ecount() / network.vcount() if network.vcount() else None


def density(network: igraph.Graph) -> float | None:
    """Share of the possible ties, m / (n(n−1)/2), 0 to 1; None below two bodies.

    Never compared raw: at the same mean degree it falls with n.
    """
    return float(network.density(loops=False)) if network.vcount() > 1 else None
