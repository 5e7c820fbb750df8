"""What a workbook's rows are refused for: each with its cell, its reason and what to write instead."""

import pytest

from graph.errors import LoadStopped
from loaders.contract import Problem
from loaders.workbook import LOADER
from tests.unit.loaders.workbook.conftest import SAMPLES, Fill, candidate, problems, taken

BAD = SAMPLES / "bad_多くの誤り.xlsx"


@pytest.fixture(scope="module")
def found() -> dict[str, Problem]:
    return {str(one.place): one for one in taken(BAD).problems}


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ("sheet 区域, row 3, column 上位の区域", "circular_areas", "東部 → 西部 → 南部 → 東部"),
        ("sheet 区域, row 4, column 上位の区域", "circular_areas", "西部"),
        ("sheet 区域, row 5, column 上位の区域", "circular_areas", "南部"),
        ("sheet 区域, row 6, column 上位の区域", "name_of_refused_row", "東部"),
        ("sheet 区域, row 7, column 区域の段階", "unknown_code", "丁目"),
        ("sheet 区域, row 8, column 団体コード", "code_of_another_area", "三重県名張市"),
        ("sheet 区域, row 9, column 団体コード", "wrong_area_code", "242080"),
        ("sheet 組織, row 4", "duplicate_row", "row 3"),
        ("sheet 組織, row 5, column 区域", "ambiguous_area", "広島県府中市"),
        ("sheet 組織, row 6, column 区域", "unknown_area", "なんばり市"),
        ("sheet 組織, row 7, column 名称", "missing_value", "名称"),
        ("sheet 組織, row 8, column 主体の種類", "unknown_code", "NPO法人・市民団体"),
        ("sheet 組織, row 9, column 解散日", "unreadable_date", "去年"),
        ("sheet 組織, row 10, column 公開範囲", "unknown_code", "関係者のみ"),
        ("sheet 組織, row 15, column 数", "unreadable_number", "数人"),
        ("sheet 協議体, row 3, column 構成員", "unknown_name", "いない会"),
        ("sheet 協議体, row 4, column 構成員", "ambiguous_name", "つくし会（三重県伊賀市）、つくし会（三重県名張市）"),
        ("sheet 協議体, row 5, column 層", "unknown_code", "第1層"),
        ("sheet サービス, row 3, column 提供団体", "unknown_name", "いない会"),
        ("sheet つながり, row 3, column つながりの種類", "unknown_code", "連携なし"),
        ("sheet つながり, row 4, column 終点", "unknown_name", "いない会"),
        ("sheet つながり, row 5, column 終点", "tie_to_itself", "ほたる会"),
        ("sheet つながり, row 7", "duplicate_row", "row 6"),
        ("sheet つながり, row 9, column 終点", "name_of_refused_row", "協議体"),
        ("sheet つながり, row 10, column 始点", "missing_value", "始点"),
        ("sheet ニーズ, row 4, column ニーズの分類", "unknown_code", "買い物が困難"),
    ],
)
def test_a_row_is_refused_with_its_reason(found: dict[str, Problem], place: str, code: str, said: str) -> None:
    """Place, code and the words that help to correct it."""
    problem = found[place]

    assert (problem.code, problem.kind) == (code, "refused")
    assert said in " ".join(map(str, problem.values.values()))


def test_a_person_is_set_aside_without_the_name(found: dict[str, Problem]) -> None:
    """The report says where somebody is named, not who."""
    problem = found["sheet 協議体, row 6, column 開催頻度"]

    assert (problem.code, problem.kind) == ("people.telephone", "set_aside")
    assert "山田" not in str(problem.values)


def test_a_name_alone_is_masked(fill: Fill) -> None:
    """The row is taken; the name is in no fact and no quotation, and the report says that something was masked."""
    path = fill(
        {"organizations": [{"name": "ほたる会"}], "councils": [{"name": "うめ協議体", "meets": "会長の山田太郎さんが月1回呼びかける"}]}
    )

    found = taken(path)
    assert [one.code for one in found.problems] == ["people.masked"]
    assert "山田" not in repr(found.facts)
    assert "＊" in repr(found.facts)


def test_what_is_not_used_is_said(found: dict[str, Problem]) -> None:
    """A row that is taken without one of its cells says so."""
    kinds = {(one.code, one.kind) for one in found.values()}

    assert {("column_not_of_tie", "warning"), ("wrong_corporate_number", "warning"), ("about_date", "warning")} <= kinds


def test_a_copied_row_with_its_hidden_identity_is_refused(fill: Fill) -> None:
    """Two names with one 識別: somebody copied a row to enter another body."""
    path = fill({"organizations": [{"name": "ほたる会", "key": "organization|x|ほ"}, {"name": "つくし会", "key": "organization|x|ほ"}]})

    assert problems(path) == {"sheet 組織, row 4": "key_twice"}


def test_a_column_and_a_sheet_of_somebodys_own_are_said(fill: Fill) -> None:
    """What the template does not have is not loaded in silence."""
    # Arrange
    from openpyxl import load_workbook  # noqa: PLC0415

    path = fill({"organizations": [{"name": "ほたる会"}]})
    book = load_workbook(path)
    book["組織"]["U1"] = "電話"
    book.create_sheet("メモ")["A1"] = "覚え書き"
    book.save(path)

    # Act, Assert
    assert problems(path) == {"sheet 組織": "unknown_columns", "sheet メモ": "unknown_sheet"}


@pytest.mark.parametrize(
    ("name", "key"),
    [("bad_見出しのない組織.xlsx", "sheet_without_columns"), ("bad_空の記入用ブック.xlsx", "nothing_filled_in")],
)
def test_a_file_that_cannot_be_taken_is_stopped(name: str, key: str) -> None:
    """As a whole, with the reason."""
    with pytest.raises(LoadStopped) as stopped:
        LOADER.read(candidate(SAMPLES / name))

    assert stopped.value.key == key
