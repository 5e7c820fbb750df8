"""A sheet as one SVG file: nothing in it runs, and nothing is fetched from anywhere."""

from visualizations.appearance import INK
from visualizations.sheet.elements import Element, add, root, written
from visualizations.sheet.network import SAMPLE, box_of, draw_network, draw_sample, runs_of
from visualizations.sheet.plain_text import plain
from visualizations.sheet.sheet import Sheet
from visualizations.sheet.wrapping import EM_OF_A_COLUMN, wrapped
from visualizations.wording import columns

NARROWEST = 1100
EDGE = 28
READ_AT = 1500
"""Sheets wider than this are shown smaller: their texts grow with them."""
QUIET = "#44525b"
LINE = 1.5
"""Height of a line as a multiple of the size."""


def svg_of(sheet: Sheet) -> str:
    """The sheet as an SVG document."""
    runs = runs_of(sheet)
    box = box_of(sheet, runs)
    width = max(NARROWEST, box.width + 2 * EDGE)
    svg = root(width, 1)
    svg.set("role", "img")
    svg.set("{http://www.w3.org/XML/1998/namespace}lang", sheet.language)
    add(svg, "title", sheet.title)
    add(svg, "desc", sheet.summary)
    paper = add(svg, "rect", width=width, height=1, fill="#ffffff")
    page = _Page(svg, width, max(1.0, width / READ_AT))
    _head(page, sheet)
    if sheet.empty:
        page.text(sheet.empty, 14)
    else:
        page.down(10)
        picture = add(svg, "g", transform=f"translate({(width - box.width) / 2 - box.left:.1f} {page.y - box.top:.1f})")
        draw_network(picture, sheet, runs)
        page.y += box.height
        page.down(10)
    _legend(page, sheet)
    _foot(page, sheet)
    height = page.y + EDGE
    svg.set("height", f"{height:.0f}")
    svg.set("viewBox", f"0 0 {width:.0f} {height:.0f}")
    svg.set("width", f"{width:.0f}")
    paper.set("height", f"{height:.0f}")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + written(svg) + "\n"


class _Page:
    """Where the next line stands."""

    def __init__(self, svg: Element, width: float, times: float) -> None:
        self.svg, self.width, self.times, self.y = svg, width, times, float(EDGE)

    def down(self, pixels: float) -> None:
        """Leave room."""
        self.y += pixels * self.times

    def text(self, content: str, size: float, *, weight: str = "normal", fill: str = INK) -> None:
        """A paragraph over the whole width."""
        size *= self.times
        for line in wrapped(plain(content), width=self.width - 2 * EDGE, size=size):
            self.y += size * LINE
            add(self.svg, "text", line, x=EDGE, y=self.y - size * 0.35, font_size=size, font_weight=weight, fill=fill)


def _head(page: _Page, sheet: Sheet) -> None:
    page.text(sheet.title, 22, weight="bold")
    page.text(sheet.summary, 14)
    page.text("　".join(sheet.about), 12, fill=QUIET)
    if sheet.banner:
        page.text(sheet.banner, 12, weight="bold")


def _legend(page: _Page, sheet: Sheet) -> None:
    """Entries beside each other, in as many rows as they need."""
    size = 12 * page.times
    x, row = float(EDGE), size * 2
    for entry in sheet.legend:
        text = plain(f"{entry.label} {entry.count}")
        wide = size * 2.6 + columns(text) * size * EM_OF_A_COLUMN + size
        if x + wide > page.width - EDGE and x > EDGE:
            x, page.y = float(EDGE), page.y + row
        draw_sample(page.svg, entry, x + size * 1.1, page.y + row / 2, 22 / SAMPLE * page.times)
        add(page.svg, "text", text, x=x + size * 2.4, y=page.y + row / 2 + size * 0.35, font_size=size, fill=INK)
        x += wide
    page.y += row
    if sheet.left_out:
        page.text(sheet.left_out, 11, fill=QUIET)


def _foot(page: _Page, sheet: Sheet) -> None:
    page.down(6)
    page.text(sheet.words("sheet.missing"), 11, fill=QUIET)
    page.text(sheet.sources_head, 11, weight="bold")
    page.text(sheet.words("sheet.between_sources").join(sheet.sources), 11, fill=QUIET)
