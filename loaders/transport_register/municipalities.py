"""The municipalities that a row names: those it serves, and the one in which its body has its address."""

import re
from functools import cache

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.identity import normalised
from loaders.transport_register.row import Row

_SEPARATORS = re.compile(r"[;；、,，/／\n]")
_COUNTY = re.compile(r"^[^郡]{1,4}郡(?=.)")


def prefecture_of(row: Row) -> CodedArea | None:
    """The prefecture in column pref; None where the row names none.

    Raises:
        RecordRejected: there is no such prefecture.
    """
    if (name := row.text("pref")) is None:
        return None
    found = tuple(one for one in area_index().find(name) if one.area.level == "prefecture")
    if not found:
        raise RecordRejected("unknown_area", row.place_of("pref"), name=name)
    return found[0]


@cache
def municipalities_of(prefecture: CodedArea) -> tuple[CodedArea, ...]:
    """The present municipalities of a prefecture, by code."""
    return tuple(
        one
        for one in area_index().by_code.values()
        if one.area.level == "municipality" and one.parent_code == prefecture.area.code and one.area.until is None
    )


def served(row: Row, prefecture: CodedArea | None) -> tuple[CodedArea, ...]:
    """The areas in column service_area_municipalities, in the order of the cell, each once.

    Raises:
        RecordRejected: there is no name (missing_value), or one is no municipality (unknown_area) or that of several
            (ambiguous_area).
    """
    column = "service_area_municipalities"
    row.required(column)
    names = [name.strip() for name in _SEPARATORS.split(row.cell(column)) if name.strip()]
    if not names:
        raise RecordRejected("missing_value", row.place_of(column), column=column)
    return tuple(dict.fromkeys(_named(name, prefecture, row.place_of(column)) for name in names))


def _named(name: str, prefecture: CodedArea | None, place: str) -> CodedArea:
    index = area_index()
    within = index.prefecture_of(full[0]) if (full := _in_full(name)) else prefecture
    found = full or tuple(
        one
        for text in dict.fromkeys((normalised(name), without_county(name, within)))
        for one in index.find(f"{within.full_name}{text}" if within else text)
        if one.area.level != "prefecture"
    )
    if not found:
        raise RecordRejected("unknown_area", place, name=name)
    if len(found) > 1:
        raise RecordRejected("ambiguous_area", place, name=name, candidates="、".join(one.full_name for one in found))
    return found[0]


def _in_full(name: str) -> tuple[CodedArea, ...]:
    """The area whose name stands there with its prefecture (and 郡)."""
    plain = normalised(name)
    for prefecture in area_index().prefectures():
        if plain.startswith(prefecture.full_name) and plain != prefecture.full_name:
            return area_index().find(prefecture.full_name + without_county(plain, prefecture)) or area_index().find(plain)
    return ()


def without_county(text: str, prefecture: CodedArea | None) -> str:
    """The text, normalised, without the prefecture and the 郡 at its beginning."""
    plain = normalised(text)
    if prefecture:
        plain = plain.removeprefix(prefecture.full_name)
    return _COUNTY.sub("", plain)


def municipality_of_address(address: str, prefecture: CodedArea | None) -> CodedArea | None:
    """The municipality in which an address lies; the prefecture is that of the address, else that of the row.

    None where the beginning of the address names no municipality: nothing is guessed.
    """
    plain = normalised(address)
    named = next((one for one in area_index().prefectures() if plain.startswith(one.full_name)), prefecture)
    if named is None:
        return None
    for text in (plain.removeprefix(named.full_name), without_county(plain, named)):
        found = [one for one in municipalities_of(named) if text.startswith(normalised(one.area.name))]
        if found:
            return max(found, key=lambda one: len(one.area.name))
    return None
