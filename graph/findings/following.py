"""Following rows up, and deciding what becomes of them: by a role, with the reason, never by a person's name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.errors import QueryMisused
from graph.findings.kept import (
    ACCEPTED,
    OPEN,
    RESOLVED,
    SHORTEST_ID,
    STATUSES,
    finding_called,
    findings_of,
    on_day,
    with_event,
    write_findings,
)
from graph.findings.rows import findings_of_rows, level_of, may_follow, new_finding
from graph.model.findings import Finding
from graph.query_files import question
from graph.reading import Reader
from graph.roles import known_role

LONGEST_NOTE = 2_000


def follow(
    reader: Reader, gap: str, *, area: str | None = None, rows: Sequence[str] = (), by: str, why: str | None = None
) -> list[Finding]:
    """Make rows of an answer findings; one that is followed already stays as it is, one that was resolved is open again.

    Args:
        reader: asks the question; its audience is the audience of the findings.
        gap: the question.
        area: where it is asked; None for everywhere.
        rows: ids of the rows (`findings_of_rows`), or how they begin; none for all rows.
        by: role of whoever follows them.
        why: a first note.

    Raises:
        QueryMisused: unknown question, area, role or row, or findings are not for this audience.
    """
    asked, note = question("gaps", gap), _note(why)
    known_role(by)
    if not reader.may_ask(asked) or not may_follow(reader):
        raise QueryMisused("findings_for_members")
    asked_in = reader.areas.find(area).id if area else ""
    with reader.graph.single_writer():
        answer = reader.answer(gap, area=area)
        pairs = list(zip(answer.rows, findings_of_rows(reader, answer), strict=True))
        wanted = {one.id for _, one in pairs}
        if rows:
            wanted = {_row_called([one.id for _, one in pairs], id_, gap) for id_ in rows}
        found: list[Finding] = []
        changed: list[Finding] = []
        for row, one in pairs:
            if one.id not in wanted:
                continue
            after = one.finding or new_finding(asked, row, level=level_of(asked, reader.audience), asked_in=asked_in, today=reader.today)
            if one.finding is None or after.status == RESOLVED:
                after = with_event(replace(after, absent=False), "followed", OPEN, by=by, why=note)
                changed.append(after)
            found.append(after)
        write_findings(reader.graph, changed)
    return found


def decide(reader: Reader, id_: str, status: str, *, until: date | None = None, by: str, why: str | None) -> Finding:
    """Give a finding another status, and say why.

    Args:
        reader: on whose behalf; what it may not see it may not decide.
        id_: the finding, or how its id begins.
        status: one of `STATUSES`.
        until: the date of `accepted_until`, and of no other.
        by: role of whoever decides.
        why: what is to be noted.

    Raises:
        QueryMisused: unknown finding, status or role, a date that is missing, past or of no use, or no reason.
    """
    known_role(by)
    note = see_decision(status, until, why, today=reader.today)
    with reader.graph.single_writer():
        finding = finding_called(findings_of(reader.graph, reader.visible), id_)
        dated = replace(finding, accepted_until=until)
        decided = with_event(dated, "decided", status, by=by, why=note, until=until.isoformat() if until else None)
        write_findings(reader.graph, [decided])
    return decided


def see_decision(status: str, until: date | None, why: str | None, *, today: date) -> str:
    """What is noted of a decision that may be made.

    Raises:
        QueryMisused: unknown status, a date that is missing, past or of no use, or no reason.
    """
    note = _note(why)
    if status not in STATUSES:
        raise QueryMisused("finding_status", status=status, known=", ".join(STATUSES))
    if not note:
        raise QueryMisused("finding_without_reason")
    if (status == ACCEPTED) != (until is not None) or (until is not None and until < today):
        raise QueryMisused("finding_until", status=status, until=until.isoformat() if until else "—")
    return note


def listed(reader: Reader, *, area: str | None = None, gap: str | None = None, status: str | None = None) -> list[Finding]:
    """The findings of an area, as they stand today; those of the areas below it are among them.

    Raises:
        QueryMisused: unknown question, area or status.
    """
    if status is not None and status not in STATUSES:
        raise QueryMisused("finding_status", status=status, known=", ".join(STATUSES))
    if gap is not None:
        question("gaps", gap)
    within = set(reader.areas.resolve(area)) if area else None
    found = [on_day(one, reader.today) for one in findings_of(reader.graph, reader.visible, question=gap)]
    return [one for one in found if (within is None or one.area_id in within) and status in {None, one.status}]


def one_finding(reader: Reader, id_: str) -> Finding:
    """One finding as it stands today.

    Raises:
        QueryMisused: there is none of that id that this audience may see.
    """
    return on_day(finding_called(findings_of(reader.graph, reader.visible), id_), reader.today)


def _row_called(ids: Sequence[str], id_: str, gap: str) -> str:
    found = [one for one in ids if one == id_ or (len(id_) >= SHORTEST_ID and one.startswith(id_))]
    if len(found) != 1:
        raise QueryMisused("unknown_row", id=id_, gap=gap)
    return found[0]


def _note(why: str | None) -> str | None:
    """What is noted, in one line and not without end."""
    note = " ".join(why.split()) if why else None
    if note and len(note) > LONGEST_NOTE:
        raise QueryMisused("finding_note_long", most=LONGEST_NOTE)
    return note or None
