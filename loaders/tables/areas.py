"""Areas that a row names: by code, by prefecture and name, by the beginning of an address. None is guessed."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.areas import CodedArea, area_index
from graph.errors import AreaNotResolved, RecordRejected
from loaders.contract import Problem
from loaders.tables.row import Row

MEMORY = 8_192
"""Texts of which the answer is remembered: a national register has hundreds of thousands."""


@dataclass(frozen=True, kw_only=True)
class Unresolved:
    """Why a text names no single area."""

    code: str
    values: tuple[tuple[str, object], ...]


@lru_cache(maxsize=MEMORY)
def resolved(text: str, prefecture: str | None) -> CodedArea | Unresolved:
    """The one area that a text means within a prefecture; a register names the same few a hundred thousand times."""
    try:
        found = area_index().resolve(text, prefecture=prefecture)
    except AreaNotResolved as refused:
        if refused.key == "area_ambiguous":
            return Unresolved(code="ambiguous_area", values=(("name", text), ("candidates", refused.values["candidates"])))
        if refused.key == "area_code_check_digit":
            known = tuple((key, refused.values[key]) for key in ("right", "area"))
            return Unresolved(code="wrong_area_code", values=(("name", text), *known))
        return Unresolved(code="unknown_area", values=(("name", text), ("nearest", refused.values.get("nearest", "—"))))
    return found


def area_in(row: Row, key: str, *, prefecture: str | None = None) -> CodedArea:
    """The area that a cell names.

    Raises:
        RecordRejected: there is none (missing_value, unknown_area), it means several (ambiguous_area, with the candidates), or
            a code is mistyped (wrong_area_code).
    """
    found = resolved(row.required(key), prefecture)
    if isinstance(found, Unresolved):
        raise RecordRejected(found.code, row.place_of(key), **dict(found.values))
    return found


@lru_cache(maxsize=MEMORY)
def area_of_address(address: str, prefecture: str | None) -> CodedArea | None:
    """The municipality or ward in which an address lies; None where its beginning names none."""
    return area_index().municipality_in_text(address, prefecture=prefecture)


@cache
def prefecture_called(text: str) -> CodedArea | None:
    """The prefecture of a name or code; None where there is none."""
    try:
        return area_index().prefecture_called(text)
    except AreaNotResolved:
        return None


def renamed(row: Row, key: str, area: CodedArea) -> list[Problem]:
    """The warning that a place is called otherwise today; none where it is not."""
    old = area.renamed_from
    if old is None:
        return []
    values: dict[str, object] = {"old": old.old_name, "area": area.full_name, "changed_on": str(old.changed_on)}
    return [Problem(code="renamed_area", place=row.place_of(key), kind="warning", values=values)]


def several(text: str) -> list[str]:
    """The names in a cell that lists several: 松江市、出雲市; 松江市・出雲市; one a line."""
    return [name for part in re.split(r"[;；、,，/／・\n]", text) if (name := part.strip())]
