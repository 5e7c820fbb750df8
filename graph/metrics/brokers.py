"""Who could introduce others: bodies that know both sides of pairs between which no recorded path leads."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.metrics.bridging_candidates import Candidate, candidates
from graph.network import Network


def brokers(row: Mapping[str, Any], *, limit: int, as_of: date) -> list[dict[str, Any]]:
    """Bodies that could introduce bridging candidates to each other.

    Args:
        row: `bodies`, `councils`, `needs` and `precedents`, as `cypher/networks/bodies_and_ties.cypher` collects them.
        limit: at most this many bodies.
        as_of: seats that ended and services that do not run on this day are left out.

    Returns:
        One row a body and area: how many pairs it could introduce and who they are, and the facts of how it knows them.
        Those with most pairs come first.
    """
    network = Network.of(row)
    names = network.names
    pairs: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for one in candidates(row, as_of):
        for id_ in one.introducers:
            if id_ in names:
                pairs[one.a.area_id, one.a.area, id_].append(one)
    rows: list[dict[str, Any]] = [
        {
            "area_id": area_id,
            "area": area,
            "id": id_,
            "name": names[id_],
            "pairs": len(of),
            "facts": _how_it_knows_them(network, id_, {end for one in of for end in (one.a.id, one.b.id)}, as_of),
            "between": sorted(f"{one.a.name} - {one.b.name}" for one in of),
            "sources_that_could_show": sorted({source for one in of for body in (one.a, one.b) for source in body.sources}),
        }
        for (area_id, area, id_), of in pairs.items()
    ]
    return sorted(rows, key=lambda one: (-one["pairs"], one["area_id"], one["id"]))[:limit]


def _how_it_knows_them(network: Network, id_: str, others: set[str], day: date) -> list[str]:
    """Ids of the facts by which it is tied to some others, or sits with them on a council."""
    facts = {*network.facts_of(frozenset((id_, other)) for other in others)}
    for council in network.councils:
        seated = council.seated_on(day)
        if id_ in seated and (with_it := seated & others):
            facts |= council.seats_of({id_, *with_it})
    return sorted(facts)
