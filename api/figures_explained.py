"""What the figures of a network mean, in words for people."""

from api.what_if import figure_in_words
from graph.messages import Messages
from graph.metrics.of_network.figures import FIGURES


def figures_explained(texts: Messages) -> list[tuple[str, str]]:
    """Name and meaning of each, in the order in which they are told."""
    return [(figure_in_words(name, texts), texts(f"figure.explained.{name}")) for name in FIGURES]
