"""Property values as JSON: each comes back exactly as it was, with its type.

Texts, whole numbers, numbers, yes/no and lists of them are what JSON has for them; a day is `{"date": "2026-04-01"}`, and
the three numbers that JSON cannot write are `{"number": "NaN"}`, `"Infinity"` and `"-Infinity"`.
"""

import math
from datetime import date, datetime
from typing import Any

WHOLE_NUMBERS = range(-(2**63), 2**63)
"""What both engines can hold."""
UNWRITABLE_NUMBERS = ("NaN", "Infinity", "-Infinity")


class NotAValue(Exception):
    """Something that a property of the model cannot hold; the text says what it is."""


def encoded(value: Any) -> Any:
    """A property value as JSON.

    Raises:
        NotAValue: it is of a type that the format does not know.
    """
    if isinstance(value, list):
        return [_encoded_one(one) for one in value]
    return _encoded_one(value)


def decoded(value: Any) -> Any:
    """A property value as it was before `encoded`.

    Raises:
        NotAValue: no property is written so.
    """
    if not isinstance(value, list):
        return _decoded_one(value)
    found = [_decoded_one(one) for one in value]
    if len({type(one) for one in found}) > 1:
        raise NotAValue("a list of values of several types")
    return found


def _encoded_one(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else {"number": _name_of(value)}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"date": value.isoformat()}
    if isinstance(value, bool | str) or _is_whole_number(value):
        return value
    raise NotAValue(type(value).__name__)


def _is_whole_number(value: Any) -> bool:
    return isinstance(value, int) and value in WHOLE_NUMBERS


def _decoded_one(value: Any) -> Any:
    if isinstance(value, str):
        _refuse_half_characters(value)
        return value
    if isinstance(value, bool) or (isinstance(value, float) and math.isfinite(value)) or _is_whole_number(value):
        return value
    match value:
        case {"date": str(text), **rest} if not rest:
            return _day(text)
        case {"number": str(text), **rest} if not rest and text in UNWRITABLE_NUMBERS:
            return float(text)
    raise NotAValue(_shown(value))


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as reason:
        raise NotAValue(_shown({"date": text})) from reason
    if day.isoformat() != text:
        raise NotAValue(_shown({"date": text}))
    return day


def _refuse_half_characters(text: str) -> None:
    """JSON can escape half of a pair of surrogates; no database takes it."""
    try:
        text.encode()
    except UnicodeEncodeError as reason:
        raise NotAValue("a text with half a character") from reason


def _name_of(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - a line of a message
