"""Tables whose heads are not as they should be."""

from tests.damaged_files.case import Damaged
from tests.damaged_files.tables import CARE_HEADS, CARE_ROW, HEADS, NEEDS, ROWS, STATUS, as_csv

MANY = 5_000
LONG = 10_000_000


def head_files() -> list[Damaged]:
    """Heads in odd places, missing, double, too many."""
    return [*_heads_elsewhere(), *_wrong_heads(), *_very_many_heads(), *_unusual_files()]


def _heads_elsewhere() -> list[Damaged]:
    """Not in the first row, or in two."""
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
    ]


def _wrong_heads() -> list[Damaged]:
    """One is missing, one is there twice, or none is there."""
    return [
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
    ]


def _very_many_heads() -> list[Damaged]:
    """More, longer and blanker than anybody types."""
    return [
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
    ]


def _unusual_files() -> list[Damaged]:
    """A long name, and the form of another year."""
    return [
        Damaged(name="a very long name of the file", file=f"{'長' * 80}.csv", make=lambda: as_csv(NEEDS), taken=2),
        Damaged(
            name="a report of another year's form",
            file="s.csv",
            make=lambda: as_csv(STATUS),
            taken=1,
            says=(("day_not_stated", "s.csv"), ("own_words", "s.csv")),
        ),
    ]
