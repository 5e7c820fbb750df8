"""Bodies and ties whose loss would separate at least two others: each is taken away in turn, and the rest looked at."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import networkx

from tests.held import Held
from tests.held_networks import AreaNetwork, evidence_of, facts_between, units


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each such body and tie of each area."""
    held = held.existing(today)
    for area, homes in units(held, areas).items():
        network = AreaNetwork.of(held, homes)
        for id_ in network.counted:
            left = network.links.copy()
            lost = {id_} | held.starts(id_, "PART_OF", label="Organization")
            left.remove_nodes_from(lost)
            whole = networkx.node_connected_component(network.links, id_)
            if separated := _separated(network, left, whole):
                yield {"area_id": area, "kind": "body", "other_id": None, **_row(held, id_, separated, network.links.edges(lost))}
        for one, other, what in network.links.edges(data=True):
            if what["tie"] and not what["part"] and {one, other} & network.counted:
                left = network.links.copy()
                left.remove_edge(one, other)
                if separated := _separated(network, left, networkx.node_connected_component(network.links, one)):
                    first, second = sorted((one, other))
                    yield {"area_id": area, "kind": "tie", "other_id": second, **_row(held, first, separated, [(one, other)])}


def _separated(network: AreaNetwork, left: networkx.Graph, whole: Collection[str]) -> list[str]:
    groups = sorted(network.groups(left.subgraph(whole)), key=lambda group: (-len(group), group[0]))
    apart = [id_ for group in groups[1:] for id_ in group]
    return apart if len(apart) > 1 else []


def _row(held: Held, id_: str, separated: list[str], lost: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": id_,
        "name": held.get(id_)["name"],
        "evidence": evidence_of(held, {fact for pair in lost for fact in facts_between(held, *pair)}),
        "separated": len(separated),
        "separated_bodies": [held.get(one)["name"] for one in separated],
    }
