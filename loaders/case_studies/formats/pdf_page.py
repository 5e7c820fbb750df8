"""One page of a PDF: its glyphs as a reader sees them, and the lines and shapes that are drawn on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

from loaders.case_studies.formats.pdf_characters import BULLET, UNKNOWN, character

SMALLEST = 1.0
"""Points; what is smaller nobody reads."""
LARGEST_BULLET = 0.75
FARTHEST_BULLET = 2.5
"""Both in sizes of the text beside it."""
MOST_SHAPES = 3_000
"""A page with more is a map or drawing, whose dots are no bullets."""
LEAST_TURNED = 3
LEAST_IN_A_RUN = 4
CLOSER_THAN_LINES = 1.3


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box in points from the top left corner, and the line on which it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool


@dataclass
class PageContent:
    """What is on a page."""

    number: int
    """From 1, as programs that show it count."""
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    turned: str = ""
    """Characters that stand sideways or one below the other, which make no lines."""
    pictures: int = 0
    unknown: int = 0
    is_drawing: bool = False
    """Whether it has more lines than tables have, as a map has: no tables are looked for on it."""
    had_text: bool = False
    """Whether there was any text on it."""


def content_of(page: Page) -> PageContent:
    """What is on a page."""
    found = PageContent(number=page.page_number, width=float(page.width), height=float(page.height))
    upright: list[Glyph] = []
    x0, top, x1, bottom = page.bbox
    for char in page.dedupe_chars(tolerance=1).chars:
        glyph = _glyph(char)
        middle = ((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)
        if not glyph.text or glyph.size < SMALLEST or not (x0 <= middle[0] <= x1 and top <= middle[1] <= bottom):
            continue
        if char["upright"]:
            upright.append(glyph)
        else:
            found.turned += glyph.text
    if is_vertical(upright):
        found.turned, upright = found.turned + "".join(glyph.text for glyph in upright), []
    if len(found.turned.strip()) < LEAST_TURNED:
        found.turned = ""
    found.glyphs = upright + list(_drawn_bullets(page, upright))
    found.unknown = sum(glyph.text == UNKNOWN for glyph in upright)
    found.had_text = any(glyph.text.strip() for glyph in upright) or bool(found.turned)
    found.pictures = len(page.images)
    return found


def is_vertical(glyphs: list[Glyph]) -> bool:
    """Whether the text of a page goes from the top down: most characters stand below the one before them."""
    down = across = 0
    for before, after in pairwise(glyphs):
        right, below = after.x0 - before.x0, after.base - before.base
        if abs(right) < before.size / 2 and before.size / 2 < below < before.size * 2.5:
            down += 1
        elif abs(below) < before.size / 2 and right > 0:
            across += 1
    return down > across


def take_vertical_runs(content: PageContent) -> None:
    """Take away stretches that go from the top down beside lines that go across: a heading at the margin.

    Asked when the tables are taken: in a narrow cell each line of a label is one character, and that is read.
    """
    runs: list[list[Glyph]] = [[]]
    for glyph in content.glyphs:
        before = runs[-1][-1] if runs[-1] else None
        if before is None or _is_below(before, glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    gone = {id(glyph) for run in runs if len(run) >= LEAST_IN_A_RUN for glyph in run}
    content.turned += "".join(glyph.text for glyph in content.glyphs if id(glyph) in gone)
    content.glyphs = [glyph for glyph in content.glyphs if id(glyph) not in gone]


def _is_below(before: Glyph, after: Glyph) -> bool:
    """Whether a character stands right below another, closer than lines do."""
    middle = (before.x0 + before.x1) / 2 - (after.x0 + after.x1) / 2
    return abs(middle) < before.size / 3 and before.size / 2 < after.base - before.base < CLOSER_THAN_LINES * before.size


def _glyph(char: dict[str, Any]) -> Glyph:
    # In a matrix the sixth number is the line on which the character stands, counted from below.
    base = float(char["bottom"]) + float(char["y0"]) - float(char["matrix"][5])
    return Glyph(
        text=character(char["text"], char["fontname"]),
        x0=float(char["x0"]),
        x1=float(char["x1"]),
        top=float(char["top"]),
        bottom=float(char["bottom"]),
        base=base,
        size=float(char["size"]),
        bold=any(word in char["fontname"].lower() for word in ("bold", "black", "heavy", "w6", "w7", "w8")),
    )


def _drawn_bullets(page: Page, glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Bullets that are drawn and not written: a small round or square shape just before a line."""
    shapes = [*page.curves, *page.rects]
    for shape in shapes if len(shapes) <= MOST_SHAPES else ():
        width, height = float(shape["width"]), float(shape["height"])
        if not (shape.get("fill") or shape.get("stroke")) or min(width, height) < SMALLEST or max(width, height) > 1.3 * min(width, height):
            continue
        middle = (float(shape["top"]) + float(shape["bottom"])) / 2
        beside = [one for one in glyphs if one.top <= middle <= one.bottom and one.text.strip()]
        right = min((one for one in beside if one.x0 >= shape["x1"]), key=lambda one: one.x0, default=None)
        if right is None or width > LARGEST_BULLET * right.size or right.x0 - shape["x1"] > FARTHEST_BULLET * right.size:
            continue
        left = max((one.x1 for one in beside if one.x1 <= shape["x0"] + SMALLEST), default=0.0)
        if shape["x0"] - left > right.size:
            yield Glyph(BULLET, float(shape["x0"]), float(shape["x1"]), right.top, right.bottom, right.base, right.size, right.bold)
