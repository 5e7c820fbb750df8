"""Two sources of different days that name the same bodies and ties."""

from datetime import date

from graph.facts import Dataset, Fact
from graph.identity import organization_key
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from tests.building import quoting

FIRST = Dataset(name="samples/甲", title="甲", as_of=date(2026, 4, 1))
SECOND = Dataset(name="samples/乙", title="乙", as_of=date(2026, 10, 1))


def body(name: str = "いろは会", **more: object) -> Fact:
    return quoting(Fact(what=Organization(key=organization_key("a", name), name=name, **more), evidence=()), f"{name}の文")  # type: ignore[arg-type]


def tie(one: Fact, other: Fact, **more: object) -> Fact:
    start, end = (fact.what.reference for fact in (one, other))  # type: ignore[union-attr]
    return quoting(Fact(what=CollaboratesWith(start=start, end=end, **more), evidence=()), "連携する")  # type: ignore[arg-type]
