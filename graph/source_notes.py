"""What the state of the sources means for a question: that none speaks of what is asked, only one does, or all are old."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.days import months_before
from graph.query_files import question

NO_SOURCE, ONE_SOURCE, OLD_SOURCES = "no_source", "one_source", "old_sources"
BESIDE_AN_ANSWER = (ONE_SOURCE, OLD_SOURCES)
"""What is told beside an answer and does not stand in its place."""


def state_of_sources(
    sources: Iterable[Mapping[str, Any]], kind: str, today: date, *, of_one_area: bool
) -> list[tuple[str, dict[str, Any]]]:
    """Codes of notes with their values.

    Args:
        sources: rows of `cypher/lookups/sources.cypher`.
        kind: the kind of fact that is asked about.
        today: the day on which sources are old or not.
        of_one_area: what all sources of a graph have in common says nothing of an area, and is told of one area only.

    Returns:
        That no source speaks of it; else that one does, and that all which do are older than the months after which a
        record is to be checked again (`cypher/gaps/stale.cypher`). A source without a day is of unknown age.
    """
    speaking = [one for one in sources if any(spoken.split(" ")[0] == kind for spoken in one["kinds"])]
    if not speaking:
        return [(NO_SOURCE, {})]
    if not of_one_area:
        return []
    found: list[tuple[str, dict[str, Any]]] = []
    if len({one["dataset"] for one in speaking}) == 1:
        found.append((ONE_SOURCE, {"title": speaking[0]["title"] or speaking[0]["dataset"]}))
    bound = months_before(today, int(question("gaps", "stale").parameters["months"]["default"]))
    days = [one["as_of"] for one in speaking if one["as_of"]]
    if len(days) == len(speaking) and max(days) < bound:
        found.append((OLD_SOURCES, {"newest": max(days).isoformat()}))
    return found
