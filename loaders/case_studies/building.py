"""Building facts: the things and ties of a casebook become declared nodes and relationships with their evidence."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.facts import Fact, Quotation
from graph.identity import area_key, council_key, need_key, normalised, observation_key, organization_key, programme_key, service_key
from graph.model.areas import AdjacentTo, Area
from graph.model.councils import Council, MemberOf, RefersTo
from graph.model.definitions import Node, Relationship
from graph.model.needs import Addresses, HasNeed, Need, RaisedIn
from graph.model.observations import Observation, ObservedIn
from graph.model.organizations import Commissions, Organization
from graph.model.places import ActsFor, Covers, DeliveredIn, OperatesIn, PartOf, Uses
from graph.model.programmes import Connects, Established, Funds, Programme
from graph.model.services import Precedes, Provides, Service
from graph.model.sources import CaseStudy
from graph.model.ties import CollaboratesWith, Supports
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.observations import Measured
from loaders.case_studies.passages import Missing
from loaders.case_studies.things import Thing, Tie
from loaders.people.masking import is_only_a_person

KINDS: tuple[type[Relationship], ...] = (
    *(MemberOf, RefersTo, Addresses, HasNeed, Commissions, ActsFor, Covers, DeliveredIn, OperatesIn, PartOf),
    *(Connects, Established, Funds, Provides, CollaboratesWith, Supports),
    *(Uses, Precedes, RaisedIn, AdjacentTo),
)
RELATIONSHIPS = {kind.type: kind for kind in KINDS}
ORDER = ("Area", "Organization", "Council", "Need", "Programme", "Service")
"""Services last: who provides one is part of its identity."""


class Builder:
    """Turns one casebook into facts, nodes before relationships."""

    def __init__(self, book: Casebook, case: CaseStudy) -> None:
        self.book = book
        self.study = case
        self.nodes: dict[int, Node] = {}
        self.facts: dict[str, Fact] = {}

    def build(self, measured: list[Measured], dataset: str) -> tuple[Fact, ...]:
        """All facts of the case; each id once, with all its evidence."""
        self._areas()
        for thing in [*self.book.of_kind(*ORDER[:-1]), *self.book.of_kind(ORDER[-1])]:
            if thing is not self.book.municipality and thing.quotes and not is_only_a_person(thing.name):
                self._node(thing)
        for tie in self.book.ties:
            self._tie(tie)
        for one in measured:
            self._observation(one, dataset)
        for mark in self.book.case.missing:
            self._not_started(mark, dataset)
        return tuple(self.facts.values())

    def added(self, things: Iterable[Thing], ties: Iterable[Tie]) -> tuple[Fact, ...]:
        """Facts of what was named after the case was built; what it states already stays as it is."""
        stated = dict(self.facts)
        for thing in sorted(things, key=lambda one: ORDER.index(one.kind)):
            self._node(thing)
        for tie in ties:
            self._tie(tie)
        found = {id_: fact for id_, fact in self.facts.items() if id_ not in stated}
        self.facts = stated | found
        return tuple(found.values())

    def _put(self, what: Node | Relationship, evidence: tuple[Quotation, ...], **more: Any) -> None:
        evidence = tuple(one for one in evidence if not is_only_a_person(one.quote))
        known = self.facts.get(what.id)
        if not evidence and not known:
            return
        if known:
            evidence = tuple(dict.fromkeys((*known.evidence, *evidence)))
            what, more = known.what, {"also": known.also, "codes": known.codes}
        self.facts[what.id] = Fact(what=what, evidence=evidence, case=self.study, **more)

    def _areas(self) -> None:
        case = self.book.case
        heads = tuple(head.quotation("region", case.area.id) for head in case.heads)
        self.nodes[id(self.book.municipality)] = case.area
        self._put(case.prefecture, heads)
        self._put(case.area, heads)
        above = case.prefecture
        if case.city is not None:
            self._put(case.city, heads)
            self._put(PartOf(start=case.city.reference, end=case.prefecture.reference), heads)
            above = case.city
        self._put(PartOf(start=case.area.reference, end=above.reference), heads)

    def _node(self, thing: Thing) -> None:
        area, key = self.book.area_id, thing.name
        aliases = tuple(sorted({name for name in thing.names if normalised(name) != normalised(key) and name}))
        codes = tuple(sorted(thing.codes))
        also: Node | None = None
        node: Node
        if thing.kind == "Area":
            node = Area(
                key=area_key(parent_id=area, name=key), name=key, level=thing.details.get("level", "locality"),
                generic=thing.generic, count=thing.details.get("count"),
            )  # fmt: skip
        elif thing.kind == "Organization":
            node = Organization(
                key=organization_key(area, key), name=key, aliases=aliases, actor_types=codes, generic=thing.generic, placed_in=area
            )
            if thing.also_council:
                also = Council(key=node.key, name=key, aliases=aliases, placed_in=area, **_of_council(thing))
        elif thing.kind == "Council":
            node = Council(
                key=council_key(area, key), name=key, aliases=aliases, status=thing.details.get("status", "active"),
                placed_in=area, **_of_council(thing),
            )  # fmt: skip
        elif thing.kind == "Need":
            home = self.nodes[id(thing.details["area"])].id
            node = Need(key=need_key(home, codes), name=key, codes=codes, text=key, placed_in=area)
        elif thing.kind == "Programme":
            node = Programme(
                key=programme_key(area, key), name=key, placed_in=area, kind=thing.details.get("kind"),
                amount_yen=thing.details.get("amount_yen"), fiscal_year=thing.details.get("fiscal_year"),
            )  # fmt: skip
        else:
            node = self._service(thing)
        self.nodes[id(thing)] = node
        self._put(node, tuple(thing.quotes), also=also, codes=codes if thing.kind != "Area" else ())

    def _service(self, thing: Thing) -> Service:
        """A service: its provider is part of its identity where exactly the text names one."""
        ties = [tie for tie in self.book.ties if tie.type == "PROVIDES" and tie.end is thing]
        statuses = {dict(tie.details).get("status", "running") for tie in ties} | thing.details.get("statuses", set())
        status = thing.details.get("status") or (statuses.pop() if len(statuses) == 1 else "running")
        provider = next((self.nodes[id(tie.start)].id for tie in ties if id(tie.start) in self.nodes), self.book.area_id)
        return Service(
            key=service_key(provider, thing.name, self.book.area_id), name=thing.name, status=status, placed_in=self.book.area_id
        )

    def _tie(self, tie: Tie) -> None:
        relationship = self.relationship_of(tie)
        if relationship and {relationship.start.id, relationship.end.id} <= self.facts.keys():
            self._put(relationship, tie.quotes)

    def relationship_of(self, tie: Tie) -> Relationship | None:
        """The relationship that a tie is in the graph; None where its ends are no nodes, one node, or of other kinds."""
        start, end = self.nodes.get(id(tie.start)), self.nodes.get(id(tie.end))
        kind = RELATIONSHIPS[tie.type]
        if start is None or end is None or start.id == end.id:
            return None
        if not isinstance(start, kind.starts) or not isinstance(end, kind.ends):
            return None
        details = {name: value for name, value in tie.details if value is not None}
        return kind(start=start.reference, end=end.reference, **details)

    def _observation(self, one: Measured, dataset: str) -> None:
        area = self.book.case.area
        section = one.when or f"{one.value:g}"
        node = Observation(
            key=observation_key(area.id, one.indicator, section, dataset), name=one.where.text, indicator=one.indicator, value=one.value,
            unit=one.unit, as_of=one.as_of, approximate=one.approximate, placed_in=area.id,
        )  # fmt: skip
        quotation = one.where.quotation("observation", area.id)
        if one.reading:
            quotation = replace(quotation, repairs=(*quotation.repairs, one.reading))
        self._put(node, (quotation,))
        self._put(ObservedIn(start=node.reference, end=area.reference), (quotation,))

    def _not_started(self, mark: Missing, dataset: str) -> None:
        """A function of which the source says that it has not begun: stated, and so not the same as left out."""
        if mark.acting is None or mark.meaning != "not_started":
            return
        area, indicator = self.book.case.area, f"acts_for_{mark.acting}"
        node = Observation(
            key=observation_key(area.id, indicator, mark.meaning, dataset), name=mark.where.text, indicator=indicator, state=mark.meaning,
            placed_in=area.id,
        )  # fmt: skip
        quotation = mark.where.quotation("not_started", area.id, "structural")
        self._put(node, (quotation,))
        self._put(ObservedIn(start=node.reference, end=area.reference), (quotation,))


def _of_council(thing: Thing) -> dict[str, Any]:
    """What the text says of a council itself."""
    details = thing.details
    return {"layers": details.get("layers", ()), "meets": details.get("meets"), "open_list": details.get("open_list", False)}
