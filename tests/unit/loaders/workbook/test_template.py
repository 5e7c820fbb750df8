"""The empty template: what a coordinator finds in it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from graph.errors import LoadStopped
from graph.holdings import Holdings
from graph.messages import LANGUAGES
from graph.taxonomy import taxonomy
from loaders.exporting import all_exporters
from loaders.workbook import LOADER
from loaders.workbook.sheet_kinds import MARK
from loaders.workbook.sheets import SHEETS
from loaders.workbook.wording import heads, of_column, sheet_name, words
from tests.unit.loaders.workbook.conftest import Fill, candidate, taken

every_language = pytest.mark.parametrize("language", LANGUAGES)


def template(folder: Path, language: str) -> Path:
    path = folder / f"{language}.xlsx"
    all_exporters()["template"].write(Holdings(), path, language)
    return path


def offered(book: Workbook, sheet: str, head: str, language: str) -> list[str]:
    """The words of the drop-down list of a column."""
    cells = book[sheet]
    column = next(cell.column_letter for cell in cells[1] if cell.value == head)
    found = [one for one in cells.data_validations.dataValidation if f"{column}2:{column}" in str(one.sqref)]
    assert len(found) == 1
    lists, _, cell_range = str(found[0].formula1).partition("!")
    assert lists.strip("'") in book.sheetnames
    return [str(cell.value) for (cell,) in book[lists.strip("'")][cell_range.replace("$", "")]] if language else []


@every_language
def test_it_has_the_sheets_with_frozen_explained_heads(tmp_path: Path, language: str) -> None:
    """Every sheet has its heads in a frozen row, each with a comment; identities and lists are hidden."""
    # Act
    book = load_workbook(template(tmp_path, language))

    # Assert
    assert book.sheetnames == [sheet_name(name, language) for name in ("about", *(kind.name for kind in SHEETS), "lists")]
    assert book[sheet_name("lists", language)].sheet_state == "hidden"
    for kind in SHEETS:
        sheet = book[sheet_name(kind.name, language)]
        assert sheet.freeze_panes == "C2"
        assert [cell.value for cell in sheet[1]] == [of_column("column", kind, field, language) for field in kind.fields]
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        letters = [get_column_letter(number) for number in range(1, len(kind.fields) + 1)]
        assert all(sheet.column_dimensions[letter].width > 4 for letter in letters)
        hidden = {field.key for field, letter in zip(kind.fields, letters, strict=True) if sheet.column_dimensions[letter].hidden}
        assert hidden == {field.key for field in kind.fields if field.kind == "key"}


@every_language
def test_no_head_stands_twice_on_a_sheet(language: str) -> None:
    """A column is known by its head."""
    for kind in SHEETS:
        found = [of_column("column", kind, field, language) for field in kind.fields]
        assert len(set(found)) == len(found)
        assert all(not head.startswith("text.") for field in kind.fields for head in heads(kind, field))


def test_coded_columns_offer_the_words_of_the_taxonomy(tmp_path: Path) -> None:
    """Drop-down lists in Japanese: kinds of actor, categories, schemes, layers, status, visibility, kinds of tie."""
    # Arrange
    book = load_workbook(template(tmp_path, "ja"))
    codes = taxonomy()

    # Act, Assert
    assert offered(book, "組織", "主体の種類", "ja") == [entry.ja for entry in codes.actor_types.values()]
    assert offered(book, "サービス", "サービスの分類", "ja") == [entry.ja for entry in codes.service_categories.values()]
    assert offered(book, "サービス", "制度区分", "ja") == [entry.ja for entry in codes.schemes.values()]
    assert offered(book, "ニーズ", "ニーズの分類", "ja") == [entry.ja for entry in codes.need_categories.values()]
    assert offered(book, "協議体", "層", "ja") == ["第1層", "第2層"]
    assert offered(book, "サービス", "状態", "ja") == ["実施中", "予定", "終了"]
    assert offered(book, "組織", "公開範囲", "ja") == ["公開", "関係者のみ", "取扱注意"]
    assert "連携なし（と記載）" in offered(book, "つながり", "つながりの種類", "ja")


def test_names_are_offered_from_the_other_sheets(tmp_path: Path) -> None:
    """Who provides a service is chosen among the names of the sheet of bodies."""
    book = load_workbook(template(tmp_path, "ja"))

    validations = {str(one.sqref): str(one.formula1) for one in book["サービス"].data_validations.dataValidation}
    assert validations["C2:C10000"] == "'組織'!$B$2:$B$10000"


@every_language
def test_the_examples_are_marked_grey_and_never_loaded(tmp_path: Path, language: str) -> None:
    """The template as it is delivered holds nothing."""
    # Arrange
    path = template(tmp_path, language)
    book = load_workbook(path)

    # Assert
    for kind in SHEETS:
        row = book[sheet_name(kind.name, language)][2]
        assert row[0].value == words(language)("text.mark")
        assert row[0].fill.fgColor.rgb == "00EDEDED"
        assert any(cell.value for cell in row[1:])
    with pytest.raises(LoadStopped) as stopped:
        LOADER.read(candidate(path))
    assert stopped.value.key == "nothing_filled_in"


def test_an_example_is_what_a_coordinator_may_write(tmp_path: Path) -> None:
    """With the mark deleted every example is taken, but for the bodies that only other examples would name."""
    # Arrange
    path = template(tmp_path, "ja")
    book = load_workbook(path)
    for kind in SHEETS:
        book[sheet_name(kind.name, "ja")]["A2"] = None
    book["組織"]["B3"], book["組織"]["C3"] = "にほへ自治会", "三重県伊賀市"
    book.save(path)

    # Act
    found = taken(path)

    # Assert
    assert found.problems == ()
    assert len(found.taken) == found.rows_in == len(SHEETS) + 1


def test_an_example_that_was_filled_in_is_set_aside(fill: Fill) -> None:
    """What somebody writes over an example is not lost without a word."""
    path = fill({"organizations": [{MARK: "例", "name": "ほたる会"}, {"name": "つくし会"}]})

    (problem,) = taken(path).problems
    assert (problem.code, problem.kind) == ("example_changed", "set_aside")


@every_language
def test_it_explains_itself_in_both_languages(tmp_path: Path, language: str) -> None:
    """The first sheet explains in the reader's language first and in the other one beneath."""
    book = load_workbook(template(tmp_path, language))

    lines = [str(cell.value) for (cell,) in book.worksheets[0].iter_rows(max_col=1) if cell.value]
    other = next(one for one in LANGUAGES if one != language)
    assert lines.index(words(language)("text.explain.1")) < lines.index(words(other)("text.explain.1"))
