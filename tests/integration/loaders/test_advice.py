"""Advice that is followed to the letter helps: the most likely faults, what is said of each, and the file mended as it says."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.errors import LoadStopped
from graph.messages import Messages
from loaders.prepared import Choices, Prepared
from loaders.preparing import prepare
from loaders.proposals import proposed_mapping
from loaders.registry import SHARED_WORDING
from tests.damaged_files.surgery import book_of, compound, saved
from tests.damaged_files.tables import CARE_HEADS, CARE_ROW, HEADS, LIST, NEEDS, ROWS, as_csv, as_text, with_cell

NUMBERS = tuple((*row[:3], int(row[3]), row[4]) for row in ROWS)


@dataclass(frozen=True)
class Followed:
    """A fault, the words of the advice that somebody follows, and the file when it is done."""

    code: str
    advice: str
    faulty: bytes
    mended: bytes
    file: str = "n.csv"
    mended_file: str = "n.csv"
    source: str | None = None
    taken: int = 2


def as_workbook(rows: object = (HEADS, *NUMBERS)) -> bytes:
    return saved(book_of(rows)[0])  # type: ignore[arg-type]


def stray() -> bytes:
    book, sheet = book_of((HEADS, *NUMBERS))
    sheet["XFD1048576"] = " "
    return saved(book)


def formula(value: object) -> bytes:
    book, sheet = book_of((HEADS, *NUMBERS))
    sheet["D2"] = value  # type: ignore[assignment]
    return saved(book)


def area(text: str, prefecture: str = "") -> bytes:
    return as_csv([*NEEDS, (prefecture, text, "除雪", "7", "")])


TEXT = as_text(NEEDS)
PAGE = b"<html><table><tr><td>a</td></tr></table></html>"
CARE = (CARE_HEADS, CARE_ROW)
OTHER_HEAD = as_csv([("都道府県", "市区町村", "相談のあらまし", "件数", "期間"), *ROWS])

FAULTS = {
    "a sign that is no text": Followed(
        "not_text", "Excelブック（.xlsx）", TEXT.encode() + b"\xff\xff\n", as_workbook(), mended_file="n.xlsx"
    ),
    "a quotation that is not closed": Followed(
        "broken_table", "引用符を直して", TEXT.replace("除雪", '"除雪').encode(), TEXT.replace("除雪", '"除雪"').encode()
    ),
    "a quotation mark in a value": Followed(
        "broken_table", "二つ重ねます", TEXT.replace("除雪", '"除"雪"').encode(), TEXT.replace("除雪", '"除""雪"').encode()
    ),
    "a password": Followed("encrypted_workbook", "パスワードを外した", compound("EncryptedPackage"), as_workbook(), "n.xlsx", "n.xlsx"),
    "a damaged workbook": Followed("damaged_workbook", "もう一度受け取って", as_workbook()[:-40], as_workbook(), "n.xlsx", "n.xlsx"),
    "a cell far away": Followed("stray_cell", "XFD1048576", stray(), as_workbook(), "n.xlsx", "n.xlsx"),
    "a page called a workbook": Followed("page_as_workbook", "名前を付けて保存", PAGE, as_workbook(), "n.xls", "n.xlsx"),
    "heads too far down": Followed(
        "no_heads", "20行目まで", as_csv([("メモ",)] * 29 + [*NEEDS]), as_csv([("メモ",), *NEEDS]), source="needs_register"
    ),
    "a head that is called otherwise": Followed(
        "missing_columns", "列の名前をこのとおりに直して", OTHER_HEAD, as_csv(NEEDS), source="needs_register"
    ),
    "a column that is not there": Followed(
        "missing_columns", "列を足し、値を入れて", as_csv([row[:-2] for row in CARE]), as_csv(CARE), source="care_providers", taken=1
    ),
    "a column that stands twice": Followed("repeated_columns", "一つだけ残して", as_csv([(*row, row[3]) for row in NEEDS]), as_csv(NEEDS)),
    "no rows": Followed("no_records", "内容の入ったファイル", as_csv([HEADS]), as_csv(NEEDS)),
    "a comma that was not quoted": Followed(
        "surplus_cells",
        '引用符（"）で囲んで',
        TEXT.replace("30,2025年度", "30,2025年度,冬").encode(),
        TEXT.replace("30,2025年度", '30,"2025年度,冬"').encode(),
    ),
    "a formula without result": Followed("formula_without_value", "上書き保存して", formula("=6+6"), formula(12), "n.xlsx", "n.xlsx"),
    "an error in a cell": Followed("error_value", "値を直接入れて", as_csv(with_cell(NEEDS, 1, 3, "#REF!")), as_csv(NEEDS)),
    "one of two towns": Followed("ambiguous_area", "広島県府中市", area("府中市"), area("広島県府中市"), taken=3),
    "one of two towns, by a column": Followed("ambiguous_area", "都道府県の列", area("府中市"), area("府中市", "広島県"), taken=3),
    "a mistyped code": Followed("wrong_area_code", "242161", area("242162"), area("242161"), taken=3),
    "an unknown town": Followed("unknown_area", "都道府県から書く", area("伊賀"), area("三重県伊賀市"), taken=3),
    "a whole prefecture": Followed("too_wide", "市区町村か地区を書いて", area("三重県"), area("津市", "三重県"), taken=3),
    "a range for a number": Followed("unreadable_number", "数だけを入れて", as_csv(with_cell(NEEDS, 1, 3, "10〜15")), as_csv(NEEDS)),
    "a cell that is too long": Followed("cell_too_long", "短くして", as_csv(with_cell(NEEDS, 1, 2, "あ" * 40_000)), as_csv(NEEDS)),
    "no value where one has to be": Followed("missing_value", "値を入れて", as_csv(with_cell(NEEDS, 1, 2, "")), as_csv(NEEDS)),
}


def prepared(folder: Path, name: str, content: bytes, source: str | None = None) -> Prepared:
    file = folder / name
    file.write_bytes(content)
    return prepare(file, Choices(source=source))


def said_of(act: Callable[[], Prepared]) -> tuple[str, str]:
    """Code and advice of what is said first."""
    words = Messages(SHARED_WORDING, "ja")
    try:
        problem = next(one for one in act().problems if not one.code.startswith("finding."))
    except LoadStopped as stopped:
        return stopped.key, words.what_to_do(stopped)
    return problem.code, words(f"{problem.code}.advice", **problem.values)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_file_loads_when_somebody_does_as_the_advice_says(fault: Followed, tmp_path: Path) -> None:
    """The advice names what to do; done, every row is taken and nothing is said of any more."""
    code, advice = said_of(lambda: prepared(tmp_path, fault.file, fault.faulty, fault.source))
    after = prepared(tmp_path, fault.mended_file, fault.mended)

    assert (code, fault.advice in advice) == (fault.code, True), advice
    assert (after.taken, [one for one in after.problems if not one.code.startswith("finding.")]) == (fault.taken, [])


def test_a_list_loads_when_its_mapping_is_filled_in_as_the_advice_says(tmp_path: Path) -> None:
    """--propose-mapping, then the municipality as in the example, then --mapping."""
    file = tmp_path / "一覧.csv"
    file.write_bytes(as_csv(LIST))
    proposal = proposed_mapping(file, Choices(), "ja")

    with pytest.raises(LoadStopped) as asked:
        prepare(file, Choices())
    with pytest.raises(LoadStopped) as placeless:
        prepare(file, Choices(mapping=proposal))
    filled = proposal.replace("municipality:\n", "municipality: 三重県伊賀市\n")

    words = Messages(SHARED_WORDING, "ja")
    assert "--propose-mapping" in words.what_to_do(asked.value)
    assert "三重県伊賀市" in words.what_to_do(placeless.value)
    assert prepare(file, Choices(mapping=filled)).taken == len(LIST) - 1
