"""The history of a fact as the doors show it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from api.fact_words import kind_of_fact, property_named, value_worded
from api.load_changes import field_shown
from graph.history import Event, History
from graph.messages import Messages


def history_shown(history: History) -> dict[str, Any]:
    """A history as JSON: dates as text, lists sorted, the newest event first."""
    return {
        "fact": history.fact,
        "label": history.label,
        "name": history.name,
        "stands": history.stands,
        "events": [_event_shown(one) for one in history.events],
    }


def history_lines(history: History, words: Messages) -> Iterator[str]:
    """A history in words, line by line."""
    stands = words("history.stands" if history.stands else "history.gone")
    yield words("history.heading", kind=kind_of_fact(history.label, words), name=history.name, stands=stands, id=history.fact[:8])
    for one in history.events:
        yield words("history.event", at=_day_and_time(one.at), what=words(f"history.kind.{one.kind}"), how=_how(one, words))
        for field in one.fields:
            before, after = (value_worded(field.name, value, words) for value in (field.before, field.after))
            changed = words("changes.field", property=property_named(field.name, words), before=before, after=after)
            yield words("history.detail", text=changed)
        if one.quotes:
            yield words("history.detail", text=words("and").join(f"「{quote}」" for quote in one.quotes))
        if one.reason:
            yield words("history.reason", reason=words(one.reason) if words.knows(one.reason) else one.reason)


def _how(one: Event, words: Messages) -> str:
    """By which load or whom."""
    if one.load:
        return words("history.by_load", why=words(f"history.why.{one.why}"), file=one.file or one.dataset, load=one.load[:8])
    role = words(f"role.{one.by}") if one.by and words.knows(f"role.{one.by}") else ""
    return words("history.by_person" if role else "history.by_itself", why=words(f"history.why.{one.why}"), role=role)


def _event_shown(one: Event) -> dict[str, Any]:
    return {
        "at": one.at,
        "kind": one.kind,
        "why": one.why,
        "fields": [field_shown(field) for field in one.fields],
        "dataset": one.dataset or None,
        "file": one.file,
        "load": one.load,
        "by": one.by,
        "reason": one.reason,
        "quotes": list(one.quotes),
    }


def _day_and_time(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}" if at else "—"
