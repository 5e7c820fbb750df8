"""The portal of incorporated non-profits: bodies with their home and their end, and no person."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.errors import LoadStopped
from graph.identity import organization_key
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from loaders.contract import Candidate, Streamed, Transformed
from loaders.gathered import gathered
from loaders.npo_portal import LOADER
from loaders.registry import recognised

SAMPLES = Path(__file__).parents[3] / "sample_data" / "npo_portal"


def loaded(path: Path) -> Transformed:
    candidate = Candidate(path=path, content=path.read_bytes())
    made = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(made, Streamed)
    return gathered(made)


def area(name: str) -> str:
    return area_index().resolve(name).area.id


def bodies(found: Transformed) -> dict[str, Organization]:
    """Name without its legal form → body."""
    return {one.name.removeprefix("特定非営利活動法人"): one for fact in found.facts if isinstance(one := fact.what, Organization)}


def home(found: Transformed, body: Organization) -> list[str]:
    return [fact.what.end.id for fact in found.facts if isinstance(fact.what, OperatesIn) and fact.what.start.id == body.id]


@pytest.fixture(scope="module")
def register() -> Transformed:
    """The ZIP as the portal hands it out: CP932, CRLF, everything quoted."""
    return loaded(SAMPLES / "register.zip")


def test_a_body_of_the_zip_has_number_kind_and_home(register: Transformed) -> None:
    """Known by its 法人番号; an address without prefecture lies in that of its authority."""
    # Act
    body = bodies(register)["みほんの会"]

    # Assert
    assert (body.kana, body.actor_types, body.ended_on) == ("ミホンノカイ", ("NPO",), None)
    assert body.corporate_number is not None
    assert body.key == organization_key("", "", corporate_number=body.corporate_number)
    assert home(register, body) == [area("松江市")] == [body.placed_in]


def test_no_person_reaches_anything(register: Transformed) -> None:
    """Neither the representative, nor a host in the address, nor who is named where a body ended."""
    # Act
    text = repr(register)

    # Assert
    assert not [name for name in ("山田", "太郎", "ヤマダ", "甲野", "乙山", "丙川") if name in text]
    assert bodies(register)["暮らしの手助け見本"].address == "安来市見本町１０番２１－１号　＊＊方"


def test_a_body_that_ended_stays_with_its_last_day(register: Transformed) -> None:
    """Dissolved, or its recognition revoked; only the day is quoted, as it stands."""
    # Arrange
    dissolved, revoked = bodies(register)["終わりの見本"], bodies(register)["取消見本"]

    # Act
    quotes = {(one.column, one.quote) for fact in register.facts if fact.id in {dissolved.id, revoked.id} for one in fact.evidence}

    # Assert
    assert (dissolved.ended_on, revoked.ended_on) == (date(2004, 5, 18), date(2020, 2, 19))
    assert {("解散情報", "２００４年０５月１８日"), ("監督情報", "2020年02月19日")} <= quotes


def test_an_order_of_the_authority_is_no_end(register: Transformed) -> None:
    """改善命令 leaves the body as it is."""
    assert bodies(register)["隣の県の見本"].ended_on is None


def test_a_body_without_address_is_placed_by_its_authority_and_has_no_home(register: Transformed) -> None:
    """By the municipality to which the authority handed it, else in the prefecture; OPERATES_IN rests on an address alone."""
    # Act
    handed, other = bodies(register)["取消見本"], bodies(register)["終わりの見本"]

    # Assert
    assert (handed.placed_in, home(register, handed)) == (area("出雲市"), [])
    assert (other.placed_in, home(register, other)) == (area("島根県"), [])


def test_an_address_of_another_prefecture_stays_there(register: Transformed) -> None:
    """The prefecture in the address wins over that of the authority."""
    assert home(register, bodies(register)["隣の県の見本"]) == [area("鳥取県米子市")]


def test_two_bodies_of_one_name_are_told_apart_by_their_address(register: Transformed) -> None:
    """Without 法人番号, two rows of one name in one city are two bodies."""
    found = [fact.what for fact in register.facts if isinstance(fact.what, Organization) and fact.what.name.endswith("同名の会")]

    assert len({one.id for one in found}) == 2


def test_it_is_complete_for_the_area_of_its_authority(register: Transformed) -> None:
    """Every municipality of a prefecture; of a designated city only that authority's own register says all."""
    # Act
    shimane = {one.area_id: one for one in register.dataset.scopes}
    city = loaded(SAMPLES / "designated_city_utf8.csv").dataset
    hiroshima = {one.area_id: one.coverage for one in loaded(SAMPLES / "bad_rows_cp932.csv").dataset.scopes}

    # Assert
    assert {(one.kind, one.coverage, one.categories) for one in shimane.values()} == {("bodies", "exhaustive", ("NPO",))}
    assert len(shimane) == 19
    assert [(one.area_id, one.coverage) for one in city.scopes] == [(area("札幌市"), "exhaustive")]
    assert (hiroshima[area("広島市")], hiroshima[area("呉市")]) == ("examples", "exhaustive")


def test_the_dataset_is_that_of_the_authority(register: Transformed) -> None:
    """Its name has no date; the day is the one that the portal gives its CSV."""
    assert (register.dataset.name, register.dataset.as_of) == ("npo_portal/島根県", date(2026, 4, 1))


def test_other_heads_and_the_bare_csv_are_read_alike() -> None:
    """特定非営利活動法人の名称, 解散年月日: the heads of the law's own words, UTF-8, no ZIP."""
    # Act
    found = loaded(SAMPLES / "designated_city_utf8.csv")

    # Assert
    assert home(found, bodies(found)["札幌見本の会"]) == [area("札幌市")]
    assert bodies(found)["札幌終わりの会"].ended_on == date(2021, 3, 31)
    assert [one.code for one in found.problems] == ["people.left_out", "day_not_stated"]


def test_each_fault_of_a_row_has_its_code() -> None:
    """A wrong number is a warning; a row that would have to be guessed is refused."""
    # Act
    found = loaded(SAMPLES / "bad_rows_cp932.csv")

    # Assert
    assert [(one.code, one.kind) for one in found.problems if not one.code.startswith("people.")] == [
        ("day_not_stated", "warning"),
        ("wrong_corporate_number", "warning"),
        ("missing_value", "refused"),
        ("unknown_authority", "refused"),
        ("end_without_day", "refused"),
        ("duplicate_row", "refused"),
        ("address_without_municipality", "warning"),
        ("unknown_home", "refused"),
        ("unreadable_date", "refused"),
    ]
    assert found.dataset.name == "npo_portal/広島県"


@pytest.mark.parametrize(
    ("name", "key"),
    [("bad_two_tables.zip", "several_tables"), ("bad_no_table.zip", "no_table_in_archive"), ("bad_damaged.zip", "damaged_archive")],
)
def test_a_zip_that_is_none_is_stopped(name: str, key: str) -> None:
    """Two tables of one kind, no table, a broken download."""
    with pytest.raises(LoadStopped) as stopped:
        loaded(SAMPLES / name)

    assert stopped.value.key == key


def test_a_zip_is_recognised_by_what_is_in_it() -> None:
    """Its bytes are no text; the register in it is found all the same, and another table's ZIP is not taken for it."""
    # Arrange
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("other.csv", "名前,電話\nみほん,0\n")

    # Act
    own = recognised(Candidate(path=Path("gyousei.zip"), content=(SAMPLES / "register.zip").read_bytes()))
    score = LOADER.recognise(Candidate(path=Path("other.zip"), content=other.getvalue())).score

    # Assert
    assert own is LOADER
    assert score == 0
