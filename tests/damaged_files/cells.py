"""Tables whose heads or cells are not as they should be."""

from tests.damaged_files.case import Damaged
from tests.damaged_files.tables import CARE_HEADS, CARE_ROW, HEADS, LIST, LIST_MAPPING, NEEDS, ROWS, STATUS, as_csv, with_cell

MANY = 5_000
LONG = 10_000_000
GOOD = ("三重県", "津市", "移動手段がない", "7", "2025年度")


def _with_row(*row: str) -> bytes:
    return as_csv([*NEEDS, row])


def head_files() -> list[Damaged]:
    """Heads in odd places, missing, double, too many."""
    return [
        Damaged(name="heads in row 3", file="n.csv", make=lambda: as_csv([("困りごとの記録",), ("",), *NEEDS]), taken=2),
        Damaged(name="heads in row 30", file="n.csv", make=lambda: as_csv([("メモ",)] * 29 + [*NEEDS]), stopped="no_loader_takes_it"),
        Damaged(
            name="heads in row 30, source named",
            file="n.csv",
            make=lambda: as_csv([("メモ",)] * 29 + [*NEEDS]),
            source="needs_register",
            stopped="no_heads",
        ),
        Damaged(name="two rows of heads", file="n.csv", make=lambda: as_csv([("場所", "", "内容", "", ""), *NEEDS]), taken=2),
        Damaged(
            name="a head is missing",
            file="n.csv",
            make=lambda: as_csv([("都道府県", "市区町村", "内容", "件数", "期間"), *ROWS]),
            source="needs_register",
            stopped="missing_columns",
            at=(("columns", "ニーズ"),),
        ),
        Damaged(
            name="a head stands twice",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "件数"), *((*row, "1") for row in ROWS)]),
            stopped="repeated_columns",
            at=(("columns", "件数"),),
        ),
        Damaged(name="no heads at all", file="n.csv", make=lambda: as_csv(ROWS), source="needs_register", stopped="no_heads"),
        Damaged(
            name="a care register without one column",
            file="c.csv",
            make=lambda: as_csv([CARE_HEADS[:-2], CARE_ROW[:-2]]),
            source="care_providers",
            stopped="missing_columns",
            at=(("columns", "事業所番号"),),
        ),
        Damaged(
            name="five thousand columns",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, *(f"列{n}" for n in range(MANY))), *((*row, *["x"] * MANY) for row in ROWS)]),
            taken=2,
        ),
        Damaged(
            name="five thousand blank heads",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, *[""] * MANY), *((*row, *[""] * MANY) for row in ROWS)]),
            taken=2,
        ),
        Damaged(
            name="twenty thousand columns",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, *["x"] * 20_000), *ROWS]),
            source="needs_register",
            stopped="too_many_columns",
        ),
        Damaged(
            name="10 MB of brackets for a head",
            file="n.csv",
            make=lambda: as_csv([(*HEADS, "(" * LONG), *((*row, "") for row in ROWS)]),
            taken=2,
        ),
        Damaged(name="10 MB of spaces in a title", file="n.csv", make=lambda: as_csv([(f"令和6{' ' * LONG}x",), *NEEDS]), taken=2),
        Damaged(name="a very long name of the file", file=f"{'長' * 80}.csv", make=lambda: as_csv(NEEDS), taken=2),
        Damaged(
            name="a report of another year's form",
            file="s.csv",
            make=lambda: as_csv(STATUS),
            taken=1,
            says=(("day_not_stated", "s.csv"), ("own_words", "s.csv")),
        ),
    ]


def cell_files() -> list[Damaged]:
    """Values that do not say one thing, or say it otherwise."""
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
