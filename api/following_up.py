"""Following rows up, the same through every door: what is noted may name no private person, and then it is written."""

from collections.abc import Sequence
from datetime import date

from api.notes import noted
from graph.findings import following
from graph.findings.kept import OPEN
from graph.model.findings import Finding
from graph.reading import Reader


def follow(
    reader: Reader, gap: str, *, area: str | None = None, rows: Sequence[str] = (), by: str, why: str | None = None
) -> list[Finding]:
    """As `graph.findings.following.follow`.

    Raises:
        QueryMisused: as there, or the note names a private person.
    """
    return following.follow(reader, gap, area=area, rows=rows, by=by, why=noted(why))


def decide(reader: Reader, id_: str, status: str, *, until: date | None = None, by: str, why: str | None) -> Finding:
    """As `graph.findings.following.decide`.

    Raises:
        QueryMisused: as there, or the note names a private person.
    """
    return following.decide(reader, id_, status, until=until, by=by, why=noted(why))


def mark(
    reader: Reader, gap: str, row: str, status: str, *, area: str | None, until: date | None = None, by: str, why: str | None
) -> Finding:
    """Give a row of an answer a status, whether it is followed already or not.

    Raises:
        QueryMisused: as for following and deciding; nothing is written then.
    """
    why = noted(why)
    if status != OPEN:
        following.see_decision(status, until, why, today=reader.today)
    (found,) = following.follow(reader, gap, area=area, rows=[row], by=by, why=why if status == OPEN else None)
    return found if found.status == status == OPEN else following.decide(reader, found.id, status, until=until, by=by, why=why)
