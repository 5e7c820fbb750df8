"""Advice on the form of a table: what programs read badly, how often and where first; nothing of the cells' content."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.messages import LANGUAGES, Messages
from graph.places import Place
from loaders.contract import Candidate
from loaders.registry import SHARED_WORDING
from loaders.tables.findings import LOOKED_AT, findings
from loaders.tables.heads import Column
from loaders.tables.table import Table, table_of

COLUMNS = (
    Column(key="name", heads=("名称",), required=True, names_a_body=True),
    Column(key="users", heads=("利用者数",)),
    Column(key="places", heads=("会場",)),
    Column(key="municipalities", heads=("対象地域",), lists=True),
    Column(key="day", heads=("開始日",)),
    Column(key="notes", heads=("備考",), is_text=True),
)
HEAD = ["名称", "利用者数", "会場", "対象地域", "開始日", "備考", "代表者氏名"]
PLAIN = ["いろは会", "12", "公民館", "名張市、伊賀市", "2026-04-01", "第2、第4土曜", "伊賀 花子"]
BLANK = [""] * len(HEAD)
KEYS = ("name", "users", "places", "municipalities", "day", "notes", "person")


def candidate(name: str, content: bytes) -> Candidate:
    return Candidate(path=Path(name), content=content)


def csv(*rows: list[str]) -> Table:
    text = "\n".join(",".join(f'"{cell}"' if "\n" in cell else cell for cell in row) for row in rows)
    return table_of(candidate("list.csv", text.encode()), "samples", COLUMNS)


def changed(**cells: str) -> list[str]:
    return [cells.get(key, cell) for key, cell in zip(KEYS, PLAIN, strict=True)]


def found(table: Table) -> dict[str, tuple[str, object]]:
    return {one.code.removeprefix("finding."): (one.place, one.values.get("count")) for one in findings(table)}


def test_a_plain_table_gets_no_advice() -> None:
    """Lists where they are meant, commas in free text and a date that every program reads are all right."""
    assert findings(csv(HEAD, PLAIN, PLAIN)) == ()


@pytest.mark.parametrize(
    ("cells", "kind", "column"),
    [
        ({"places": "公民館\n集会所"}, "line_breaks", "会場"),
        ({"places": "公民館、集会所"}, "several_in_a_cell", "会場"),
        ({"users": "12(うち男5)"}, "note_in_number", "利用者数"),
        ({"users": "12人"}, "unit_in_number", "利用者数"),
        ({"users": "１２"}, "wide_digits", "利用者数"),
        ({"day": "令和6年4月1日"}, "era_dates", "開始日"),
    ],
)
def test_cells_are_told_by_column_number_and_first_place(cells: dict[str, str], kind: str, column: str) -> None:
    """Once for the column, however many cells there are."""
    table = csv(HEAD, PLAIN, changed(**cells), PLAIN, changed(**cells), PLAIN, PLAIN)

    assert found(table) == {kind: (Place.of(row=3, column=column), 2)}


def test_numbers_in_a_column_of_words_are_left_alone() -> None:
    """A venue may be called 3室 or carry a remark: only a column of numbers has units and notes."""
    rooms = ["2(和室)", "大広間", "ホール", "3室"]

    assert found(csv(HEAD, *(changed(places=room) for room in rooms))) == {}


def test_rows_that_break_the_table_are_told() -> None:
    """Titles above, blank rows between, totals, another table's heads; blank rows at the end are none."""
    table = csv(["サロン一覧", *BLANK[1:]], HEAD, PLAIN, BLANK, changed(name="合計"), BLANK, HEAD, PLAIN, BLANK, BLANK)

    assert found(table) == {
        "above_heads": (Place.of(row=1), 1),
        "blank_rows": (Place.of(row=4), 2),
        "totals": (Place.of(row=5), 1),
        "further_table": (Place.of(row=7), 1),
    }


def test_a_workbook_is_told_of_merged_cells_and_hidden_sheets() -> None:
    """With the sheet in which they stand; an empty hidden sheet says nothing."""
    # Arrange
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "一覧"
    for row in (HEAD, PLAIN, PLAIN):
        sheet.append(row)
    sheet.merge_cells("C2:C3")
    for name, content in (("作業用", ["写し"]), ("空", [])):
        hidden = book.create_sheet(name)
        hidden.append(content)
        hidden.sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)

    # Act
    said = findings(table_of(candidate("list.xlsx", saved.getvalue()), "samples", COLUMNS))

    # Assert
    assert [(one.code, one.place) for one in said] == [
        ("finding.merged", Place.of(sheet="一覧", row=2)),
        ("finding.hidden_sheets", "list.xlsx"),
    ]
    assert said[1].values == {"count": 1, "sheets": "作業用"}


def test_of_a_long_table_the_beginning_is_looked_at_and_that_is_said() -> None:
    """What stands after the first rows is not told; a long table without findings needs no such notice."""
    plain = [PLAIN] * LOOKED_AT

    assert found(csv(HEAD, changed(users="１２"), *plain[1:], changed(users="１２"))) == {
        "wide_digits": (Place.of(row=2, column="利用者数"), 1),
        "beginning": (Place.of(row=2), None),
    }
    assert findings(csv(HEAD, *plain, changed(users="１２"))) == ()


def test_nothing_is_told_of_columns_of_persons_or_of_what_cells_hold() -> None:
    """Columns, numbers and places only; a column that is never read is not looked at."""
    said = findings(csv(HEAD, changed(person="伊賀\n花子", places="公民館、集会所"), PLAIN))

    assert [one.code for one in said] == ["finding.several_in_a_cell"]
    assert "公民館" not in str(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_worded_as_advice(language: str) -> None:
    """What was found and what to do, in both languages, with every placeholder filled."""
    words = Messages(SHARED_WORDING, language)
    said = findings(csv(["一覧", *BLANK[1:]], HEAD, changed(users="12(男5)", day="R6.4.1"), changed(name="計", users="１２人")))

    assert len(said) >= 5
    for one in said:
        for text in (words(one.code, place="x", **one.values), words(f"{one.code}.advice", place="x", **one.values)):
            assert not text.startswith("finding.")
            assert "{" not in text
