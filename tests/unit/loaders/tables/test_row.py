"""A row: what its cells say, where they stand, and what they are quoted as."""

import pytest

from graph.errors import RecordRejected
from loaders.tables.heads import Heading
from loaders.tables.row import ERRORS, NOTHING, Row

HEADING = Heading(row=0, heads=("名称", "備考", ""), where={"name": 0, "notes": 1})


def row(name: str = "", notes: str = "", *, sheet: str | None = None, unreckoned: frozenset[str] = frozenset()) -> Row:
    return Row(source="x", sheet=sheet, number=3, cells={"name": name, "notes": notes}, heading=HEADING, without_value=unreckoned)


@pytest.mark.parametrize("text", ["", " ", "　", "\n", *sorted(NOTHING), " － "])
def test_blank_and_a_dash_alone_say_nothing(text: str) -> None:
    """None, and not an empty text."""
    assert row(text).text("name") is None
    assert row().text("unknown") is None


@pytest.mark.parametrize("text", ["0", "ゼロ", "なし", "--x", "N/A"])
def test_everything_else_says_something(text: str) -> None:
    """Zero and the word for nothing are words."""
    assert row(text).text("name") == text


def test_lines_of_a_cell_are_one_line() -> None:
    """For values; the quotation keeps them."""
    assert row(" みどり\nの会 ").text("name") == "みどり の会"
    assert row(" みどり\nの会 ").quotation("name", "rule", None).quote == " みどり\nの会 "


@pytest.mark.parametrize("error", sorted(ERRORS))
def test_an_error_of_the_spreadsheet_is_refused_with_its_cell(error: str) -> None:
    """It is no value, and nobody guesses which it was."""
    with pytest.raises(RecordRejected) as refused:
        row(error).text("name")
    assert (refused.value.key, refused.value.place) == ("error_value", "row 3, column 名称")


def test_a_formula_without_result_is_refused_and_a_blank_required_cell_too() -> None:
    """Two different things to do."""
    with pytest.raises(RecordRejected) as unreckoned:
        row(unreckoned=frozenset({"name"})).text("name")
    with pytest.raises(RecordRejected) as missing:
        row().required("name")
    assert (unreckoned.value.key, missing.value.key) == ("formula_without_value", "missing_value")


def test_places_name_sheet_row_and_column() -> None:
    """As a spreadsheet counts; a column without a head by its number."""
    assert str(row(sheet="表").place_of("name")) == "sheet 表, row 3, column 名称"
    assert [str(row().place_at(column)) for column in (1, 2, 9)] == ["row 3, column 備考", "row 3, column 3", "row 3, column 10"]


def test_only_filled_cells_are_quoted() -> None:
    """An empty cell is no evidence."""
    assert [one.column for one in row("みどり").quotations("rule", None, "name", "notes")] == ["名称"]
