"""The named bodies of a network and the ties among them as igraph: what measures of a whole network are taken of."""

import igraph

from graph.network import Body, Network


def drawn(network: Network) -> igraph.Graph:
    """The counted bodies of a network and the ties among them; a tie of a part is its whole's."""
    ids = sorted(network.counted)
    place = {id_: number for number, id_ in enumerate(ids)}
    edges = {
        (min(place[id_], place[other]), max(place[id_], place[other]))
        for id_, body in network.counted.items()
        for other in _partners(body, network)
        if other in place and other != id_
    }
    made = igraph.Graph(n=len(ids), edges=sorted(edges))
    made.vs["name"] = ids
    return made


def _partners(body: Body, network: Network) -> set[str]:
    """Ids of those with whom a body or one of its parts has a recorded tie; for a part its wholes."""
    found: set[str] = set()
    for other in body.neighbours | body.of_parts:
        found |= network.whole_of.get(other, frozenset((other,)))
    return found
