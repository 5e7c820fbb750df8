"""Lists in pages, and part of a name to look for: one wording and one order for every list of the API."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query

PER_PAGE = 100
MOST = 1_000

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many on this page.")]
LimitOrAll = Annotated[int | None, Query(ge=1, le=MOST, description="At most so many on this page; default: all.")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="So many are left out before the page begins.")]
NamePart = Annotated[str | None, Query(min_length=1, max_length=80, description="Part of a name, of its reading or of another name.")]
One = TypeVar("One")


def page(rows: Sequence[One], limit: int | None, offset: int) -> list[One]:
    """One page of a list."""
    return list(rows[offset:] if limit is None else rows[offset : offset + limit])


@dataclass(frozen=True)
class Leaf(Generic[One]):
    """One page of a list that is leafed through."""

    rows: list[One]
    number: int
    """From 1."""
    of: int
    """How many pages there are: one at least."""


def leaf(rows: Sequence[One], number: int, at_once: int) -> Leaf[One]:
    """The page of that number; one too far is the last, one before the first is the first."""
    of = max(1, -(-len(rows) // at_once))
    number = min(max(number, 1), of)
    return Leaf(page(rows, at_once, (number - 1) * at_once), number, of)


def named(rows: Sequence[Mapping[str, Any]], part: str | None) -> list[Mapping[str, Any]]:
    """The rows in whose name, reading or other names the part stands, whatever the width of its letters."""
    if part is None:
        return list(rows)
    wanted = _plain(part)
    return [row for row in rows if any(wanted in _plain(one) for one in _names(row))]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _names(row: Mapping[str, Any]) -> list[str]:
    return [one for one in (row["name"], row.get("kana"), *(row.get("aliases") or ())) if one]
