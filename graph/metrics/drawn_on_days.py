"""The network of an area on two days, drawn from what stood in the records on each: what came, what went, who was there on both.

Which body is a part of another one is as it is recorded now. A body that was joined with another since is the other on both days.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import igraph

from graph.metrics.network_on_days import BODY
from graph.model.joining import BETWEEN_BODIES, THROUGH_SERVICES
from graph.network import Network, Pair

DAYS = ("on_first", "on_second")
SERVICE = "Service"


@dataclass(frozen=True)
class OnDay:
    """Bodies and ties of one day."""

    bodies: frozenset[str]
    ties: frozenset[Pair]

    def drawn(self, only: frozenset[str] | None = None) -> igraph.Graph:
        """As igraph, each vertex with the id of its body as `name`; perhaps only some bodies."""
        ids = sorted(self.bodies if only is None else self.bodies & only)
        place = {id_: number for number, id_ in enumerate(ids)}
        made = igraph.Graph(n=len(ids), edges=sorted(sorted(place[id_] for id_ in tie) for tie in self.ties if tie <= place.keys()))
        made.vs["name"] = ids
        return made


@dataclass(frozen=True)
class OnDays:
    """Both days."""

    first: OnDay
    second: OnDay
    names: Mapping[str, str]
    facts: Mapping[str | Pair, Mapping[str, Any]]
    """Id of a body, or two of them → the row of what last came or went of it between the two days."""
    sources: tuple[frozenset[str], frozenset[str]]
    """Datasets that state ties, on the first day and on the second."""

    @property
    def on_both(self) -> frozenset[str]:
        """Bodies of both days."""
        return self.first.bodies & self.second.bodies


def drawn_on_days(rows: Sequence[Mapping[str, Any]], network: Network, redirects: Mapping[str, str]) -> OnDays:
    """Draw both days.

    Args:
        rows: as `network_on_days` gives them.
        network: of the area as it is recorded now, without kinds of actor.
        redirects: id → id of the body of which it is a part now.
    """

    def of(id_: str) -> frozenset[str]:
        """The bodies that an end of a tie counts for: itself, or what it is a part of."""
        kept = redirects.get(id_, id_)
        return network.whole_of.get(kept, frozenset({kept}))

    bodies = [one for one in rows if one["label"] == BODY and not one["generic"]]
    counted = {day: _bodies(bodies, day, network, redirects) for day in DAYS}
    ties = [one for one in rows if one["label"] != BODY]
    pairs = {day: _pairs([one for one in ties if one[day]], of, counted[day], redirects) for day in DAYS}
    names = {redirects.get(one["id"], one["id"]): one["name"] for one in bodies} | {**network.names}
    stating = tuple(
        frozenset(source for facts in pairs[day].values() for one in facts for source in one[sources])
        for day, sources in zip(DAYS, ("first_sources", "second_sources"), strict=True)
    )
    first, second = (OnDay(counted[day], frozenset(pairs[day])) for day in DAYS)
    return OnDays(first, second, names, _last(bodies, pairs, redirects), (stating[0], stating[1]))


def _bodies(bodies: Sequence[Mapping[str, Any]], day: str, network: Network, redirects: Mapping[str, str]) -> frozenset[str]:
    """Those of a day that are counted now, or that are recorded no more."""
    there = {redirects.get(one["id"], one["id"]): one["stands"] for one in bodies if one[day]}
    return frozenset(
        id_ for id_, stands in there.items() if id_ in network.counted or not (stands or id_ in network.names or id_ in network.whole_of)
    )


def _pairs(
    ties: Sequence[Mapping[str, Any]], of: Callable[[str], frozenset[str]], counted: frozenset[str], redirects: Mapping[str, str]
) -> dict[Pair, list[Mapping[str, Any]]]:
    """Two bodies → the facts that tie them: a tie of one with the other, or of both with one service."""
    found: dict[Pair, list[Mapping[str, Any]]] = defaultdict(list)
    at_service: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for one in ties:
        starts = of(one["start_id"]) & counted
        if one["label"] in THROUGH_SERVICES and one["end_label"] == SERVICE:
            for start in starts:
                at_service[redirects.get(one["end_id"], one["end_id"])][start].append(one)
        elif one["label"] in BETWEEN_BODIES:
            for a in starts:
                for b in (of(one["end_id"]) & counted) - {a}:
                    found[frozenset((a, b))].append(one)
    for of_bodies in at_service.values():
        for a, b in combinations(sorted(of_bodies), 2):
            found[frozenset((a, b))] += [*of_bodies[a], *of_bodies[b]]
    return found


def _last(
    bodies: Sequence[Mapping[str, Any]], pairs: Mapping[str, Mapping[Pair, Sequence[Mapping[str, Any]]]], redirects: Mapping[str, str]
) -> dict[str | Pair, Mapping[str, Any]]:
    """Of each body and pair the fact that last came or went."""
    facts: dict[str | Pair, list[Mapping[str, Any]]] = defaultdict(list)
    for one in bodies:
        facts[redirects.get(one["id"], one["id"])].append(one)
    for of_day in pairs.values():
        for pair, some in of_day.items():
            facts[pair] += some
    moved = {key: [one for one in some if one["happened_on"]] for key, some in facts.items()}
    return {key: max(some, key=lambda one: (one["happened_on"], one["id"])) for key, some in moved.items() if some}
