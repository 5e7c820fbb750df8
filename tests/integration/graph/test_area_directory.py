"""Areas of a graph: what a name, code or id means, and what lies below."""

import pytest

from graph.area_directory import AreaDirectory
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.reading import Reader
from tests.building import Town, area_named


def directory(graph: Graph, audience: str = "public") -> AreaDirectory:
    return Reader(graph, audience=audience).areas


@pytest.mark.parametrize("name", ["名張市", "三重県名張市", "24208", "242080", "名張"])
def test_what_a_name_means(graph: Graph, name: str) -> None:
    """A name, a full name, a code with and without its check digit mean one area; half a name means none."""
    # Arrange
    areas = directory(graph)

    # Act
    try:
        found = areas.find(name).name
    except QueryMisused as refused:
        found = refused.key

    # Assert
    assert found == ("unknown_area" if name == "名張" else "名張市")


def test_an_id_means_itself(graph: Graph) -> None:
    """What the program hands out it takes back."""
    # Arrange
    area = area_named("名張市")

    # Act
    found = directory(graph).find(area.id)

    # Assert
    assert (found.id, found.code, found.level) == (area.id, area.code, "municipality")


def test_a_name_of_several_areas_is_refused_with_them(graph: Graph) -> None:
    """府中市 lies in 東京都 and in 広島県: the program does not choose."""
    # Act
    with pytest.raises(QueryMisused, match="area_ambiguous") as raised:
        directory(graph).find("府中市")

    # Assert
    assert raised.value.values["candidates"] == "広島県府中市, 東京都府中市"


@pytest.mark.parametrize("name", ["東京都府中市", "132063"])
def test_with_its_prefecture_or_code_it_is_one(graph: Graph, name: str) -> None:
    """What the message offers leads on."""
    assert directory(graph).full_name(directory(graph).find(name).id) == "東京都府中市"


@pytest.mark.parametrize(
    ("name", "full_name"),
    [
        ("篠山市", "兵庫県丹波篠山市"),
        ("福島県大沼郡会津美里町", "福島県会津美里町"),
        ("東京 杉並区", "東京都杉並区"),
        ("鎌が谷市", "千葉県鎌ケ谷市"),
        ("下関市内", "山口県下関市"),
        ("福岡県筑紫郡那珂川町", "福岡県那珂川市"),
        ("那珂川町", "栃木県那珂川町"),
        ("浜松市浜北区", "静岡県浜松市浜北区"),
        ("天竜区", "静岡県浜松市天竜区"),
    ],
)
def test_a_name_is_understood_as_loaders_understand_it(graph: Graph, name: str, full_name: str) -> None:
    """Old names, 郡, spellings and a prefecture without its 県 mean the present area of the code table."""
    # Arrange
    areas = directory(graph)

    # Act
    found = areas.find(name)

    # Assert
    assert areas.full_name(found.id) == full_name


def test_a_mistyped_code_is_refused_with_the_right_one(graph: Graph) -> None:
    """The check digit is there to be checked."""
    # Act
    with pytest.raises(QueryMisused, match="area_code_check_digit") as raised:
        directory(graph).find("242081")

    # Assert
    assert (raised.value.values["right"], raised.value.values["area"]) == ("242080", "三重県名張市")


@pytest.mark.parametrize("name", ["", "名" * 1_000_000, "\x00\x1b[31m", "筑紫郡那珂川町"])
def test_what_names_no_area_or_two_is_refused(graph: Graph, name: str) -> None:
    """Nothing, too much, characters of control, and a 郡 that does not fit the only present area of the name."""
    # Act
    with pytest.raises(QueryMisused) as raised:
        directory(graph).find(name)

    # Assert
    assert raised.value.key == ("area_ambiguous" if name.startswith("筑紫") else "unknown_area")
    assert len(str(raised.value.values["name"])) < 100


def test_a_district_of_a_municipality_written_otherwise(graph: Graph) -> None:
    """The municipality before the district may carry its 郡 or old name too."""
    # Arrange
    town = Town("丹波篠山市")
    district = town.district("城南地区")
    town.into(graph)

    # Act
    found = directory(graph).find("兵庫県篠山市城南地区")

    # Assert
    assert found.id == district.id


def test_an_unknown_name_is_refused_with_the_nearest(graph: Graph) -> None:
    """A slip of the pen finds what was meant."""
    # Act
    with pytest.raises(QueryMisused, match="unknown_area") as raised:
        directory(graph).find("名張し")

    # Assert
    assert "三重県名張市" in str(raised.value.values["nearest"])


def test_nothing_like_any_area_is_refused_without_a_guess(graph: Graph) -> None:
    """Where nothing is near, nothing is offered."""
    # Act
    with pytest.raises(QueryMisused, match="unknown_area") as raised:
        directory(graph).find("xyzzy")

    # Assert
    assert raised.value.values["nearest"] == "—"


def test_below_an_area_lies_everything_in_it(graph: Graph) -> None:
    """A municipality with its districts, a city with its wards, a prefecture with all of them."""
    # Arrange
    town = Town("名張市")
    district = town.district("東地区")
    town.into(graph)
    areas = directory(graph)

    # Act
    municipality, prefecture, city = (set(areas.resolve(name)) for name in ("名張市", "三重県", "横浜市"))

    # Assert
    assert municipality == {town.area.id, district.id}
    assert municipality < prefecture
    assert {areas.by_id[id_].level for id_ in city} == {"municipality", "ward"}
    assert len(city) == 19


def test_no_name_means_every_area(graph: Graph) -> None:
    """A question without an area is asked of everything."""
    # Arrange
    areas = directory(graph)

    # Act
    found = areas.resolve(None)

    # Assert
    assert found == sorted(areas.by_id)


def test_a_district_is_named_with_its_municipality(graph: Graph) -> None:
    """Alone where it is the only one of that name, and with its municipality in any case."""
    # Arrange
    for name, dataset in (("名張市", "samples/甲"), ("熊谷市", "samples/乙")):
        town = Town(name)
        town.district("東地区")
        town.into(graph, dataset=dataset)
    areas = directory(graph)

    # Act
    found = areas.find("名張市東地区")
    with pytest.raises(QueryMisused, match="area_ambiguous") as raised:
        areas.find("東地区")

    # Assert
    assert areas.full_name(found.id) == "三重県名張市東地区"
    assert raised.value.values["candidates"] == "三重県名張市東地区, 埼玉県熊谷市東地区"


def test_an_area_above_the_audience_is_unknown_to_it(graph: Graph) -> None:
    """Its name is not confirmed, and no question is asked of it."""
    # Arrange
    town = Town()
    district = town.district("東地区")
    town.into(graph, visibility="restricted")

    # Act
    found = {audience: district.id in directory(graph, audience).by_id for audience in ("public", "members", "restricted")}

    # Assert
    assert found == {"public": False, "members": False, "restricted": True}
