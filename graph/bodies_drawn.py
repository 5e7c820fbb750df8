"""The named bodies of a network and the ties among them as igraph: what measures of a whole network are taken of."""

import igraph

from graph.network import Body, Network
from graph.taxonomy.sectors import sector_of


def drawn(network: Network) -> igraph.Graph:
    """The counted bodies of a network and the ties among them; a tie of a part is its whole's.

    Returns:
        Undirected and simple. Each vertex has the id of its body as `name`, its `sector`, and whether it is `covered`: whether a
        source that names it could have shown its ties.
    """
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
    made.vs["covered"] = [bool(network.counted[id_].sources) for id_ in ids]
    made.vs["sector"] = [sector_of(network.counted[id_].kinds) for id_ in ids]
    return made


def _partners(body: Body, network: Network) -> set[str]:
    """Ids of those with whom a body or one of its parts has a recorded tie; for a part its wholes."""
    found: set[str] = set()
    for other in body.neighbours | body.of_parts:
        found |= network.whole_of.get(other, frozenset((other,)))
    return found
