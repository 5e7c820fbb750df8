"""What a query collects, in one order: the engines collect in different ones."""

from collections.abc import Mapping
from typing import Any


def in_order(value: Any) -> Any:
    """Lists sorted, maps by their id; without what is None in a map."""
    if isinstance(value, list):
        return sorted((in_order(item) for item in value), key=_sort_key)
    if isinstance(value, Mapping):
        return {key: in_order(item) for key, item in sorted(value.items()) if item is not None}
    return value


def _sort_key(value: Any) -> tuple[str, str]:
    if isinstance(value, Mapping):
        return str(value.get("id", "")), str(sorted(value.items(), key=str))
    return type(value).__name__, str(value)
