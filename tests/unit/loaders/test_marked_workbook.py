"""The table that was sent, marked: colours and words for what was refused or doubtful, and nothing about persons."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.errors import QueryMisused
from graph.places import Place
from loaders import marked_workbook as subject
from loaders.contract import Candidate, Problem
from loaders.marked_workbook import FILLS, marked_workbook
from loaders.report import Report
from loaders.tables.heads import Column
from loaders.tables.table import Table, table_of

SOURCE = "care_providers"
COLUMNS = (
    Column(key="name", heads=("事業所名",), required=True, names_a_body=True),
    Column(key="place", heads=("住所",)),
    Column(key="capacity", heads=("定員",)),
    Column(key="notes", heads=("備考",)),
)
HEAD = "事業所名,住所,定員,備考,代表者氏名"
ROWS = (
    "ケアみなも株式会社,名張市鴻之台1番町,十数名,会長の山田太郎まで,伊賀花子",
    "社会福祉法人みなも会,名張市鴻之台1番町,,=HYPERLINK(1),伊賀花子",
    "ケアあおば株式会社,名張市鴻之台1番町,12,+1,伊賀花子",
    "こどもの見守り,名張市鴻之台1番町,12,自宅,伊賀花子",
    "ケアずれ株式会社,名張市鴻之台1番町,12,備考,,高橋次郎",
)
WARNED = Problem(
    code="unreadable_number", place=Place.of(row=2, column="定員"), kind="warning", values={"value": "十数名", "column": "定員"}
)
MISSING = Problem(code="missing_value", place=Place.of(row=3, column="定員"), values={"column": "定員"})
ASIDE = Problem(
    code="people.subject", place=Place.of(row=5, column="事業所名"), kind="set_aside", values={"column": "事業所名", "beside": ""}
)
SURPLUS = Problem(code="surplus_cells", place=Place.of(row=6), values={"count": 1})


def table(*rows: str, name: str = "care.csv") -> Table:
    return table_of(Candidate(path=Path(name), content="\n".join((HEAD, *rows)).encode()), SOURCE, COLUMNS)


def report(*problems: Problem, file: str = "care.csv") -> Report:
    kinds = [one.kind for one in problems]
    return Report(
        source=SOURCE,
        dataset="care/a",
        file=file,
        rows_in=5,
        written=0,
        unchanged=0,
        refused=kinds.count("refused"),
        set_aside=kinds.count("set_aside"),
        retired=0,
        problems=problems,
    )


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def marked(*problems: Problem, language: str = "ja") -> Any:
    return opened(marked_workbook(report(*problems), [table(*ROWS)], language))


def colour(cell: Any) -> str | None:
    return {fill.fgColor.rgb: kind for kind, fill in FILLS.items()}.get(cell.fill.fgColor.rgb)


def rows_of(sheet: Any) -> dict[int, list[Any]]:
    return {row[0].value: list(row) for row in sheet.iter_rows(min_row=2)}


def test_cells_are_coloured_and_say_in_words_what_is_wrong() -> None:
    """Refused red, doubtful yellow; treatment, column, reason and advice stand beside, for whoever sees no colours."""
    rows = rows_of(marked(WARNED, MISSING)["取り込んだ表"])

    assert [cell.value for cell in rows[2][1:3]] == ["注意", "定員"]
    assert [cell.value for cell in rows[3][1:3]] == ["受け付けず", "定員"]
    assert "十数名" in rows[2][3].value
    assert all(rows[number][column].value for number in (2, 3) for column in (3, 4))
    assert (colour(rows[2][7]), colour(rows[3][7])) == ("warning", "refused")
    assert [cell.value or "" for cell in rows[4][1:5]] == [""] * 4
    assert {colour(cell) for cell in rows[4]} == {None}


def test_nothing_about_persons_is_in_it() -> None:
    """No row that was set aside, no column of persons, names masked, and of a slipped row no cell at all."""
    book = marked(WARNED, ASIDE, SURPLUS)
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    rows = rows_of(book["取り込んだ表"])

    assert sorted(rows) == [2, 3, 4, 6]
    assert not [name for name in ("伊賀花子", "代表者氏名", "山田", "高橋", "こどもの見守り") if any(name in cell for cell in cells)]
    assert rows[2][8].value == "会長の＊＊＊＊まで"
    assert [cell.value or "" for cell in rows[6][5:]] == [""] * 4
    assert rows[6][1].value == "受け付けず"


def test_no_cell_is_a_formula() -> None:
    """What begins like one is text with an apostrophe before it."""
    rows = rows_of(marked(WARNED)["取り込んだ表"])

    assert [(rows[number][8].value, rows[number][8].data_type) for number in (3, 4)] == [("'=HYPERLINK(1)", "s"), ("'+1", "s")]


def test_every_problem_is_listed_those_about_the_file_too() -> None:
    """A sheet of its own, in the order of the report, set-aside rows by place and reason."""
    whole = Problem(code="external_links", place="care.csv", kind="warning")

    listed = rows_of(marked(WARNED, ASIDE, whole)["気づいたこと"])
    kinds = [row[0].value for row in marked(WARNED, ASIDE, whole)["気づいたこと"].iter_rows(min_row=2)]

    assert kinds == ["注意", "保留", "注意"]
    assert len(listed) == 2


def test_colours_and_what_is_left_out_are_explained_in_the_readers_language() -> None:
    """The first sheet is a legend; in English too."""
    first = [str(row[1].value) for row in marked(WARNED, language="en").worksheets[0].iter_rows()]

    assert any(text.startswith("Red") for text in first)
    assert any("not in this file" in text for text in first)


def test_of_too_many_rows_those_to_put_right_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the first sheet says how many of how many there are."""
    monkeypatch.setattr(subject, "MOST_ROWS", 2)
    book = marked(Problem(code="missing_value", place=Place.of(row=4, column="定員"), values={"column": "定員"}), ASIDE)

    assert list(rows_of(book["取り込んだ表"])) == [4, 2]
    assert any("4 行のうち 2 行" in str(row[1].value) for row in book.worksheets[0].iter_rows())


def test_a_source_that_is_no_table_is_refused() -> None:
    """With a sentence, not with an empty workbook."""
    with pytest.raises(QueryMisused, match="report_of_no_table"):
        marked_workbook(report(file="report.md"), [], "ja")


def test_of_a_source_that_looks_for_persons_itself_no_cell_is_shown() -> None:
    """Rows with remarks by number and reason, the others not at all; the first sheet says why."""
    unscreened = replace(table(*ROWS), screens=False)

    book = opened(marked_workbook(report(WARNED), [unscreened], "ja"))
    rows = rows_of(book["取り込んだ表"])

    assert list(rows) == [2]
    assert [cell.value or "" for cell in rows[2][5:]] == [""] * 5
    assert any("欄の中身は入れず" in str(row[1].value) for row in book.worksheets[0].iter_rows())
