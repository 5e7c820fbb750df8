"""Every figure of a network and of each of its bodies, so that two states of it can be held against each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import igraph

from graph.metrics.of_network.figures import FIGURES
from graph.metrics.of_network.positions import constraint, effective_size

NEAR = 1e-12
"""Two values that differ by less are the same."""
POSITIONS = ("ties", "effective_size", "constraint")
"""Figures of one body."""


@dataclass(frozen=True)
class Figures:
    """One state of a network: of one network, so that figures which depend on its size may stand beside each other."""

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
