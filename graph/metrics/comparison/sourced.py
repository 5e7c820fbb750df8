"""A network with the sources that state each part of it: what would be left of it without some of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import igraph

Way = tuple[frozenset[str], ...]
"""The sources of each fact on which a tie rests: one fact for a direct tie, two for a tie through a service."""


@dataclass(frozen=True)
class Sourced:
    """A network whose bodies and ties are known by their sources."""

    network: igraph.Graph
    """Undirected and simple."""
    sources: tuple[str, ...]
    """Those that could show ties, sorted: by leaving these out it is seen how much rests on each."""
    of_bodies: Sequence[frozenset[str]]
    """Sources that name each body, in the order of the vertices; where none is known the body stays."""
    of_ties: Sequence[Sequence[Way]]
    """The ways in which each tie is stated, in the order of the edges; where none is known the tie stays."""

    def without(self, left_out: Collection[str]) -> igraph.Graph:
        """The network as the other sources have it: with the bodies they name and the ties they state."""
        out = frozenset(left_out)
        bodies = [number for number, named_by in enumerate(self.of_bodies) if not named_by or named_by - out]
        ties = [number for number, ways in enumerate(self.of_ties) if not ways or any(all(of - out for of in way) for way in ways)]
        place = {vertex: number for number, vertex in enumerate(bodies)}
        ends = (self.network.es[number].tuple for number in ties)
        edges = [(place[a], place[b]) for a, b in ends if a in place and b in place]
        made = igraph.Graph(n=len(bodies), edges=edges)
        for name in self.network.vs.attributes():
            made.vs[name] = [self.network.vs[vertex][name] for vertex in bodies]
        return made

    def only(self, kept: Collection[str]) -> igraph.Graph:
        """The network as some of the sources that could show ties have it, with what other kinds of source name."""
        return self.without(set(self.sources) - set(kept))
