"""Deciding of two names whether they are one body, the same for every page: only of what is suggested to the audience."""

from api.notes import noted
from graph import merging, suggestions
from graph.decided_doubles import decided_doubles
from graph.errors import QueryMisused
from graph.reading import Reader

MERGE, APART = "merge", "apart"


def decide_double(reader: Reader, kept: str, gone: str, decision: str, *, by: str, why: str) -> str:
    """Make one body of two, or note that they are two; the suggestions are made anew.

    Args:
        reader: on whose behalf.
        kept: id of the body whose name stays.
        gone: id of the other.
        decision: merge or apart.
        by: role of whoever decides.
        why: the reason.

    Returns:
        The id under which it is taken back.

    Raises:
        QueryMisused: the two are not suggested, there is no such decision, no reason, or one that names a private person.
    """
    if decision not in {MERGE, APART}:
        raise QueryMisused("review_decision", decision=decision)
    if not (note := noted(why)):
        raise QueryMisused("doubles_without_reason")
    if not any({one.first, one.second} == {kept, gone} for one in suggestions.listed(reader)):
        raise QueryMisused("doubles_not_suggested")
    done = (merging.merge if decision == MERGE else merging.keep_apart)(reader.graph, kept, gone, by=by, reason=note)
    suggestions.refresh(reader.graph)
    return done.id


def undo_double(reader: Reader, id_: str, *, by: str) -> None:
    """Take a decision back; the two are suggested again.

    Raises:
        QueryMisused: there is no such decision, or none that this audience may know of.
    """
    if not any(one.id == id_ for one in decided_doubles(reader)):
        raise QueryMisused("decision_unknown", id=id_)
    merging.undo(reader.graph, id_, by=by)
    suggestions.refresh(reader.graph)
