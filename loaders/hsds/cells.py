"""Values of the model as cells of a table, and back without loss: dates, numbers, truth, sets as JSON."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, get_type_hints

from graph.model.definitions import NodeKind, RelationshipKind, property_descriptions
from loaders.harmless import as_written, harmless

TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", date: "date"}
"""Type of a property → type of a column (Table Schema); a set is an array."""
KEPT = frozenset({"sources", "evidence", "verified_on", "differs"})
"""What writing keeps: no file states it."""


_PROPERTIES: dict[NodeKind | RelationshipKind, Mapping[str, str]] = {}


def properties_of(kind: NodeKind | RelationshipKind) -> Mapping[str, str]:
    """Property that a kind of thing states → type of its column."""
    if kind not in _PROPERTIES:
        hints = get_type_hints(kind)
        _PROPERTIES[kind] = {name: _type(hints[name]) for name in property_descriptions(kind) if name not in KEPT}
    return _PROPERTIES[kind]


def _type(hint: Any) -> str:
    parts = [part for part in getattr(hint, "__args__", ()) if part is not type(None) and part is not ...]
    if getattr(hint, "__origin__", None) is tuple:
        return "array"
    return TYPES[parts[0] if parts else hint]


def cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs; nothing is an empty cell, 0 is 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return json.dumps(list(value), ensure_ascii=False)
    return harmless(value) if isinstance(value, str) else str(value)


def value(text: str, type_: str) -> Any:
    """The value that `cell` made into this text; None for an empty one.

    Raises:
        ValueError: it is none of that type.
    """
    if not text:
        return None
    if type_ == "string":
        return as_written(text)
    if type_ == "boolean":
        return {"true": True, "false": False}[text.casefold()] if text.casefold() in {"true", "false"} else _no(text)
    if type_ == "date":
        return date.fromisoformat(text)
    if type_ == "array":
        listed = json.loads(text)
        return tuple(listed) if isinstance(listed, list) and all(isinstance(one, str | int) for one in listed) else _no(text)
    return int(text) if type_ == "integer" else float(text)


def _no(text: str) -> Any:
    raise ValueError(text)
