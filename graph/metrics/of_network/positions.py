"""What the place of each body offers: constraint and effective size; one value a body, in the order of the vertices."""

import igraph


def constraint(network: igraph.Graph) -> list[float | None]:
    """How far a body's contacts are tied to each other (Burt 1992, `igraph::constraint`); None for one without ties."""
    values = network.constraint() if network.ecount() else [float("nan")] * network.vcount()
    return [float(value) if degree else None for value, degree in zip(values, network.degree(), strict=True)]


def effective_size(network: igraph.Graph) -> list[float | None]:
    """Burt's effective size d − 2t/d, d contacts with t ties among them (Borgatti 1997); None for a body without ties."""
    found: list[float | None] = []
    for vertex in range(network.vcount()):
        near = network.neighbors(vertex)
        among = network.induced_subgraph(near).ecount()
        found.append(len(near) - 2 * among / len(near) if near else None)
    return found
