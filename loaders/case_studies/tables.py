"""Tables: rows of cells, and what kind of table they make."""

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.japanese.cleaning import Stretch, cleaned

RULE = re.compile(r"^[\s|:+-]+$")


@dataclass(frozen=True)
class Row:
    """The cells of one row, cleaned; the first and last bar are no cells."""

    cells: tuple[Stretch, ...]

    def text(self, index: int) -> str:
        """The text of a cell without spaces; empty where the row is shorter."""
        return re.sub(r"[\s　]", "", self.cells[index].text) if index < len(self.cells) else ""


def is_row(raw: str) -> bool:
    """Whether a line is a row of a table."""
    return raw.lstrip().startswith("|") and raw.count("|") > 1


def rows_of(lines: list[tuple[int, str]]) -> list[Row]:
    """The rows that hold text, without the rule under the head."""
    rows = []
    for number, raw in lines:
        if RULE.match(raw):
            continue
        bars = [match.start() for match in re.finditer(r"(?<!\\)\|", raw)]
        if len(raw.rstrip()) > bars[-1] + 1:
            bars.append(len(raw))
        row = Row(tuple(cleaned(number, raw, left + 1, right) for left, right in pairwise(bars)))
        if any(row.text(index) for index in range(len(row.cells))):
            rows.append(row)
    return rows
