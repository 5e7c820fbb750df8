"""Groups of at least two named bodies of an area, where there are several."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import networkx

from tests.held import Held
from tests.held_networks import AreaNetwork, able, councils, evidence_of, facts_between, units


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each group."""
    held = held.existing(today)
    for area, homes in units(held, areas).items():
        network = AreaNetwork.of(held, homes)
        groups = [group for group in network.groups() if len(group) > 1]
        for group in groups if len(groups) > 1 else ():
            here = {council for id_ in group for council in councils(held, id_)}
            there = {council for other in groups if other is not group for id_ in other for council in councils(held, id_)}
            joined = network.links.subgraph(networkx.node_connected_component(network.links, group[0]))
            yield {
                "area_id": area,
                "id": group[0],
                "size": len(group),
                "bodies": [held.get(id_)["name"] for id_ in group],
                "evidence": evidence_of(held, {fact for pair in joined.edges for fact in facts_between(held, *pair)}),
                "meets_others_on": sorted({held.get(one)["name"] for one in here & there}),
                "sources_that_could_show": sorted({dataset for id_ in group for dataset in able(held, id_, homes)}),
            }
