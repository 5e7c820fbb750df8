"""What makes the cells of one column hard to read for programs."""

import re
import unicodedata
from collections.abc import Iterator

from loaders.tables.dates import as_date

MOSTLY = 0.6
"""Share of filled cells from which on a column is one of numbers."""
LONGEST_ITEM = 15
"""Characters of one of several things in a cell; longer ones are sentences."""
UNITS = "人|名|円|件|世帯|か所|ヶ所|カ所|箇所|回|台|時間|分|歳|年|床|室|組|団体|km|㎡|m2|%"

_NUMBER = re.compile(r"[-−△▲]?\d[\d,]*(\.\d+)?")
_WITH_UNIT = re.compile(rf"(約|およそ)?{_NUMBER.pattern}\s*({UNITS})")
_WITH_NOTE = re.compile(rf"{_NUMBER.pattern}\s*({UNITS})?\s*(\(.+\)|※.*|\*\d*)")
_WIDE = re.compile(r"[０-９]")
_PLAIN_VALUE = re.compile(rf"[\d\-.,/:()~〜ー年月日\s]+|{_WITH_UNIT.pattern}")
_ERA = re.compile(r"(令和|平成|昭和|[RHS])\s*(元|\d{1,2})", re.IGNORECASE)
_SEVERAL = re.compile(r"[、;；]")


class ColumnSeen:
    """Looks at the cells of a column, one after the other.

    Args:
        is_text: whether it is free text, which may have paragraphs.
        looks_for_lists: whether a cell is meant to hold one thing.
    """

    def __init__(self, *, is_text: bool = False, looks_for_lists: bool = False) -> None:
        self._is_text = is_text
        self._looks_for_lists = looks_for_lists
        self._filled = self._numbers = 0
        self._places: dict[str, list[int]] = {
            kind: [] for kind in ("line_breaks", "several_in_a_cell", "note_in_number", "unit_in_number", "wide_digits", "era_dates")
        }

    def see(self, row: int, cell: str) -> None:
        """Take a filled cell."""
        plain = unicodedata.normalize("NFKC", cell).strip()
        self._filled += 1
        self._numbers += bool(_NUMBER.fullmatch(plain) or _WITH_UNIT.fullmatch(plain) or _WITH_NOTE.fullmatch(plain))
        for kind, holds in (
            ("line_breaks", not self._is_text and "\n" in cell.strip()),
            ("several_in_a_cell", self._looks_for_lists and _is_list(plain)),
            ("note_in_number", bool(_WITH_NOTE.fullmatch(plain))),
            ("unit_in_number", bool(_WITH_UNIT.fullmatch(plain))),
            ("wide_digits", bool(_WIDE.search(cell) and _PLAIN_VALUE.fullmatch(plain))),
            ("era_dates", _is_era_date(plain)),
        ):
            if holds:
                self._places[kind].append(row)

    def found(self) -> Iterator[tuple[str, list[int]]]:
        """Kinds of finding, each with its rows; notes and units are told of columns of numbers only."""
        is_of_numbers = self._numbers >= MOSTLY * self._filled
        for kind, places in self._places.items():
            if places and (is_of_numbers or kind not in {"note_in_number", "unit_in_number"}):
                yield kind, places


def _is_list(plain: str) -> bool:
    parts = _SEVERAL.split(plain)
    return len(parts) > 1 and "。" not in plain and all(0 < len(part.strip()) <= LONGEST_ITEM for part in parts)


def _is_era_date(plain: str) -> bool:
    if not _ERA.match(plain):
        return False
    try:
        as_date(plain)
    except ValueError:
        return False
    return True
