"""What the place of each body offers: constraint, effective size, brokerage; one value a body, in the order of the vertices."""

from collections import Counter
from collections.abc import Sequence

import igraph

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


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


def brokerage(network: igraph.Graph, groups: Sequence[str]) -> list[dict[str, int]]:
    """How often a body stands between two others that are not tied to each other, by the groups of the three.

    Gould & Fernandez (1989), one credit a two-path (`sna::brokerage`, `raw.nli`). The network has no direction, so each pair
    counts once: gatekeeper and representative are the same two-paths seen from either end, and each is given once to both.

    Args:
        network: undirected.
        groups: the group of each body, in the order of the vertices.
    """
    tied = [frozenset(network.neighbors(vertex)) for vertex in range(network.vcount())]
    found = []
    for middle, near in enumerate(tied):
        ends = sorted(near)
        roles = Counter(
            role
            for place, a in enumerate(ends)
            for b in ends[place + 1 :]
            if b not in tied[a]
            for role in _roles(groups[a], groups[middle], groups[b])
        )
        found.append({role: roles[role] for role in ROLES})
    return found


def _roles(a: str, middle: str, b: str) -> tuple[str, ...]:
    if a == middle == b:
        return ("coordinator",)
    if a == b:
        return ("itinerant",)
    if middle in {a, b}:
        return "gatekeeper", "representative"
    return ("liaison",)
