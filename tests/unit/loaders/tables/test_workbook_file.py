"""Workbooks: cells as a person sees them, merged cells filled, formulas as their results."""

from datetime import date, datetime, time

import pytest

from graph.errors import LoadStopped
from loaders.tables.book import Book
from loaders.tables.workbook_file import is_workbook, workbook
from tests.damaged_files.surgery import bomb, book_of, compound, lying, saved, with_parts


def opened(content: bytes) -> Book:
    return workbook(content, "file.xlsx")


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    return list(opened(content).sheets[0].rows())


def test_cells_are_what_a_person_sees() -> None:
    """12 and not 12.0, a day without time, no value for nothing; zeros before a text stay."""
    cells = (12, 12.5, "012", date(2026, 4, 1), datetime(2026, 4, 1, 9, 30), time(9, 30), True, None, "　全角 ")
    assert rows_of(saved(book_of([cells])[0])) == [
        ("12", "12.5", "012", "2026-04-01", "2026-04-01 09:30", "09:30:00", "TRUE", "", "　全角 ")
    ]


def test_rows_and_columns_are_counted_from_the_first() -> None:
    """A table that begins at C3 has blank rows and cells before it."""
    book, sheet = book_of([])
    sheet["C3"], sheet["D4"] = "a", "b"
    assert rows_of(saved(book)) == [("", "", "", ""), ("", "", "", ""), ("", "", "a", ""), ("", "", "", "b")]


def test_what_is_known_of_cells_stands_where_they_stand() -> None:
    """Merged cells, and formulas without a result, of a table that begins at C3."""
    book, sheet = book_of([])
    sheet["C3"], sheet["D3"], sheet["D4"], sheet["D5"] = "a", "b", "=1+1", "c"
    sheet.merge_cells("C3:C4")
    (found,) = opened(saved(book)).sheets
    rows = list(found.rows())
    assert [row[2:] for row in rows[2:]] == [("a", "b"), ("a", ""), ("", "c")]
    assert set(found.without_value) == {(3, 3)}


def test_merged_cells_are_filled() -> None:
    """What is merged over rows and columns stands in each of them."""
    book, sheet = book_of([("a", None, "b"), (None, None, "c")])
    sheet.merge_cells("A1:B2")
    assert rows_of(saved(book)) == [("a", "a", "b"), ("a", "a", "c")]


def test_formulas_without_a_result_and_errors_are_known_by_their_cells() -> None:
    """Rows and columns from 0."""
    (sheet,) = opened(saved(book_of([("a", "=1+1"), ("#N/A", "x")])[0])).sheets
    assert sheet.without_value == {(0, 1), (1, 0)}


def test_hidden_sheets_are_told() -> None:
    """A sheet that nobody sees is known as such."""
    book, _ = book_of([("a",)], "見える")
    book.create_sheet("隠れた").sheet_state = "hidden"
    assert [(sheet.name, sheet.hidden) for sheet in opened(saved(book)).sheets] == [("見える", False), ("隠れた", True)]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (saved(book_of([("a",)])[0])[:-40], "damaged_workbook"),
        (lying(saved(book_of([("a",)])[0])), "damaged_workbook"),
        (compound("EncryptedPackage"), "encrypted_workbook"),
        (compound("Workbook"), "damaged_workbook"),
        (bomb("xl/media/a.bin", 60, {}), "workbook_too_large"),
        (with_parts(saved(book_of([("a",)])[0]), {"xl/workbook.xml": b""}), "damaged_workbook"),
    ],
    ids=["cut", "lying", "locked", "old", "bomb", "no book"],
)
def test_what_cannot_be_opened_is_refused(content: bytes, key: str) -> None:
    """It looks like a workbook, and the reason is said."""
    assert is_workbook(content)
    with pytest.raises(LoadStopped) as stopped:
        opened(content)
    assert stopped.value.key == key


def test_other_files_are_no_workbooks() -> None:
    """By the first bytes, whatever the file is called."""
    assert not is_workbook(b"a,b\n")
    assert not is_workbook(b"")
