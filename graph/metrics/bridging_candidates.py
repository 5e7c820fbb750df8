"""Who could be introduced to whom: pairs of bodies between which no recorded path leads, and what they share.

Benefit (what an introduction would add) and plausibility (what speaks for it) stay two axes: there is no score.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from graph.metrics.benefit import Benefit, Benefits, newly_answered
from graph.metrics.plausibility import Plausibilities, Plausibility
from graph.network import Body, Network


@dataclass(frozen=True)
class Candidate:
    """Two bodies of one area that could be introduced to each other, the smaller id first."""

    a: Body
    b: Body
    size_a: int
    size_b: int
    benefit: Benefit
    newly_answered: frozenset[str]
    """Codes of stated needs that one of them answers and nobody in the component of the other does."""
    plausibility: Plausibility
    introducers: tuple[str, ...]
    """Ids of those who could introduce them."""


def bridging_candidates(row: Mapping[str, Any], *, limit: int, as_of: date) -> list[dict[str, Any]]:
    """Pairs of named bodies of one area in different components for which something speaks.

    Args:
        row: `bodies`, `councils`, `needs` and `precedents`, as `cypher/networks/bodies_and_ties.cypher` collects them.
        limit: at most this many pairs.
        as_of: seats that ended and services that do not run on this day are left out.

    Returns:
        One row a pair: the sizes of the two components (bodies), what an introduction would add, what the two share, the
        reasons as codes, the facts of the seats that they share, a precedent (region, the two bodies, ids of its evidence),
        who could introduce them, and the
        sources that could have shown a tie: those that name one of the two and speak of ties. Sorted by the pairs newly
        connected, then by how many councils, needs and fields are shared, then by area and ids.
    """
    network = Network.of(row)
    first = sorted((row_of(one, network.names) for one in candidates(row, as_of)), key=_order)[:limit]
    return [one | {"facts": of_shared_councils(network, {one["a_id"], one["b_id"]}, as_of)} for one in first]


def candidates(row: Mapping[str, Any], day: date) -> Iterator[Candidate]:
    """Every pair for which something speaks, area by area."""
    for area_id, _area, network in Network.of(row).named().by_area():
        looked_at = Pairs(network, row, area_id, day)
        component = looked_at.benefits.component
        for a, b in combinations(sorted(network.counted.values(), key=lambda body: body.id), 2):
            # That bodies of their kinds work together elsewhere is no reason of its own: it fits too many pairs.
            if component[a.id] != component[b.id] and (reasons := looked_at.plausibilities.of(a, b)).share_something:
                yield looked_at.candidate(a, b, reasons)


class Pairs:
    """Any two bodies of one area, with what an introduction would add and what speaks for it.

    Args:
        network: the network of the area, without kinds of actor.
        row: `needs` and `precedents`, as for `bridging_candidates`.
        area_id: of the area.
        day: seats that ended and services that do not run on it are left out.
    """

    def __init__(self, network: Network, row: Mapping[str, Any], area_id: str, day: date) -> None:
        self.benefits, self.plausibilities = Benefits(network), Plausibilities(network, row.get("precedents") or (), day)
        self.stated = {one["code"] for one in row.get("needs") or () if one["area_id"] == area_id}
        self.answers = {body.id: self.plausibilities.answered_by(body) for body in network.bodies}
        self._introducing = Introducing(self.benefits, self.plausibilities)
        self._around: dict[int, set[str]] = defaultdict(set)
        for id_, needs in self.answers.items():
            self._around[self.benefits.component[id_]] |= needs

    def candidate(self, a: Body, b: Body, reasons: Plausibility) -> Candidate:
        """Two counted bodies, the smaller id first, with what speaks for introducing them."""
        benefits, answers = self.benefits, self.answers
        one, other = benefits.component[a.id], benefits.component[b.id]
        return Candidate(
            a=a,
            b=b,
            size_a=benefits.sizes[one],
            size_b=benefits.sizes[other],
            benefit=benefits.of(a.id, b.id),
            newly_answered=frozenset(newly_answered(self.stated, answers[a.id], answers[b.id], self._around[one], self._around[other])),
            plausibility=reasons,
            introducers=self._introducing.of(a.id, b.id),
        )


class Introducing:
    """Who could introduce two bodies: somebody tied to the one who is tied to, or seated with, the other one.

    Where the two share no council, also somebody who is seated with each of them.
    """

    def __init__(self, benefits: Benefits, plausibilities: Plausibilities) -> None:
        self.tied = benefits.beside
        self.councils, self.seated = plausibilities.councils, plausibilities.seated

    def of(self, a: str, b: str) -> tuple[str, ...]:
        """Their ids, sorted."""
        with_a, with_b = self._seated_with(a), self._seated_with(b)
        apart = self.councils.get(a, frozenset()).isdisjoint(self.councils.get(b, frozenset()))
        found = (self.tied[a] & (self.tied[b] | with_b)) | (self.tied[b] & with_a) | (with_a & with_b if apart else set())
        return tuple(sorted(found - {a, b}))

    def _seated_with(self, id_: str) -> set[str]:
        return {other for council in self.councils.get(id_, ()) for other in self.seated[council] if other != id_}


def row_of(one: Candidate, names: Mapping[str, str]) -> dict[str, Any]:
    """The row of a pair, without the facts of the seats that the two share."""
    precedent = one.plausibility.precedent or {}
    return {
        "area_id": one.a.area_id,
        "area": one.a.area,
        "a_id": one.a.id,
        "a": one.a.name,
        "b_id": one.b.id,
        "b": one.b.name,
        "component_a": one.size_a,
        "component_b": one.size_b,
        "pairs_newly_connected": one.benefit.pairs_newly_connected,
        "pairs_within_two_steps": one.benefit.pairs_within_two_steps,
        "effective_size_rise_a": one.benefit.rise_a,
        "effective_size_rise_b": one.benefit.rise_b,
        "needs_newly_answered": sorted(one.newly_answered),
        "reasons": one.plausibility.reasons,
        "shared_councils": sorted(one.plausibility.shared_councils),
        "shared_categories": sorted(one.plausibility.shared_categories),
        "shared_needs": sorted(one.plausibility.shared_needs),
        "adamic_adar": round(one.plausibility.adamic_adar, 12),
        "precedent_region": precedent.get("case_study"),
        "precedent": f"{precedent['a']} - {precedent['b']}" if precedent else None,
        "precedent_evidence": sorted(precedent.get("evidence") or ()),
        "introducer_ids": list(one.introducers),
        "introducers": sorted(names[id_] for id_ in one.introducers if id_ in names),
        "sources_that_could_show": sorted(one.a.sources | one.b.sources),
    }


def of_shared_councils(network: Network, both: set[str], day: date) -> list[str]:
    """Ids of the facts that the two sit on the councils that they share."""
    return sorted({fact for council in network.councils if both <= council.seated_on(day) for fact in council.seats_of(both)})


def _order(pair: Mapping[str, Any]) -> tuple[Any, ...]:
    shared = (pair["shared_councils"], pair["shared_needs"], pair["shared_categories"])
    return (-pair["pairs_newly_connected"], *(-len(one) for one in shared), pair["area_id"], pair["a_id"], pair["b_id"])
