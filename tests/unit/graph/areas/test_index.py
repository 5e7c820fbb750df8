"""A name, code or address becomes exactly one area, or is refused with what it can mean."""

from collections import defaultdict
from datetime import date

import pytest

from graph.areas import CodedArea, area_index
from graph.errors import AreaNotResolved


def present(level: str) -> dict[str, list[CodedArea]]:
    """The areas of a level that exist today, by their name."""
    found: dict[str, list[CodedArea]] = defaultdict(list)
    for one in area_index().by_code.values():
        if one.area.level == level and one.area.until is None:
            found[one.area.name].append(one)
    return found


MUNICIPALITIES = present("municipality")
WARDS = present("ward")
SHARED = sorted(name for name, found in MUNICIPALITIES.items() if len(found) > 1)
SHARED_WARDS = sorted(name for name, found in WARDS.items() if len(found) > 1 or name in MUNICIPALITIES)


def refused(text: str, prefecture: str | None = None, on: date | None = None) -> AreaNotResolved:
    with pytest.raises(AreaNotResolved) as raised:
        area_index().resolve(text, prefecture=prefecture, on=on)
    return raised.value


def test_twenty_five_names_are_not_unique() -> None:
    """25 names are those of 57 municipalities; 12 names of wards are those of several areas."""
    assert len(SHARED) == 25
    assert sum(len(MUNICIPALITIES[name]) for name in SHARED) == 57
    assert len(SHARED_WARDS) == 12


@pytest.mark.parametrize("name", SHARED)
def test_a_name_of_several_municipalities_is_refused_with_exactly_them(name: str) -> None:
    """The bare name with its candidates; with the prefecture, in the text or beside it, one."""
    # Act
    error = refused(name)

    # Assert
    assert (error.key, error.values["candidates"]) == ("area_ambiguous", "、".join(one.full_name for one in MUNICIPALITIES[name]))
    for one in MUNICIPALITIES[name]:
        prefecture = area_index().prefecture_of(one).full_name
        assert area_index().resolve(one.full_name) == one
        assert area_index().resolve(name, prefecture=prefecture) == one
        assert area_index().resolve(f"{prefecture[:-1]} {name}" if prefecture != "北海道" else one.full_name) == one


@pytest.mark.parametrize("name", SHARED_WARDS)
def test_a_ward_of_several_cities_is_refused_and_named_with_its_city(name: str) -> None:
    """中央区 alone means nothing; 新潟市中央区 and 新潟県新潟市中央区 do."""
    # Arrange
    index = area_index()

    # Act
    error = refused(name)

    # Assert
    every = sorted([*WARDS[name], *MUNICIPALITIES.get(name, [])], key=lambda one: one.area.code or "")
    assert error.values["candidates"] == "、".join(one.full_name for one in every)
    for one in WARDS[name]:
        city = index.municipality_of(one)
        assert index.resolve(city.area.name + name) == index.resolve(one.full_name) == one


def test_every_area_is_resolved_by_full_name_and_code() -> None:
    """All 1,966, the former wards too: 天竜区 is two codes under one full name, and means the present one."""
    # Act
    by_name = {one.area.code: area_index().resolve(one.full_name).area.code for one in area_index().by_code.values()}
    by_code = {code: area_index().resolve(code).area.code for code in area_index().by_code}

    # Assert
    assert {code: found for code, found in by_name.items() if found != code} == {"221376": "221406"}
    assert all(code == found for code, found in by_code.items())


def test_every_unique_name_is_resolved_alone() -> None:
    """What only one area is called needs no prefecture."""
    alone = [found[0] for name, found in MUNICIPALITIES.items() if len(found) == 1 and name not in WARDS]
    assert [one.full_name for one in alone if area_index().resolve(one.area.name) != one] == []


def test_no_two_areas_of_a_prefecture_become_alike_by_their_spelling() -> None:
    """Variants of characters are forgiven only because they tell no two areas of a prefecture apart."""
    for found in area_index().by_spelling.values():
        whole = {one.full_name for one in found}
        assert len({area_index().prefecture_of(one) for one in found if one.area.level == "municipality"}) == len(
            {name for name in whole if area_index().resolve(name).area.level == "municipality"}
        )


@pytest.mark.parametrize("ward", ["中区", "東区", "西区", "南区", "北区", "浜北区"])
def test_a_former_ward_is_found_by_its_full_name_and_says_when_it_ended(ward: str) -> None:
    """浜松市 had seven wards until 2023."""
    assert area_index().resolve(f"静岡県浜松市{ward}").area.until == date(2023, 12, 31)
    assert area_index().resolve(f"浜松市{ward}").area.until == date(2023, 12, 31)


def test_on_a_day_the_area_of_that_day_is_meant() -> None:
    """天竜区 of 2020 is the former ward; 北区 of 2020 can be that of 浜松市 too."""
    # Act
    then, now = area_index().resolve("天竜区", on=date(2020, 1, 1)), area_index().resolve("天竜区", on=date(2024, 1, 1))
    north_then, north_now = (str(refused("北区", on=day).values["candidates"]) for day in (date(2020, 1, 1), date(2024, 1, 1)))

    # Assert
    assert (then.area.code, now.area.code) == ("221376", "221406")
    assert "静岡県浜松市北区" in north_then
    assert "静岡県浜松市北区" not in north_now


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("福島県大沼郡会津美里町", "福島県会津美里町"),
        ("大沼郡会津美里町", "福島県会津美里町"),
        ("奈良県高市郡明日香村", "奈良県明日香村"),
        ("北海道余市郡余市町", "北海道余市町"),
        ("宮崎県東諸県郡国富町", "宮崎県国富町"),
        ("大和郡山市", "奈良県大和郡山市"),
        ("奈良県大和郡山市", "奈良県大和郡山市"),
        ("郡山市", "福島県郡山市"),
        ("郡上市", "岐阜県郡上市"),
        ("蒲郡市", "愛知県蒲郡市"),
        ("小郡市", "福岡県小郡市"),
        ("赤穂郡上郡町", "兵庫県上郡町"),
        ("上郡町", "兵庫県上郡町"),
        ("東京都三宅島三宅村", "東京都三宅村"),
        ("茅ヶ崎市", "神奈川県茅ヶ崎市"),
        ("茅が崎市", "神奈川県茅ヶ崎市"),
        ("竜ヶ崎市", "茨城県龍ケ崎市"),
        ("尾花澤市", "山形県尾花沢市"),
        ("横濱市", "神奈川県横浜市"),
        ("鯵ケ沢町", "青森県鰺ヶ沢町"),
        ("東京 杉並区", "東京都杉並区"),
        ("東京杉並区", "東京都杉並区"),
        ("広島 府中市", "広島県府中市"),
        ("京都府中京区", "京都府京都市中京区"),
        ("下関市内", "山口県下関市"),
        ("下関市の", "山口県下関市"),
        ("下関市全域", "山口県下関市"),
        ("稚内市", "北海道稚内市"),
        ("　下関 市\u200b", "山口県下関市"),
        ("下関\x07市", "山口県下関市"),
        ("３５２０１２", "山口県下関市"),
        ("35201", "山口県下関市"),
        ("35000", "山口県"),
        ("11002", "北海道札幌市"),
        ("兵庫県篠山市", "兵庫県丹波篠山市"),
        ("多紀郡篠山市", None),
        ("大沼郡府中市", None),
        ("下関", None),
        ("東京", None),
        ("", None),
        ("   ", None),
        ("\x00\x1b[31m", None),
        ("999999", None),
        ("3", None),
        ("٣" * 6, None),
        ("下" * 1_000_000, None),
        ("352012" * 100_000, None),
    ],
)
def test_what_a_text_means(text: str, full_name: str | None) -> None:
    """郡, spellings, spaces, the prefecture without its 県, codes; and what is no name of an area."""
    if full_name is None:
        error = refused(text)
        assert error.key == "unknown_area"
        assert len(str(error.values["name"])) < 100
        assert str(error.values["name"]).isprintable()
    else:
        assert area_index().resolve(text) == area_index().resolve(full_name)


def test_a_wrong_check_digit_is_refused_with_the_right_code() -> None:
    """Every other last digit of a code is refused, and none means another area."""
    for last in "013456789":
        error = refused(f"35201{last}")
        assert (error.key, error.values["right"], error.values["area"]) == ("area_code_check_digit", "352012", "山口県下関市")


def test_five_digits_that_can_be_two_codes_are_refused_with_both() -> None:
    """11100 is さいたま市 without check digit, or 清田区 of 札幌市 whose leading 0 was dropped."""
    assert refused("11100").values["candidates"] == "北海道札幌市清田区、埼玉県さいたま市"


@pytest.mark.parametrize("prefecture", ["山口県", "山口", "350001", " 山口県 "])
def test_the_callers_prefecture_narrows_but_does_not_overrule(prefecture: str) -> None:
    """A name of elsewhere is unknown within it, unless the text names its own prefecture."""
    # Act
    own = area_index().resolve("下関市", prefecture=prefecture)
    other = area_index().resolve("島根県松江市", prefecture=prefecture)
    error = refused("松江市", prefecture=prefecture)

    # Assert
    assert (own.full_name, other.full_name) == ("山口県下関市", "島根県松江市")
    assert "島根県松江市" in str(error.values["nearest"])


def test_an_unknown_prefecture_is_refused() -> None:
    """It is not left out of account."""
    assert refused("下関市", prefecture="架空県").values["name"] == "架空県"


def test_a_slip_of_the_pen_is_refused_with_the_nearest() -> None:
    """None of them is taken."""
    assert str(refused("名張し").values["nearest"]).startswith("三重県名張市")
    assert str(refused("山口県下開市").values["nearest"]).startswith("山口県下関市")
    assert refused("xyzzy").values["nearest"] == "—"
