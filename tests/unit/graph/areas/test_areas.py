"""Codes are checked as the specification says; a name is every area that is called so, and none is chosen."""

import pytest

from graph.areas import area_index, code_is_valid
from graph.model.areas import AREA_LEVELS


@pytest.mark.parametrize(
    "code",
    [
        "011002",  # 札幌市: 0*6+1*5+1*4+0*3+0*2 = 9 < 11 → 11 - 9 = 2
        "131016",  # 千代田区: 1*6+3*5+1*4+0*3+1*2 = 27 → 27 mod 11 = 5 → 11 - 5 = 6
        "352012",  # 下関市
        "010006",  # 北海道
        "470007",  # 沖縄県
    ],
)
def test_the_check_digit_is_that_of_the_specification(code: str) -> None:
    """Weights 6, 5, 4, 3, 2; sums below 11 and above it; the last digit of the difference."""
    assert code_is_valid(code)


@pytest.mark.parametrize("code", ["011003", "110022", "35201", "3520120", "35201a", "３５２０１２", "", "352102"])
def test_what_is_no_code_is_refused(code: str) -> None:
    """A wrong digit, two digits exchanged, another length, other characters."""
    assert not code_is_valid(code)


def test_exactly_one_last_digit_is_right() -> None:
    """For any five digits one check digit fits."""
    for first in ("01100", "13101", "35201", "22138", "99999", "00000"):
        assert sum(code_is_valid(f"{first}{digit}") for digit in range(10)) == 1


def test_every_code_of_the_table_is_valid() -> None:
    """The bundled table has no mistyped code."""
    assert [code for code in area_index().by_code if not code_is_valid(code)] == []


def test_the_table_is_whole() -> None:
    """47 prefectures, 1,741 municipalities, every area in one prefecture and of a declared level."""
    # Arrange
    index = area_index()
    levels = [one.area.level for one in index.by_code.values()]

    # Assert
    assert (levels.count("prefecture"), levels.count("municipality")) == (47, 1741)
    assert set(levels) <= set(AREA_LEVELS)
    assert {index.prefecture_of(one).area.level for one in index.by_code.values()} == {"prefecture"}


def test_wards_lie_in_their_city() -> None:
    """A ward rolls up to its city, the city to its prefecture; a ward of Tokyo is a municipality."""
    # Arrange
    index = area_index()

    # Act
    (ward,) = index.find("横浜市中区")
    (tokyo,) = index.find("千代田区")

    # Assert
    assert index.by_code[ward.parent_code or ""].area.name == "横浜市"
    assert index.prefecture_of(ward).area.name == "神奈川県"
    assert tokyo.area.level == "municipality"


@pytest.mark.parametrize("text", ["下関市", "山口県下関市", "352012", "３５２０１２", " 下関 市 "])
def test_an_area_is_found_by_name_full_name_and_code(text: str) -> None:
    """Width and spaces make no difference."""
    assert [one.area.code for one in area_index().find(text)] == ["352012"]


def test_a_name_that_several_areas_have_gives_all_of_them() -> None:
    """府中市 is two, 中央区 many; the caller has to ask."""
    assert {one.full_name for one in area_index().find("府中市")} == {"東京都府中市", "広島県府中市"}
    assert len(area_index().find("中央区")) == 11


def test_a_small_ke_makes_no_other_name() -> None:
    """茅ヶ崎市 and 茅ケ崎市 are one."""
    assert area_index().find("茅ヶ崎市") == area_index().find("茅ケ崎市") != ()


def test_an_ended_ward_is_found_only_where_no_present_one_has_the_name() -> None:
    """浜北区 ended and is the only one; 天竜区 and 中区 exist today."""
    # Act
    ended = area_index().find("浜北区")
    renewed = area_index().find("天竜区")
    present = area_index().find("中区")

    # Assert
    assert [one.area.until is None for one in ended] == [False]
    assert [one.area.until is None for one in renewed] == [True]
    assert all(one.area.until is None for one in present)
    assert "静岡県浜松市中区" not in {one.full_name for one in present}


def test_an_unknown_name_finds_nothing() -> None:
    """Nothing similar is offered in its place."""
    assert area_index().find("架空市") == ()
    assert area_index().find("") == ()


def test_the_area_at_the_beginning_of_a_text_is_the_longest() -> None:
    """An address names its ward, not only its city; without a prefecture nothing is found."""
    # Arrange
    index = area_index()

    # Act
    ward = index.municipality_in_text("神奈川県横浜市中区見本町1番地")
    city = index.municipality_in_text("山口県下関市南部町1番1号")

    # Assert
    assert ward is not None
    assert ward.full_name == "神奈川県横浜市中区"
    assert city is not None
    assert city.full_name == "山口県下関市"
    assert index.municipality_in_text("下関市南部町") is None


def test_an_area_has_the_same_id_wherever_it_is_named() -> None:
    """The node of an area comes from its code."""
    (one,) = area_index().find("下関市")
    assert one.area.key == "area|352012"
