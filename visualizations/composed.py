"""A picture composed once for every way in which it is shown: the same words, the same positions, the same legend."""

from dataclasses import dataclass

from graph.messages import Messages
from visualizations.appearance import NOT_ANSWERED
from visualizations.content import Plain, drawn_ties, lines_in_words, nodes_in_words
from visualizations.contract import Picture, PictureTie
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
    suffixes = {node.id: words("label.generic") if node.generic else _status_under_name(node.status, words) for node in picture.nodes}
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


def _status_under_name(status: str | None, words: Messages) -> str | None:
    """Planned and ended things say so under their name, and needs that nothing answers; running ones need no word."""
    return words(f"label.{status}") if status in {"planned", "ended", *NOT_ANSWERED} else None
