"""A picture as pyvis wants it: nodes with positions and names in lines, lines with their strokes."""

from collections import Counter
from collections.abc import Mapping, Sequence

from visualizations.appearance import AREA, MARKS, STROKES
from visualizations.content import Plain
from visualizations.contract import PictureTie
from visualizations.layout import GAP, Box, positions
from visualizations.wording import columns, lines

FONT_SIZE = 12
COLUMN_WIDTH = 6.2
LINE_HEIGHT = 15
MARGIN = 7
"""Pixels kept free around a mark with its name."""

BEND = 0.16
"""How far the second line between the same two nodes swings out; the first is straight."""


def label_of(node: Plain, suffix: str | None) -> tuple[str, ...]:
    """The lines that stand under the mark."""
    return (*lines(node["name"]), suffix) if suffix else lines(node["name"])


def drawn_nodes(nodes: Mapping[str, Plain], ties: Sequence[PictureTie], labels: Mapping[str, tuple[str, ...]]) -> list[Plain]:
    """Nodes with their positions, areas below everything else."""
    ranks = {key: rank for rank, key in enumerate(MARKS)}
    boxes = [_box(node_id, node["mark"], labels[node_id], ranks) for node_id, node in nodes.items()]
    areas = [box for box in boxes if nodes[box.id]["label"] == AREA]
    others = [box for box in boxes if nodes[box.id]["label"] != AREA]
    placed = positions(others, [(tie.start, tie.end) for tie in ties])
    below = positions(areas, [])
    bottom = max((placed[box.id][1] + box.height / 2 for box in others), default=0.0)
    top = min((below[box.id][1] - box.height / 2 for box in areas), default=0.0)
    placed |= {area: (x, round(y + bottom - top + GAP)) for area, (x, y) in below.items()}
    found = []
    for box in sorted(boxes, key=lambda box: box.id):
        mark = MARKS[nodes[box.id]["mark"]]
        x, y = placed[box.id]
        # vis-network places the mark, not the box of mark and name.
        at = round(y - box.height / 2 + MARGIN / 2 + mark.height / 2)
        found.append({"id": box.id, "label": "\n".join(labels[box.id]), "group": mark.key, "x": x, "y": at})
    return found


def _box(node_id: str, mark_key: str, label: tuple[str, ...], ranks: Mapping[str, int]) -> Box:
    mark = MARKS[mark_key]
    width = max(mark.width, *(columns(line) * COLUMN_WIDTH for line in label)) + MARGIN
    height = mark.height + len(label) * LINE_HEIGHT + MARGIN
    return Box(node_id, width, height, ranks[mark_key])


def drawn_lines(ties: Sequence[PictureTie], lines_in_words: Mapping[str, Plain]) -> list[Plain]:
    """Lines with their strokes, the quiet ones first so that ties lie above them."""
    order = {key: number for number, key in enumerate(reversed(STROKES))}
    between: Counter[frozenset[str]] = Counter()
    found = []
    for tie in sorted(ties, key=lambda tie: (-order[lines_in_words[tie.id]["stroke"]], tie.id)):
        ends = frozenset((tie.start, tie.end))
        found.append(_line(tie, lines_in_words[tie.id], between[ends]))
        between[ends] += 1
    return sorted(found, key=lambda line: (order[lines_in_words[line["id"]]["stroke"]], line["id"]))


def _line(tie: PictureTie, line: Plain, number: int) -> Plain:
    stroke = STROKES[line["stroke"]]
    drawn: Plain = {"id": tie.id, "from": tie.start, "to": tie.end, "color": stroke.colour, "width": stroke.width}
    if stroke.dashes:
        drawn["dashes"] = list(stroke.dashes)
    if line["directed"]:
        drawn["arrows"] = "to"
    elif stroke.key == "absent":
        drawn["arrows"] = {"middle": {"enabled": True, "type": "bar", "scaleFactor": 0.7}}
    if number:
        clockwise = (number % 2 == 1) == (tie.start < tie.end)
        bend = BEND * ((number + 1) // 2)
        drawn["smooth"] = {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": bend}
    return drawn
