"""The order of reading: from the top, and column by column where the text of a page stands in columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.case_studies.formats.pdf_joining import width_of_text
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
BESIDE = 3.0
USUAL_SIZE = 10.5
SHARE_OF_PAGES = 0.3
MOST_CROSSING = 0.25


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


def in_order(lines: Sequence[Line], tables: Sequence[FoundTable], usual: float | None = None, deep: int = THROUGH) -> list[Item]:
    """Lines and tables in the order in which they are read.

    Args:
        lines: those of a page or column, each as it stands beside others.
        tables: those of the same page or column.
        usual: where columns part on most pages, see `usual_gutter`.
        deep: how often columns may be divided again.
    """
    items = sorted([*map(Item, lines), *map(Item, tables)], key=lambda item: item.top)
    gutter = _gutter(lines, tables) if deep else None
    if gutter is None and usual is not None and _parts_at(usual, items):
        gutter = usual
    if gutter is None:
        return items
    found: list[Item] = []
    left: list[Line | FoundTable] = []
    right: list[Line | FoundTable] = []
    for item in items:
        sides = _sides(item.content, gutter)
        if sides is None:
            below = _below_both(left, right)
            found += [*_columns(left[: len(left) - len(below)], right, gutter, deep), *below, item]
            left, right = [], []
        else:
            left += sides[0]
            right += sides[1]
    below = _below_both(left, right)
    return found + _columns(left[: len(left) - len(below)], right, gutter, deep) + below


def usual_gutter(pages: Sequence[tuple[Sequence[Line], Sequence[FoundTable]]]) -> float | None:
    """Where columns part on the pages that plainly have some; None for a document of one column."""
    found = sorted(gutter for lines, tables in pages if (gutter := _gutter(lines, tables)) is not None)
    return found[len(found) // 2] if len(found) >= SHARE_OF_PAGES * len(pages) else None


def _parts_at(gutter: float, items: Sequence[Item]) -> bool:
    """Whether a page of short lines is divided where the others are: hardly anything crosses."""
    crossing = sum(_sides(item.content, gutter) is None for item in items)
    return crossing <= MOST_CROSSING * len(items)


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


def _columns(left: list[Line | FoundTable], right: list[Line | FoundTable], gutter: float, deep: int) -> list[Item]:
    """The left column, then the right one; each may be divided again."""
    found: list[Item] = []
    begins = min((_begins(one) for one in left), default=None)
    for column, other, opposite in (
        (left, right, gutter - BESIDE),
        (right, left, gutter if begins is None else 2 * gutter - begins),
    ):
        lines = [one for one in column if isinstance(one, Line)]
        if not column or (not other and len(lines) < LEAST_LINES):
            found += [Item(one) for one in column]  # the end of a paragraph over the whole width
            continue
        edges = width_of_text(lines, opposite) if lines else None
        inner = in_order(lines, [one for one in column if isinstance(one, FoundTable)], deep=deep - 1)
        found += [Item(one.content, one.column or edges) for one in inner]
    return found


def _begins(content: Line | FoundTable) -> float:
    return content.box[0] if isinstance(content, FoundTable) else content.x0


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


def _gutter(lines: Sequence[Line], tables: Sequence[FoundTable]) -> float | None:
    """Where two columns part; None for a page of one column."""
    gaps = [(one.x1, other.x0) for line in lines for one, other in pairwise(pieces_of(line))]
    sides = {round(x) for table in tables for x in (table.box[0] - BESIDE, table.box[2] + BESIDE)}
    candidates = sorted({round((before + after) / 2) for before, after in gaps} | _before_blocks(lines) | sides)
    best: tuple[int, float] | None = None
    for gutter in candidates:
        count = _filled_by_columns(lines, tables, float(gutter))
        if count and (best is None or count > best[0]):
            best = (count, float(gutter))
    return best[1] if best else None


def _before_blocks(lines: Sequence[Line]) -> set[int]:
    """Where columns may part whose lines do not stand on one height: just before lines that begin far to the right."""
    if not lines:
        return set()
    left = min(line.x0 for line in lines)
    far = [line.x0 for line in lines if line.x0 > left + NARROWEST * line.size]
    return {round(x - BESIDE) for x in far if sum(abs(x - other) < BESIDE for other in far) >= LEAST_LINES}


def _filled_by_columns(lines: Sequence[Line], tables: Sequence[FoundTable], gutter: float) -> int:
    """How many lines and cells stand in two columns; 0 where they do not make such columns."""
    sides: tuple[list[Line | FoundTable], list[Line | FoundTable]] = ([], [])
    contents: list[Line | FoundTable] = [*lines, *tables]
    for content in contents:
        left, right = _sides(content, gutter) or ([], [])
        sides[0].extend(left)
        sides[1].extend(right)
    weights = [_weight(side) for side in sides]
    return sum(weights) if all(weights) else 0


def _weight(column: Sequence[Line | FoundTable]) -> int:
    """How many lines and cells a column holds; 0 where they are no running text: few, narrow, or hardly a full line."""
    lines = [one for one in column if isinstance(one, Line)]
    tables = [one for one in column if isinstance(one, FoundTable)]
    cells = sum(len(table.cells) for table in tables)
    if len(lines) + cells < LEAST_LINES:
        return 0
    left = min([*(line.x0 for line in lines), *(table.box[0] for table in tables)])
    right = max([*(line.x1 for line in lines), *(table.box[2] for table in tables)])
    size = sorted(line.size for line in lines)[len(lines) // 2] if lines else USUAL_SIZE
    full = cells + sum(line.x1 > right - NEAR_THE_EDGE * size for line in lines)
    is_text = right - left > NARROWEST * size and full >= SHARE_OF_FULL_LINES * (len(lines) + cells)
    return len(lines) + cells if is_text else 0
