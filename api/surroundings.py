"""A quotation in its surroundings: what else the graph has of the lines around it, or of the row of its table.

The graph keeps quotations and their places, not files: what nobody quoted is left out, and shown as left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LINES_AROUND = 2
LEFT_OUT = "…"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """A piece of a line or a cell, as it stands there."""

    text: str
    is_own: bool
    """Whether it is the quotation itself."""


@dataclass(frozen=True)
class Nearby:
    """A line of a text, or a cell of a row."""

    line: int | None
    column: str | None
    parts: Sequence[Part]

    @property
    def is_own(self) -> bool:
        """Whether the quotation stands here."""
        return any(part.is_own for part in self.parts)


class Surroundings:
    """Looks up what stands around quotations.

    Args:
        rows: the evidence of an area (`graph.evidence_list`).
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._lines: dict[tuple[str, int], list[Row]] = defaultdict(list)
        self._cells: dict[tuple[str, str | None, int], list[Row]] = defaultdict(list)
        for row in rows:
            if row["line"]:
                self._lines[row["dataset"], row["line"]].append(row)
            elif row["row"]:
                self._cells[row["dataset"], row["sheet"], row["row"]].append(row)

    def of(self, row: Row) -> list[Nearby]:
        """The lines or cells around a quotation, its own among them; none where nothing more than itself is known."""
        if row["line"]:
            near = range(row["line"] - LINES_AROUND, row["line"] + LINES_AROUND + 1)
            found = [Nearby(number, None, parts) for number in near if (parts := self._line(row, number))]
        elif row["row"]:
            found = self._of_table(row)
        else:
            return []
        return found if len(found) > 1 or any(not part.is_own for one in found for part in one.parts) else []

    def _line(self, own: Row, number: int) -> list[Part]:
        """A line as far as it was quoted, put together from its quotations."""
        quoted = self._lines.get((own["dataset"], number), [])
        placed = [one for one in quoted if one["starts_at"] is not None and one["ends_at"] == one["starts_at"] + len(one["quote"])]
        is_here = own["line"] == number
        if not placed or (is_here and own not in placed):
            return [Part(text, is_here and text == own["quote"]) for text in dict.fromkeys(one["quote"] for one in quoted)]
        characters = {one["starts_at"] + place: sign for one in placed for place, sign in enumerate(one["quote"])}
        parts: list[Part] = []
        before = -1
        for place in sorted(characters):
            if place > before + 1:
                parts.append(Part(LEFT_OUT, is_own=False))
            parts.append(Part(characters[place], is_here and own["starts_at"] <= place < own["ends_at"]))
            before = place
        return _joined(parts)

    def _of_table(self, own: Row) -> list[Nearby]:
        cells: dict[str, str] = {}
        for one in self._cells[own["dataset"], own["sheet"], own["row"]]:
            cells.setdefault(one["column"] or "", one["quote"])
        cells[own["column"] or ""] = own["quote"]
        return [Nearby(None, column, [Part(text, column == (own["column"] or ""))]) for column, text in cells.items()]


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Neighbours of one kind in one."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1].is_own == part.is_own:
            found[-1] = Part(found[-1].text + part.text, part.is_own)
        else:
            found.append(part)
    return found
