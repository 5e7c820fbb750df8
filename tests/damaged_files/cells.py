"""Tables whose cells are not as they should be."""

from tests.damaged_files.case import Damaged
from tests.damaged_files.tables import HEADS, LIST, LIST_MAPPING, NEEDS, ROWS, as_csv, with_cell

LONG = 10_000_000
GOOD = ("三重県", "津市", "移動手段がない", "7", "2025年度")


def _with_row(*row: str) -> bytes:
    return as_csv([*NEEDS, row])


def cell_files() -> list[Damaged]:
    """Values that do not say one thing, or say it otherwise."""
    return [*_places(), *_needs_and_numbers(), *_days(), *_very_long_cells(), *_unwanted_rows()]


def _places() -> list[Damaged]:
    """What stands where the place should, and is none or several."""
    return [
        Damaged(
            name="totals and notes at the end",
            file="n.csv",
            make=lambda: as_csv([*NEEDS, ("", "合計", "", "42", ""), ("※ 件数は延べ", "", "", "", "")]),
            taken=2,
            says=(("unknown_area", "row 4, column 市区町村"), ("unknown_area", "row 5, column 都道府県")),
        ),
        Damaged(
            name="an unknown municipality",
            file="n.csv",
            make=lambda: _with_row("三重県", "ない市", "除雪", "7", ""),
            taken=2,
            says=(("unknown_area", "row 4, column 市区町村"),),
        ),
        Damaged(
            name="one of two municipalities",
            file="n.csv",
            make=lambda: _with_row("", "府中市", "除雪", "7", ""),
            taken=2,
            says=(("ambiguous_area", "row 4, column 市区町村"),),
        ),
        Damaged(
            name="a mistyped code",
            file="n.csv",
            make=lambda: _with_row("", "242162", "除雪", "7", ""),
            taken=2,
            says=(("wrong_area_code", "row 4, column 市区町村"),),
        ),
        Damaged(name="a code without its leading zero", file="n.csv", make=lambda: _with_row("", "11002", "除雪", "7", ""), taken=3),
    ]


def _needs_and_numbers() -> list[Damaged]:
    """Needs that nobody knows, numbers that are none, and a dash for nothing."""
    return [
        Damaged(
            name="an unknown need",
            file="n.csv",
            make=lambda: _with_row("三重県", "津市", "謎の言葉", "7", ""),
            taken=2,
            says=(("unknown_need", "row 4, column ニーズ"),),
        ),
        Damaged(name="the same row twice", file="n.csv", make=lambda: as_csv([*NEEDS, ROWS[0]]), taken=3, says=(("same_need", "row 4"),)),
        Damaged(
            name="numbers as texts",
            file="n.csv",
            make=lambda: as_csv(with_cell(NEEDS, 1, 3, "'12")),
            taken=1,
            says=(("unreadable_number", "row 2, column 件数"),),
        ),
        Damaged(name="a number and its unit", file="n.csv", make=lambda: as_csv(with_cell(NEEDS, 1, 3, "約１，２００人")), taken=2),
        Damaged(
            name="several numbers in a cell",
            file="n.csv",
            make=lambda: as_csv(with_cell(NEEDS, 1, 3, "10〜15")),
            taken=1,
            says=(("unreadable_number", "row 2, column 件数"),),
        ),
        Damaged(name="a dash for nothing", file="n.csv", make=lambda: as_csv(with_cell(NEEDS, 1, 3, "－")), taken=2),
        Damaged(
            name="an error in a text file",
            file="n.csv",
            make=lambda: as_csv(with_cell(NEEDS, 1, 1, "#REF!")),
            taken=1,
            says=(("error_value", "row 2, column 市区町村"),),
        ),
    ]


def _days() -> list[Damaged]:
    """Days in every way of writing, and one that no calendar has."""
    return [
        Damaged(
            name="days as text, by era and as a serial number",
            file="一覧.csv",
            mapping=LIST_MAPPING,
            make=lambda: as_csv([*with_cell(with_cell(LIST, 1, 4, "R8.9.1"), 2, 4, "2026年9月1日"), ("配食の会", "島", "", "", "46266")]),
            taken=3,
            says=(("day_not_read", "row 4, column 更新日"),),
        ),
        Damaged(
            name="a day that is none",
            file="一覧.csv",
            mapping=LIST_MAPPING,
            make=lambda: as_csv(with_cell(LIST, 1, 4, "2026-02-30")),
            taken=2,
            says=(("day_not_read", "row 2, column 更新日"),),
        ),
    ]


def _very_long_cells() -> list[Damaged]:
    """As long as a cell may be, and longer."""
    return [
        Damaged(
            name="10 MB in a cell",
            file="n.csv",
            make=lambda: as_csv(with_cell(NEEDS, 1, 2, "あ" * LONG)),
            taken=1,
            says=(("cell_too_long", "row 2, column ニーズ"),),
        ),
        Damaged(
            name="10 MB in a cell that nobody reads",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "備考"), (*ROWS[0], "第1" * (LONG // 2)), (*ROWS[1], "")]),
            taken=1,
            says=(("cell_too_long", "row 2, column 備考"),),
        ),
        Damaged(
            name="as many names as a cell takes",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "備考"), (*ROWS[0], "あ。" * 16_000), (*ROWS[1], "")]),
            taken=2,
        ),
    ]


def _unwanted_rows() -> list[Damaged]:
    """Of persons, of formulas that act, and of nothing."""
    return [
        Damaged(
            name="a row of a person",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "氏名", "電話"), (*ROWS[0], "", ""), (*GOOD, "山田花子", "090-0000-0000")]),
            taken=1,
            says=(("people.left_out", "n.csv"), ("people.mobile", "row 3, column 氏名")),
        ),
        Damaged(
            name="formulas that run programs",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "備考"), (*ROWS[0], "=cmd|' /C calc'!A0"), (*ROWS[1], "@SUM(1+1)")]),
            taken=2,
        ),
        Damaged(name="a million blank rows", file="n.csv", make=lambda: as_csv(NEEDS) + b"\n" * 1_000_000, taken=2),
        Damaged(name="a million rows of commas", file="n.csv", make=lambda: as_csv(NEEDS) + b",,,,\n" * 1_000_000, taken=2),
    ]
