"""Rows of published tables: facilities, care, events, population."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

import pytest

from graph.areas import area_index
from graph.identity import care_office_key, care_service_key, identifier
from graph.model.areas import Area
from graph.model.definitions import Node, Relationship
from graph.model.observations import Observation, ObservedIn
from graph.model.organizations import Organization
from graph.model.places import OperatesIn, PartOf, Uses
from graph.model.services import Provides, Service
from loaders.contract import Outcome, Streamed
from loaders.municipal_open_data.events import categories_of

Kind = TypeVar("Kind", bound=Node | Relationship)
CITY = {"全国地方公共団体コード": "352039", "地方公共団体名": "山口県山口市"}
EVENT = CITY | {
    "イベント名": "みほんサロン",
    "開始日": "2026-12-05",
    "終了日": "2026-12-06",
    "主催者": "みほん会",
    "場所名称": "みほん会館　大ホール",
}


def those(kind: type[Kind], outcomes: Iterable[Outcome]) -> list[Kind]:
    return [fact.what for outcome in outcomes for fact in outcome.facts if isinstance(fact.what, kind)]


def problems(outcomes: Iterable[Outcome]) -> list[str]:
    return [problem.code for outcome in outcomes for problem in outcome.problems]


def test_a_facility_is_a_body_and_no_service(load_sample: Callable[[str], Streamed]) -> None:
    """Four facilities, none of them an answer to a need for a place; their types are those of name and runner."""
    found = list(load_sample("public_facilities.csv").outcomes())

    bodies = {body.name: body for body in those(Organization, found)}
    assert those(Service, found) == []
    assert {name: body.actor_types for name, body in bodies.items()} == {
        "みほん中央公民館": ("MUNI",),
        "山口市": ("MUNI",),
        "みほん交流センター": (),
        "特定非営利活動法人みほんの輪": ("NPO",),
        "みほん東小学校": ("UNIV",),
        "みほん北集会所": ("MUNI",),
    }
    assert bodies["みほん中央公民館"].aliases == ("中央公民館",)
    assert [(one.start.id, one.end.id) for one in those(PartOf, found)] == [
        (bodies["みほん中央公民館"].id, bodies["山口市"].id),
        (bodies["みほん交流センター"].id, bodies["特定非営利活動法人みほんの輪"].id),
    ]


def test_the_ward_is_that_of_the_address(load_sample: Callable[[str], Streamed]) -> None:
    """The code is the city's that publishes; the address says 戸塚区 and 旭区."""
    ids = {one.end.id for one in those(OperatesIn, load_sample("public_facilities_newer.csv").outcomes())}
    assert ids == {area_index().find(f"神奈川県横浜市{ward}")[0].area.id for ward in ("戸塚区", "旭区")}


def test_a_care_office_is_that_of_the_national_register(load_sample: Callable[[str], Streamed]) -> None:
    """Its number names office and services, whatever the list calls them; one cell can name two services."""
    found = list(load_sample("care_offices.csv").outcomes())

    assert those(Organization, found)[0].id == identifier(care_office_key("3570900001"))
    assert [one.id for one in those(Service, found)[:2]] == [identifier(care_service_key("3570900001", kind)) for kind in ("110", "430")]


def test_what_an_event_says(load_rows: Callable[..., Streamed]) -> None:
    """Days, category by the end of its name, organiser, and the house in which it is held."""
    (found,) = load_rows(EVENT | {"料金（基本）": "200", "対象者": "65歳以上の方", "定員": "20名"}).outcomes()

    (service,) = those(Service, [found])
    assert (service.valid_from, service.valid_to) == (date(2026, 12, 5), date(2026, 12, 6))
    assert (service.fee, service.target, service.capacity) == ("200円", "65歳以上の方", 20)
    (coded,) = [fact.codes for fact in found.facts if fact.what is service]
    assert coded == ("SALON",)
    assert [body.name for body in those(Organization, [found])] == ["みほん会", "みほん会館"]
    assert len(those(Provides, [found])) == len(those(Uses, [found])) == 1


@pytest.mark.parametrize("organiser", ["田中太郎", "はるか", "みほん協会　会長 田中太郎"])
def test_a_person_holds_no_event(load_rows: Callable[..., Streamed], organiser: str) -> None:
    """A name that may be a person's stands in no fact, no quotation and no message; the event is taken."""
    (found,) = load_rows(EVENT | {"主催者": organiser}).outcomes()

    assert problems([found])[0] in {"organiser_without_form", "people.masked"}
    assert those(Service, [found])
    assert those(Provides, [found]) == []
    assert organiser not in str(found)


def test_a_person_in_the_name_of_an_event_is_masked(load_rows: Callable[..., Streamed]) -> None:
    """佐藤花子さんと歌う会: one ＊ for each letter, in name and quotation."""
    (found,) = load_rows(EVENT | {"イベント名": "佐藤花子さんと歌う会"}).outcomes()

    assert those(Service, [found])[0].name == "＊＊＊＊さんと歌う会"
    assert "佐藤" not in str(found)


def test_a_private_house_is_no_premises(load_rows: Callable[..., Streamed]) -> None:
    """The event is held in the municipality, and nothing says in whose house."""
    (found,) = load_rows(EVENT | {"場所名称": "田中宅"}).outcomes()

    assert those(Uses, [found]) == []
    assert "田中" not in str(found)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("みほん認知症カフェ", ("DEMCAFE",)),
        ("ふれあいサロン（第3回）", ("SALON",)),
        ("サロン運営者の集まり", ()),
        ("もちつき大会", ()),
        ("いきいき百歳体操", ("KAYOI",)),
    ],
)
def test_the_category_is_what_the_name_ends_in(name: str, codes: tuple[str, ...]) -> None:
    """A word in the middle says what it is about, not what it is."""
    assert categories_of(name) == codes


def test_population_is_observed_in_each_locality(load_sample: Callable[[str], Streamed]) -> None:
    """Total, shares and households of 本町; a hidden cell leaves no share; the total is the municipality's own."""
    streamed = load_sample("population.csv")
    found = list(streamed.outcomes())

    values = [{one.indicator: one.value for one in those(Observation, [outcome])} for outcome in found]
    assert values == [
        {"population": 396, "share_65_plus": 28.03, "share_75_plus": 16.67, "households": 90},
        {"population": 180, "households": 36},
        {"population": 0, "households": 0},
        {"population": 540, "share_65_plus": 27.96, "share_75_plus": 16.67, "households": 126},
    ]
    assert problems(found) == ["unclear_count"]
    assert [one.name for one in those(Area, found)] == ["本町", "栄町", "大字山奥"]
    (city,) = area_index().find("山口県山口市")
    assert {one.end.id for one in those(PartOf, found)} == {one.end.id for one in those(ObservedIn, found[3:])} == {city.area.id}
    assert streamed.dataset.as_of == date(2026, 10, 1)
    assert {quotation.verified_on for fact in found[0].facts if isinstance(fact.what, Observation) for quotation in fact.evidence} == {
        date(2026, 10, 1)
    }


def test_bad_rows_say_why(load_sample: Callable[[str], Streamed]) -> None:
    """Each fault has its own reason; the rest of the table is taken."""
    assert problems(load_sample("bad_events.csv").outcomes()) == [
        "ends_before_it_begins",
        "unreadable_date",
        "missing_value",
        "address_without_municipality",
        "missing_value",
        "unclear_capacity",
        "duplicate_row",
    ]
    assert problems(load_sample("bad_population.csv").outcomes()) == [
        "more_older_than_all",
        "unreadable_number",
        "unreadable_date",
        "missing_value",
        "duplicate_row",
    ]
