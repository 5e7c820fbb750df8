"""Bodies whose every recorded tie goes to one other body."""

from collections.abc import Mapping
from typing import Any

from graph.network import Body, Network


def one_neighbour_only(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Named bodies with one neighbour, in whatever area that is.

    A kind of actor (自治会) stands for several bodies: who works with it has more than one neighbour. The ties of a part
    are ties of its whole. A body that no source names which could have shown its ties is unknown, and no row.

    Args:
        row: `bodies`, as `cypher/networks/bodies_and_ties.cypher` collects them.

    Returns:
        One row a body and area, in the order of their ids: the body, its neighbour, the facts of their ties, and the
        councils on which the body sits.
    """
    network = Network.of(row)
    found = []
    for body in network.bodies:
        if body.id in network.counted and body.sources and (only := _only_neighbour(network, body)):
            found.append(
                {
                    "area_id": body.area_id,
                    "area": body.area,
                    "id": body.id,
                    "name": body.name,
                    "neighbour_id": only,
                    "neighbour": network.names[only],
                    "facts": network.facts_of(frozenset((id_, only)) for id_ in (body.id, *network.parts_of.get(body.id, ()))),
                    "seats": sorted({council.name for council in network.councils if body.id in council.members}),
                    "sources_that_could_show": sorted(body.sources),
                }
            )
    return found


def _only_neighbour(network: Network, body: Body) -> str | None:
    neighbours = (body.neighbours | body.of_parts) - network.parts_of.get(body.id, frozenset()) - {body.id}
    only = next(iter(neighbours)) if len(neighbours) == 1 else None
    return only if only in network.names else None
