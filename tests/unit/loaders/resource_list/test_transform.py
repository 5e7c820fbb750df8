"""What becomes of the rows of a list."""

from typing import Any

import pytest

from graph.errors import LoadStopped
from loaders.contract import Transformed
from tests.unit.loaders.resource_list.lists import HEADS, PLAIN, ROWS, as_csv, of_kind, transformed

MINIMAL = "columns:\n  名称: name\n"


def by(*columns: str, rows: str = "both", municipality: str = "三重県伊賀市") -> str:
    """A mapping of heads that are called as their meanings."""
    return f"municipality: {municipality}\nrows: {rows}\ncolumns:\n" + "".join(f"  {column}: {column}\n" for column in columns)


def made(*rows: tuple[str, ...], columns: tuple[str, ...], **said: str) -> Transformed:
    return transformed(as_csv(columns, *rows), by(*columns, **said))


def refusals(found: Transformed) -> list[tuple[str, str]]:
    return [(one.code, one.place) for one in found.problems if one.kind != "warning"]


def services(found: Transformed) -> dict[str, Any]:
    return {fact.what.name: fact.what for fact in of_kind(found, "Service")}


def test_a_row_is_a_body_and_what_it_offers_under_one_name() -> None:
    """Both: that they belong together is told by the one name, so the tie is structural."""
    found = transformed(as_csv(HEADS, *ROWS), PLAIN)

    assert {fact.what.name for fact in of_kind(found, "Organization")} == {"みどりサロン", "買い物おたすけ隊"}
    assert {fact.what.name for fact in of_kind(found, "Service")} == {"みどりサロン", "買い物おたすけ隊"}
    assert {one.certainty for fact in of_kind(found, "PROVIDES") for one in fact.evidence} == {"structural"}
    assert len(of_kind(found, "COVERS")) == len(of_kind(found, "PART_OF")) == 2


def test_a_row_is_a_service_of_who_offers_it() -> None:
    """Service: the body is the provider; the tie is said in a cell of its own."""
    found = made(("送迎", "みどり会", "月曜"), columns=("name", "provider", "days"), rows="service")

    assert [fact.what.name for fact in of_kind(found, "Organization")] == ["みどり会"]
    assert [fact.what.name for fact in of_kind(found, "Service")] == ["送迎"]
    assert {one.certainty for fact in of_kind(found, "PROVIDES") for one in fact.evidence} == {"explicit"}


def test_a_row_is_a_body_alone() -> None:
    """Body: nothing is offered, and what it covers is the body's own."""
    found = made(("みどり会", "上野地区"), columns=("name", "area"), rows="body")

    assert [fact.what.name for fact in of_kind(found, "Organization")] == ["みどり会"]
    assert of_kind(found, "Service") == of_kind(found, "PROVIDES") == []
    assert {scope.kind for scope in found.dataset.scopes} == {"bodies"}


def test_several_districts_in_a_cell_are_several_areas() -> None:
    """Divided at 、・/ and breaks of lines; each lies in the municipality; one that is named twice is one."""
    found = made(("みどり会", "上野地区、中瀬地区・島ヶ原\n上野地区", "月曜"), columns=("name", "area", "days"))

    assert {fact.what.name for fact in of_kind(found, "Area")} == {"上野地区", "中瀬地区", "島ヶ原"}
    assert len(of_kind(found, "COVERS")) == 3


def test_several_districts_beside_their_municipality_are_several_areas() -> None:
    """Where the row itself says the municipality."""
    rows = [
        ("みどり会", "伊賀市", "東地区、西地区", "月曜"),
        ("あおぞら会", "伊賀市", "東地区・西地区", "月曜"),
        ("ひまわり会", "名張市", "、", "月曜"),
    ]
    mapping = "columns:\n  name: name\n  municipality: municipality\n  area: area\n  days: days\n"
    found = transformed(as_csv(("name", "municipality", "area", "days"), *rows), mapping)

    assert {fact.what.name for fact in of_kind(found, "Area")} == {"東地区", "西地区"}
    assert refusals(found) == []
    assert len(of_kind(found, "PROVIDES")) == 3


@pytest.mark.parametrize("cell", ["、", "-", "・/・", "－、－", "\n\n"])
def test_a_cell_of_districts_that_names_none_is_the_whole_list(cell: str) -> None:
    """Separators and dashes name no district: the row is of the municipality of the list."""
    found = made(("みどり会", cell, "月曜"), columns=("name", "area", "days"))

    assert refusals(found) == []
    assert of_kind(found, "Area") == []
    assert len(of_kind(found, "Organization")) == 1


def test_wards_and_municipalities_of_a_cell_are_the_coded_ones() -> None:
    """区 of the city of the list; 市内全域 and the city's own name are the city."""
    found = made(
        ("東の会", "千種区", "月曜"),
        ("全の会", "市内全域", "火曜"),
        ("名の会", "名古屋市", "水曜"),
        columns=("name", "area", "days"),
        municipality="愛知県名古屋市",
    )

    ends = {fact.what.end.id for fact in of_kind(found, "COVERS")}
    assert of_kind(found, "Area") == []
    assert len(ends) == 2


def test_what_a_row_says_is_taken_as_it_stands() -> None:
    """Words of days and fees, a day by the era, a number with its unit, a dash that says nothing."""
    found = made(
        ("体操", "毎週月曜", "-", "約２０名", "令和8年4月1日", "2027/3/31"), columns=("name", "days", "fee", "capacity", "begins", "ends")
    )

    service = services(found)["体操"]
    assert (service.days, service.fee, service.capacity) == ("毎週月曜", None, 20)
    assert (str(service.valid_from), str(service.valid_to)) == ("2026-04-01", "2027-03-31")


@pytest.mark.parametrize(
    ("text", "status"), [("", "running"), ("活動中", "running"), ("休止中", "ended"), ("R7.3 終了", "ended"), ("4月開始予定", "planned")]
)
def test_the_status_is_told_by_its_words(text: str, status: str) -> None:
    """What stopped, or has not begun, answers no need now."""
    assert services(made(("体操", text, "月曜"), columns=("name", "status", "days")))["体操"].status == status


def test_a_day_or_a_number_that_cannot_be_read_is_left_out_and_said() -> None:
    """The row is taken; the cell is named."""
    found = made(("体操", "10〜15名", "来春", "月曜"), columns=("name", "capacity", "begins", "days"))

    assert (services(found)["体操"].capacity, services(found)["体操"].valid_from) == (None, None)
    assert {(one.code, one.values["value"]) for one in found.problems} == {("number_not_read", "10〜15名"), ("day_not_read", "来春")}
    assert all("column" in one.place for one in found.problems)


def test_the_longest_form_of_a_category_counts() -> None:
    """買い物代行 is not 買い物 as well; each character is counted once."""
    whole = made(("おつかい", "買い物代行", "月曜"), columns=("name", "category", "days"))
    by_contents = made(("おつかい", "買い物代行をします", "月曜"), columns=("name", "contents", "days"))

    codes = {tuple(fact.codes) for found in (whole, by_contents) for fact in of_kind(found, "Service")}
    assert len(codes) == 1
    assert [len(one) for one in codes] == [1]


def test_the_name_tells_the_category_where_nothing_else_does() -> None:
    """Where neither a cell for it nor the contents name one."""
    found = made(("配食の会", "その他", "月曜"), columns=("name", "category", "days"))

    assert [fact.codes != () for fact in of_kind(found, "Service")] == [True]


def test_the_same_row_twice_is_refused_the_second_time() -> None:
    """The first is taken, and named."""
    found = made(("体操", "東", "月曜"), ("体操", "東", "火曜"), columns=("name", "area", "days"))

    assert refusals(found) == [("duplicate_row", "row 3")]
    assert found.problems[0].values["first"] == "row 2"
    assert services(found)["体操"].days == "月曜"


def test_a_wrong_corporate_number_is_left_out_and_said() -> None:
    """The body is taken without it."""
    found = made(("みどり会", "1234567890123", "月曜"), columns=("name", "corporate_number", "days"))

    assert [fact.what.corporate_number for fact in of_kind(found, "Organization")] == [None]
    assert [one.code for one in found.problems] == ["wrong_corporate_number"]


def test_a_row_without_name_or_with_an_unknown_place_is_refused_with_its_cell() -> None:
    """And the rest is taken; an ambiguous place is not chosen."""
    columns = ("name", "municipality", "days")
    rows = [
        ("", "伊賀市", "月曜"),
        ("あ会", "ない市", "月曜"),
        ("い会", "府中市", "月曜"),
        ("う会", "三重県", "月曜"),
        ("え会", "名張市", "月曜"),
    ]
    found = transformed(as_csv(columns, *rows), "columns:\n  name: name\n  municipality: municipality\n  days: days\n")

    assert refusals(found) == [
        ("missing_value", "row 2, column name"),
        ("unknown_area", "row 3, column municipality"),
        ("ambiguous_area", "row 4, column municipality"),
        ("too_wide", "row 5, column municipality"),
    ]
    assert [fact.what.name for fact in of_kind(found, "Organization")] == ["え会"]
    assert found.rows_in == 5


@pytest.mark.parametrize("name", ["府中市", "ない市", "三重", "x" * 1_000])
def test_a_municipality_that_is_none_is_refused(name: str) -> None:
    """The mapping has to say one place."""
    with pytest.raises(LoadStopped) as stopped:
        made(("体操", "月曜", "東"), columns=("name", "days", "area"), municipality=name)
    assert stopped.value.key == "mapping_unknown_municipality"


def test_without_any_municipality_nothing_is_taken() -> None:
    """A name and nothing that places it."""
    with pytest.raises(LoadStopped) as stopped:
        transformed(as_csv(HEADS, *ROWS), "columns:\n  名称: name\n  対象地区: area\n", name="list.csv")
    assert stopped.value.key == "no_municipality"


def test_each_quotation_is_the_whole_cell_and_holds_for_the_day_of_its_row() -> None:
    """What stands in the cell, where, and for when it was checked."""
    found = made((" 体操 の会", "月曜", "R8.9.1"), columns=("name", "days", "verified_on"))

    quotations = [one for fact in found.facts for one in fact.evidence]
    assert {one.quote for one in quotations} == {" 体操 の会", "月曜"}
    assert {str(one.verified_on) for one in quotations} == {"2026-09-01"}
    assert {one.row for one in quotations} == {2}
