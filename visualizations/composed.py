"""A picture composed once for every way in which it is shown: the same words, the same positions, the same legend."""

from dataclasses import dataclass

from graph.messages import Messages
from visualizations.appearance import NOT_ANSWERED
from visualizations.content import Plain, drawn_ties, lines_in_words, nodes_in_words
from visualizations.contract import Picture, PictureNode, PictureTie
from visualizations.drawing import drawn_lines, drawn_nodes, label_of
from visualizations.legend import Entry, legend
from visualizations.summary import told


@dataclass(frozen=True)
class Composed:
    """What page, file and sheet show of a picture."""

    nodes: dict[str, Plain]
    """Id → what is said of it."""
    lines: dict[str, Plain]
    """Id → what is said of it."""
    ties: list[PictureTie]
    drawn_nodes: list[Plain]
    """With their positions and their names in lines."""
    drawn_lines: list[Plain]
    """The quiet ones first."""
    legend: list[Entry]
    summary: str


def composed(picture: Picture, words: Messages) -> Composed:
    """The picture in words and positions."""
    nodes, lines, ties = nodes_in_words(picture, words), lines_in_words(picture, words), drawn_ties(picture)
    suffixes = {node.id: _under_name(node, words) for node in picture.nodes}
    labels = {node_id: label_of(node, suffixes[node_id]) for node_id, node in nodes.items()}
    return Composed(
        nodes=nodes,
        lines=lines,
        ties=ties,
        drawn_nodes=drawn_nodes(nodes, ties, labels),
        drawn_lines=drawn_lines(ties, lines),
        legend=legend(nodes, lines, words),
        summary=told(picture, words),
    )


def _under_name(node: PictureNode, words: Messages) -> str | None:
    """Kinds of actor, planned and ended things and needs that nothing answers say so, and so does what an answer found."""
    said = words("label.generic") if node.generic else None
    if node.status in {"planned", "ended", *NOT_ANSWERED} and not node.generic:
        said = words(f"label.{node.status}")
    return f"{said or ''}{words('label.found')}" if node.found else said
