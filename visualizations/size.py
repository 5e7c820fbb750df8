"""How much one picture may hold: beyond it the reader is told the way out."""

from graph.errors import ViewTooLarge
from visualizations.contract import Picture

USUAL_LIMIT = 150
"""Nodes at which a picture can still be read as a whole."""

HIGHEST_LIMIT = 3000
"""Nodes at which a browser still answers at once."""


def refuse_if_too_large(picture: Picture, limit: int) -> None:
    """Refuse a picture with more nodes than wanted or possible.

    Raises:
        ViewTooLarge: with the number of nodes and the way out.
    """
    nodes = len(picture.nodes)
    if nodes > HIGHEST_LIMIT:
        raise ViewTooLarge("view_beyond_maximum", nodes=nodes, maximum=HIGHEST_LIMIT)
    if nodes > limit:
        raise ViewTooLarge("view_too_large", nodes=nodes, limit=limit, maximum=HIGHEST_LIMIT)
