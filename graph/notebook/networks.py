"""The network of an area as igraph or networkx has it: with names, kinds and visibility."""

from typing import TYPE_CHECKING

import igraph

from graph.connection import Graph, Row
from graph.notebook.extra import needed
from graph.notebook.frames import PUBLIC, network_of
from graph.notebook.telling import told
from graph.reading import Reader

if TYPE_CHECKING:
    import networkx

OF_NODES = ("name", "kind", "visibility", "actor_types", "categories", "generic", "area_id", "sources")
OF_TIES = ("id", "type", "visibility", "state", "sources")


@told
def as_igraph(graph: Graph, *, area: str | None = None, audience: str = PUBLIC) -> igraph.Graph:
    """The network of an area: bodies, councils, services, needs and programmes, and the recorded relationships between them.

    Args:
        graph: an open graph.
        area: name, code or id of an area; None for all.
        audience: public, members or restricted: the strictest level that may be seen.

    Returns:
        Directed. Vertices have `id`, `name` (as people write it; not always unique), `kind` (the label), `visibility`,
        `actor_types`, `categories`, `generic`, `area_id` and `sources`; edges `id`, `type`, `visibility`, `state`, `sources`.
        What is not stated is None. The graph itself has `area` and `audience`.

    Raises:
        QueryMisused: the area or the audience is unknown.
    """
    found = network_of(Reader(graph, audience=audience), area)
    place = {one["id"]: number for number, one in enumerate(found["nodes"])}
    made = igraph.Graph(n=len(place), edges=[(place[one["start"]], place[one["end"]]) for one in found["relationships"]], directed=True)
    made["area"], made["audience"] = area, audience
    kept = [_kept(one) for one in found["nodes"]]
    for name in ("id", *OF_NODES):
        made.vs[name] = [one.get(name) for one in kept]
    for name in OF_TIES:
        made.es[name] = [one.get(name) for one in found["relationships"]]
    return made


@told
def as_networkx(graph: Graph, *, area: str | None = None, audience: str = PUBLIC) -> "networkx.MultiDiGraph":
    """The same as a networkx graph: nodes by id and edges keyed by id, each with what is stated of it.

    Raises:
        ExtraMissing: networkx is not installed.
        QueryMisused: the area or the audience is unknown.
    """
    networkx = needed("networkx")
    found = network_of(Reader(graph, audience=audience), area)
    made = networkx.MultiDiGraph(area=area, audience=audience)
    for one in map(_kept, found["nodes"]):
        made.add_node(one["id"], **{name: one[name] for name in OF_NODES if name in one})
    for one in found["relationships"]:
        made.add_edge(one["start"], one["end"], key=one["id"], **{name: one[name] for name in OF_TIES if name in one})
    return made


def _kept(one: Row) -> Row:
    return one | {"kind": one["label"]}
