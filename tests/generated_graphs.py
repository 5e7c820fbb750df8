"""Graphs made by chance from a seed: every kind of thing, every visibility, sources of every scope.

The same seed gives the same facts. Two municipalities lie in one prefecture; one of them has two districts.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from graph.areas import area_index
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.identity import area_key, council_key, need_key, organization_key, programme_key, service_key
from graph.model.areas import Area
from graph.model.councils import Council, MemberOf, RefersTo
from graph.model.definitions import Node, Relationship
from graph.model.needs import Addresses, HasNeed, Need
from graph.model.organizations import Commissions, Organization
from graph.model.places import ActsFor, Covers, DeliveredIn, OperatesIn, PartOf
from graph.model.programmes import Connects, Established, Funds, Programme
from graph.model.services import Provides, Service
from graph.model.sources import KINDS_OF_FACT
from graph.model.ties import CollaboratesWith, Supports
from graph.taxonomy import taxonomy

VISIBILITIES = ("public", "public", "public", "members", "restricted")
CODES = ("242161", "093866", "010006")
TODAY = date(2026, 11, 23)


@dataclass
class Load:
    """One invented source and what it states."""

    dataset: Dataset
    facts: tuple[Fact, ...]


class Inventor:
    """Invents the facts of one source."""

    def __init__(self, seed: int, name: str, size: int) -> None:
        self.random = Random(f"{seed} {name}")  # noqa: S311 - no secret
        self.name = name
        self.size = size
        self.density = self.random.choice([0.4, 1, 2, 4])
        self.things: dict[str, list[Node]] = {}
        self.facts: list[Fact] = []
        self.cities = [area_index().by_code[code].area for code in CODES[:2]]

    def load(self) -> Load:
        """Invent the source."""
        self._areas()
        self._nodes()
        self._relationships()
        kinds = [kind for kind in KINDS_OF_FACT if self.random.random() < 0.8]
        scopes = tuple(
            Scope(area_id=city.id, kind=kind, coverage=self.random.choice(["examples", "exhaustive"]))
            for city in self.cities
            for kind in kinds
            if self.random.random() < 0.9
        )
        dataset = Dataset(
            name=f"generated/{self.name}",
            title=f"見本の資料 {self.name}",
            as_of=TODAY - timedelta(days=self.random.randrange(900)),
            visibility=self.random.choice(["public", "public", "members"]),
            scopes=scopes,
        )
        return Load(dataset=dataset, facts=tuple(self.facts))

    def _state(self, what: Node | Relationship, *, codes: tuple[str, ...] = (), also: Node | None = None) -> None:
        quotes = [
            Quotation(
                quote=f"引用{self.random.randrange(6)}",
                extractor="generated",
                line=self.random.randrange(1, 90),
                start=0,
                end=3,
                area_id=self.cities[0].id,
                visibility=self.random.choice(VISIBILITIES),
            )
            for _ in range(self.random.choice([1, 1, 2]))
        ]
        self.facts.append(Fact(what=what, evidence=tuple(quotes), codes=codes, also=also))
        if isinstance(what, Node):
            self.things.setdefault(what.label, []).append(what)
            if also:
                self.things.setdefault(also.label, []).append(what)

    def _areas(self) -> None:
        for city in self.cities:
            self._state(city)
        for name in ("東地区", "西地区"):
            district = Area(key=area_key(parent_id=self.cities[0].id, name=name), name=name, level="elementary_district")
            self._state(district)
            self._state(PartOf(start=district.reference, end=self.cities[0].reference))

    def _nodes(self) -> None:
        codes = taxonomy()
        for number in range(self.size):
            city = self.random.choice(self.cities)
            seen = self.random.choice(VISIBILITIES)
            name = f"団体{self.random.randrange(self.size)}"
            key = organization_key(city.id, name)
            types = tuple(sorted(self.random.sample(list(codes.actor_types), 2)))
            body = Organization(
                key=key,
                name=name,
                visibility=seen,
                generic=self.random.random() < 0.2,
                placed_in=city.id,
                actor_types=types,
            )
            both = Council(key=key, name=name, visibility=seen, placed_in=city.id) if self.random.random() < 0.1 else None
            self._state(body, codes=types, also=both)
            if number % 3 == 0:
                self._council(city)
                self._programme(city)
            if number % 2 == 0:
                self._service(city, body)
                self._need(city)

    def _council(self, city: Area) -> None:
        name = f"協議体{self.random.randrange(self.size)}"
        key = council_key(city.id, name)
        self._state(Council(key=key, name=name, placed_in=city.id, visibility=self.random.choice(VISIBILITIES), layers=(1,)))

    def _programme(self, city: Area) -> None:
        name = f"基金{self.random.randrange(self.size)}"
        self._state(Programme(key=programme_key(city.id, name), name=name, placed_in=city.id, kind="fund"))

    def _service(self, city: Area, provider: Organization) -> None:
        categories = tuple(sorted(self.random.sample(list(taxonomy().service_categories), self.random.choice([1, 2]))))
        name = f"活動{self.random.randrange(2)}"
        service = Service(
            key=service_key(provider.id, name, city.id),
            name=name,
            placed_in=city.id,
            visibility=self.random.choice(VISIBILITIES),
            status=self.random.choice(["running", "running", "running", "planned", "ended"]),
            valid_to=self.random.choice([None, None, TODAY - timedelta(days=30), TODAY + timedelta(days=30)]),
        )
        self._state(service, codes=categories)

    def _need(self, city: Area) -> None:
        codes = tuple(sorted(self.random.sample(list(taxonomy().need_categories), self.random.choice([1, 1, 2]))))
        need = Need(
            key=need_key(city.id, codes), name="困りごと", codes=codes, placed_in=city.id, visibility=self.random.choice(VISIBILITIES)
        )
        self._state(need, codes=codes)
        self._state(HasNeed(start=city.reference, end=need.reference, visibility=self.random.choice(VISIBILITIES)))

    def _relationships(self) -> None:
        kinds: list[type[Relationship]] = [
            *(MemberOf, Provides, CollaboratesWith, Supports, Funds, Commissions, Established, Connects, RefersTo),
            *(ActsFor, OperatesIn, Covers, DeliveredIn, Addresses),
        ]
        for _ in range(int(self.size * self.density)):
            kind = self.random.choice(kinds)
            start, end = self._any_of(kind.starts), self._any_of(kind.ends)
            if start is None or end is None or start.id == end.id:
                continue
            more: dict[str, Any] = {}
            if kind is CollaboratesWith:
                more["state"] = self.random.choice(["recorded", "recorded", "absent"])
            if kind is ActsFor:
                more["function"] = self.random.choice(["needs", "resources", "network"])
            if kind is OperatesIn and self.random.random() < 0.6:
                continue
            self._state(kind(start=start.reference, end=end.reference, visibility=self.random.choice(VISIBILITIES), **more))

    def _any_of(self, kinds: tuple[type[Node], ...]) -> Node | None:
        choices = [thing for kind in kinds for thing in self.things.get(kind.label, [])]
        return self.random.choice(choices) if choices else None


def generated_loads(seed: int, *, size: int = 14) -> list[Load]:
    """Two sources that name some of the same bodies."""
    return [Inventor(seed, name, size).load() for name in ("甲", "乙")]
