"""The lines of tables on a page, with those that are not drawn: at the end of a page, and at the open sides of a table."""

from collections import defaultdict
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import merge_edges

NEAR = 3.0
"""Points within which two ends are one."""
MOST_PIECES = 60_000
MOST_CROSSINGS = 250_000
LEAST_RULES = 3
LEAST_LENGTH = 6.0

Edge = dict[str, Any]


def whole_edges(page: Page) -> tuple[list[Edge], list[Edge]] | None:
    """Horizontal and vertical lines of a page; None for a map or drawing, which has more than tables have.

    Programs draw a line in pieces, one a cell: put together they show where it really ends.
    """
    straight = [edge for edge in page.edges if edge["orientation"]]
    if len(straight) > MOST_PIECES:
        return None
    whole = merge_edges(straight, snap_x_tolerance=NEAR, snap_y_tolerance=NEAR, join_x_tolerance=NEAR, join_y_tolerance=NEAR)
    vertical = [edge for edge in whole if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > LEAST_LENGTH]
    horizontal = [edge for edge in whole if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > LEAST_LENGTH]
    return (horizontal, vertical) if len(horizontal) * len(vertical) <= MOST_CROSSINGS else None


def missing_edges(horizontal: list[Edge], vertical: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Horizontal and vertical lines that complete the tables of a page."""
    sides = _open_sides(horizontal, vertical)
    sides += _cut_labels(vertical)
    return _open_ends(horizontal, vertical + sides), sides


def _open_ends(horizontal: list[Edge], vertical: list[Edge]) -> list[Edge]:
    """Where a table is cut by the end of a page, its vertical lines end and no horizontal one joins them."""
    found = []
    for side in ("top", "bottom"):
        for height, ends in _grouped([(edge[side], edge) for edge in vertical]):
            drawn = [edge for edge in horizontal if abs(edge["top"] - height) <= NEAR]
            for x0, x1 in _of_one_table(ends, horizontal):
                if x1 - x0 > NEAR and not _covered(drawn, x0, x1):
                    found.append(_line(x0, x1, height, height))
    return found


def _of_one_table(ends: list[Edge], horizontal: list[Edge]) -> list[tuple[float, float]]:
    """From left to right, where vertical lines that end on one height belong to one table: some line goes across from each to the next."""
    spans: list[tuple[float, float]] = []
    before: Edge | None = None
    for edge in sorted(ends, key=lambda one: float(one["x0"])):
        if before is not None and _is_bridged(before, edge, horizontal):
            spans[-1] = (spans[-1][0], edge["x0"])
        else:
            spans.append((edge["x0"], edge["x0"]))
        before = edge
    return spans


def _is_bridged(left: Edge, right: Edge, horizontal: list[Edge]) -> bool:
    """Whether a line goes across between two vertical ones; a page within one cut cell has none at all."""
    top, bottom = max(left["top"], right["top"]) - NEAR, min(left["bottom"], right["bottom"]) + NEAR
    alike = abs(left["top"] - right["top"]) <= NEAR and abs(left["bottom"] - right["bottom"]) <= NEAR
    if alike and not any(top <= edge["top"] <= bottom for edge in horizontal):
        return True
    return any(top <= edge["top"] <= bottom and edge["x0"] <= left["x0"] + NEAR and edge["x1"] >= right["x0"] - NEAR for edge in horizontal)


def _cut_labels(vertical: list[Edge]) -> list[Edge]:
    """A merged label at the left edge may reach further down than the rows beside it; only its left line is drawn there."""
    found = []
    for edge in vertical:
        beside = [one for one in vertical if one["x0"] > edge["x0"] + NEAR and one["top"] < edge["bottom"] and one["bottom"] > edge["top"]]
        nearest = min(beside, key=lambda one: float(one["x0"]), default=None)
        lower = [one for one in beside if one["bottom"] > edge["bottom"] - NEAR]
        if nearest is not None and not lower and nearest["bottom"] < edge["bottom"] - NEAR:
            found.append(_line(nearest["x0"], nearest["x0"], nearest["bottom"], edge["bottom"]))
    return found


def _open_sides(horizontal: list[Edge], vertical: list[Edge]) -> list[Edge]:
    """A table that is ruled across, with lines between its columns but none at its sides."""
    spans: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in horizontal:
        spans[round(edge["x0"] / NEAR), round(edge["x1"] / NEAR)].append(edge)
    found = []
    for rules in spans.values():
        left, right = min(edge["x0"] for edge in rules), max(edge["x1"] for edge in rules)
        top, bottom = min(edge["top"] for edge in rules), max(edge["top"] for edge in rules)
        inside = [
            edge
            for edge in vertical
            if left + NEAR < edge["x0"] < right - NEAR and edge["top"] < bottom - NEAR and edge["bottom"] > top + NEAR
        ]
        if len({round(edge["top"]) for edge in rules}) < LEAST_RULES or not inside:
            continue
        for x in (left, right):
            at_side = [edge for edge in vertical if abs(edge["x0"] - x) <= NEAR and edge["top"] < bottom and edge["bottom"] > top]
            if not at_side:
                found.append(_line(x, x, top, bottom))
    return found


def is_drawn(page: Page, x0: float, x1: float, height: float) -> bool:
    """Whether a horizontal line is drawn at a height over the whole of a stretch."""
    drawn = [edge for edge in page.edges if edge["orientation"] == "h" and abs(edge["top"] - height) <= NEAR]
    return _covered(drawn, x0, x1)


def _covered(edges: list[Edge], x0: float, x1: float) -> bool:
    reached = x0
    for edge in sorted(edges, key=lambda one: float(one["x0"])):
        if edge["x0"] > reached + NEAR:
            break
        reached = max(reached, edge["x1"])
    return bool(reached >= x1 - NEAR)


def _grouped(ends: list[tuple[float, Edge]]) -> list[tuple[float, list[Edge]]]:
    """Edges that end at one height."""
    groups: list[tuple[float, list[Edge]]] = []
    for height, edge in sorted(ends, key=lambda one: one[0]):
        if groups and height - groups[-1][0] <= NEAR:
            groups[-1][1].append(edge)
        else:
            groups.append((height, [edge]))
    return groups


def _line(x0: float, x1: float, top: float, bottom: float) -> Edge:
    """An edge as pdfplumber takes it."""
    return {
        "object_type": "line", "orientation": "h" if top == bottom else "v", "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top,
    }  # fmt: skip
