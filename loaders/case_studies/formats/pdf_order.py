"""The order of reading: from the top, and column by column where the text of a page stands in columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.case_studies.formats.pdf_joining import end_of
from loaders.case_studies.formats.pdf_lines import Line, joined, pieces_of
from loaders.case_studies.formats.pdf_table import FoundTable

LEAST_LINES = 5
NARROWEST = 9.0
"""Lines that a column has, and its width in sizes of its text."""
SHARE_OF_FULL_LINES = 0.4
"""A column is running text: this many of its lines reach its right edge. Labels with values, and lists, do not."""
NEAR_THE_EDGE = 2.0
APART = 1.0
"""In sizes of the text: more room than there is between the lines of a paragraph."""
THROUGH = 3


@dataclass(frozen=True)
class Item:
    """A line or table, and the edges of the column in which it stands; None for the width of the page."""

    content: Line | FoundTable
    column: tuple[float, float] | None = None

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.content.box[1] if isinstance(self.content, FoundTable) else self.content.top

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.content.box[3] if isinstance(self.content, FoundTable) else self.content.bottom


def in_order(lines: Sequence[Line], tables: Sequence[FoundTable], deep: int = THROUGH) -> list[Item]:
    """Lines and tables in the order in which they are read."""
    items = sorted([*map(Item, lines), *map(Item, tables)], key=lambda item: item.top)
    gutter = _gutter(lines) if deep else None
    if gutter is None:
        return items
    found: list[Item] = []
    left: list[Line | FoundTable] = []
    right: list[Line | FoundTable] = []
    for item in items:
        sides = _sides(item.content, gutter)
        if sides is None:
            below = _below_both(left, right)
            found += [*_columns(left[: len(left) - len(below)], right, deep), *below, item]
            left, right = [], []
        else:
            left += sides[0]
            right += sides[1]
    below = _below_both(left, right)
    return found + _columns(left[: len(left) - len(below)], right, deep) + below


def _below_both(left: list[Line | FoundTable], right: list[Line | FoundTable]) -> list[Item]:
    """What stands below both columns and apart from the left one: a heading of what follows over the whole width.

    It begins at the widest gap; a heading above it, with which the left column ends, stays with its column.
    """
    end = max((Item(one).bottom for one in right), default=None)
    gaps: list[tuple[float, int]] = []
    for number in range(len(left) - 1, 0, -1):
        above, one = Item(left[number - 1]), left[number]
        if end is None or Item(one).top < end:
            break
        gap = Item(one).top - above.bottom
        if isinstance(one, Line) and gap > APART * one.size:
            gaps.append((gap, number))
    return [Item(one) for one in left[max(gaps)[1] :]] if gaps else []


def _columns(left: list[Line | FoundTable], right: list[Line | FoundTable], deep: int) -> list[Item]:
    """The left column, then the right one; each may be divided again."""
    found: list[Item] = []
    for column, other in ((left, right), (right, left)):
        lines = [one for one in column if isinstance(one, Line)]
        if not column or (not other and len(lines) < LEAST_LINES):
            found += [Item(one) for one in column]  # the end of a paragraph over the whole width
            continue
        edges = (min(line.x0 for line in lines), max(map(end_of, lines))) if lines else None
        inner = in_order(lines, [one for one in column if isinstance(one, FoundTable)], deep - 1)
        found += [Item(one.content, one.column or edges) for one in inner]
    return found


def _sides(content: Line | FoundTable, gutter: float) -> tuple[list[Line | FoundTable], list[Line | FoundTable]] | None:
    """What stands left and right of the gutter; None for what crosses it."""
    if isinstance(content, FoundTable):
        if content.box[0] < gutter < content.box[2]:
            return None
        return ([content], []) if content.box[2] <= gutter else ([], [content])
    pieces = pieces_of(content)
    if any(piece.x0 < gutter < piece.x1 for piece in pieces):
        return None
    left, right = [one for one in pieces if one.x1 <= gutter], [one for one in pieces if one.x0 >= gutter]
    return [joined(left)] if left else [], [joined(right)] if right else []


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns of running text part; None for a page of one column."""
    gaps = [(one.x1, other.x0) for line in lines for one, other in pairwise(pieces_of(line))]
    starts = [min(line.x0 for line in lines)] if lines else []
    candidates = sorted({round((before + after) / 2) for before, after in gaps} | _between_blocks(lines, starts))
    best: tuple[int, float] | None = None
    for gutter in candidates:
        count = _lines_in_columns(lines, float(gutter))
        if count and (best is None or count > best[0]):
            best = (count, float(gutter))
    return best[1] if best else None


def _between_blocks(lines: Sequence[Line], starts: list[float]) -> set[int]:
    """Where columns may part whose lines do not stand on one height: just before lines that begin far to the right."""
    if not starts:
        return set()
    far = [line.x0 for line in lines if line.x0 > starts[0] + NARROWEST * line.size]
    return {round(x) - 2 for x in far if sum(abs(x - other) < THROUGH for other in far) >= LEAST_LINES}


def _lines_in_columns(lines: Sequence[Line], gutter: float) -> int:
    """How many lines stand in two columns of running text; 0 where they do not make such columns."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        parts = _sides(line, gutter)
        for side, pieces in zip(sides, parts or ((), ()), strict=True):
            side += [piece for piece in pieces if isinstance(piece, Line)]
    return len(sides[0]) + len(sides[1]) if all(_is_running_text(side) for side in sides) else 0


def _is_running_text(lines: Sequence[Line]) -> bool:
    if len(lines) < LEAST_LINES:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    full = sum(line.x1 > right - NEAR_THE_EDGE * size for line in lines)
    return right - left > NARROWEST * size and full >= SHARE_OF_FULL_LINES * len(lines)
