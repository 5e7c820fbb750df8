"""Small graphs stated readably: each thing that a test names becomes a fact with one quotation.

town = Town("名張市")
a, b = town.bodies("いろは会", "ふれあい会")
town.council("協議体", members=[a, b])
town.into(graph, exhaustive_for("ties"))
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from graph.areas import area_index
from graph.batches import batch_of, source_of
from graph.connection import Graph
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.identity import area_key, council_key, need_key, organization_key, service_key
from graph.model.areas import Area
from graph.model.councils import Council, MemberOf
from graph.model.definitions import Node, Relationship
from graph.model.needs import HasNeed, Need
from graph.model.organizations import Organization
from graph.model.places import Covers, DeliveredIn, OperatesIn, PartOf
from graph.model.services import Provides, Service
from graph.model.ties import CollaboratesWith
from graph.planning import plan_of
from graph.plans import LoadPlan
from graph.reading import Answer, Reader
from graph.writing import apply_plan

DATASET = "samples/見本"
TODAY = date(2026, 11, 23)
LOADED_AT = "2026-11-23T09:00:00+00:00"

ScopeOf = Callable[[Area], tuple[Scope, ...]]


def area_named(name: str) -> Area:
    """The one coded area of that name."""
    (found,) = area_index().find(name)
    return found.area


def exhaustive_for(*kinds: str) -> ScopeOf:
    """A register of these kinds of fact: what it does not have is absent."""
    return lambda area: tuple(Scope(area_id=area.id, kind=kind, coverage="exhaustive") for kind in kinds)


def examples_of(*kinds: str, categories: tuple[str, ...] = ()) -> ScopeOf:
    """A source that gives examples of these kinds of fact, perhaps of some categories only."""
    return lambda area: tuple(Scope(area_id=area.id, kind=kind, coverage="examples", categories=categories) for kind in kinds)


def silent(_area: Area) -> tuple[Scope, ...]:
    """A source that does not say what it could have shown."""
    return ()


class Town:
    """One municipality and what a source states about it."""

    def __init__(self, name: str = "名張市") -> None:
        self.area = area_named(name)
        self.facts: list[Fact] = []

    def state(self, what: Node | Relationship, *, quoted: str = "public", **more: Any) -> None:
        """Take any node or relationship as a fact; `quoted` is the visibility of its quotation."""
        quotation = Quotation(quote=f"見本 {len(self.facts)}", extractor="sample", line=len(self.facts) + 1, visibility=quoted)
        self.facts.append(Fact(what=what, evidence=(quotation,), **more))

    def body(self, name: str, *, works_in: Iterable[Area] = (), also_council: bool = False, **more: Any) -> Organization:
        """A body that the source places here."""
        body = Organization(key=organization_key(self.area.id, name), name=name, placed_in=self.area.id, **more)
        self.state(body, also=Council(key=body.key, name=name, placed_in=self.area.id) if also_council else None)
        for area in works_in:
            self.state(OperatesIn(start=body.reference, end=area.reference))
        return body

    def bodies(self, *names: str) -> tuple[Organization, ...]:
        """Several named bodies."""
        return tuple(self.body(name) for name in names)

    def ring(self, *names: str) -> tuple[Organization, ...]:
        """Bodies each of which is tied to the next: enough ties for a question about ties to be asked."""
        bodies = self.bodies(*names)
        for one, other in zip(bodies, (*bodies[1:], bodies[0]), strict=True):
            self.join(CollaboratesWith, one, other)
        return bodies

    def join(self, kind: type[Relationship], start: Node, end: Node, **more: Any) -> None:
        """A relationship of any kind between two things."""
        self.state(kind(start=start.reference, end=end.reference, **more))

    def council(self, name: str, *, members: Iterable[Node] = (), **more: Any) -> Council:
        """A council with its members."""
        council = Council(key=council_key(self.area.id, name), name=name, placed_in=self.area.id, **more)
        self.state(council)
        for member in members:
            self.join(MemberOf, member, council)
        return council

    def district(self, name: str) -> Area:
        """An elementary school district of the municipality."""
        district = Area(key=area_key(parent_id=self.area.id, name=name), name=name, level="elementary_district")
        self.state(district)
        self.join(PartOf, district, self.area)
        return district

    def service(
        self, name: str, *codes: str, by: Iterable[Node] = (), held_in: Area | None = None, covers: Area | None = None, **more: Any
    ) -> Service:
        """A service of some categories, who provides it, where it is held and whom it is for."""
        providers = tuple(by)
        key = service_key(providers[0].id if providers else "", name, self.area.id)
        service = Service(key=key, name=name, placed_in=self.area.id, **more)
        self.state(service, codes=codes)
        for provider in providers:
            self.join(Provides, provider, service)
        for kind, area in ((DeliveredIn, held_in), (Covers, covers)):
            if area:
                self.join(kind, service, area)
        return service

    def need(self, *codes: str, of: Area | None = None, name: str = "困りごと", **more: Any) -> Need:
        """A need of the municipality, or of one of its districts."""
        area = of or self.area
        need = Need(key=need_key(area.id, codes), name=name, codes=tuple(sorted(codes)), placed_in=area.id, **more)
        self.state(need, codes=codes)
        self.join(HasNeed, area, need)
        return need

    def into(self, graph: Graph, scope: ScopeOf = silent, *, dataset: str = DATASET, **more: Any) -> LoadPlan:
        """Write what was stated as one source, with its scope for this municipality."""
        return load_facts(graph, Dataset(name=dataset, title="見本の資料", as_of=TODAY, scopes=scope(self.area), **more), self.facts)


def five_with_ties(name: str = "名張市") -> Town:
    """A municipality of which enough ties are recorded for the question after bodies without any to be asked at all."""
    town = Town(name)
    town.ring("い", "ろ", "は", "に", "ほ")
    return town


def load_facts(graph: Graph, dataset: Dataset, facts: Iterable[Fact], *, version: str = "1", at: str = LOADED_AT) -> LoadPlan:
    """Write one version of a source, as a load does; the plan says what was written."""
    source = source_of(dataset, loader="samples", checksum=version, file="sample.csv", loaded_at=at)
    plan = plan_of(graph, batch_of(dataset, facts, source))
    apply_plan(graph, plan, at=at)
    return plan


def quoting(fact: Fact, *quotes: str, visibility: str = "public") -> Fact:
    """The same fact resting on other words."""
    return replace(fact, evidence=tuple(Quotation(quote=quote, extractor="sample", visibility=visibility) for quote in quotes))


def answer(graph: Graph, gap: str, *, audience: str = "members", area: str | None = None, **given: Any) -> Answer:
    """Ask a gap on the day that the samples are about."""
    return Reader(graph, audience=audience, today=TODAY).answer(gap, area=area, **given)


def names(found: Answer, column: str = "name") -> set[str]:
    """The names in one column of an answer."""
    return {row[column] for row in found.rows}
