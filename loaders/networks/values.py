"""Values of the model as texts of a cell or an attribute, and back: exactly where they are our own, else as people write them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any, get_type_hints

from graph.model.definitions import NodeKind, RelationshipKind, Value, property_descriptions
from loaders.tables.dates import as_date
from loaders.tables.numbers import as_count, as_number

SEPARATOR = "|"
"""Between the values of a set: Kumu shows them as several."""
YES = frozenset({"true", "1", "yes", "はい", "有", "○", "〇"})
NO = frozenset({"false", "0", "no", "いいえ", "無", "×"})
KEPT = frozenset({"key", "name", "visibility", "verified_on", "sources", "evidence", "differs", "placed_in"})
"""Kept by the program, or read by a rule of its own."""

Parser = Callable[[str], Value]


def text_of(value: Any) -> str:
    """A value as a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return SEPARATOR.join(re.sub(r"([\\|])", r"\\\1", text_of(one)) for one in value)
    return str(value)


def parts_of(text: str) -> tuple[str, ...]:
    """The values of a set."""
    parts = re.findall(r"((?:\\.|[^\\|])+)", text, re.DOTALL)
    return tuple(plain for part in parts if (plain := re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL)))


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that a cell lists, sorted, however they are separated."""
    return tuple(sorted({part for part in re.split(r"[|;；、,，\s]+", text) if part}))


def parsers(kind: NodeKind | RelationshipKind) -> Mapping[str, Parser]:
    """Name → what reads it, of every property that a file may state."""
    return {name: _PARSERS[type_] for name, type_ in types(kind).items() if name not in KEPT}


def types_of(hint: Any) -> str:
    """A declared type in one word: str, int, float, bool, date, strings or integers."""
    text = str(hint)
    if text.startswith("tuple["):
        return "integers" if "int" in text else "strings"
    return next(name for name in ("float", "bool", "date", "int", "str") if name in text.replace("datetime.date", "date"))


def types(kind: NodeKind | RelationshipKind) -> Mapping[str, str]:
    """Name → type of every declared property."""
    if kind not in _TYPES:
        hints = get_type_hints(kind)
        _TYPES[kind] = {name: types_of(hints[name]) for name in property_descriptions(kind)}
    return _TYPES[kind]


_TYPES: dict[NodeKind | RelationshipKind, Mapping[str, str]] = {}
"""Read once for each kind."""


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"-?\d+", text) else as_count(text)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return as_number(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _yes_or_no(text: str) -> bool:
    plain = text.strip().casefold()
    if plain in YES:
        return True
    if plain in NO:
        return False
    raise ValueError(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return as_date(text)


def _integers(text: str) -> tuple[int, ...]:
    return tuple(_whole(part.strip()) for part in parts_of(text))


_PARSERS: Mapping[str, Parser] = {
    "str": str,
    "int": _whole,
    "float": _number,
    "bool": _yes_or_no,
    "date": _day,
    "strings": parts_of,
    "integers": _integers,
}
