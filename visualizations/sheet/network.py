"""The network of a sheet as SVG: lines, marks and names at their places on the page."""

from dataclasses import dataclass

from visualizations.appearance import INK, MARKS, STROKES, WHITE, Mark, Stroke
from visualizations.content import Plain
from visualizations.drawing import COLUMN_WIDTH, FONT_SIZE, LINE_HEIGHT
from visualizations.legend import Entry
from visualizations.sheet.elements import FAMILY, Element, add, root, written
from visualizations.sheet.lines import Run, run
from visualizations.sheet.sheet import Sheet
from visualizations.wording import columns

EDGE = 6
"""Pixels around everything."""
BELOW_MARK = 2
OUTLINE, OUTLINE_HOLLOW = 2, 3
HALO = 4
"""Width of the white rim that keeps a name readable above a line."""
SAMPLE = 34
"""Width and height of a sample in the legend, in the units of marks."""


@dataclass(frozen=True)
class Box:
    """The room that a network takes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In pixels."""
        return self.bottom - self.top


def network_svg(sheet: Sheet, *, family: str = FAMILY) -> tuple[str, Box]:
    """The network alone as an SVG document, and its size."""
    runs = runs_of(sheet)
    box = box_of(sheet, runs)
    svg = root(box.width, box.height, left=box.left, top=box.top, family=family)
    draw_network(svg, sheet, runs)
    return written(svg), box


def runs_of(sheet: Sheet) -> dict[str, Run]:
    """Id → how each line runs; lines between marks that lie upon each other are none."""
    at = {node["id"]: node for node in sheet.nodes}
    found = {}
    for line in sheet.lines:
        start, end = at[line["from"]], at[line["to"]]
        smooth = line.get("smooth")
        way = run(
            (start["x"], start["y"]),
            (start["group"], end["group"]),
            (end["x"], end["y"]),
            bend=0.0 if smooth is None else smooth["roundness"] * (1 if smooth["type"] == "curvedCW" else -1),
            arrow=line.get("arrows") == "to",
            barred=line["stroke"] == "absent",
        )
        if way is not None:
            found[line["id"]] = way
    return found


def box_of(sheet: Sheet, runs: dict[str, Run]) -> Box:
    """The room of all marks, names and lines, with an edge around."""
    if not sheet.nodes:
        return Box(0, 0, 1, 1)
    left, top, right, bottom = [], [], [], []
    for node in sheet.nodes:
        mark, names = MARKS[node["group"]], node["label"].split("\n")
        half = max(mark.width, *(columns(line) * COLUMN_WIDTH for line in names)) / 2
        left.append(node["x"] - half)
        right.append(node["x"] + half)
        top.append(node["y"] - mark.height / 2)
        bottom.append(node["y"] + mark.height / 2 + BELOW_MARK + len(names) * LINE_HEIGHT)
    for x, y in (point for way in runs.values() for point in way.bounds):
        left.append(x)
        right.append(x)
        top.append(y)
        bottom.append(y)
    return Box(min(left) - EDGE, min(top) - EDGE, max(right) + EDGE, max(bottom) + EDGE)


def draw_network(parent: Element, sheet: Sheet, runs: dict[str, Run]) -> None:
    """Lines first, then marks, then names, so that no name is crossed."""
    lines = add(parent, "g", fill="none")
    for line in sheet.lines:
        if line["id"] in runs:
            _line(lines, runs[line["id"]], STROKES[line["stroke"]])
    marks = add(parent, "g")
    for node in sheet.nodes:
        draw_mark(marks, MARKS[node["group"]], node["x"], node["y"], hollow=node["hollow"], name=sheet.names[node["id"]])
    names = add(
        parent,
        "g",
        font_size=FONT_SIZE,
        text_anchor="middle",
        fill=INK,
        stroke=WHITE,
        stroke_width=HALO,
        stroke_linejoin="round",
        paint_order="stroke",
    )
    for node in sheet.nodes:
        _name(names, node)


def _line(parent: Element, way: Run, stroke: Stroke) -> None:
    dashes: dict[str, str] = {"stroke_dasharray": " ".join(map(str, stroke.dashes))} if stroke.dashes else {}
    add(parent, "path", d=way.path, stroke=stroke.colour, stroke_width=stroke.width, **dashes)
    if way.tip:
        add(parent, "path", d=way.tip, fill=stroke.colour)
    if way.bar:
        add(parent, "path", d=way.bar, stroke=stroke.colour, stroke_width=2)


def _name(parent: Element, node: Plain) -> None:
    """The lines of a name under its mark; baselines stand a little above the lower edge of each line."""
    top = node["y"] + MARKS[node["group"]].height / 2 + BELOW_MARK
    text = add(parent, "text")
    for number, line in enumerate(node["label"].split("\n")):
        add(text, "tspan", line, x=node["x"], y=top + number * LINE_HEIGHT + FONT_SIZE * 0.95)


def draw_mark(parent: Element, mark: Mark, x: float, y: float, *, hollow: bool, scale: float = 1, name: str | None = None) -> None:
    """A mark at its place; its title is the name in full."""
    place = f"translate({x:.1f} {y:.1f})" + (f" scale({scale:g})" if scale != 1 else "")
    drawn = add(
        parent,
        "path",
        d=mark.path,
        transform=place,
        fill=WHITE if hollow else mark.fill,
        stroke=mark.outline,
        stroke_width=OUTLINE_HOLLOW if hollow else OUTLINE,
    )
    if name:
        add(drawn, "title", name)


def draw_sample(parent: Element, entry: Entry, x: float, y: float, scale: float) -> None:
    """The sample of an entry of the legend around a point."""
    if entry.mark is not None:
        draw_mark(parent, entry.mark, x, y, hollow=entry.kind == "generic", scale=scale)
    elif entry.stroke is not None:
        half = SAMPLE / 2 * scale
        dashes: dict[str, str] = {"stroke_dasharray": " ".join(map(str, entry.stroke.dashes))} if entry.stroke.dashes else {}
        add(
            parent,
            "path",
            d=f"M{x - half:.1f} {y:.1f}H{x + half:.1f}",
            stroke=entry.stroke.colour,
            stroke_width=entry.stroke.width,
            **dashes,
        )
        if entry.stroke.key == "absent":
            add(parent, "path", d=f"M{x:.1f} {y - 5:.1f}V{y + 5:.1f}", stroke=entry.stroke.colour, stroke_width=2)


def sample_svg(entry: Entry) -> str:
    """The sample of an entry of the legend as a document of its own."""
    svg = root(SAMPLE, SAMPLE, left=-SAMPLE / 2, top=-SAMPLE / 2)
    draw_sample(svg, entry, 0, 0, 1)
    return written(svg)
