"""Saying of evidence whether it is so, the same for every page: only what the audience sees, and no note names a private person."""

from collections.abc import Mapping
from typing import get_args

from api.notes import noted
from api.typed_in import refuse_persons
from graph import evidence, evidence_list
from graph.corrections import correctable
from graph.errors import QueryMisused
from graph.messages import Phrase
from graph.reading import Reader
from graph.rejected import rejected
from graph.stated import statement_of

VALUE = "value"
"""The field that is named where a text cannot be taken."""
CONFIRM, REJECT, CORRECT, REOPEN = DECISIONS = ("confirm", "reject", "correct", "reopen")


def decide(reader: Reader, id_: str, decision: str, values: Mapping[str, str], *, by: str, why: str | None) -> None:
    """Confirm, reject, correct or reopen a piece of evidence.

    Args:
        reader: on whose behalf: what it may not see it cannot decide on.
        id_: the evidence.
        decision: one of `DECISIONS`.
        values: property → value, for a correction; what stays the same is not among them.
        by: role of whoever decides.
        why: needed to reject and to correct.

    Raises:
        QueryMisused: no such evidence or decision, no reason where one is needed, or a text that names a private person.
    """
    note = reason_for(decision, why)
    _see(reader, id_, decision)
    see_values(values)
    if decision == CONFIRM:
        evidence.confirm(reader.graph, id_, by=by, reason=note)
    elif decision == REJECT:
        evidence.reject(reader.graph, id_, by=by, reason=note or "")
    elif decision == CORRECT:
        if not values:
            raise QueryMisused("review_nothing_corrected")
        evidence.correct(reader.graph, id_, values, by=by, reason=note or "")
    else:
        evidence.reopen(reader.graph, id_, by=by, reason=note)


def reason_for(decision: str, why: str | None) -> str | None:
    """The note of a decision as it is kept.

    Raises:
        QueryMisused: there is no such decision, it needs a reason, or the note cannot be kept.
    """
    note = noted(why)
    if decision not in DECISIONS:
        raise QueryMisused("review_decision", decision=decision)
    if decision in {REJECT, CORRECT} and not note:
        raise QueryMisused("review_without_reason")
    return note


def see_values(values: Mapping[str, str]) -> None:
    """See that what a fact is corrected to names no private person.

    Raises:
        QueryMisused: it does.
    """
    for text in values.values():
        refuse_persons(VALUE, text)


def _see(reader: Reader, id_: str, decision: str) -> None:
    standing = reader.rows("lookups", "evidence_by_id", ids=[id_])
    if not standing and not (decision == REOPEN and any(one["id"] == id_ for one in rejected(reader, reader.areas.by_id))):
        raise QueryMisused("evidence_unknown", id=id_)


def corrected_values(reader: Reader, id_: str, sent: Mapping[str, str]) -> dict[str, str]:
    """Of the values that a form sends those that are not stated so.

    Args:
        reader: on whose behalf.
        id_: the evidence.
        sent: property → value in words, as a correction takes it; an empty one says that the source does not say it.
    """
    rows = reader.rows("lookups", "evidence_by_id", ids=[id_])
    if not rows:
        raise QueryMisused("evidence_unknown", id=id_)
    states = evidence_list.with_values(rows[0])["values"]
    label = statement_of(rows[0] | {"position": 1}).labels[0]
    changed = {name: text.strip() for name, text in sent.items() if as_text(states.get(name)) != text.strip()}
    for name, text in changed.items():
        if not text and is_required(label, name):
            raise QueryMisused("form_field_missing", field=Phrase("graph", f"property.{name}"))
    # The kinds of a body are stated twice: as its codes, and as a property.
    return changed | ({"actor_types": changed["codes"]} if label == "Organization" and "codes" in changed else {})


def is_required(label: str, name: str) -> bool:
    """Whether every fact of a kind has the property: a correction cannot leave it empty."""
    type_ = correctable(label).get(name)
    return type_ is not None and type(None) not in get_args(type_) and not str(type_).startswith("tuple")


def as_text(value: object) -> str:
    """A stated value as a correction takes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "、".join(sorted(str(one) for one in value))
    return f"{value:g}" if isinstance(value, float) else str(value)
