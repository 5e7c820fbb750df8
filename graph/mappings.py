"""How the lists in the graph were read: kept with their sources, so that the next version of a list needs no question."""

from graph.connection import Graph

KEPT = "MATCH (s:Source) WHERE s.mapping IS NOT NULL AND s.current RETURN s.mapping AS mapping, s.loaded_at AS at ORDER BY at DESC, mapping"


def kept_mappings(graph: Graph) -> list[str]:
    """The mappings of the lists in the graph, the newest first."""
    return [str(row["mapping"]) for row in graph.read(KEPT)]
