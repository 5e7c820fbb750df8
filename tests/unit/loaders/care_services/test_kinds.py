"""Kinds of service of long-term care insurance."""

import pytest

from graph.taxonomy import taxonomy
from loaders.care_services.kinds import AT_THE_ADDRESS, OF_THE_MUNICIPALITY, VISITING, kind_of


def test_each_code_stands_once() -> None:
    """35 kinds, each with a code and a name of its own."""
    codes = [code for code, _ in (*VISITING, *AT_THE_ADDRESS)]
    assert len(set(codes)) == len(codes) == 35
    assert {kind_of(name).key for _, name in (*VISITING, *AT_THE_ADDRESS)} == set(codes)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("短期入所療養介護(療養病床を有する病院等）", "230"),
        ("定期巡回随時対応型訪問介護看護", "760"),
        ("療養通所介護", "155"),
        ("特別養護老人ホーム", "510"),
        ("訪問型サービスＢ", "hv_b"),
    ],
)
def test_other_spellings_are_the_same_kind(written: str, key: str) -> None:
    """Width, brackets, dots and the names of other lists make no other kind."""
    assert kind_of(written).key == key


def test_a_code_tells_a_name_that_is_not_known() -> None:
    """The name of next year's form with the code of this year's."""
    assert kind_of("通所介護（新しい区分）", "150").key == "150"


def test_prevention_is_a_kind_of_its_own() -> None:
    """介護予防訪問看護 is not 訪問看護, and is held where that is; 特定介護予防福祉用具販売 too."""
    found = kind_of("介護予防認知症対応型通所介護")
    assert (found.key, found.held, found.schemes) == ("介護予防認知症対応型通所介護", True, ("INSURED",))
    assert kind_of("特定介護予防福祉用具販売").schemes == ("INSURED",)


def test_an_unknown_kind_claims_nothing() -> None:
    """Neither a place nor a scheme nor a category."""
    found = kind_of("宇宙介護")
    assert (found.held, found.schemes, found.categories) == (False, (), ())


def test_codes_are_those_of_the_taxonomy() -> None:
    """Every scheme and category exists; no insured kind has a category."""
    kinds = [kind_of(name) for _, name in (*VISITING, *AT_THE_ADDRESS)]
    assert {kind.categories for kind in kinds} == {()}
    assert {code for kind in OF_THE_MUNICIPALITY for code in kind.categories} <= set(taxonomy().service_categories)
    assert {code for kind in (*kinds, *OF_THE_MUNICIPALITY) for code in kind.schemes} <= set(taxonomy().schemes)
