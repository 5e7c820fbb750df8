"""Findings as the doors show them: the row in words, though it may be gone, and what happened to it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from api.cells import NO_TITLES, in_words
from graph.area_directory import AreaDirectory
from graph.findings.kept import Event, events_of, identity_of, row_of
from graph.messages import Messages
from graph.model.findings import Finding
from graph.query_files import questions


def finding_shown(finding: Finding, areas: AreaDirectory, words: Messages, titles: Mapping[str, str] = NO_TITLES) -> dict[str, Any]:
    """A finding as JSON, its history the oldest first."""
    return {
        "id": finding.id,
        "gap": finding.question,
        "title": title_of(finding, words),
        "row": row_in_words(finding, words, titles),
        "identity": identity_of(finding),
        "area_id": finding.area_id or None,
        "area": areas.full_name(finding.area_id) if finding.area_id in areas.by_id else None,
        "status": finding.status,
        "accepted_until": finding.accepted_until.isoformat() if finding.accepted_until else None,
        "first_seen": finding.first_seen.isoformat() if finding.first_seen else None,
        "last_seen": finding.last_seen.isoformat() if finding.last_seen else None,
        "gone": finding.absent,
        "since": finding.since,
        "audience": finding.visibility,
        "history": [asdict(event) for event in events_of(finding)],
    }


def finding_on_page(finding: Finding, areas: AreaDirectory, words: Messages, titles: Mapping[str, str]) -> dict[str, Any]:
    """A finding for a page: its row, its status, and what happened to it in words, the newest first."""
    return finding_shown(finding, areas, words, titles) | {
        "status_in_words": status_of(finding, words),
        "events": [event_line(event, words) for event in reversed(events_of(finding))],
    }


def status_of(finding: Finding, words: Messages) -> str:
    """The status, with the day until which a row is accepted."""
    status = words(f"findings.status.{finding.status}")
    if finding.accepted_until and finding.status == "accepted_until":
        return words("findings.until", status=status, day=finding.accepted_until.isoformat())
    return status


def title_of(finding: Finding, words: Messages) -> str:
    """The title of its question; its name where the question was one of a user's own and is there no more."""
    asked = questions("gaps").get(finding.question)
    return asked.worded("title", words.language) if asked else finding.question


def row_in_words(finding: Finding, words: Messages, titles: Mapping[str, str] = NO_TITLES) -> str:
    """The row as it was last seen, as far as its question still has its columns."""
    asked, row = questions("gaps").get(finding.question), row_of(finding)
    return in_words(asked, row, words, titles) if asked and asked.shown.keys() <= row.keys() else finding.name


def finding_lines(finding: Finding, words: Messages) -> Iterator[str]:
    """A finding for people: its id, status and question, and its row."""
    yield words("findings.line", id=finding.id[:8], status=status_of(finding, words), title=title_of(finding, words))
    seen = words("findings.gone" if finding.absent else "findings.seen", day=finding.last_seen.isoformat() if finding.last_seen else "—")
    yield words("findings.row", row=row_in_words(finding, words), seen=seen)


def event_line(event: Event, words: Messages) -> str:
    """What happened, when, by whom and why."""
    role = words(f"role.{event.by}") if event.by and words.knows(f"role.{event.by}") else event.by
    by = words("findings.by", role=role) if role else words("findings.after", load=_short(event.operation)) if event.operation else ""
    what = words(f"findings.event.{event.kind}", status=words(f"findings.status.{event.status}"))
    return words("findings.event", day=event.at[:10], what=what, by=by, why=event.why or "").rstrip()


def _short(operation: str) -> str:
    """The load or decision that an operation is about, by the beginning of its id."""
    parts = operation.split("|")
    return (parts[1] if len(parts) > 1 else operation)[:8]
