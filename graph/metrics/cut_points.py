"""Bodies and single ties on which it rests that others are joined: articulation points and bridges of the recorded ties."""

from collections.abc import Collection, Mapping
from typing import Any

from graph.network import Network, Pair

LEAST = 2
"""A loss counts where it would separate at least so many others from the rest."""


def cut_points(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Bodies and ties of an area whose loss would separate at least two other bodies of it from the rest.

    Kinds of actor are left out. A body takes its parts with it; parts, and bodies of other areas that are tied to one of
    this area, may still hold others together, and are not counted. The rest is the largest of what would be left of the
    group (of two equally large ones, that with the smaller id).

    Args:
        row: `bodies`, as `cypher/networks/bodies_and_ties.cypher` collects them.

    Returns:
        One row a body or tie: `kind` (body, tie), the body, for a tie the other one (else None), the facts of what would
        be lost, how many would be separated and their names. Within an area those that would separate most come first.
    """
    found: list[dict[str, Any]] = []
    for area_id, area, network in Network.of(row).named().by_area():
        rows = [*_bodies(network), *_ties(network)]
        found += [
            {"area_id": area_id, "area": area} | one
            for one in sorted(rows, key=lambda one: (-one["separated"], one["kind"], one["id"], one["other_id"] or ""))
        ]
    return found


def _bodies(network: Network) -> list[dict[str, Any]]:
    drawn = network.drawn()
    cutting = {drawn.vs[number]["name"] for number in drawn.articulation_points()}
    group_of = {id_: group for group in network.groups() for id_ in group}
    rows = []
    for id_ in network.counted:
        lost = {id_, *network.parts_of.get(id_, ())}
        if len(lost) > 1 or id_ in cutting:
            rows += _row(network, network.groups(without=lost), group_of[id_], [id_], network.links_at(lost))
    return rows


def _ties(network: Network) -> list[dict[str, Any]]:
    drawn = network.drawn()
    group_of = {id_: group for group in network.groups() for id_ in group}
    rows = []
    for number in drawn.bridges():
        tie: Pair = frozenset(drawn.vs[end]["name"] for end in drawn.es[number].tuple)
        if tie in network.ties and tie not in network.parts and tie <= network.names.keys():
            ends = sorted(tie)
            if any(id_ in network.counted for id_ in ends):
                rows += _row(network, network.groups(apart=[tie]), group_of[ends[0]], ends, [tie])
    return rows


def _row(network: Network, groups: list[list[str]], of: Collection[str], lost: list[str], links: Collection[Pair]) -> list[dict[str, Any]]:
    """The row of a loss, if it separates enough: what is left of the group `of` falls into `groups` without some links."""
    within = set(of)
    left = [[id_ for id_ in group if id_ in network.counted] for group in groups if within & set(group)]
    left = sorted((group for group in left if group), key=lambda group: (-len(group), group[0]))
    separated = [id_ for group in left[1:] for id_ in group]
    if len(separated) < LEAST:
        return []
    first, *others = lost
    other = others[0] if others else None
    return [
        {
            "kind": "tie" if other else "body",
            "id": first,
            "name": network.names[first],
            "other_id": other,
            "other": network.names[other] if other else None,
            "separated": len(separated),
            "facts": network.facts_of(links),
            "separated_bodies": [network.counted[id_].name for id_ in separated],
            "sources_that_could_show": sorted(
                {source for id_ in (*lost, *separated) if id_ in network.counted for source in network.counted[id_].sources}
            ),
        }
    ]
