"""Which row of an answer is which finding: by the question and the identity columns, through the merges of bodies."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.findings.kept import findings_of, identity_of, on_day
from graph.identity import identifier
from graph.ledger import Ledger
from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.findings import Finding
from graph.query_files import Question
from graph.reading import Answer, Reader

LEAST = VISIBILITY_LEVELS[1]
"""What people follow up is never for the public."""

Place = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RowFinding:
    """The finding that a row is, or would be if it were followed."""

    id: str
    finding: Finding | None = None


def may_follow(reader: Reader) -> bool:
    """Whether this audience may see and follow findings: the public may not."""
    return LEAST in reader.visible


def level_of(asked: Question, audience: str) -> str:
    """Who may see a finding: who could see the row, but never the public."""
    return max(LEAST, asked.audience, audience, key=VISIBILITY_LEVELS.index)


def key_of(asked: Question, row: Mapping[str, Any], level: str) -> str:
    """The identity in words of the finding that a row is."""
    return "|".join(["finding", asked.name, *(str(row[column]) for column in asked.identity), level])


def place_of(values: Mapping[str, Any], ledger: Ledger) -> Place:
    """Where a row stands, whichever name its bodies have now: two of a pair may change places when one is renamed."""
    return tuple(sorted(ledger.resolve(str(value)) for value in values.values()))


def identity_in(asked: Question, row: Mapping[str, Any]) -> dict[str, str]:
    """The identity columns of a row."""
    return {column: str(row[column]) for column in asked.identity}


def findings_of_rows(reader: Reader, answer: Answer) -> list[RowFinding]:
    """For each row of an answer its finding, where it is followed, and the id that it has or would have."""
    asked, level = answer.question, level_of(answer.question, reader.audience)
    kept = findings_of(reader.graph, reader.visible, question=asked.name)
    ledger = Ledger.of(reader.graph) if kept else Ledger()
    by_place: dict[Place, Finding] = {}
    for one in kept:
        place = place_of(identity_of(one), ledger)
        by_place.setdefault(place, one)
        if one.visibility == level and by_place[place].visibility != level:
            by_place[place] = one
    found: list[RowFinding] = []
    for row in answer.rows:
        followed = by_place.get(place_of(identity_in(asked, row), ledger))
        id_ = followed.id if followed else identifier(key_of(asked, row, level))
        found.append(RowFinding(id=id_, finding=on_day(followed, reader.today) if followed else None))
    return found


def new_finding(asked: Question, row: Mapping[str, Any], *, level: str, asked_in: str, today: date) -> Finding:
    """A row as a finding that nobody has followed before."""
    return Finding(
        key=key_of(asked, row, level),
        name=name_of(asked, row),
        visibility=level,
        question=asked.name,
        identity=json.dumps(identity_in(asked, row), ensure_ascii=False),
        area_id=str(row.get("area_id") or asked_in),
        asked_in=asked_in,
        since=int(asked.header["since"]),
        shown=shown_of(asked, row),
        first_seen=today,
        last_seen=today,
    )


def name_of(asked: Question, row: Mapping[str, Any]) -> str:
    """The row in a few words that need no catalogue: the question's title and the first column that people see."""
    first = next(iter(asked.shown), asked.returns[0])
    return f"{asked.worded('title', 'ja')}: {row[first]}"


def shown_of(asked: Question, row: Mapping[str, Any]) -> str:
    """What people see of a row, as JSON."""
    columns = {column: row[column] for column in asked.shown}
    return json.dumps(columns, ensure_ascii=False, default=lambda value: value.isoformat())
