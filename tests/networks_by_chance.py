"""Networks by chance, for comparing measures with an independent program: isolates, components, a ring, a star, nothing."""

import random

import igraph
import networkx as nx

SIZES = (1, 2, 3, 5, 8, 13, 21, 34)


def networks() -> dict[str, igraph.Graph]:
    """Name → undirected simple network; at least thirty, always the same."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    found = {
        "nothing": igraph.Graph(0),
        "alone": igraph.Graph(4),
        "ring": igraph.Graph.Ring(9),
        "star": igraph.Graph.Star(7),
        "whole": igraph.Graph.Full(6),
    }
    for size in SIZES:
        for share in (0.05, 0.15, 0.3, 0.6):
            edges = [(a, b) for a in range(size) for b in range(a) if chance.random() < share]
            found[f"{size} bodies, {share:.0%}"] = igraph.Graph(n=size, edges=edges)
    return found


def as_networkx(network: igraph.Graph) -> "nx.Graph[int]":
    """The same network for the other program."""
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(network.vcount()))
    made.add_edges_from(network.get_edgelist())
    return made


def sectors(network: igraph.Graph) -> list[str]:
    """A group for each body: three groups in turn."""
    return ["abc"[vertex % 3] for vertex in range(network.vcount())]


def directed_networks() -> dict[str, igraph.Graph]:
    """Name → directed simple network, with isolates and ties in both directions."""
    chance = random.Random(8)  # noqa: S311 - repeatable, not secret
    found = {}
    for size in (4, 9, 17):
        for share in (0.1, 0.25, 0.5):
            edges = [(a, b) for a in range(size) for b in range(size) if a != b and chance.random() < share]
            found[f"{size} bodies with direction, {share:.0%}"] = igraph.Graph(n=size, edges=edges, directed=True)
    return found
