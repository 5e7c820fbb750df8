"""What people note with a decision, the same through every door: in words, not without end, and naming no private person."""

from api.typed_in import refuse_persons
from graph.errors import QueryMisused
from graph.findings.following import LONGEST_NOTE

NOTE = "note"
"""The field that is named where a note cannot be taken."""


def noted(why: str | None) -> str | None:
    """The note as it is kept; None where nothing is noted.

    Raises:
        QueryMisused: it is too long, names a private person, or tells of somebody's private life.
    """
    note = (why or "").strip()
    if len(note) > LONGEST_NOTE:
        raise QueryMisused("finding_note_long", most=LONGEST_NOTE)
    refuse_persons(NOTE, note)
    return note or None
