"""How a line runs on a sheet: from mark to mark, straight or swung out, with the tip of an arrow or the bar of a tie that is not."""

from dataclasses import dataclass
from math import hypot

from visualizations.appearance import MARKS

ROOM = 3.0
"""Pixels between a line and the mark at its end."""
TIP = 9.0
BAR = 5.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Run:
    """One line in SVG paths."""

    path: str
    tip: str | None = None
    """A filled triangle at the end."""
    bar: str | None = None
    """A stroke across the middle."""
    bounds: tuple[Point, ...] = ()
    """Points within which it lies."""


def run(start: Point, marks: tuple[str, str], end: Point, *, bend: float, arrow: bool, barred: bool) -> Run | None:
    """The line between two marks; None where they lie upon each other.

    Args:
        start: centre of the first mark.
        marks: keys of both marks.
        end: centre of the second mark.
        bend: how far it swings out to the left of its direction, as a share of its length; 0 for a straight line.
        arrow: whether it ends in a tip.
        barred: whether a bar crosses it.
    """
    across = (end[0] - start[0], end[1] - start[1])
    if hypot(*across) < 1:
        return None
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    control = (middle[0] + bend * across[1], middle[1] - bend * across[0])
    begins = _beside(start, control, marks[0], 0.0)
    ends = _beside(end, control, marks[1], 0.0)
    stops = _beside(end, control, marks[1], TIP * 0.6 if arrow else 0.0)
    crossed = ((begins[0] + 2 * control[0] + ends[0]) / 4, (begins[1] + 2 * control[1] + ends[1]) / 4) if bend else middle
    path = f"M{_at(begins)}Q{_at(control)} {_at(stops)}" if bend else f"M{_at(begins)}L{_at(stops)}"
    return Run(path, _tip(control, ends) if arrow else None, _bar(crossed, across) if barred else None, (begins, ends, crossed))


def _beside(centre: Point, towards: Point, mark: str, more: float) -> Point:
    """Where a line from a mark's centre towards a point leaves the room of the mark."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    half_width, half_height = MARKS[mark].width / 2 + ROOM, MARKS[mark].height / 2 + ROOM
    away = min(1 / hypot(dx / half_width, dy / half_height) + more, length)
    return centre[0] + dx * away, centre[1] + dy * away


def _tip(before: Point, at: Point) -> str:
    dx, dy = at[0] - before[0], at[1] - before[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length * TIP, dy / length * TIP
    left = (at[0] - dx - dy * 0.42, at[1] - dy + dx * 0.42)
    right = (at[0] - dx + dy * 0.42, at[1] - dy - dx * 0.42)
    return f"M{_at(at)}L{_at(left)}L{_at(right)}Z"


def _bar(middle: Point, across: Point) -> str:
    length = hypot(*across)
    dx, dy = -across[1] / length * BAR, across[0] / length * BAR
    return f"M{_at((middle[0] - dx, middle[1] - dy))}L{_at((middle[0] + dx, middle[1] + dy))}"


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
