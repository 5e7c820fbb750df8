"""A register of needs: each need in its area, and nobody who could be made out."""

from pathlib import Path

import pytest

from graph.areas import area_index
from graph.errors import LoadStopped
from graph.facts import Fact
from graph.identity import area_key, identifier
from graph.model.areas import Area
from graph.model.needs import HasNeed, Need
from graph.model.places import PartOf
from loaders.contract import Candidate, Transformed
from loaders.gathered import gathered
from loaders.needs_register import LOADER
from loaders.needs_register.transform import transform_register

SAMPLES = Path(__file__).parents[3] / "sample_data" / "needs_register"
HEAD = "都道府県,市区町村,地区,ニーズ,ニーズ分類,件数,時期,把握方法,公開範囲"


def loaded(path: Path, content: bytes | None = None) -> Transformed:
    candidate = Candidate(path=path, content=path.read_bytes() if content is None else content)
    return gathered(transform_register(LOADER.read(candidate)))


def rows(*lines: str) -> Transformed:
    return loaded(Path("needs.csv"), "\n".join([HEAD, *lines]).encode())


def need(found: Transformed, code: str) -> Fact:
    (fact,) = [one for one in found.facts if isinstance(one.what, Need) and one.what.codes == (code,)]
    return fact


def stated(found: Transformed, code: str) -> Need:
    what = need(found, code).what
    assert isinstance(what, Need)
    return what


def area(name: str) -> str:
    return area_index().resolve(name).area.id


def district(municipality: str, name: str) -> str:
    return identifier(area_key(parent_id=area(municipality), name=name))


def quotes(fact: Fact) -> dict[str | None, tuple[str, str]]:
    """Column → quotation and its level."""
    return {one.column: (one.quote, one.visibility) for one in fact.evidence}


@pytest.fixture(scope="module")
def register() -> Transformed:
    """A register of one city, as a workbook with a title."""
    return loaded(SAMPLES / "register.xlsx")


def test_a_row_is_a_need_of_its_area(register: Transformed) -> None:
    """Code, words, count, period and way stand on the need, each with its cell; the area has it."""
    # Act
    found = stated(register, "N_SHOP")
    (held,) = [one.what for one in register.facts if isinstance(one.what, HasNeed) and one.what.end.id == found.id]

    # Assert
    assert (found.text, found.count, found.period, found.found_by) == ("買い物に行けない", 42, "令和６年度", "アンケート")
    assert held.start.id == found.placed_in == area("松江市")
    assert quotes(need(register, "N_SHOP"))["件数"] == ("４２件", "public")


def test_a_district_lies_in_its_municipality(register: Transformed) -> None:
    """A district without a code is stated with its level, and is public whatever is said of it."""
    # Act
    areas = {one.what.name: one.what for one in register.facts if isinstance(one.what, Area)}
    parts = {(one.what.start.id, one.what.end.id) for one in register.facts if isinstance(one.what, PartOf)}

    # Assert
    assert {name: one.level for name, one in areas.items()} == {
        "見本東地区": "locality",
        "見本中学校区": "junior_high_district",
        "見本日常生活圏域": "daily_life_area",
        "見本小学校区": "elementary_district",
    }
    assert {one.visibility for one in areas.values()} == {"public"}
    assert (district("松江市", "見本東地区"), area("松江市")) in parts


def test_few_in_a_district_are_for_restricted_readers(register: Transformed) -> None:
    """Two people in a small area: the whole row is restricted, and the number is shown to nobody."""
    # Act
    fact, found = need(register, "N_ISOL"), stated(register, "N_ISOL")

    # Assert
    assert (found.visibility, found.count) == ("restricted", None)
    assert {level for _, level in quotes(fact).values()} == {"restricted"}
    assert quotes(fact)["件数"][0] == "2"


def test_few_in_a_municipality_leave_the_need_and_hide_the_number(register: Transformed) -> None:
    """The need of a whole city is public; the number stays in restricted evidence."""
    # Act
    fact, found = need(register, "N_HOSP"), stated(register, "N_HOSP")

    # Assert
    assert (found.visibility, found.count, found.placed_in) == ("public", None, area("松江市"))
    assert quotes(fact)["件数"] == ("3", "restricted")
    assert quotes(fact)["困りごと"] == ("通院", "public")


def test_a_case_of_a_care_conference_leaves_area_and_category_alone(register: Transformed) -> None:
    """Restricted although the row says 公開; neither words nor count nor period nor source are kept anywhere."""
    # Act
    fact, found = need(register, "N_DEM"), stated(register, "N_DEM")

    # Assert
    assert (found.visibility, found.text, found.count, found.period, found.found_by) == ("restricted", None, None, None, None)
    assert quotes(fact) == {"地区": ("見本中学校区", "restricted")}


def test_a_title_can_make_all_rows_confidential() -> None:
    """地域ケア会議 above the heads speaks for every row."""
    # Act
    text = "\n".join(["地域ケア会議で挙がった課題", HEAD, "島根県,松江市,,近所の人が毎晩困る除雪,,9,,,公開"]).encode()
    found = loaded(Path("needs.csv"), text)

    # Assert
    assert stated(found, "N_SNOW").visibility == "restricted"
    assert "毎晩" not in repr(found)


def test_the_same_need_twice_is_one_with_both_as_evidence(register: Transformed) -> None:
    """The first row's number is shown; the other stays in evidence, and the report says so."""
    # Act
    fact, found = need(register, "N_TRASH"), stated(register, "N_TRASH")

    # Assert
    assert (found.count, found.period) == (12, "令和６年度")
    assert {one.quote for one in fact.evidence if one.column == "件数"} == {"12", "9"}
    assert [one.place for one in register.problems if one.code == "same_need"] == ["sheet ニーズ台帳, row 10"]


def test_a_need_is_public_in_the_words_of_its_public_row() -> None:
    """A restricted row before a public one lends it no word and hides nothing of it."""
    # Act
    found = rows("島根県,松江市,,内輪の除雪の話,,30,,,非公開", "島根県,松江市,,除雪,,8,,,公開")
    fact, shown = need(found, "N_SNOW"), stated(found, "N_SNOW")

    # Assert
    assert (shown.visibility, shown.text, shown.count) == ("public", "除雪", 8)
    assert {one.quote: one.visibility for one in fact.evidence} == {
        "内輪の除雪の話": "restricted",
        "30": "restricted",
        "除雪": "public",
        "8": "public",
    }


def test_a_refused_row_lends_no_words() -> None:
    """A row whose cells have slipped is not taken, and is not the one that words the need of the next."""
    found = rows("島根県,松江市,,除雪の話,,30,,,,余り", "島根県,松江市,,除雪,,8,,,")

    assert [one.code for one in found.problems] == ["surplus_cells"]
    assert stated(found, "N_SNOW").text == "除雪"


def test_zero_a_dash_and_a_blank_are_three_things(register: Transformed) -> None:
    """0 states no need; a dash and a blank state one without a number."""
    # Act
    zero = [one for one in register.problems if one.code == "counts_nobody"]

    # Assert
    assert [(one.kind, one.place) for one in zero] == [("set_aside", "sheet ニーズ台帳, row 11, column 件数")]
    assert stated(register, "N_HELPER").count is None


def test_a_column_of_categories_names_the_need() -> None:
    """It decides where the words of the row fit several; few in words count as few."""
    # Act
    found = loaded(SAMPLES / "categories_cp932.csv")

    # Assert
    assert (stated(found, "N_HOSP").text, stated(found, "N_HOSP").count) == ("通院の移動手段がない", 15)
    assert stated(found, "N_MOVE").placed_in == district("米子市", "見本公民館地区")
    assert (stated(found, "N_MOVE").count, stated(found, "N_MOVE").visibility) == (None, "restricted")


def test_english_heads_and_codes_are_read() -> None:
    """府中市 見本地区 within the prefecture of its column; a code is shown in words."""
    # Act
    found = loaded(SAMPLES / "english.csv")

    # Assert
    assert stated(found, "N_SHOP").placed_in == area("広島県府中市")
    assert (stated(found, "N_MOVE").placed_in, stated(found, "N_MOVE").text) == (district("広島県府中市", "見本地区"), "移動・外出が困難")
    assert stated(found, "N_MOVE").visibility == "members"


def test_each_fault_of_a_row_has_its_code() -> None:
    """Need, place, number and level that cannot be told are refused with their candidates; persons are set aside unread."""
    # Act
    found = loaded(SAMPLES / "bad_rows.csv")

    # Assert
    assert [(one.code, one.kind) for one in found.problems if not one.code.startswith("people.")] == [
        ("unknown_need", "refused"),
        ("several_needs", "refused"),
        ("ambiguous_area", "refused"),
        ("district_without_municipality", "refused"),
        ("too_wide", "refused"),
        ("unreadable_number", "refused"),
        ("unknown_visibility", "refused"),
        ("names_a_person", "set_aside"),
        ("names_a_person", "set_aside"),
        ("unknown_area", "refused"),
        ("missing_value", "refused"),
        ("missing_value", "refused"),
        ("error_value", "refused"),
    ]
    assert "太郎" not in repr(found)
    assert "花子" not in repr(found)


def test_it_gives_examples_of_needs(register: Transformed) -> None:
    """A need that is not in it may be there all the same."""
    assert (register.dataset.name, str(register.dataset.as_of)) == ("needs_register/島根県松江市", "2025-03-31")
    assert [(one.area_id, one.kind, one.coverage) for one in register.dataset.scopes] == [(area("松江市"), "needs", "examples")]


def test_a_table_without_area_is_stopped() -> None:
    """Needs that lie nowhere are no register."""
    with pytest.raises(LoadStopped) as stopped:
        loaded(SAMPLES / "bad_no_area.csv")

    assert stopped.value.key == "missing_columns"
