"""Every measure of one area's network, of its bodies and of their seats on councils; in figures and codes without words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import igraph

from graph.bodies_drawn import drawn
from graph.metrics.comparison.by_sector import by_sector
from graph.metrics.of_network import backbone, brokerage, communities, positions, two_modes
from graph.metrics.of_network.figures import FIGURES
from graph.network import Network
from graph.reading import Reader
from graph.regions import lists_members
from graph.taxonomy.sectors import sectors

PAIRS = 20
"""Pairs of bodies that are given of those that share councils, the least likely first."""
OF_NETWORK = {name: figure for name, figure in FIGURES.items() if name != "pairs_within_two"}
"""Its share of all pairs is there."""
OF_SEATS: Mapping[str, Callable[[two_modes.Seats], float | None]] = {
    "seat_share": two_modes.seat_share,
    "seats_a_council": two_modes.seats_a_council,
    "councils_a_body": two_modes.councils_a_body,
    "share_on_several": two_modes.share_on_several,
    "two_mode_clustering": two_modes.two_mode_clustering,
}


@dataclass(frozen=True)
class _Drawn:
    """The network with what is known of its vertices."""

    network: igraph.Graph
    names: Sequence[str]
    parts: Sequence[list[int]]


def region_measures(reader: Reader, area: str, *, seed: int) -> dict[str, Any]:
    """All measures of one area.

    Args:
        reader: asks on behalf of an audience; the public is told of no body by itself.
        area: name, code or id.
        seed: of the search for communities: the same seed gives the same.

    Returns:
        `area_id`, `area`, `lists_members` (then every figure of ties is None: what a list of members does not say of ties is
        none), `network` (measure → value, None where it is not defined), `sectors` (`left_out`, `mixing`, `e_i`,
        `expected_e_i`, `log_odds_within`), `communities` (`count`, `modularity`), `bodies` (one a named body: `id`, `name`,
        `sector`, `ties`, `core`, `community`, `constraint`, `effective_size`, `roles`, `expected_roles`), `councils`
        (`councils`, `seats`, figures of `OF_SEATS`) and `backbone` (`pairs`, or `fewest` and `smallest_p` where there are
        too few councils), `seed`.

    Raises:
        QueryMisused: the area is unknown, or its name means several.
    """
    found = reader.areas.find(area)
    bodies = Network.of(reader.rows("networks", "bodies_and_ties", area=found.id)[0])
    network = drawn(bodies)
    ids = network.vs["name"]
    names = [bodies.counted[id_].name for id_ in ids]
    only_members = lists_members(reader, found.id)
    made = _Drawn(network, names, communities.communities(network, seed=seed))
    return {
        "area_id": found.id,
        "area": reader.areas.full_name(found.id),
        "lists_members": only_members,
        "network": {name: None if only_members and name != "bodies" else measure(network) for name, measure in OF_NETWORK.items()},
        "sectors": None if only_members else _by_sector(made),
        "communities": None if only_members else {"count": len(made.parts), "modularity": communities.modularity(network, [*made.parts])},
        "bodies": [] if only_members or reader.audience == "public" else _each(made),
        "seed": seed,
        **_seats(bodies, ids, names, reader),
    }


def _by_sector(made: _Drawn) -> dict[str, Any]:
    """As regions are compared: bodies of no sector are left out."""
    found = by_sector(made.network, made.network.vs["sector"], remainder=sectors().remainder)
    return {
        "left_out": found.left_out,
        "mixing": [{"a": a, "b": b, "ties": ties} for (a, b), ties in found.ties.items()],
        "e_i": found.e_i,
        "expected_e_i": found.expected_e_i,
        "log_odds_within": found.log_odds,
    }


def _each(made: _Drawn) -> list[dict[str, Any]]:
    network = made.network
    community = {vertex: number for number, part in enumerate(made.parts) for vertex in part}
    constraint, effective, cores = positions.constraint(network), positions.effective_size(network), network.coreness()
    points = set(network.articulation_points())
    sector = network.vs["sector"]
    roles, expected = brokerage.brokerage(network, sector), brokerage.expected_brokerage(network, sector)
    return [
        {
            "id": network.vs[vertex]["name"],
            "name": made.names[vertex],
            "sector": sector[vertex],
            "ties": network.degree(vertex),
            "core": cores[vertex],
            "is_articulation_point": vertex in points,
            "community": community[vertex],
            "constraint": constraint[vertex],
            "effective_size": effective[vertex],
            "roles": roles[vertex],
            "expected_roles": expected[vertex] if expected else None,
        }
        for vertex in range(network.vcount())
    ]


def _seats(bodies: Network, ids: Sequence[str], names: Sequence[str], reader: Reader) -> dict[str, Any]:
    """Who of them sits on which council now; a seat of a part is its own and not counted here."""
    place = {id_: number for number, id_ in enumerate(ids)}
    day: date = reader.today
    pairs = [(place[id_], number) for number, council in enumerate(bodies.councils) for id_ in council.seated_on(day) if id_ in place]
    seats = two_modes.seats_of(pairs, bodies=len(ids), councils=len(bodies.councils))
    shared = backbone.backbone(seats)
    told = [] if reader.audience == "public" else (shared or [])[:PAIRS]
    councils = int((seats.sum(axis=0) > 0).sum())
    return {
        "councils": {
            "councils": len(bodies.councils),
            "seats": len(set(pairs)),
            **{name: measure(seats) for name, measure in OF_SEATS.items()},
        },
        "backbone": {
            "fewest": backbone.FEWEST_COUNCILS,
            "is_refused": shared is None,
            "smallest_p": backbone.smallest_p(councils),
            "compared": len(shared or ()),
            "pairs": [
                {"a": names[pair.a], "b": names[pair.b], "councils": pair.councils, "expected": pair.expected, "p": pair.p} for pair in told
            ],
        },
    }
