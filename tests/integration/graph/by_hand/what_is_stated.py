"""The graph without what is written about loads."""

from graph.connection import Graph
from tests.engines import fingerprint

BOOKKEEPING = {"Load", "Withdrawn", "Source"}


def stated(graph: Graph) -> set[str]:
    """The graph without what is written about loads."""
    return without_loads(fingerprint(graph))


def without_loads(everything: set[str]) -> set[str]:
    """The lines of a fingerprint that say what is stated."""
    return {line for line in everything if not any(line.startswith(f"['{label}']") for label in BOOKKEEPING)}
