"""Kinds of fact, properties and values in words."""

from datetime import date
from typing import Any

from graph.messages import Messages
from graph.taxonomy import taxonomy


def kind_of_fact(label: str, words: Messages) -> str:
    """A main label or type in words."""
    return next((words(key) for key in (f"kind.{label}", f"tie.{label}") if words.knows(key)), label)


def property_named(name: str, words: Messages) -> str:
    """A property in words: valid_to is 登録の終わりの日."""
    return words(f"property.{name}") if words.knows(f"property.{name}") else name


def value_worded(name: str, value: Any, words: Messages) -> str:
    """The value of a property in words: codes by their names, days as text, nothing as 記載なし."""
    if value is None or value == []:
        return words("value.none")
    if isinstance(value, bool):
        return words("value.yes" if value else "value.no")
    if isinstance(value, list | tuple):
        return words("and").join(sorted(_one(name, one, words) for one in value))
    return _one(name, value, words)


def _one(name: str, value: Any, words: Messages) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if words.knows(f"value.{name}.{value}"):
        return words(f"value.{name}.{value}")
    codes = {"actor_types": taxonomy().actor_types, "codes": taxonomy().need_categories}.get(name, {})
    if entry := codes.get(str(value)):
        return entry.worded(words.language)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
