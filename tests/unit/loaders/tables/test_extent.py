"""How far a sheet reaches, told before it is opened."""

import io
import zipfile

import pytest

from graph.errors import LoadStopped
from loaders.tables.extent import column_of, see_that_it_is_no_wilderness
from tests.damaged_files.surgery import SHEET, book_of, saved


def sheet_with(*cells: str) -> bytes:
    book, sheet = book_of([])
    for cell in cells:
        sheet[cell] = "x"
    return saved(book)


def refusal(content: bytes) -> LoadStopped | None:
    """Why the workbook is not opened; None where it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        try:
            see_that_it_is_no_wilderness(packed, SHEET, "表")
        except LoadStopped as stopped:
            return stopped
    return None


@pytest.mark.parametrize(("letters", "column"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_letters_count_columns(letters: str, column: int) -> None:
    """A is 0."""
    assert column_of(letters) == column


@pytest.mark.parametrize("cells", [("A1", "I1048576"), ("A1", "XFD600"), ("XFD1048576",), ()])
def test_tall_and_wide_tables_are_none(cells: tuple[str, ...]) -> None:
    """A million rows of nine columns, and a table in the last corner, can be opened."""
    assert refusal(sheet_with(*cells)) is None


def test_a_cell_far_from_the_others_is_named() -> None:
    """Who has to delete it, has to find it."""
    stopped = refusal(sheet_with("A1", "XFD1048576"))
    assert stopped is not None
    assert stopped.key == "stray_cell"
    assert stopped.values == {"sheet": "表", "cell": "XFD1048576", "rows": 1_048_576, "columns": 16_384}


def test_a_far_cell_without_value_is_none() -> None:
    """Formats alone make no table."""
    book, sheet = book_of([("a",)])
    sheet["XFD1048576"].number_format = "0.00"
    assert refusal(saved(book)) is None
