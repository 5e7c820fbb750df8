"""What a meeting is prepared with: what changed since the last one, needs for the agenda, what is doubtful, what is followed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.area_sentences import area_sentences
from api.doubtful_facts import DoubtfulFact, doubtful_facts
from api.findings_shown import finding_on_page
from graph.area_directory import KnownArea
from graph.connection import Row
from graph.errors import QueryMisused
from graph.findings.following import listed
from graph.findings.kept import RESOLVED, events_of
from graph.findings.rows import may_follow
from graph.messages import Messages
from graph.model.findings import Finding
from graph.reading import Answer, Reader

CHANGES, AGENDA = "since_last_meeting", "agenda_needs"
MOST_ROWS, MOST_ON_PAGE = 30, 8
"""Of each answer in a pack, and of each list on the page: more are on the page of the answer."""
MOST_DOUBTFUL = 24
"""Facts on a check sheet: as many as a meeting can go through."""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """What is known for a meeting about an area."""

    area: KnownArea
    full_name: str
    day: date
    """The day on which it is put together."""
    since: date
    """The day of the last meeting."""
    sentences: Sequence[str]
    sources: Sequence[Row]
    changes: Answer
    agenda: Answer
    doubtful: Sequence[DoubtfulFact]
    """The least certain first."""
    doubtful_found: int
    """How many sentences nobody has looked at yet."""
    findings: Sequence[dict[str, Any]]
    """What is followed up, and what was settled since the last meeting."""


def meeting(reader: Reader, area: str, texts: Messages, *, since: date | None = None) -> Meeting:
    """Everything about one area.

    Args:
        reader: asks on behalf of its audience.
        area: name, code or id.
        texts: in the language of the page or the pack.
        since: the day of the last meeting; None for the usual of the question.

    Raises:
        QueryMisused: it is not for the public, or there is no such area.
    """
    if not may_follow(reader):
        raise QueryMisused("meeting_for_members")
    found = reader.areas.find(area)
    changes = reader.answer(CHANGES, area=found.id, **({"since": since.isoformat()} if since else {}))
    agenda = reader.answer(AGENDA, area=found.id)
    asked_since: date = changes.parameters["since"]
    doubtful, doubtful_found = doubtful_facts(reader, found.id, texts, most=MOST_DOUBTFUL)
    return Meeting(
        area=found,
        full_name=reader.areas.full_name(found.id),
        day=reader.today,
        since=asked_since,
        sentences=[one.text for one in area_sentences(reader, found, texts)],
        sources=reader.rows("lookups", "sources", area=found.id),
        changes=changes,
        agenda=agenda,
        doubtful=doubtful,
        doubtful_found=doubtful_found,
        findings=[
            finding_on_page(one, reader.areas, texts, reader.titles)
            for one in listed(reader, area=found.id)
            if one.status != RESOLVED or _settled_since(one, asked_since)
        ],
    )


def _settled_since(finding: Finding, day: date) -> bool:
    events = events_of(finding)
    return bool(events) and events[-1].at[:10] >= day.isoformat()
