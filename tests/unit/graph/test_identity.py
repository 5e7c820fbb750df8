"""Ids: the same for ever, and the same for names that are the same."""

from uuid import uuid5

import pytest

from graph.identity import (
    KNOWN_BY_ID,
    NAMESPACE,
    area_key,
    case_study_key,
    code_key,
    council_key,
    evidence_key,
    id_key,
    identifier,
    need_key,
    normalised,
    observation_key,
    organization_key,
    programme_key,
    registered_service_key,
    service_key,
    source_key,
)


def test_the_namespace_never_changes() -> None:
    """Another namespace would give every id in every graph anew."""
    assert str(NAMESPACE) == "6f0d5a3e-2c55-5b0a-9a5e-0f6c1f6d7a11"


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("area|352012", "ef002ad0-5eb8-5cba-aa73-8cbe35a644af"),
        ("organization|1234567890123", "0fdda25c-db50-5d2e-a1d3-98ab5ba74be5"),
    ],
)
def test_an_id_is_stable(key: str, known: str) -> None:
    """Known answers: ids that graphs in use already hold."""
    assert identifier(key) == known


def test_a_thing_of_which_only_the_id_is_told_keeps_it() -> None:
    """A file that does not tell an identity in words makes no second thing of it."""
    told = identifier("organization|1234567890123")

    assert identifier(id_key(told)) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("特定非営利活動法人 見本の森", "ＮＰＯ法人見本の森"),
        ("（特非）見本の森", "NPO法人 見本の森"),
        ("社会福祉法人　見本会", "(福)見本会"),
        ("株式会社見本", "㈱見本"),
        ("茅ヶ崎", "茅ケ崎"),
        ("「見本」の会", "見本の会"),
        ("Cafe 見本", "ＣＡＦＥ見本"),
        ("見本、東・西", "見本東西"),
    ],
)
def test_names_that_differ_in_form_only_are_the_same(one: str, other: str) -> None:
    """Width, spaces, quotation marks, small ヶ, case and the length of the legal form make no other name."""
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社見本", "見本"),
        ("株式会社見本", "見本株式会社"),
        ("見本会", "見本の会"),
        ("見本地区社会福祉協議会", "見本地区社協"),
        ("見本一般社団法人", "見本公益社団法人"),
    ],
)
def test_names_that_may_be_two_bodies_stay_two(one: str, other: str) -> None:
    """Nothing but the form is made alike."""
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize("key", ["", "a", "organization|いろは会", "🙂" * 1000])
def test_an_id_is_a_uuid_of_version_5(key: str) -> None:
    """As the standard library makes it, only faster."""
    assert identifier(key) == str(uuid5(NAMESPACE, key))


def test_normalising_twice_changes_nothing() -> None:
    """A normalised name is its own normal form."""
    name = "特定非営利活動法人 「見本ヶ森」"
    assert normalised(normalised(name)) == normalised(name)


def test_an_area_is_its_code() -> None:
    """The code alone is the identity; without one, the area it lies in and the name are."""
    assert area_key("352012") == area_key("352012", parent_id="x", name="下関市") == "area|352012"
    assert area_key(parent_id="x", name="東 地区") == "area|x|東地区"


def test_a_body_is_its_corporate_number_else_its_name_in_its_area() -> None:
    """One number is one body wherever it is named; one name in two areas is two bodies."""
    assert organization_key("a", "見本会", corporate_number="1234567890123") == organization_key(
        "b", "見本", corporate_number="1234567890123"
    )
    assert organization_key("a", "見本会") != organization_key("b", "見本会")
    assert organization_key("a", "見本会") == "organization|a|見本会"


def test_an_address_joins_only_where_it_is_given() -> None:
    """Two bodies of one name in one source are told apart by address."""
    assert organization_key("a", "見本会", address="見本町1") != organization_key("a", "見本会", address="見本町2")


def test_a_need_does_not_depend_on_the_order_of_its_codes() -> None:
    """The codes are a set."""
    assert need_key("a", ("N_SHOP", "N_MOVE")) == need_key("a", ("N_MOVE", "N_SHOP")) == "need|a|N_MOVE+N_SHOP"


def test_keys_of_different_kinds_never_meet() -> None:
    """Every kind of thing begins its key with its own word."""
    keys = [
        area_key("352012"),
        organization_key("a", "b"),
        council_key("a", "b"),
        service_key("a", "b", "c"),
        need_key("a", ("b",)),
        programme_key("a", "b"),
        observation_key("a", "b", "c", "d"),
        source_key("a", "b"),
        case_study_key("a", "b", "c"),
        evidence_key("a", "b", "c", 1),
        code_key("scheme", "a"),
    ]
    assert len({key.split("|")[0] for key in keys}) == len(keys)


def test_a_registered_service_is_its_row() -> None:
    """The register's own key stands as it is: the loader decides what makes a row one of its own."""
    assert registered_service_key("register/a", "第1号|見本会") == "service|register/a|第1号|見本会"


def test_evidence_outlives_a_new_version() -> None:
    """Neither line nor version is part of its key; equal quotations are told apart by their number."""
    assert evidence_key("d", "f", "q", 1) == "evidence|d|f|q|1"
    assert evidence_key("d", "f", "q", 1) != evidence_key("d", "f", "q", 2)


def test_a_key_that_is_an_id_gives_that_id() -> None:
    """Where the identity in words is not told, the id itself names the same thing."""
    assert identifier(KNOWN_BY_ID + identifier("area|352012")) == identifier("area|352012")
