"""Graphs made by chance from a seed: every kind of thing, every visibility, sources of every scope.

The same seed gives the same facts. Two municipalities are spoken of; one of them has two districts.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from graph.facts import Dataset, Fact, Scope
from graph.model.areas import AdjacentTo, Area
from graph.model.councils import MemberOf, RefersTo
from graph.model.definitions import Node, Relationship
from graph.model.needs import Addresses, RaisedIn
from graph.model.organizations import Commissions, Holds
from graph.model.places import ActsFor, Covers, DeliveredIn, OperatesIn, Uses
from graph.model.programmes import Connects, Established, Funds
from graph.model.services import Precedes, Provides
from graph.model.sources import KINDS_OF_FACT
from graph.model.ties import CollaboratesWith, Supports
from graph.taxonomy import taxonomy
from tests.generated_things import TODAY, VISIBILITIES, ThingsByChance
from tests.generated_traits import Traits

TIES = (CollaboratesWith, Supports, Funds, Commissions, Established, Connects, RefersTo)
OTHERS = (MemberOf, Provides, ActsFor, OperatesIn, Covers, DeliveredIn, Addresses, RaisedIn, Holds, Uses, Precedes, AdjacentTo)
PLACED = (OperatesIn, Covers, DeliveredIn, Provides)
"""Asked about more than the rest."""


@dataclass
class Load:
    """One invented source and what it states."""

    dataset: Dataset
    facts: tuple[Fact, ...]


class Inventor(ThingsByChance):
    """Invents the facts of one source: its things, what stands between them, and what it could have shown."""

    def invent(self) -> tuple[list[Fact], list[Scope]]:
        """The facts of the source, and what it could have shown."""
        self._areas()
        self._nodes()
        self._relationships()
        kinds = [kind for kind in KINDS_OF_FACT if self.random.random() < 0.8]
        scopes = [self._scope(city, kind) for city in self.cities for kind in kinds if self.random.random() < 0.9]
        self._shares_of_older_people()
        self._observation(self.cities[0], "acts_for_resources", "not_started")
        return self.facts, scopes

    def load(self) -> Load:
        """Invent the source as one that speaks of nothing else."""
        facts, scopes = self.invent()
        return Load(dataset=invented_dataset(self.name, tuple(scopes), self.random), facts=tuple(facts))

    def _scope(self, city: Area, kind: str) -> Scope:
        codes = sorted(taxonomy().service_categories)
        return Scope(
            area_id=city.id,
            kind=kind,
            coverage=self.random.choice(["examples", "exhaustive"]),
            categories=tuple(self.random.sample(codes, 3)) if kind == "services" and self.random.random() < 0.3 else (),
            begins=self._unless_open(TODAY - timedelta(days=self.random.randrange(-100, 900))),
            ends_on=self._unless_open(TODAY - timedelta(days=self.random.randrange(-300, 500))),
        )

    def _unless_open(self, day: date) -> date | None:
        return day if self.random.random() < 0.15 else None

    def _relationships(self) -> None:
        kinds: list[type[Relationship]] = [*(TIES * 2 if self.traits.ties else ()), *OTHERS, *PLACED]
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
            if kind is Commissions:
                more["until"] = self._last_day()
            if kind is OperatesIn and self.random.random() < 0.6:
                continue
            self._state(kind(start=start.reference, end=end.reference, visibility=self.random.choice(VISIBILITIES), **more))

    def _any_of(self, kinds: tuple[type[Node], ...]) -> Node | None:
        choices = [thing for kind in kinds for thing in self.things.get(kind.label, [])]
        return self.random.choice(choices) if choices else None


def invented_dataset(name: str, scopes: tuple[Scope, ...], chance: Random) -> Dataset:
    """A source of any age and for any audience."""
    return Dataset(
        name=f"generated/{name}",
        title=f"見本の資料 {name}",
        as_of=TODAY - timedelta(days=chance.randrange(900)),
        visibility=chance.choice(["public", "public", "members"]),
        scopes=scopes,
    )


def generated_loads(seed: int, *, size: int = 14) -> list[Load]:
    """Two sources that name some of the same bodies."""
    return [Inventor(seed, name, Traits(size=size)).load() for name in ("甲", "乙")]
