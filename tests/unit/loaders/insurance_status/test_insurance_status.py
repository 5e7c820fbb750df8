"""The status report of the insurance: numbers of municipalities, and of nothing else."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.errors import LoadStopped
from graph.model.observations import Observation, ObservedIn
from loaders.contract import Candidate, Transformed
from loaders.gathered import gathered
from loaders.insurance_status import LOADER
from loaders.insurance_status.transform import transform_report

ROOT = Path(__file__).parents[4]
SAMPLES = ROOT / "tests" / "sample_data" / "insurance_status"
REAL = ROOT.parent / "shared" / "data" / "mhlw_kaigo" / "02h.xlsx"
TITLE = "第2表 保険者別 第1号被保険者数"


def loaded(path: Path, content: bytes | None = None, as_of: date | None = None) -> Transformed:
    candidate = Candidate(path=path, content=path.read_bytes() if content is None else content, as_of=as_of)
    return gathered(transform_report(LOADER.read(candidate), candidate))


def table(*lines: str, title: str = TITLE) -> Transformed:
    return loaded(Path("table.csv"), "\n".join([title, *lines]).encode())


def observed(found: Transformed, area: str) -> dict[str, Observation]:
    """Indicator → observation of one municipality."""
    of_area = area_index().resolve(area).area.id
    return {one.indicator: one for fact in found.facts if isinstance(one := fact.what, Observation) and one.placed_in == of_area}


@pytest.fixture(scope="module")
def insured() -> Transformed:
    """The workbook of the shape that the ministry publishes."""
    return loaded(SAMPLES / "insured.xlsx")


def test_every_number_is_an_observation_of_its_municipality(insured: Transformed) -> None:
    """Heads of two rows, full-width digits and merged cells are read; each number has its area, its day and its unit."""
    # Act
    found = observed(insured, "松江市")

    # Assert
    assert {indicator: one.value for indicator, one in found.items()} == {
        "insured_65_plus": 58100,
        "insured_65_74": 26000,
        "insured_75_84": 20100,
        "insured_85_plus": 12000,
        "insured_foreign": 51,
        "insured_other_address": 130,
    }
    assert {(one.unit, one.as_of) for one in found.values()} == {("persons", date(2025, 3, 31))}
    assert observed(insured, "浜松市")["insured_65_plus"].value == 219_000


def test_the_evidence_is_the_cell_under_its_heads(insured: Transformed) -> None:
    """A number is found again by sheet, row and the words of its column; the area rests on the insurer's cell."""
    # Arrange
    one = observed(insured, "松江市")["insured_65_74"]

    # Act
    (number,) = next(fact.evidence for fact in insured.facts if fact.id == one.id)
    (place,) = next(fact.evidence for fact in insured.facts if isinstance(fact.what, ObservedIn) and fact.what.start.id == one.id)

    # Assert
    assert (number.quote, number.sheet, number.row, number.column) == ("26000", "02h", 8, "６５歳以上７５歳未満")
    assert (place.quote, place.column, place.certainty) == ("松江市", "保険者", "structural")


def test_zero_a_dash_and_a_blank_are_three_things(insured: Transformed) -> None:
    """0 is a number; a dash and a blank give none, and the report tells them apart."""
    # Act
    warned = {one.code: one.place for one in insured.problems if one.kind == "warning"}

    # Assert
    assert observed(insured, "安来市")["insured_foreign"].value == 0
    assert "insured_foreign" not in observed(insured, "津和野町") | observed(insured, "吉賀町")
    assert warned == {"marked_cells": "sheet 02h, row 10", "blank_cells": "sheet 02h, row 11"}


def test_a_name_of_two_prefectures_is_that_of_its_column(insured: Transformed) -> None:
    """府中市 stands twice, in 東京都 and in 広島県."""
    assert observed(insured, "東京都府中市")["insured_65_plus"].value == 41_000
    assert observed(insured, "広島県府中市")["insured_65_plus"].value == 14_300


def test_sums_notes_and_unions_are_no_municipality(insured: Transformed) -> None:
    """全国, 計 and a note are set aside; a union is refused, and its numbers are nobody's."""
    # Act
    left_out = Counter((one.kind, one.code) for one in insured.problems if one.kind != "warning")

    # Assert
    assert left_out == {("set_aside", "total_row"): 2, ("set_aside", "no_insurer"): 1, ("refused", "union_of_municipalities"): 1}
    assert 7600 not in {fact.what.value for fact in insured.facts if isinstance(fact.what, Observation)}


def test_each_fault_of_a_row_has_its_code() -> None:
    """A second row, an unknown place, a name of several, an unknown prefecture, words for a number, no number, a union."""
    # Act
    found = loaded(SAMPLES / "bad_rows.csv")

    # Assert
    assert [(one.code, one.place.split(",")[0]) for one in found.problems if one.kind != "warning"] == [
        ("duplicate_row", "row 4"),
        ("unknown_area", "row 5"),
        ("ambiguous_area", "row 6"),
        ("unknown_prefecture", "row 7"),
        ("unreadable_number", "row 8"),
        ("no_number", "row 9"),
        ("union_of_municipalities", "row 10"),
        ("missing_value", "row 11"),
        ("total_row", "row 12"),
    ]
    assert found.rows_in == 10


def test_other_tables_keep_the_words_that_are_not_known() -> None:
    """Known heads of the certified are codes; what is divided by sex keeps table and heads as its name, and a unit of its own."""
    # Act
    found = loaded(SAMPLES / "certified_cp932.csv")
    tottori = {indicator: (one.value, one.unit) for indicator, one in observed(found, "鳥取市").items()}
    (told,) = [one for one in found.problems if one.code == "own_words"]

    # Assert
    assert tottori == {
        "certified_total": (10_100, "persons"),
        "certified_support_1": (1_200, "persons"),
        "certified_care_1": (2_300, "persons"),
        "要介護(要支援)認定者数/男/要支援1": (400, "persons"),
        "要介護(要支援)認定者数/男/要介護1": (800, "persons"),
        "要介護(要支援)認定者数/男/在宅の割合": (78.5, "percent"),
    }
    assert told.values["columns"] == "男 要支援１、男 要介護１、男 在宅の割合（％）"


def test_a_column_that_a_title_limits_is_not_the_known_one() -> None:
    """計 is all insured only where the title says no more than that."""
    # Act
    found = table("都道府県,保険者,計", "島根県,松江市,9", title="第2表の2 保険者別 第1号被保険者数（所得段階別・第1段階）")

    # Assert
    assert set(observed(found, "松江市")) == {"第1号被保険者数(所得段階別・第1段階)/計"}


def test_the_number_decides_between_places_of_one_name_only() -> None:
    """Without prefecture, the number of the insurer says which 府中市; a number alone overrules no name."""
    # Act
    found = table("都道府県,保険者番号,保険者,計", ",132068,府中市,7", "島根県,132068,松江市,9")

    # Assert
    assert observed(found, "東京都府中市")["insured_65_plus"].value == 7
    assert observed(found, "松江市")["insured_65_plus"].value == 9


def test_numbers_of_places_are_no_indicators() -> None:
    """Columns that say whose a row is are counted by nobody, however many there are."""
    found = table("都道府県番号,都道府県,保険者番号,団体コード,保険者,計", "32,島根県,322016,322016,松江市,9")

    assert set(observed(found, "松江市")) == {"insured_65_plus"}


def test_an_old_name_is_the_present_place() -> None:
    """篠山市 has been 丹波篠山市 since 2019: its numbers are that city's, its words stay in the evidence, and the report says so."""
    # Act
    found = table("都道府県,保険者,計", "兵庫県,篠山市,9", "神奈川県,横浜市鶴見区,8")
    places = {one.quote for fact in found.facts if isinstance(fact.what, ObservedIn) for one in fact.evidence}

    # Assert
    assert observed(found, "丹波篠山市")["insured_65_plus"].value == 9
    assert observed(found, "横浜市鶴見区")["insured_65_plus"].value == 8
    assert places == {"篠山市", "横浜市鶴見区"}
    assert "renamed_area" in {one.code for one in found.problems}


def test_the_day_is_that_of_the_title_then_that_of_the_load_then_none() -> None:
    """A title without year leaves the day to whoever loads; nobody guesses it."""
    # Arrange
    content = "\n".join([f"{TITLE}（年度末現在）", "都道府県,保険者,計", "島根県,松江市,9"]).encode()

    # Act
    told, untold = loaded(Path("a.csv"), content, date(2024, 3, 31)), loaded(Path("a.csv"), content)

    # Assert
    assert observed(told, "松江市")["insured_65_plus"].as_of == told.dataset.as_of == date(2024, 3, 31)
    assert observed(untold, "松江市")["insured_65_plus"].as_of is None
    assert [one.code for one in told.problems + untold.problems] == ["day_not_stated"]


def test_it_is_named_after_what_it_counts_and_where(insured: Transformed) -> None:
    """Not after its year; a part of the country does not retire the whole."""
    assert insured.dataset.name == "insurance_status/第1号被保険者数/東京都+静岡県+島根県+広島県"
    assert insured.dataset.as_of == date(2025, 3, 31)


def test_it_could_show_the_municipalities_that_insure_alone(insured: Transformed) -> None:
    """Exhaustive for its own indicators in each of them; of a union's municipalities it says nothing."""
    # Act
    scopes = {one.area_id: one for one in insured.dataset.scopes}

    # Assert
    assert len(scopes) == 7
    assert {(one.kind, one.coverage) for one in scopes.values()} == {("observations", "exhaustive")}
    assert "insured_85_plus" in scopes[area_index().resolve("松江市").area.id].categories


@pytest.mark.parametrize(
    ("name", "key"), [("bad_untitled.csv", "unnamed_table"), ("bad_twice.csv", "repeated_columns"), ("bad_only_heads.csv", "no_records")]
)
def test_a_table_that_says_too_little_is_stopped(name: str, key: str) -> None:
    """No title that says what is counted, two columns alike, no rows."""
    with pytest.raises(LoadStopped) as stopped:
        loaded(SAMPLES / name)

    assert stopped.value.key == key


def test_the_real_report_gives_every_insurer_that_is_a_municipality() -> None:
    """1,572 rows: 1,531 municipalities with six numbers each, 40 unions, one sum."""
    # Arrange
    if not REAL.is_file():
        pytest.skip(f"the real file is not beside this checkout: {REAL.name}")

    # Act
    found = loaded(REAL)
    left_out = Counter(one.code for one in found.problems if one.kind != "warning")

    # Assert
    assert (found.rows_in, len(found.taken)) == (1572, 1531)
    assert left_out == {"union_of_municipalities": 40, "total_row": 1}
    assert {fact.what.as_of for fact in found.facts if isinstance(fact.what, Observation)} == {None}
    assert observed(found, "津和野町").keys() == observed(found, "札幌市").keys()
    assert observed(found, "札幌市")["insured_85_plus"].value == 96_671
    assert found.dataset.name == "insurance_status/第1号被保険者数"
