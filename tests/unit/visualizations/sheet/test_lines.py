"""How lines run between marks."""

import re
from math import hypot

import pytest

from visualizations.appearance import MARKS
from visualizations.sheet.lines import run


def numbers(path: str | None) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path or "")]


@pytest.mark.parametrize("end", [(200.0, 0.0), (-150.0, 90.0), (0.0, 120.0)])
def test_a_line_leaves_the_marks_free(end: tuple[float, float]) -> None:
    """It begins and ends beside the marks, on the way between their centres."""
    way = run((0, 0), ("public", "Council"), end, bend=0, arrow=False, barred=False)

    assert way is not None
    x, y, to_x, to_y = numbers(way.path)
    assert hypot(x, y) > MARKS["public"].width / 2
    assert hypot(end[0] - to_x, end[1] - to_y) > MARKS["Council"].height / 2
    assert (way.tip, way.bar) == (None, None)


def test_an_arrow_points_at_its_end() -> None:
    """The tip is the point nearest to the mark, and its two other corners lie behind it."""
    way = run((0, 0), ("public", "public"), (100, 0), bend=0, arrow=True, barred=False)

    assert way is not None
    tip_x, _, left_x, left_y, right_x, right_y = numbers(way.tip)
    assert left_x == right_x < tip_x < 100 - MARKS["public"].width / 2
    assert left_y == -right_y != 0


@pytest.mark.parametrize(("bend", "above"), [(0.16, True), (-0.16, False)])
def test_a_second_line_swings_out(bend: float, above: bool) -> None:
    """To the side that vis-network calls clockwise, seen in the direction of the line, or to the other."""
    way = run((0, 0), ("public", "public"), (100, 0), bend=bend, arrow=False, barred=False)

    assert way is not None
    assert "Q" in way.path
    assert (numbers(way.path)[3] < 0) == above


def test_a_bar_crosses_the_middle() -> None:
    """A tie that a source says is not there yet."""
    way = run((0, 0), ("public", "public"), (100, 0), bend=0, arrow=False, barred=True)

    assert way is not None
    assert numbers(way.bar) == [50, -5, 50, 5] or numbers(way.bar) == [50, 5, 50, -5]


def test_marks_upon_each_other_have_no_line() -> None:
    """Nothing to draw, and no division by zero."""
    assert run((1, 1), ("public", "public"), (1, 1), bend=0.16, arrow=True, barred=True) is None
