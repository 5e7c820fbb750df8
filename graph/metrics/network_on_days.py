"""The bodies and ties of an area as they stood in the records on each of two days, fact by fact."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph.lives import Life
from graph.metrics.since_last_meeting import FactOverTime, derived, facts_over_time
from graph.model.joining import BETWEEN_BODIES, THROUGH_SERVICES
from graph.rows import NodeRow, RelationshipRow

BODY = "Organization"
ABSENT = "absent"
"""State of what a source says that there is not yet: it is no tie."""


def network_on_days(row: Mapping[str, Any], *, since: date, until: date) -> list[dict[str, Any]]:
    """Every body and tie that was recorded when one of two days was over.

    Args:
        row: what `cypher/gaps/since_last_meeting.cypher` collects for the first day.
        since: the first day.
        until: the second day.

    Returns:
        One row a fact: the two ends of a tie under the ids with which they were read, whether it stood on each day and stands
        now, the datasets that stated it on each, and when, why and by which dataset it last came or went between the two
        (None where it did not). Ties that a source says are absent are left out, and ties that went whose ends are not all
        among what may be seen here. Sorted by id.
    """
    facts = facts_over_time(row) if row else []
    known = {id_ for one in facts for id_ in (one.id, *(_read_as(life) for life in one.lives))}
    found = (_row(one, since.isoformat(), until.isoformat()) for one in facts if one.label in {BODY, *BETWEEN_BODIES, *THROUGH_SERVICES})
    told = (one for one in found if one and (one["stands"] or one["start_id"] is None or {one["start_id"], one["end_id"]} <= known))
    return sorted(told, key=lambda one: str(one["id"]))


def _read_as(life: Life) -> str:
    """The id under which it was read, before its body was joined with another."""
    return str(life.evidence.get("read_as") or life.evidence["fact"])


def _row(one: FactOverTime, first: str, second: str) -> dict[str, Any] | None:
    lives = {day: [life for life in one.lives if _stood(life, day)] for day in (first, second)}
    before, after = (_fact(one.id, lives[day]) for day in (first, second))
    told = after or before
    if told is None:
        return None
    came_or_went = (before is None) != (after is None)
    moment, cause = _last(one.lives, first, second) if came_or_went else (None, None)
    ends = (told.start.id, told.end.id, told.end.label) if isinstance(told, RelationshipRow) else (None, None, None)
    return {
        "id": one.id,
        "label": one.label,
        "name": one.name,
        "generic": bool(told.properties.get("generic")),
        **dict(zip(("start_id", "end_id", "end_label"), ends, strict=True)),
        "on_first": before is not None,
        "on_second": after is not None,
        "stands": any(life.ends is None for life in one.lives),
        "first_sources": _datasets(lives[first]),
        "second_sources": _datasets(lives[second]),
        "happened_on": moment,
        "why": cause.why if cause else None,
        "dataset": cause.dataset if cause else None,
    }


def _stood(life: Life, day: str) -> bool:
    """Whether it was there when the day was over."""
    return life.begins[0][:10] <= day and (life.ends is None or life.ends[0][:10] > day)


def _fact(id_: str, lives: Sequence[Life]) -> NodeRow | RelationshipRow | None:
    found = derived(id_, lives)
    return None if found is not None and found.properties.get("state") == ABSENT else found


def _last(lives: Sequence[Life], first: str, second: str) -> tuple[str, Any]:
    """Day and cause of what last happened to a fact between the two days."""
    moments = [(life.begins, life.begun_by) for life in lives]
    moments += [(life.ends, life.ended_by) for life in lives if life.ends and life.ended_by]
    between = [pair for pair in moments if first < pair[0][0][:10] <= second]
    moment, cause = max(between, key=lambda pair: (pair[0], pair[1].why, pair[1].dataset))
    return moment[0][:10], cause


def _datasets(lives: Sequence[Life]) -> list[str]:
    return sorted({str(life.evidence["dataset"]) for life in lives})
