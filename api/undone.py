"""A load taken back through a door of the web, and what is told of it."""

from dataclasses import dataclass

from graph import loads
from graph.connection import Graph
from graph.roles import ROLES

BY = ROLES[0]


@dataclass(frozen=True, kw_only=True)
class Undone:
    """A load that was taken back."""

    file: str
    left: int
    """Facts that left the graph."""
    reviewed: int
    """How much of the evidence that left had been reviewed."""


def taken_back(graph: Graph, load: str) -> Undone:
    """Take a load back, and say what left.

    Raises:
        QueryMisused: there is no such load, or a newer one stands on it.
    """
    done = loads.undo(graph, load, by=BY)
    return Undone(file=done.file, left=done.plan.retired, reviewed=done.reviewed)
