"""Rows of the register: one office of several names, services, places, the dataset's name."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pytest

from graph.areas import area_index
from graph.facts import Fact
from graph.identity import care_office_key, care_service_key, identifier
from graph.model.definitions import Node, Relationship
from graph.model.organizations import Organization
from graph.model.places import DeliveredIn, OperatesIn, PartOf
from graph.model.services import Provides, Service
from loaders.contract import Outcome, Streamed

Kind = TypeVar("Kind", bound=Node | Relationship)
Outcomes = Callable[..., Iterator[Outcome]]


def those(kind: type[Kind], outcomes: Iterable[Outcome]) -> list[Kind]:
    return [fact.what for outcome in outcomes for fact in outcome.facts if isinstance(fact.what, kind)]


def facts(outcomes: Iterable[Outcome]) -> list[Fact]:
    return [fact for outcome in outcomes for fact in outcome.facts]


def test_several_names_of_one_number_are_names_of_one_body(outcomes: Outcomes) -> None:
    """The first name stands, another is an alias, another spelling is neither; each statement quotes its own cell."""
    names = ("ケアセンターみなも", "デイサービスみなも", "ケアセンター　みなも")
    kinds = ("訪問介護", "通所介護", "居宅介護支援")

    stated = [
        fact
        for fact in facts(outcomes(*({"事業所名": name, "サービスの種類": kind} for name, kind in zip(names, kinds, strict=True))))
        if isinstance(fact.what, Organization) and "CAREPROV" in fact.what.actor_types
    ]

    assert {fact.id for fact in stated} == {identifier(care_office_key("3570900001"))}
    assert {fact.what.name for fact in stated if isinstance(fact.what, Organization)} == {names[0]}
    assert [(fact.what.aliases, fact.evidence[0].quote) for fact in stated if isinstance(fact.what, Organization)] == [
        ((), names[0]),
        ((names[1],), names[1]),
        ((), names[2]),
    ]


def test_a_service_is_the_same_whatever_file_names_it(load_rows: Callable[..., Streamed]) -> None:
    """Office and kind make it: a file of the whole prefecture and one of another dataset name one service."""
    one = load_rows({})
    other = load_rows(
        {"サービスの種類": "通所介護", "サービスコード": "150"},
        {"事業所番号": "3570100002", "市区町村名": "下関市", "都道府県コード又は市町村コード": "352012"},
    )

    assert one.dataset.name != other.dataset.name
    expected = identifier(care_service_key("3570900001", "150"))
    assert [service.id for service in those(Service, one.outcomes())] == [expected]
    assert those(Service, other.outcomes())[0].id == expected


def test_what_a_service_says(outcomes: Outcomes) -> None:
    """Name, days, capacity, scheme; no category, since a benefit answers no need that people bring to a council."""
    (fact,) = [fact for fact in facts(outcomes({})) if isinstance(fact.what, Service)]

    service = fact.what
    assert isinstance(service, Service)
    assert (service.name, service.days, service.capacity, service.registration) == (
        "通所介護（ケアセンターみなも）",
        "平日、土曜日",
        18,
        "3570900001",
    )
    assert (fact.schemes, fact.codes) == (("INSURED",), ())
    assert [one.quote for one in fact.evidence] == ["通所介護", "平日,土曜日", "18"]


def test_a_capacity_of_0_is_not_stated(outcomes: Outcomes) -> None:
    """The register writes 0 where nothing was filled in, for homes as for visiting services."""
    assert [service.capacity for service in those(Service, outcomes({"定員": "0"}, {"事業所番号": "3570900002", "定員": ""}))] == [
        None,
        None,
    ]


def test_only_what_is_held_at_the_address_is_delivered_there(outcomes: Outcomes) -> None:
    """A day care is; a visiting service says where its office works and no more."""
    found = list(outcomes({}, {"事業所番号": "3570900002", "サービスの種類": "訪問介護"}))

    assert len(those(DeliveredIn, found)) == 1
    assert those(DeliveredIn, found)[0].start.id == those(Service, found)[0].id
    assert {one.start.id for one in those(OperatesIn, found)} == {
        identifier(care_office_key(number)) for number in ("3570900001", "3570900002")
    }


def test_a_former_ward_is_found_by_its_code(outcomes: Outcomes) -> None:
    """浜松市中区 ended on 2023-12-31; an older file's office works in it, and it is part of the city."""
    (found,) = those(
        OperatesIn,
        outcomes(
            {"都道府県コード又は市町村コード": "221317", "都道府県名": "静岡県", "市区町村名": "浜松市中区", "事業所番号": "2270200001"}
        ),
    )

    (ward,) = [one for one in area_index().by_code.values() if one.area.id == found.end.id]
    assert ward.area.until is not None
    assert area_index().municipality_of(ward).full_name == "静岡県浜松市"


def test_the_corporation_is_a_body_of_its_own(outcomes: Outcomes) -> None:
    """Named by its 法人番号 wherever it stands; a wrong number is a warning, and the body is that of its name."""
    rows: tuple[dict[str, str], ...] = ({}, {"事業所番号": "3570900002", "法人番号": "8990000000002"}, {"事業所番号": "3570900003"})
    found = list(outcomes(*rows))

    bodies = [body for body in those(Organization, found) if "CAREPROV" not in body.actor_types]
    assert [(body.corporate_number, body.actor_types) for body in bodies] == [("8990000000001", ("SHAFUKU",)), (None, ("SHAFUKU",))]
    assert [one.end.id for one in those(PartOf, found)] == [bodies[0].id, bodies[1].id, bodies[0].id]
    assert [(problem.code, problem.kind) for one in found for problem in one.problems] == [("wrong_corporate_number", "warning")]


@pytest.mark.parametrize(
    "given",
    [{"法人番号": "", "法人の名称": "はるか"}, {"法人の名称": "田中太郎"}, {"法人番号": "", "法人の名称": "田中太郎（ひなた薬局）"}],
)
def test_an_owner_who_may_be_a_person_is_not_taken(outcomes: Outcomes, given: dict[str, str]) -> None:
    """No form of a body without a number, or a person's name: it stands in no fact, no quotation and no message."""
    (found,) = outcomes(given)

    assert {problem.code for problem in found.problems} & {"corporation_without_form", "people.masked"}
    assert found.facts
    assert not any(given["法人の名称"] in quotation.quote for fact in found.facts for quotation in fact.evidence)
    assert not any(isinstance(fact.what, PartOf) for fact in found.facts)
    assert given["法人の名称"] not in str(found.problems)


def test_a_lost_zero_is_put_back_where_the_prefecture_proves_it(outcomes: Outcomes) -> None:
    """北海道's numbers begin with 01; in 山口県 nine signs are no number."""
    hokkaido = {"都道府県コード又は市町村コード": "012050", "都道府県名": "北海道", "市区町村名": "室蘭市"}
    right, wrong = outcomes(hokkaido | {"事業所番号": "173500015"}, {"事業所番号": "357090001"})

    assert [problem.code for problem in right.problems] == ["restored_office_number"]
    assert those(Service, [right])[0].registration == "0173500015"
    assert ("173500015 → 0173500015",) in {quotation.repairs for fact in right.facts for quotation in fact.evidence}
    assert [(problem.code, problem.kind) for problem in wrong.problems] == [("wrong_office_number", "refused")]


def test_the_same_office_and_kind_twice_is_refused_once(outcomes: Outcomes) -> None:
    """The first row stands; the second says where that is."""
    first, second = outcomes({}, {"定員": "20"})

    assert not first.problems
    assert (second.facts, second.problems[0].code, str(second.problems[0].values["first"])) == ((), "duplicate_row", "row 2")


def test_every_service_has_one_provider(outcomes: Outcomes) -> None:
    """PROVIDES leads from the office to each of its services."""
    found = list(outcomes({}, {"サービスの種類": "訪問介護"}))

    assert {(one.start.id, one.end.id) for one in those(Provides, found)} == {
        (identifier(care_office_key("3570900001")), service.id) for service in those(Service, found)
    }


def test_the_name_of_the_dataset_says_kind_and_place(load_rows: Callable[..., Streamed]) -> None:
    """One municipality, one ward, several prefectures; one kind or several."""
    shimonoseki = {"市区町村名": "下関市", "都道府県コード又は市町村コード": "352012", "事業所番号": "3570100002"}
    ward = {"市区町村名": "横浜市戸塚区", "都道府県名": "神奈川県", "都道府県コード又は市町村コード": "141101", "事業所番号": "1470200002"}
    visiting = {"サービスの種類": "訪問介護"}

    files: list[list[dict[str, str]]] = [[{}], [{}, visiting], [{}, shimonoseki], [ward], [{}, ward]]

    names = [load_rows(*rows).dataset.name for rows in files]

    assert names == [
        "care_providers/通所介護/山口県山口市",
        "care_providers/複数/山口県山口市",
        "care_providers/通所介護/山口県",
        "care_providers/通所介護/神奈川県横浜市戸塚区",
        "care_providers/通所介護/神奈川県+山口県",
    ]


def test_the_scope_is_the_places_and_kinds_that_occur(load_rows: Callable[..., Streamed]) -> None:
    """A file of one city speaks in full of day care there, and of nothing else."""
    scopes = load_rows({}).dataset.scopes

    (city,) = area_index().find("山口県山口市")
    assert {(scope.area_id, scope.kind, scope.coverage, scope.categories) for scope in scopes} == {
        (city.area.id, "services", "exhaustive", ("通所介護",)),
        (city.area.id, "bodies", "examples", ()),
    }
