"""Why two bodies might be glad to know each other: what they share, and kinds that work together elsewhere. No score."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

from graph.network import Body, Network


@dataclass(frozen=True)
class Plausibility:
    """What speaks for an introduction, reason by reason."""

    shared_councils: frozenset[str]
    """Names."""
    shared_categories: frozenset[str]
    """Codes of what both run."""
    shared_needs: frozenset[str]
    """Codes of the kinds of need that what both run strongly answers."""
    adamic_adar: float
    """Two-mode Adamic-Adar over councils and services: the sum of 1/ln(how many bodies take part) over what both take part in."""
    precedent: Mapping[str, Any] | None
    """A tie elsewhere between bodies of their kinds."""

    @property
    def share_something(self) -> bool:
        """Whether the two share a council, a kind of need or a field."""
        return bool(self.shared_councils or self.shared_needs or self.shared_categories)

    @property
    def reasons(self) -> list[str]:
        """Codes: council, need, category, precedent, in this order."""
        said = {"council": self.shared_councils, "need": self.shared_needs, "category": self.shared_categories, "precedent": self.precedent}
        return [code for code, given in said.items() if given]


class Plausibilities:
    """Reasons within one network of named bodies on one day.

    Args:
        network: the network of one area.
        precedents: ties elsewhere, each with `a_kinds`, `b_kinds`, `area_id`.
        day: seats that ended and services that do not run on it are left out.
    """

    def __init__(self, network: Network, precedents: Sequence[Mapping[str, Any]], day: date) -> None:
        self.seated = {council.id: council.seated_on(day) for council in network.councils}
        self.name_of = {council.id: council.name for council in network.councils}
        self.councils = _by_member(self.seated)
        self.running = {body.id: [one for one in body.activities if one.runs_on(day)] for body in network.bodies}
        providers: dict[str, set[str]] = defaultdict(set)
        for id_, running in self.running.items():
            for one in running:
                providers[one.id].add(id_)
        self.providers = {id_: frozenset(of) for id_, of in providers.items()}
        self.services = _by_member(self.providers)
        self.precedents = sorted(precedents, key=lambda one: (str(one.get("case_study")), str(one["id"])))

    def of(self, a: Body, b: Body) -> Plausibility:
        """What speaks for introducing the two."""
        councils = self.councils.get(a.id, frozenset()) & self.councils.get(b.id, frozenset())
        services = self.services.get(a.id, frozenset()) & self.services.get(b.id, frozenset())
        takers = [*(self.seated[id_] for id_ in councils), *(self.providers[id_] for id_ in services)]
        return Plausibility(
            shared_councils=frozenset(self.name_of[id_] for id_ in councils),
            shared_categories=frozenset(one.category for one in self.running[a.id]) & {one.category for one in self.running[b.id]},
            shared_needs=self.answered_by(a) & self.answered_by(b),
            adamic_adar=sum(1 / log(len(taking_part)) for taking_part in takers),
            precedent=self._precedent(a, b),
        )

    def answered_by(self, body: Body) -> frozenset[str]:
        """Codes of the kinds of need that what a body runs strongly answers."""
        return frozenset(need for one in self.running[body.id] for need in one.needs)

    def _precedent(self, a: Body, b: Body) -> Mapping[str, Any] | None:
        for one in self.precedents:
            kinds, others = set(one.get("a_kinds") or ()), set(one.get("b_kinds") or ())
            alike = (a.kinds & kinds and b.kinds & others) or (a.kinds & others and b.kinds & kinds)
            if alike and one.get("area_id") != a.area_id:
                return one
        return None


def _by_member(members: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for id_, of in members.items():
        for member in of:
            found[member].add(id_)
    return {member: frozenset(of) for member, of in found.items()}
