"""Groups of bodies of one area that no recorded path joins: the weak components of at least two named bodies."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.network import Network

LEAST = 2
"""A group is of at least so many bodies, and separate only where there are at least so many groups."""


def separate_groups(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each group of an area in which there are several.

    Parts of bodies and bodies of other areas that are tied to one of this area join, and are not counted.

    Args:
        row: `bodies` and `councils`, as `cypher/networks/bodies_and_ties.cypher` collects them.

    Returns:
        One row a group: the id of its first body, how many bodies it has and their names, the facts that join them, and the
        councils on which bodies of this and of another group of the area sit. The largest first within an area.
    """
    found: list[dict[str, Any]] = []
    for area_id, area, network in Network.of(row).named().by_area():
        groups = {
            tuple(some): group for group in network.groups() if len(some := [id_ for id_ in group if id_ in network.counted]) >= LEAST
        }
        if len(groups) >= LEAST:
            of_area = [
                _row(network, group, whole, [id_ for other in groups if other != group for id_ in other]) for group, whole in groups.items()
            ]
            found += sorted(({"area_id": area_id, "area": area} | one for one in of_area), key=lambda one: (-one["size"], one["id"]))
    return found


def _row(network: Network, group: Sequence[str], whole: Sequence[str], others: Sequence[str]) -> dict[str, Any]:
    joined = frozenset(whole)
    meeting = [
        council.name
        for council in network.councils
        if not council.members.keys().isdisjoint(group) and not council.members.keys().isdisjoint(others)
    ]
    return {
        "id": group[0],
        "size": len(group),
        "bodies": [network.counted[id_].name for id_ in group],
        "facts": network.facts_of(pair for pair in network.ties | network.parts if pair <= joined),
        "meets_others_on": sorted(set(meeting)),
        "sources_that_could_show": sorted({source for id_ in group for source in network.counted[id_].sources}),
    }
