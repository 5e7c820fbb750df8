"""Of which places a file of care offices speaks in full."""

from graph.areas import CodedArea, area_index
from loaders.care_services.scopes import places_spoken_of

INDEX = area_index()


def area(name: str) -> CodedArea:
    (found,) = INDEX.find(name)
    return found


def test_a_few_municipalities_are_only_themselves() -> None:
    """Two of nineteen say nothing of the other seventeen."""
    few = {area("山口県山口市"), area("山口県下関市")}
    assert set(places_spoken_of(few)) == few


def test_half_of_a_prefecture_is_the_whole() -> None:
    """Ten of nineteen municipalities: who cuts a file takes no half."""
    municipalities = INDEX.municipalities_of(area("山口県"))
    assert set(places_spoken_of(municipalities[:10])) == set(municipalities)


def test_forty_prefectures_are_the_country() -> None:
    """All 1,741 municipalities, and the wards that occur."""
    places = [INDEX.municipalities_of(prefecture)[0] for prefecture in INDEX.prefectures()][:40]
    assert sum(one.area.level == "municipality" for one in places_spoken_of([*places, area("神奈川県横浜市戸塚区")])) == 1_741
    assert area("神奈川県横浜市戸塚区") in places_spoken_of([*places, area("神奈川県横浜市戸塚区")])


def test_all_wards_are_the_city() -> None:
    """横浜市 is spoken of when each of its 18 wards is, and not when one is missing."""
    city = area("神奈川県横浜市")
    wards = [one for one in INDEX.by_code.values() if one.parent_code == city.area.code]
    assert city in places_spoken_of(wards)
    assert city not in places_spoken_of(wards[1:])
