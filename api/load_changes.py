"""What a load changes, as the doors show it: for programs with the names of properties, for people in words."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from api.answers import as_json
from api.fact_words import kind_of_fact, property_named, value_worded
from graph.changes import ADDED, CHANGED, RETIRED, Changes, FactChange, FieldChange
from graph.messages import Messages
from graph.model.catalogue import node_kinds
from graph.model.definitions import VISIBILITY_LEVELS

LISTED = (ADDED, CHANGED, RETIRED)
"""Kinds of change of which the things are named, not only counted."""


class Group(NamedTuple):
    """The changes of one kind, in words."""

    kind: str
    total: int
    counts: str
    """How many of what: 団体 12件、サービス 30件."""
    things: list[tuple[str, str, list[str]]]
    """Kind of thing, its name, how each property changes."""
    left_over: int
    """How many more there are than are named."""


def changes_shown(changes: Changes, visible: Collection[str] = VISIBILITY_LEVELS) -> dict[str, Any]:
    """Counts by kind, and the first things of each kind that the audience may see; dates as text, lists sorted."""
    return {"counts": changes.counts, "shown": [_shown(one) for one in changes.shown if one.visibility in visible]}


def changes_worded(changes: Changes, words: Messages, *, most: int, visible: Collection[str] = VISIBILITY_LEVELS) -> Iterator[Group]:
    """The same for people.

    Args:
        changes: what a load changes.
        words: the texts.
        most: how many things of a kind are named.
        visible: the levels that the audience may see.
    """
    for kind, by_label in changes.counts.items():
        seen = [one for one in changes.shown if one.kind == kind and one.visibility in visible] if kind in LISTED else []
        total = sum(by_label.values())
        nodes_first = sorted(by_label.items(), key=lambda pair: pair[0] not in node_kinds())
        counts = words("and").join(words("changes.count", label=kind_of_fact(label, words), count=count) for label, count in nodes_first)
        things = [_worded(one, words) for one in seen[:most]]
        yield Group(words(f"changes.{kind}"), total, counts, things, total - len(things) if things else 0)


def field_shown(field: FieldChange) -> dict[str, Any]:
    """One property before and after; dates as text, lists sorted."""
    return {"name": field.name, "before": _plain(field.before), "after": _plain(field.after)}


def _shown(one: FactChange) -> dict[str, Any]:
    return {"kind": one.kind, "label": one.label, "name": one.name, "fields": [field_shown(field) for field in one.fields]}


def _plain(value: Any) -> Any:
    return as_json(sorted(value) if isinstance(value, list | tuple) else value)


def _worded(one: FactChange, words: Messages) -> tuple[str, str, list[str]]:
    fields = [
        words(
            "changes.field",
            property=property_named(field.name, words),
            before=value_worded(field.name, field.before, words),
            after=value_worded(field.name, field.after, words),
        )
        for field in one.fields
    ]
    return kind_of_fact(one.label, words), one.name, fields
