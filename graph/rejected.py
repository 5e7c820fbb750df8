"""Evidence that somebody rejected: it left the graph, and can be taken back into it."""

from collections.abc import Collection
from typing import Any

from graph.evidence_list import shown
from graph.reading import Reader
from graph.withdrawing import content_of

REJECTED = "MATCH (w:Withdrawn {why: 'rejected'}) WHERE w.put_back_at IS NULL RETURN properties(w) AS properties"


def rejected(reader: Reader, areas: Collection[str]) -> list[dict[str, Any]]:
    """What was rejected in some areas and stands rejected, as rows of `graph.evidence_list`.

    Args:
        reader: asks the graph; its audience sees what it might see before.
        areas: ids of the areas of which the evidence speaks.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in reader.graph.read(REJECTED):
        record = row["properties"]
        for evidence in content_of(record)[1] if record.get("stands", True) else ():
            properties = evidence.properties
            seen = properties["visibility"] in reader.visible and properties.get("area_id") in areas
            if properties["review"] == "rejected" and seen:
                found[evidence.id] = shown(properties)
    return list(found.values())
