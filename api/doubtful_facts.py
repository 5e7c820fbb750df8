"""Facts that somebody should look at: sentences that nobody has confirmed yet, the least certain reading first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.evidence_told import fact_told
from graph.evidence_list import listed
from graph.evidence_names import with_ends_named
from graph.messages import Messages
from graph.places import place_of
from graph.reading import Reader

ASKED_LAST = frozenset(
    {"Area", "Observation", "PART_OF", "OPERATES_IN", "COVERS", "DELIVERED_IN", "ADJACENT_TO", "OBSERVED_IN", "DESCRIBED_IN"}
)
"""Where something lies, and figures: a meeting rather knows who works with whom and what is done."""


@dataclass(frozen=True, kw_only=True)
class DoubtfulFact:
    """One fact as a check sheet asks about it."""

    id: str
    """Of the evidence."""
    told: str
    """What was read, in words."""
    quote: str
    source: str
    """Title and place."""
    certainty: str
    """In words."""


def doubtful_facts(reader: Reader, area: str, texts: Messages, *, most: int) -> tuple[list[DoubtfulFact], int]:
    """The first of them, and how many there are in all.

    Args:
        reader: asks on behalf of its audience.
        area: id of an area, with all below it.
        texts: in the language of the page.
        most: how many are told.
    """
    found = sorted(listed(reader, area=area, review="open"), key=lambda row: row["label"] in ASKED_LAST)
    return [_told(row, reader, texts) for row in with_ends_named(reader, found[:most])], len(found)


def _told(row: Mapping[str, Any], reader: Reader, texts: Messages) -> DoubtfulFact:
    title = reader.titles.get(row["dataset"], row["dataset"])
    return DoubtfulFact(
        id=row["id"],
        told=fact_told(row, texts),
        quote=row["quote"],
        source=texts("meeting.source", title=title, place=place_of(row, texts) or texts("not_stated")),
        certainty=texts(f"site.certainty.{row['certainty']}"),
    )
