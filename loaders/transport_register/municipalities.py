"""The municipalities that a row names: those it serves, and the one in which its body has its address."""

import re

from graph.areas import CodedArea, area_index
from graph.errors import AreaNotResolved, RecordRejected
from loaders.transport_register.row import Row

_SEPARATORS = re.compile(r"[;；、,，/／\n]")


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


def served(row: Row, prefecture: CodedArea | None) -> tuple[CodedArea, ...]:
    """The areas in column service_area_municipalities, in the order of the cell, each once.

    Raises:
        RecordRejected: there is no name (missing_value), or one is no municipality (unknown_area), that of several
            (ambiguous_area) or a mistyped code (wrong_area_code).
    """
    column = "service_area_municipalities"
    row.required(column)
    names = [name.strip() for name in _SEPARATORS.split(row.cell(column)) if name.strip()]
    if not names:
        raise RecordRejected("missing_value", row.place_of(column), column=column)
    return tuple(dict.fromkeys(_named(name, prefecture, row.place_of(column)) for name in names))


def _named(name: str, prefecture: CodedArea | None, place: str) -> CodedArea:
    try:
        found = area_index().resolve(name, prefecture=prefecture.full_name if prefecture else None)
    except AreaNotResolved as refused:
        if refused.key == "area_ambiguous":
            raise RecordRejected("ambiguous_area", place, name=name, candidates=refused.values["candidates"]) from refused
        if refused.key == "area_code_check_digit":
            values = {key: refused.values[key] for key in ("right", "area")}
            raise RecordRejected("wrong_area_code", place, name=name, **values) from refused
        raise RecordRejected("unknown_area", place, name=name) from refused
    if found.area.level == "prefecture":
        raise RecordRejected("unknown_area", place, name=name)
    return found


def municipality_of_address(address: str, prefecture: CodedArea | None) -> CodedArea | None:
    """The municipality in which an address lies; the prefecture is that of the address, else that of the row.

    None where the beginning of the address names no municipality: nothing is guessed.
    """
    found = area_index().municipality_in_text(address, prefecture=prefecture.full_name if prefecture else None)
    return area_index().municipality_of(found) if found else None
