"""The things of a graph made by chance: areas, bodies, councils, services, needs and whatever else has a name.

Each draws from the chance of its source in a fixed order: another order is another graph.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from graph.areas import area_index
from graph.facts import Fact, Quotation
from graph.identity import area_key, council_key, need_key, observation_key, organization_key, programme_key, service_key
from graph.model.areas import Area
from graph.model.councils import Council
from graph.model.definitions import Node, Relationship
from graph.model.needs import HasNeed, Need
from graph.model.observations import Observation, ObservedIn
from graph.model.organizations import Organization, Post
from graph.model.places import PartOf
from graph.model.programmes import Programme
from graph.model.services import Service
from graph.taxonomy import taxonomy
from tests.generated_traits import Traits

VISIBILITIES = ("public", "public", "public", "members", "restricted")
CODES = ("242161", "093866", "010006")
TODAY = date(2026, 11, 23)
DISSOLVED = 0.15
"""Share of bodies of which a source says when they were dissolved, or will be."""


class ThingsByChance:
    """The things that one source names, with the evidence for each."""

    def __init__(self, seed: int, name: str, traits: Traits, codes: tuple[str, ...] = CODES) -> None:
        self.random = Random(f"{seed} {name}")  # noqa: S311 - no secret
        self.apart = Random(f"{seed} {name} apart")  # noqa: S311 - no secret
        self.name = name
        self.traits = traits
        self.size = traits.size
        chosen = self.random.choice([0.4, 1, 2, 4])
        self.density = chosen if traits.density is None else traits.density
        self.things: dict[str, list[Node]] = {}
        self.facts: list[Fact] = []
        self.cities = [area_index().by_code[code].area for code in codes[:2]]

    def _said(self, value: Any, unsaid: Any = None) -> Any:
        """The value, or nothing where the source leaves it out."""
        return unsaid if self.random.random() < self.traits.unsaid else value

    def _state(self, what: Node | Relationship, *, codes: tuple[str, ...] = (), also: Node | None = None) -> None:
        quotes = [
            Quotation(
                quote=f"引用{self.random.randrange(6)}",
                extractor="generated",
                line=self._said(self.random.randrange(1, 90)),
                start=0,
                end=3,
                certainty=self.random.choice(["explicit", "structural", "inferred"]),
                area_id=self._said(self.cities[0].id),
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
            level = "daily_life_area" if name == "東地区" else "elementary_district"
            district = Area(key=area_key(parent_id=self.cities[0].id, name=name), name=name, level=level)
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
                generic=self.random.random() < self.traits.generic,
                count=self._said(self.random.randrange(1, 9)),
                placed_in=self._said(city.id),
                actor_types=self._said(types, ()),
                ended_on=TODAY + timedelta(days=self.apart.choice((-400, -1, 0, 1))) if self.apart.random() < DISSOLVED else None,
            )
            both = Council(key=key, name=name, visibility=seen, placed_in=city.id) if self.random.random() < 0.1 else None
            self._state(body, codes=types, also=both)
            if number % 3 == 0:
                self._council(city)
                self._programme(city)
                self._observation(city)
            if number % 4 == 0:
                self._post(city)
                self._part_of(body)
            if number % 2 == 0:
                self._service(city, body)
                self._need(city)

    def _council(self, city: Area) -> None:
        name = f"協議体{self.random.randrange(self.size)}"
        key = council_key(city.id, name)
        self._state(
            Council(
                key=key,
                name=name,
                placed_in=self._said(city.id),
                visibility=self.random.choice(VISIBILITIES),
                layers=(1, 2) if name.endswith("2") else self._said((self.random.choice([1, 2]),), ()),
                kind="care_conference" if name.endswith("3") else None,
                status=self.random.choice(["active", "active", "planned", "ended"]),
                open_list=self.random.random() < 0.3,
            )
        )

    def _programme(self, city: Area) -> None:
        name = f"基金{self.random.randrange(self.size)}"
        seen = self.random.choice(VISIBILITIES)
        placed = self._said(city.id)
        self._state(
            Programme(key=programme_key(city.id, name), name=name, placed_in=placed, kind="fund", visibility=seen, ends_on=self._last_day())
        )

    def _observation(self, city: Area, indicator: str = "population", state: str | None = None) -> None:
        day = TODAY - timedelta(days=self.random.randrange(900))
        key = observation_key(city.id, indicator, day.isoformat(), self.name)
        value = None if state else self._said(float(self.random.randrange(9000)))
        seen = self.random.choice(VISIBILITIES)
        said: dict[str, Any] = {"indicator": indicator, "value": value, "state": state, "as_of": day, "visibility": seen}
        observed = Observation(key=key, name="人口", placed_in=city.id, **said)
        self._state(observed)
        self._state(ObservedIn(start=observed.reference, end=city.reference, visibility=self.random.choice(VISIBILITIES)))

    def _shares_of_older_people(self) -> None:
        """Of each municipality, some more than once in a year: sources disagree."""
        for city in [one for one in self.cities for _ in range(self.apart.choice([0, 1, 2]))]:
            day = TODAY - timedelta(days=self.apart.randrange(600))
            seen = self.apart.choice(VISIBILITIES)
            value = float(self.apart.randrange(280, 360)) / 10
            key = observation_key(city.id, "share_65_plus", day.isoformat(), self.name)
            share = Observation(
                key=key,
                name="高齢化率",
                indicator="share_65_plus",
                value=value,
                unit="percent",
                as_of=day,
                placed_in=city.id,
                visibility=seen,
            )
            self._state(share)
            self._state(ObservedIn(start=share.reference, end=city.reference))

    def _last_day(self) -> date | None:
        """Past, soon, later or not stated."""
        return self.apart.choice([None, TODAY - timedelta(days=40), TODAY, TODAY + timedelta(days=200), TODAY + timedelta(days=800)])

    def _post(self, city: Area) -> None:
        name = f"配置{self.random.randrange(3)}"
        seen = self.random.choice(VISIBILITIES)
        layer = self._said(2 if name.endswith("2") else 1)
        self._state(Post(key=f"post|{city.id}|{name}", name=name, layer=layer, placed_in=city.id, visibility=seen))

    def _part_of(self, body: Organization) -> None:
        whole = self.random.choice(self.things["Organization"])
        if whole.id != body.id:
            self._state(PartOf(start=body.reference, end=whole.reference, visibility=self.random.choice(VISIBILITIES)))

    def _service(self, city: Area, provider: Organization) -> None:
        categories = tuple(sorted(self.random.sample(list(taxonomy().service_categories), self.random.choice([1, 2]))))
        name = f"活動{self.random.randrange(2)}"
        service = Service(
            key=service_key(provider.id, name, city.id),
            name=name,
            placed_in=self._said(city.id),
            visibility=self.random.choice(VISIBILITIES),
            status=self.random.choice(["running", "running", "running", "planned", "ended"]),
            valid_from=self.random.choice([None, None, TODAY - timedelta(days=300), TODAY + timedelta(days=9)]),
            valid_to=self.random.choice([None, None, TODAY - timedelta(days=30), TODAY + timedelta(days=30), TODAY]),
        )
        self._state(service, codes=categories)

    def _need(self, city: Area) -> None:
        codes = tuple(sorted(self.random.sample(list(taxonomy().need_categories), self.random.choice([1, 1, 2]))))
        seen = self.random.choice(VISIBILITIES)
        key = need_key(city.id, codes)
        need = Need(key=key, name="困りごと", codes=codes, placed_in=self._said(city.id), visibility=seen, count=self._count_of(key))
        self._state(need, codes=codes)
        of = self.random.choice([city, *self.things["Area"]])
        self._state(HasNeed(start=of.reference, end=need.reference, visibility=self.random.choice(VISIBILITIES)))

    def _count_of(self, key: str) -> int | None:
        """By a chance of its own, so that nothing else of the graph depends on it."""
        return Random(f"{self.name} {key}").choice([None, 0, 2, 4, 5, 9, 30])  # noqa: S311 - no secret
