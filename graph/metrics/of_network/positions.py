"""What the place of each body offers: constraint and effective size; one value a body, in the order of the vertices."""

from collections import Counter

import igraph


def constraint(network: igraph.Graph) -> list[float | None]:
    """How far a body's contacts are tied to each other (Burt 1992, `igraph::constraint`); None for one without ties."""
    values = network.constraint() if network.ecount() else [float("nan")] * network.vcount()
    return [float(value) if degree else None for value, degree in zip(values, network.degree(), strict=True)]


def effective_size(network: igraph.Graph) -> list[float | None]:
    """Burt's effective size d − 2t/d, d contacts with t ties among them (Borgatti 1997); None for a body without ties."""
    among = Counter(vertex for triangle in network.list_triangles() for vertex in triangle)
    return [degree - 2 * among[vertex] / degree if degree else None for vertex, degree in enumerate(network.degree())]
