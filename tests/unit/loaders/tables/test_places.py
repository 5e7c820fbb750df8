"""Where a row is: a municipality, a district below one, or several."""

import pytest

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from loaders.tables.heads import Heading
from loaders.tables.places import level_of, place_of, places_within
from loaders.tables.row import Row

HEADS = {"prefecture": "都道府県", "municipality": "市区町村", "area": "地区", "address": "住所"}
HEADING = Heading(row=0, heads=tuple(HEADS.values()), where={key: number for number, key in enumerate(HEADS)})


def row(**cells: str) -> Row:
    return Row(source="x", sheet=None, number=2, cells=dict.fromkeys(HEADS, "") | cells, heading=HEADING)


def iga() -> CodedArea:
    return area_index().resolve("三重県伊賀市")


def names(*rows: Row, home: CodedArea | None = None) -> list[str]:
    return [place.area.name for one in rows for place in places_within(one, home)]


@pytest.mark.parametrize(
    ("cells", "name", "district"),
    [
        ({"municipality": "伊賀市"}, "伊賀市", False),
        ({"municipality": "伊賀市", "area": "市内全域"}, "伊賀市", False),
        ({"municipality": "伊賀市", "area": "上野地区"}, "上野地区", True),
        ({"municipality": "伊賀市", "area": "伊賀市上野地区"}, "上野地区", True),
        ({"municipality": "名古屋市", "area": "千種区"}, "千種区", False),
        ({"area": "三重県伊賀市"}, "伊賀市", False),
        ({"area": "伊賀市 上野地区"}, "上野地区", True),
        ({"prefecture": "広島県", "area": "府中市"}, "府中市", False),
    ],
)
def test_a_municipality_or_a_part_of_it(cells: dict[str, str], name: str, district: bool) -> None:
    """In two cells or in one."""
    found = place_of(row(**cells))
    assert (found.area.name, found.is_district) == (name, district)


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ({}, "missing_value"),
        ({"area": "上野地区"}, "district_without_municipality"),
        ({"area": "府中市"}, "ambiguous_area"),
        ({"municipality": "三重県"}, "too_wide"),
        ({"municipality": "ない市"}, "unknown_area"),
        ({"prefecture": "ない県", "municipality": "伊賀市"}, "unknown_area"),
    ],
)
def test_what_is_no_single_place_is_refused(cells: dict[str, str], key: str) -> None:
    """A district alone, one of two towns, a whole prefecture."""
    with pytest.raises(RecordRejected) as refused:
        place_of(row(**cells))
    assert refused.value.key == key


def test_a_cell_of_several_districts_is_several_places() -> None:
    """Of the list's municipality or of the row's own; each once; dashes and separators are none."""
    assert names(row(area="上野地区、中瀬地区\n上野地区"), home=iga()) == ["上野地区", "中瀬地区"]
    assert names(row(municipality="名張市", area="東・西")) == ["東", "西"]
    assert names(row(area="・－、"), home=iga()) == ["伊賀市"]
    assert names(row(area="松江市・出雲市")) == ["松江市", "出雲市"]


def test_the_address_places_a_row_that_says_nothing_else() -> None:
    """Without any, the municipality of the list; without that, nothing."""
    assert names(row(address="三重県名張市鴻之台1")) == ["名張市"]
    assert names(row(address="どこか"), home=iga()) == ["伊賀市"]
    with pytest.raises(RecordRejected) as refused:
        places_within(row(), None)
    assert refused.value.key == "missing_value"


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("上野中学校区", "junior_high_district"),
        ("新居小学校区", "elementary_district"),
        ("東部圏域", "daily_life_area"),
        ("島ヶ原", "locality"),
    ],
)
def test_the_name_of_a_district_shows_its_level(name: str, level: str) -> None:
    """By how it ends."""
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("東中学校区", "junior_high_district"),
        ("東小学校区", "elementary_district"),
        ("東校区", "elementary_district"),
        ("東圏域", "daily_life_area"),
        ("東地区", "locality"),
        ("旧東村", "locality"),
    ],
)
def test_the_level_follows_from_the_form(name: str, level: str) -> None:
    """How a district is called says what it is."""
    assert level_of(name) == level
