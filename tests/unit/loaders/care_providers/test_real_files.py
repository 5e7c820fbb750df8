"""Two real files of the register, where they lie beside the checkout: every row is accounted for, with known counts."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from graph.model.services import Service
from loaders.contract import Outcome, Streamed

FOLDER = Path(__file__).parents[4] / ".." / "shared" / "data" / "mhlw_kaigo"
ONE_KIND, SEED_AREAS = FOLDER / "jigyosho_362_raw.csv", FOLDER / "jigyosho_seed_areas.csv"

pytestmark = pytest.mark.skipif(not SEED_AREAS.exists(), reason="the real care offices are not beside this checkout")


@pytest.fixture(scope="module")
def one_kind(load_file: Callable[[Path], Streamed]) -> list[Outcome]:
    """The file of one kind of the whole country."""
    return list(load_file(ONE_KIND).outcomes())


@pytest.fixture(scope="module")
def seed_areas(load_file: Callable[[Path], Streamed]) -> list[Outcome]:
    """The file of 21 kinds, cut to the regions of the report and three cities."""
    return list(load_file(SEED_AREAS).outcomes())


def test_every_row_is_taken(one_kind: list[Outcome], seed_areas: list[Outcome]) -> None:
    """64 and 3,537 rows, none refused; three wrong 法人番号, an owner without the form of a body and one with a person's name are said."""
    assert (len(one_kind), sum(bool(outcome.facts) for outcome in one_kind)) == (64, 64)
    assert (len(seed_areas), sum(bool(outcome.facts) for outcome in seed_areas)) == (3_537, 3_537)
    said = Counter((problem.code, problem.kind) for outcome in seed_areas for problem in outcome.problems)
    assert {kind for _, kind in said} == {"warning"}
    assert {code: count for (code, _), count in said.items()} == {
        "wrong_corporate_number": 3,
        "corporation_without_form": 1,
        "people.masked": 1,
        "corporation_without_name": 1,
    }
    assert not any(outcome.problems for outcome in one_kind)


def test_a_number_is_one_body_with_its_names(seed_areas: list[Outcome]) -> None:
    """2,595 numbers are 2,595 offices; of the 160 with several names 91 differ in more than spelling."""
    offices = [
        fact.what
        for outcome in seed_areas
        for fact in outcome.facts
        if isinstance(fact.what, Organization) and "CAREPROV" in fact.what.actor_types
    ]

    assert len({office.id for office in offices}) == 2_595
    assert len({(office.id, office.name) for office in offices}) == 2_595
    assert len({office.id for office in offices if office.aliases}) == 91


def test_every_row_is_a_service(one_kind: list[Outcome], seed_areas: list[Outcome]) -> None:
    """No service is named twice within a file; no capacity is 0."""
    for outcomes, rows in ((one_kind, 64), (seed_areas, 3_537)):
        services = [fact.what for outcome in outcomes for fact in outcome.facts if isinstance(fact.what, Service)]
        assert len({service.id for service in services}) == rows
        assert all(service.capacity is None or service.capacity > 0 for service in services)


def test_wards_and_municipalities_resolve(one_kind: list[Outcome], seed_areas: list[Outcome]) -> None:
    """Offices of wards work in their ward: 34 wards and 7 municipalities; 5 wards and 50 municipalities of the whole country."""
    by_id = {one.area.id: one.area for one in area_index().by_code.values()}
    levels = [
        Counter(
            by_id[area].level
            for area in {fact.what.end.id for outcome in outcomes for fact in outcome.facts if isinstance(fact.what, OperatesIn)}
        )
        for outcomes in (one_kind, seed_areas)
    ]
    assert levels == [{"municipality": 50, "ward": 5}, {"ward": 34, "municipality": 7}]


def test_the_files_are_named_after_kind_and_place(load_file: Callable[[Path], Streamed]) -> None:
    """A rare kind of the whole country keeps its name; the cut file is that of its prefectures."""
    assert load_file(ONE_KIND).dataset.name == "care_providers/地域密着型特定施設入居者生活介護（軽費老人ホーム）/全国"
    assert load_file(SEED_AREAS).dataset.name == "care_providers/複数/栃木県+東京都+神奈川県+三重県+兵庫県+奈良県+山口県+福岡県"
