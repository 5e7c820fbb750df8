"""Values that a reviewer puts in the place of those that were read, held against the model."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_type_hints

from graph.errors import QueryMisused
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import NodeKind, RelationshipKind
from graph.rows import Properties
from graph.stated import encoded
from graph.taxonomy import taxonomy

UNCORRECTABLE = frozenset({"id", "key", "visibility", "sources", "evidence", "verified_on", "differs", "placed_in"})
"""What makes a fact the one it is, or is kept by the program: reject the evidence instead."""


def corrections_of(label: str, values: Mapping[str, str]) -> Properties:
    """Values in words as properties of a kind, as JSON can hold them; an empty text means that the source says nothing.

    Raises:
        QueryMisused: a property that the kind does not have or that cannot be corrected, or a value that does not fit.
    """
    return encoded({name: _value(label, name, text) for name, text in values.items()})


def correctable(label: str) -> dict[str, Any]:
    """Property of a kind that a correction may change → its type."""
    kind = _kind(label)
    hints = get_type_hints(kind)
    fixed = UNCORRECTABLE | set(getattr(kind, "qualifier", ())) | {"start", "end"}
    return {item.name: hints[item.name] for item in fields(kind) if "description" in item.metadata and item.name not in fixed}


def _kind(label: str) -> NodeKind | RelationshipKind:
    return node_kinds().get(label) or relationship_kinds()[label]


def _value(label: str, name: str, text: str) -> Any:
    if name == "codes" and label in {"Organization", "Service", "Need"}:
        return _codes(label, text)
    allowed = correctable(label)
    if name not in allowed:
        raise QueryMisused("not_correctable", name=name, kind=label, known=", ".join(sorted(allowed)))
    if not text:
        return None
    types = {one for one in (get_args(allowed[name]) or (allowed[name],)) if one not in {type(None), Ellipsis}}
    if text_is_many := str(allowed[name]).startswith("tuple"):
        types = {tuple}
    try:
        if text_is_many:
            return [int(one) if int in get_args(allowed[name]) else one for one in _several(text)]
        return _one(text, types)
    except (ValueError, KeyError) as reason:
        raise QueryMisused("parameter_not_of_type", name=name, value=text, type=_named(types)) from reason


def _one(text: str, types: set[Any]) -> Any:
    if date in types:
        return date.fromisoformat(text)
    if bool in types:
        return {"true": True, "false": False}[text.lower()]
    if int in types:
        return int(text)
    return float(text) if float in types else text


def _codes(label: str, text: str) -> list[str]:
    codes = taxonomy()
    known = {"Organization": codes.actor_types, "Service": codes.service_categories, "Need": codes.need_categories}[label]
    found = _several(text)
    if unknown := [one for one in found if one not in known]:
        raise QueryMisused("unknown_code", code=unknown[0], known=", ".join(known))
    return sorted(found)


def _several(text: str) -> list[str]:
    return [one.strip() for one in text.replace("、", ",").split(",") if one.strip()]


def _named(types: set[Any]) -> str:
    return "date" if date in types else "true / false" if bool in types else "number"
