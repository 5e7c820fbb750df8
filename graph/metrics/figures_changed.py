"""Every figure of a network and of each of its bodies, so that two states of it can be held against each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import igraph

from graph.metrics.of_network.centralization import betweenness_centralization, closeness_centralization, degree_centralization
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.cohesion import (
    articulation_points,
    bridges,
    components,
    efficiency,
    largest_core,
    mean_distance,
    share_in_largest,
    share_within_two,
    share_without_ties,
)
from graph.metrics.of_network.positions import constraint, effective_size
from graph.metrics.of_network.size import bodies, density, mean_degree, ties

NEAR = 1e-12
"""Two values that differ by less are the same."""


def pairs_within_two(network: igraph.Graph) -> int:
    """Number of pairs that at most two ties join."""
    near = network.neighborhood_size(order=2) if network.vcount() else []
    return int(sum(near) - network.vcount()) // 2


FIGURES: Mapping[str, Callable[[igraph.Graph], float | None]] = {
    "bodies": bodies,
    "ties": ties,
    "mean_degree": mean_degree,
    "density": density,
    "share_without_ties": share_without_ties,
    "components": components,
    "share_in_largest": share_in_largest,
    "pairs_within_two": pairs_within_two,
    "share_within_two": share_within_two,
    "mean_distance": mean_distance,
    "efficiency": efficiency,
    "transitivity": transitivity,
    "articulation_points": articulation_points,
    "bridges": bridges,
    "largest_core": largest_core,
    "degree_centralization": degree_centralization,
    "betweenness_centralization": betweenness_centralization,
    "closeness_centralization": closeness_centralization,
}
"""Figures of one network before and after: of one network, so that those which depend on its size may stand beside each other."""
POSITIONS = ("ties", "effective_size", "constraint")
"""Figures of one body."""


@dataclass(frozen=True)
class Figures:
    """One state of a network."""

    of_network: Mapping[str, float | None]
    of_bodies: Mapping[str, Mapping[str, float | None]]
    """Id → its figures."""
    cut_points: frozenset[str]
    """Ids of the bodies without which a component would fall apart."""

    @classmethod
    def of(cls, network: igraph.Graph) -> "Figures":
        """All figures of an undirected simple network whose vertices have ids as `name`."""
        names = network.vs["name"] if network.vcount() else []
        values = zip(names, network.degree(), effective_size(network), constraint(network), strict=True)
        return cls(
            of_network={name: figure(network) for name, figure in FIGURES.items()},
            of_bodies={name: dict(zip(POSITIONS, own, strict=True)) for name, *own in values},
            cut_points=frozenset(names[number] for number in network.articulation_points()),
        )


def differs(one: float | None, other: float | None) -> bool:
    """Whether two values of a figure are not the same; an undefined one equals only an undefined one."""
    return (one is None) != (other is None) or (one is not None and other is not None and abs(one - other) > NEAR)


def bodies_changed(before: Figures, after: Figures) -> list[str]:
    """Ids of the bodies of either state of which any figure differs, or that are in one of them only; sorted."""
    return [
        id_
        for id_ in sorted(before.of_bodies.keys() | after.of_bodies.keys())
        if (one := before.of_bodies.get(id_)) is None
        or (other := after.of_bodies.get(id_)) is None
        or any(differs(one[name], other[name]) for name in POSITIONS)
    ]
