"""A table of a source: which sheet, which rows, and one outcome for each."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from graph.errors import LoadStopped, RecordRejected
from graph.facts import Fact
from loaders.contract import Candidate, Outcome, Problem
from loaders.tables.heads import Column
from loaders.tables.row import Row
from loaders.tables.table import LONGEST_CELL, Table, likeness, table_of
from tests.damaged_files.surgery import book_of, saved
from tests.damaged_files.tables import as_csv

COLUMNS = (
    Column(key="name", heads=("名称",), required=True, names_a_body=True),
    Column(key="kind", heads=("種類",), required=True),
    Column(key="days", heads=("曜日",)),
)
HEADS = ("名称", "種類", "曜日")


def candidate(content: bytes) -> Candidate:
    return Candidate(path=Path("file"), content=content)


def table(*rows: Sequence[str]) -> Table:
    return table_of(candidate(as_csv(rows)), "x", COLUMNS)


def outcomes(*rows: Sequence[str]) -> list[Outcome]:
    def take(row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        if row.text("kind") == "×":
            raise RecordRejected("wrong_kind", row.place_of("kind"), value="×")
        return (), (Problem(code="seen", place=row.place, kind="warning"),)

    return list(table(HEADS, *rows).outcomes(take))


def refused(*rows: Sequence[str]) -> LoadStopped:
    with pytest.raises(LoadStopped) as stopped:
        table(*rows)
    return stopped.value


def test_every_filled_row_has_one_outcome() -> None:
    """Blank rows have none; numbers are those of the spreadsheet."""
    found = outcomes(("a", "b", ""), ("", " ", "　"), ("c", "×", ""))

    assert [(one.place, [problem.code for problem in one.problems]) for one in found] == [("row 2", ["seen"]), ("row 4", ["wrong_kind"])]
    assert found[1].problems[0].values == {"value": "×"}


def test_cells_that_slipped_refuse_their_row() -> None:
    """A value without a head; blanks beyond the heads are nothing."""
    found = outcomes(("a", "b", "c", "d"), ("a", "b", "c", "", " "))

    assert [problem.code for one in found for problem in one.problems] == ["surplus_cells", "seen"]


def test_a_cell_that_no_spreadsheet_takes_refuses_its_row() -> None:
    """In any column, known or not; as many characters as one takes are taken."""
    (longer,) = outcomes(("a", "b", "x" * (LONGEST_CELL + 1)))
    (just,) = outcomes(("a", "b", "x" * LONGEST_CELL))

    assert (longer.problems[0].code, longer.problems[0].place) == ("cell_too_long", "row 2, column 曜日")
    assert just.problems[0].code == "seen"


def test_what_makes_no_table_is_refused() -> None:
    """Each with its reason."""
    assert refused(("x", "y"), ("1", "2")).key == "no_heads"
    assert refused(("名称", "曜日"), ("1", "2")).values == {"columns": "種類"}
    assert refused((*HEADS, "名称"), ("1", "2", "3", "4")).key == "repeated_columns"
    assert refused(HEADS, ("", "", "")).key == "no_records"


def test_the_sheet_with_the_heads_is_taken_rather_a_visible_one() -> None:
    """Whatever it is called."""
    book, _ = book_of([HEADS, ("hidden", "x", "")], "一")
    book.worksheets[0].sheet_state = "hidden"
    for row in (HEADS, ("seen", "x", "")):
        book.create_sheet("二") if len(book.worksheets) == 1 else None
        book["二"].append(list(row))

    found = table_of(candidate(saved(book)), "x", COLUMNS)

    assert [row.text("name") for row in found.rows()] == ["seen"]


def test_likeness_is_sure_with_all_required_heads_and_never_likely_without() -> None:
    """A file that cannot be opened is not alike at all."""
    assert likeness(candidate(as_csv([HEADS])), COLUMNS) == 1
    assert likeness(candidate(as_csv([("名称", "曜日")])), COLUMNS) < 1 / 2
    assert likeness(candidate(b"PK\x03\x04"), COLUMNS) == 0
