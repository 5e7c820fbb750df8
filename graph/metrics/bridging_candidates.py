"""Who could be introduced to whom: pairs of bodies between which no recorded path leads, and what they share.

Benefit (what an introduction would join) and plausibility (what the two have in common) stay two axes: there is no
score. First version: pairs, components joined, what is shared; brokers, what-ifs and precedents come with the gap pack.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from graph.network import Body, Network


def bridging_candidates(row: Mapping[str, Any], *, limit: int) -> list[dict[str, Any]]:
    """Pairs of named bodies of one area in different components that share a council, a kind of need or of service.

    Args:
        row: `bodies` and `ties`, as `cypher/gaps/bridging_candidates.cypher` collects them.
        limit: at most this many pairs.

    Returns:
        One row a pair: the sizes of the two components (bodies), how many pairs of bodies would newly be connected
        (their product), the shared councils (names), kinds of service and kinds of need (codes), and the sources that
        could have shown a tie between the two: those that name one of them and speak of ties. Sorted by the pairs
        newly connected, then by how many councils, needs and services are shared, then by the two ids.
    """
    network = Network.of(row).named()
    component = network.components()
    sizes = Counter(component.values())
    found = [
        _pair(one, other, sizes[component[one.id]], sizes[component[other.id]])
        for one, other in combinations(network.bodies, 2)
        if one.area_id == other.area_id and component[one.id] != component[other.id] and _share_something(one, other)
    ]
    return sorted(found, key=_order)[:limit]


def _share_something(one: Body, other: Body) -> bool:
    return bool(one.councils & other.councils or one.categories & other.categories or one.needs & other.needs)


def _pair(one: Body, other: Body, size_one: int, size_other: int) -> dict[str, Any]:
    first, second, size_first, size_second = (one, other, size_one, size_other) if one.id < other.id else (other, one, size_other, size_one)
    return {
        "area_id": first.area_id,
        "area": first.area,
        "a_id": first.id,
        "a": first.name,
        "b_id": second.id,
        "b": second.name,
        "component_a": size_first,
        "component_b": size_second,
        "pairs_newly_connected": size_first * size_second,
        "shared_councils": sorted(first.councils & second.councils),
        "shared_categories": sorted(first.categories & second.categories),
        "shared_needs": sorted(first.needs & second.needs),
        "sources_that_could_show": sorted(first.sources | second.sources),
    }


def _order(pair: Mapping[str, Any]) -> tuple[Any, ...]:
    shared = (pair["shared_councils"], pair["shared_needs"], pair["shared_categories"])
    return (-pair["pairs_newly_connected"], *(-len(one) for one in shared), pair["a_id"], pair["b_id"])
