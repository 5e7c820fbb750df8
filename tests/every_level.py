"""A town of which every kind of fact is recorded at every visibility, marked so that what is hidden can be searched for.

Whatever is public has a name with characters that programs lose (髙﨑, ㈱, 𠮷) and beginnings that spreadsheets run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.areas import area_index
from graph.connection import Graph
from graph.facts import Dataset, Fact, Quotation
from graph.identity import area_key, council_key, need_key, observation_key, organization_key, programme_key, service_key
from graph.model.areas import AdjacentTo, Area
from graph.model.councils import Council, MemberOf, RefersTo
from graph.model.definitions import VISIBILITY_LEVELS, Node, Relationship
from graph.model.needs import Addresses, HasNeed, Need, RaisedIn
from graph.model.observations import Observation, ObservedIn
from graph.model.organizations import Commissions, Holds, Organization, Post
from graph.model.places import ActsFor, Covers, DeliveredIn, OperatesIn, PartOf, Uses
from graph.model.programmes import Connects, Established, Funds, Programme
from graph.model.services import Precedes, Provides, Service
from graph.model.ties import CollaboratesWith, Supports
from tests.building import TODAY, load_facts

HARD_NAMES = ("髙﨑見守り隊", "㈱𠮷野家事サービス", "=HYPERLINK(1)の会", '@よろず＆<相談> "所"', "－ハイフン会")
DAY = date(2025, 4, 1)


def mark(level: str) -> str:
    """What everything of one level above public carries in its texts."""
    return f"KAKUSHI{level.upper()}"


def hidden_marks(audience: str) -> list[str]:
    """The marks of everything above an audience."""
    return [mark(level) for level in VISIBILITY_LEVELS[VISIBILITY_LEVELS.index(audience) + 1 :]]


@dataclass
class Level:
    """Invents the facts of one visibility."""

    level: str
    city: Area

    def __post_init__(self) -> None:
        """Begin with nothing."""
        self.facts: list[Fact] = []

    def name(self, text: str) -> str:
        """A name with the mark of the level."""
        return text if self.level == "public" else f"{text}{mark(self.level)}"

    def state(self, what: Node | Relationship, *codes: str) -> None:
        """One fact with a quotation of its level."""
        words = self.name("この文に記載")
        quotation = Quotation(quote=words, extractor="sample", line=len(self.facts) + 1, area_id=self.city.id, visibility=self.level)
        self.facts.append(Fact(what=what, evidence=(quotation,), codes=codes))

    def join(self, kind_: type[Relationship], start: Node, end: Node, **more: Any) -> None:
        """One relationship of the level."""
        self.state(kind_(start=start.reference, end=end.reference, visibility=self.level, **more))

    def invent(self, names: Iterable[str]) -> list[Fact]:
        """Every kind of node and relationship."""
        bodies = [self._body(name) for name in names]
        services = [self._service(name, bodies[0]) for name in ("買い物代行", "ふれあいサロン")]
        for body in bodies:
            self.state(body, "SHAKYO")
        for service in services:
            self.state(service, "SHOP")
        self.state(self.city)
        self._between_bodies(bodies, services)
        self._about_needs(bodies, services)
        self._about_places(bodies, services)
        return self.facts

    def _between_bodies(self, bodies: list[Organization], services: list[Service]) -> None:
        first, second = bodies[:2]
        name = self.name("協議体")
        council = Council(
            key=council_key(self.city.id, name),
            name=name,
            layers=(1, 2),
            kind="council",
            meets=self.name("毎月"),
            founded=DAY,
            placed_in=self.city.id,
            visibility=self.level,
        )
        post = Post(key=f"post|{name}", name=self.name("第2層コーディネーター"), layer=2, placed_in=self.city.id, visibility=self.level)
        fund = Programme(
            key=programme_key(self.city.id, name),
            name=self.name("基金"),
            kind="fund",
            amount_yen=0,
            placed_in=self.city.id,
            visibility=self.level,
        )
        for node in (council, post, fund):
            self.state(node)
        for body in bodies:
            self.join(MemberOf, body, council, role=self.name("委員"), since=DAY)
        for kind in (Supports, Commissions, Established, Connects, PartOf):
            self.join(kind, first, second)
        self.join(CollaboratesWith, first, second, kind=self.name("連携"))
        self.join(CollaboratesWith, first, council, state="absent")
        self.join(RefersTo, first, council, need=self.name("買い物"))
        self.join(Funds, fund, second, amount_yen=1000)
        self.join(Holds, first, post)
        self.join(ActsFor, post, self.city, function="network")
        self.join(Provides, first, services[0])
        self.join(Provides, second, services[1])
        self.join(Uses, services[0], fund)

    def _about_needs(self, bodies: list[Organization], services: list[Service]) -> None:
        need = Need(
            key=need_key(self.city.id, ("N_SHOP",)) + self.name(""),
            name=self.name("買い物に困る"),
            codes=("N_SHOP",),
            text=self.name("買い物に困る"),
            count=12,
            placed_in=self.city.id,
            visibility=self.level,
        )
        council = Council(key=council_key(self.city.id, self.name("会議")), name=self.name("会議"), visibility=self.level)
        self.state(need, "N_SHOP")
        self.state(council)
        self.join(MemberOf, bodies[1], council)
        self.join(HasNeed, self.city, need)
        self.join(Addresses, services[0], need)
        self.join(RaisedIn, need, council, on=DAY)
        self.join(Precedes, services[0], services[1])

    def _about_places(self, bodies: list[Organization], services: list[Service]) -> None:
        districts = []
        for name in map(self.name, ("東地区", "西地区")):
            key = area_key(parent_id=self.city.id, name=name)
            districts.append(Area(key=key, name=name, level="elementary_district", visibility=self.level))
            self.state(districts[-1])
            self.join(PartOf, districts[-1], self.city)
        self.join(AdjacentTo, *districts)
        figure = Observation(
            key=observation_key(self.city.id, "population", DAY.isoformat(), self.name("d")),
            name=self.name("人口"),
            indicator="population",
            value=-5.5,
            unit="persons",
            as_of=DAY,
            placed_in=self.city.id,
            visibility=self.level,
        )
        self.state(figure)
        self.join(ObservedIn, figure, self.city)
        self.join(Covers, services[0], self.city, part=self.name("北部"))
        self.join(DeliveredIn, services[1], districts[0])
        for body in bodies:
            self.join(OperatesIn, body, districts[1])

    def _body(self, name: str) -> Organization:
        name = self.name(name)
        return Organization(
            key=organization_key(self.city.id, name),
            name=name,
            kana=self.name("よみ"),
            aliases=(self.name("別名"), self.name("=別名")),
            actor_types=("SHAKYO",),
            address=self.name("=1+1番地"),
            placed_in=self.city.id,
            visibility=self.level,
        )

    def _service(self, name: str, by: Organization) -> Service:
        name = self.name(name)
        return Service(
            key=service_key(by.id, name, self.city.id),
            name=name,
            target=self.name("高齢者"),
            fee=self.name("-100円"),
            capacity=0,
            accepting=False,
            valid_from=DAY,
            placed_in=self.city.id,
            visibility=self.level,
        )


def load_every_level(graph: Graph) -> None:
    """Three sources, one for each level; the stricter ones speak of a public body and of a public tie too."""
    city = area_index().by_code["242080"].area
    public = Level("public", city).invent(HARD_NAMES)
    load_facts(graph, dataset_of("public"), [*public, *_public_body_in_a_hidden_place(city)])
    for level in VISIBILITY_LEVELS[1:]:
        facts = Level(level, city).invent(("かくれた会", "もう一つの会", "三つ目の会"))
        load_facts(graph, dataset_of(level), [*facts, *_of_public_things(public, level)])


def dataset_of(level: str) -> Dataset:
    """The source of one level."""
    name = "見本" if level == "public" else mark(level)
    return Dataset(name=f"samples/{name}", title=f"資料 {name}", licence=f"CC BY 4.0; {name}", as_of=TODAY, visibility=level)


def _of_public_things(public: list[Fact], level: str) -> list[Fact]:
    """What a stricter source says of public things: other words, another name beside it, a code more, a place that is hidden."""
    quotation = Quotation(quote=mark(level), extractor="sample", line=1, visibility=level)
    body = next(fact.what for fact in public if isinstance(fact.what, Organization))
    tie = next(fact.what for fact in public if isinstance(fact.what, Supports))
    also = Organization(key=body.key, name=body.name, aliases=(f"別名{mark(level)}",), address=mark(level), visibility=level)
    again = Supports(start=tie.start, end=tie.end, visibility=level)
    return [Fact(what=also, evidence=(quotation,), codes=("NPO",)), Fact(what=again, evidence=(quotation,))]


def _public_body_in_a_hidden_place(city: Area) -> list[Fact]:
    """A public body whose source places it in a district that is for members."""
    name = f"区{mark('members')}"
    district = Area(key=area_key(parent_id=city.id, name=name), name=name, level="locality", visibility="members")
    body = Organization(key=organization_key(district.id, "場所を伏せた会"), name="場所を伏せた会", placed_in=district.id)
    return [
        Fact(what=district, evidence=(Quotation(quote=mark("members"), extractor="sample", visibility="members"),)),
        Fact(what=body, evidence=(Quotation(quote="場所を伏せた会", extractor="sample", area_id=district.id),)),
    ]
