"""Pairs of named bodies of one area between which no recorded path leads, and that share something."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import networkx

from tests.held import Held
from tests.held_networks import AreaNetwork, able, councils, evidence_of, seats, units
from tests.oracles.seats_and_roles import runs

LIMIT = 20


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """The first rows in the order of the question."""
    yield from sorted(pairs(held, areas, today), key=_order)[:LIMIT]


def pairs(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """Every pair."""
    held = held.existing(today)
    for area, homes in units(held, areas).items():
        network = AreaNetwork.of(held, homes)
        group_of = {id_: group for group in network.groups() for id_ in group}
        part_of = {id_: part for part in networkx.connected_components(network.links) for id_ in part}
        for a, b in combinations(sorted(network.counted), 2):
            shared = _shared(held, a, b, today)
            if group_of[a] is not group_of[b] and any(shared.values()):
                first, second = held.get(a), held.get(b)
                yield {
                    "area_id": area,
                    "a_id": a,
                    "b_id": b,
                    "a": first["name"],
                    "b": second["name"],
                    "component_a": len(group_of[a]),
                    "component_b": len(group_of[b]),
                    "pairs_newly_connected": len(group_of[a]) * len(group_of[b]),
                    "sources_that_could_show": sorted({*able(held, a, homes), *able(held, b, homes)}),
                    "evidence": evidence_of(
                        held, {fact for one in councils(held, a) & councils(held, b) for fact in seats(held, {a, b}, one)}
                    ),
                    "introducer_ids": _introducers(held, network, a, b),
                    "needs_newly_answered": _newly_answered(
                        held, homes, (a, part_of[a] & network.bodies), (b, part_of[b] & network.bodies), today
                    ),
                    **shared,
                    **_gain(network, a, b),
                }


def _order(pair: dict[str, Any]) -> tuple[Any, ...]:
    counts = (len(pair[f"shared_{what}"]) for what in ("councils", "needs", "categories"))
    return (-pair["pairs_newly_connected"], *(-count for count in counts), pair["area_id"], pair["a_id"], pair["b_id"])


def _fields_and_needs(held: Held, body: str, today: date) -> tuple[set[str], set[str]]:
    """Codes of what a body runs, and of the kinds of need that it strongly answers."""
    provided = [tie for tie in held.outgoing[body] if tie.type == "PROVIDES" and held.is_a(tie.end, "Service")]
    running = {tie.end for tie in provided if tie.properties.get("status", "running") == "running" and runs(held, tie.end, today)}
    codes = {code for one in running for code in held.ends(one, "IN_CATEGORY", label="ServiceCategory")}
    strong = {
        tie.start for code in codes for tie in held.incoming[code] if tie.type == "ANSWERED_BY" and tie.properties["strength"] == "strong"
    }
    return {held.get(one)["code"] for one in codes}, {held.get(one)["code"] for one in strong}


def _newly_answered(held: Held, homes: set[str], one: tuple[str, set[str]], other: tuple[str, set[str]], today: date) -> list[str]:
    needs = {need for area in homes for need in held.ends(area, "HAS_NEED", label="Need")}
    stated = {code for need in needs for code in held.ends(need, "IN_CATEGORY", label="NeedCategory")}
    codes = {held.get(code)["code"] for code in stated if not held.get(code).get("context")}
    found = set[str]()
    for (body, _), (_, group) in ((one, other), (other, one)):
        found |= _fields_and_needs(held, body, today)[1] - {need for id_ in group for need in _fields_and_needs(held, id_, today)[1]}
    return sorted(found & codes)


def _shared(held: Held, a: str, b: str, today: date) -> dict[str, Any]:
    (categories_a, needs_a), (categories_b, needs_b) = (_fields_and_needs(held, body, today) for body in (a, b))
    return {
        "shared_councils": sorted({held.get(one)["name"] for one in councils(held, a) & councils(held, b)}),
        "shared_categories": sorted(categories_a & categories_b),
        "shared_needs": sorted(needs_a & needs_b),
    }


def _gain(network: AreaNetwork, a: str, b: str) -> dict[str, Any]:
    """What the tie would add, from a copy to which it is added."""
    after = network.links.copy()
    after.add_edge(a, b)
    near = [
        {
            frozenset((one, other))
            for one in network.counted
            for other in networkx.single_source_shortest_path_length(links, one, cutoff=2)
            if other in network.counted and other != one
        }
        for links in (network.links, after)
    ]
    return {"pairs_within_two_steps": len(near[1] - near[0])}


def _introducers(held: Held, network: AreaNetwork, a: str, b: str) -> list[str]:
    def seated(body: str) -> set[str]:
        of = {other for council in councils(held, body) for other in held.starts(council, "MEMBER_OF", label="Organization")}
        return {other for other in of if not held.get(other).get("generic")} - {body}

    tied_a, tied_b = set(network.links[a]), set(network.links[b])
    found = (tied_a & tied_b) | (tied_a & seated(b)) | (tied_b & seated(a))
    if not councils(held, a) & councils(held, b):
        found |= seated(a) & seated(b)
    return sorted(found - {a, b})
