"""How things look: a shape and a colour for each kind of node, a stroke for each kind of line.

Nothing is told by colour alone. Organisations are shown in seven sectors instead of 29 actor types, in the colours of
Okabe & Ito (2008); everything else is neutral and told by its shape. Lines follow the eco-maps of care workers.
Shapes are SVG paths around (0, 0), so that the canvas, the legend and any drawing made on the server are alike.
"""

from dataclasses import dataclass

from graph.model.joining import BETWEEN_BODIES
from graph.taxonomy.sectors import sector_of
from visualizations.contract import PictureNode, PictureTie

ACCENT = "#0b6b5b"
INK = "#1d2b33"
QUIET_LINE = "#8a949b"
WHITE = "#ffffff"

AREA = "Area"


@dataclass(frozen=True)
class Mark:
    """How one kind of node is drawn: the path has units of pixels at scale 1."""

    key: str
    path: str
    fill: str
    outline: str
    width: int
    height: int


@dataclass(frozen=True)
class Stroke:
    """How one kind of line is drawn."""

    key: str
    colour: str
    width: float
    dashes: tuple[int, ...] = ()


_CIRCLE = "M-10 0A10 10 0 1 0 10 0A10 10 0 1 0-10 0Z"
_SQUARE = "M-9-9H9V9H-9Z"
_HOUSE = "M0-11L11-2V10H-11V-2Z"
_TRIANGLE = "M0-11L12 9H-12Z"
_TRIANGLE_DOWN = "M0 11L-12-9H12Z"
_CROSS = "M-4-10H4V-4H10V4H4V10H-4V4H-10V-4H-4Z"
_HEXAGON = "M-11.5 0L-6-10H6L11.5 0L6 10H-6Z"
_DIAMOND = "M0-14L15 0L0 14L-15 0Z"
_PILL = "M-8-7H8A7 7 0 0 1 8 7H-8A7 7 0 0 1-8-7Z"
_BUBBLE = "M-11-9H11V5H1L-4 11V5H-11Z"
_BUBBLE_CROSSED = "M-14-12H14V7H2L-4 14V7H-14ZM-5-7L5 2M5-7L-5 2"
_SHEET = "M-8-10H3L8-5V10H-8Z"
_BADGE = "M-10-6L0-11L10-6V6L0 11L-10 6Z"
_BOOK = "M-12-8H-2L0-6L2-8H12V8H2L0 10L-2 8H-12Z"
_PIN = "M0 13C-3 7-9 2-9-4A9 9 0 1 1 9-4C9 2 3 7 0 13Z"

MARKS = {
    mark.key: mark
    for mark in (
        Mark("public", _SQUARE, "#0072b2", "#004a75", 20, 20),
        Mark("support", _CIRCLE, "#009e73", "#00573f", 22, 22),
        Mark("community", _HOUSE, "#e69f00", "#7a5400", 24, 22),
        Mark("civic", _TRIANGLE, "#cc79a7", "#7d2f5b", 26, 22),
        Mark("care", _CROSS, "#d55e00", "#803800", 22, 22),
        Mark("business", _HEXAGON, "#f0e442", "#665f00", 25, 22),
        Mark("other", _TRIANGLE_DOWN, "#56b4e9", "#16577e", 26, 22),
        Mark("Council", _DIAMOND, "#ffffff", "#000000", 32, 30),
        Mark("Service", _PILL, "#e4eaed", "#46535c", 32, 16),
        Mark("Need", _BUBBLE, "#f6f7f8", "#46535c", 24, 22),
        Mark("unanswered", _BUBBLE_CROSSED, "#ffffff", "#a3321f", 30, 28),
        Mark("Programme", _SHEET, "#f6f7f8", "#46535c", 18, 22),
        Mark("Post", _BADGE, "#f6f7f8", "#46535c", 22, 24),
        Mark("Source", _BOOK, "#f6f7f8", "#46535c", 24, 18),
        Mark(AREA, _PIN, "#f6f7f8", "#46535c", 20, 26),
    )
}
"""Sector or label → mark, in the order of the legend."""

STROKES = {
    stroke.key: stroke
    for stroke in (
        Stroke("confirmed", INK, 4.5),
        Stroke("recorded", INK, 1.6),
        Stroke("one_source", "#44525b", 1.8, (2, 4)),
        Stroke("absent", "#a3321f", 1.2),
        Stroke("proposed", ACCENT, 2.0, (10, 6)),
        Stroke("answers", ACCENT, 2.6),
        Stroke("not_running", ACCENT, 1.4, (4, 3, 1, 3)),
        Stroke("membership", QUIET_LINE, 1.0),
        Stroke("other_line", QUIET_LINE, 1.0),
        Stroke("place", QUIET_LINE, 1.0),
    )
}
"""Kind of line → stroke, in the order of the legend; `proposed` is kept for what-if pictures."""

GENERIC = Mark("generic", _CIRCLE, WHITE, "#46535c", 22, 22)
"""How the legend shows that a hollow mark stands for a kind and no single body."""

TIES = {*BETWEEN_BODIES, "PROVIDES"}
"""What is drawn as a tie, with a stroke that says how well it is known."""

ANSWERS = "ANSWERS"
"""A service is of a kind that answers a need: not a fact of a source, but what the taxonomy says of the two kinds."""

NOT_ANSWERED = {"unanswered", "partly_answered"}
"""Status of needs whose codes are not all answered by a recorded running service."""

UNDIRECTED = {"COLLABORATES_WITH", "ADJACENT_TO", "POSSIBLY_SAME_AS"}

_PLACE = {"OPERATES_IN", "COVERS", "DELIVERED_IN", "HAS_NEED", "ADJACENT_TO"}


def mark_key(node: PictureNode) -> str:
    """Key of the node's mark: the sector of an organisation, the label of anything else; a need that nothing answers stands out."""
    if node.label == "Organization":
        return sector_of(node.actor_types)
    if node.label == "Need" and node.status in NOT_ANSWERED:
        return "unanswered"
    return node.label if node.label in MARKS else "other"


def stroke_key(tie: PictureTie, joins_area: bool) -> str:
    """Key of the line's stroke.

    Args:
        tie: what is drawn.
        joins_area: whether one of its ends is an area.
    """
    if tie.type in _PLACE or (joins_area and tie.type != "SPEAKS_OF"):
        return "place"
    if tie.type in {"MEMBER_OF", "PART_OF"}:
        return "membership"
    if tie.type == ANSWERS:
        return "answers" if tie.status == "running" else "not_running"
    if tie.type not in TIES:
        return "other_line"
    return tie.state if tie.state in {"absent", "proposed"} else strength(tie)


def strength(tie: PictureTie) -> str:
    """How well a tie is known: confirmed by somebody, one unreviewed source, or more than one."""
    if any(quotation.review in {"confirmed", "corrected"} for quotation in tie.quotations):
        return "confirmed"
    sources = set(tie.sources) or {quotation.source for quotation in tie.quotations}
    return "one_source" if len(sources) == 1 else "recorded"


def has_direction(tie: PictureTie) -> bool:
    """Whether the line ends in an arrow: only support has a direction, seats and places have none."""
    return tie.type == ANSWERS or (tie.type in TIES and tie.type not in UNDIRECTED)
