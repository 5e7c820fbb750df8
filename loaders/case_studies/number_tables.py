"""Tables of numbers of a region: heads of one or two rows, and a column whose number belongs under the head above it.

In 「65歳以上 | 65～74歳 | 75歳以上」 over 26,733 and 12,281 the first number can only be everybody of 65 and more, where
population and share say so. Heads are checked against each other; what they leave open is not read.
"""

import re
from dataclasses import dataclass

from loaders.case_studies.numbers import number_in
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.tables import Row
from loaders.japanese.cleaning import Stretch

VALUE = re.compile(r"(約)?[0-9][0-9,]*(\.[0-9]+)?(千|万)?(人|世帯|%)?")
TOLERANCE = 0.15
"""Percentage points by which a share that is printed with one decimal may differ."""


@dataclass(frozen=True)
class Number:
    """One value of a table, what it measures and the head that says so."""

    indicator: str
    cell: Stretch
    head: Stretch
    reading: str = ""
    """'head as it stands → head as it is read', where the numbers contradict the head."""


def numbers_of(rows: list[Row]) -> list[Number]:
    """The numbers of a table whose head speaks of population, ages, households or care levels."""
    depth = next((i for i, row in enumerate(rows) if _has_values(row)), len(rows))
    heads = _heads(rows[:depth])
    found: list[Number] = []
    for row in rows[depth:]:
        own = _indicator(spoken(row.cells[0])) if row.cells else None
        if own == "share":
            continue
        for index, cell in enumerate(row.cells):
            head = heads.get(index)
            indicator = _indicator("".join(spoken(one) for one in head)) if head else None
            if head and indicator and indicator not in {"share", "count"} and VALUE.fullmatch(spoken(cell)):
                found.append(Number(indicator, cell, head[-1]))
    return _consistent(found)


def spoken(stretch: Stretch) -> str:
    """The text of a cell without spaces."""
    return re.sub(r"[\s　]", "", stretch.text)


def _has_values(row: Row) -> bool:
    return any(VALUE.fullmatch(spoken(cell)) for cell in row.cells)


def _heads(rows: list[Row]) -> dict[int, list[Stretch]]:
    """Column → its heads from the top; an empty cell belongs to the head on its left where a second row divides that."""
    found: dict[int, list[Stretch]] = {}
    for number, row in enumerate(rows):
        last: Stretch | None = None
        for index, cell in enumerate(row.cells):
            below = any(later.text(index) for later in rows[number + 1 :])
            if spoken(cell):
                last = cell
                found.setdefault(index, []).append(cell)
            elif last is not None and below and number == 0:
                found.setdefault(index, []).append(last)
    return found


def _indicator(head: str) -> str | None:
    return next((row["indicator"] for row in rule_data("indicators") if re.search(row["pattern"], head)), None)


def _amount(cell: Stretch) -> float:
    digits = re.search(r"[0-9][0-9,]*(\.[0-9]+)?", spoken(cell))
    return (number_in(digits[0]) or 0.0) if digits else 0.0


def _consistent(found: list[Number]) -> list[Number]:
    """The numbers, with the one put right that population and share show to stand under the wrong head."""
    by = {number.indicator: number for number in found}
    wanted = ("population", "persons_65_74", "share_65_plus")
    if any(name not in by for name in wanted) or "persons_65_plus" in by:
        return found
    population, younger, share = (_amount(by[name].cell) for name in wanted)
    older = _amount(by["persons_75_plus"].cell) if "persons_75_plus" in by else 0.0
    if not population or abs((younger + older) / population * 100 - share) <= TOLERANCE:
        return found
    slipped = by["persons_65_74"]
    if abs(younger / population * 100 - share) > TOLERANCE:
        return [number for number in found if number is not slipped]
    right = Number("persons_65_plus", slipped.cell, slipped.head, f"{slipped.head.text} → 65歳以上")
    return [right if number is slipped else number for number in found]
