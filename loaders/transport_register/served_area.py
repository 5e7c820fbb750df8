"""Which part of a municipality a register names in words: 阿知須区域, 旧東和町に限る. A list of routes names none."""

import re
from collections.abc import Sequence

LONGEST_PART = 40
"""Characters; what is longer is an enumeration, which stays on the evidence."""

_ROUTES = re.compile(r"起点|終点|【路線】|路線名|停留所")
_WHOLE = re.compile(r"(?:の)?(?:市|町|村|区)?(?:内)?(?:の)?(?:全域|全区域|区域全域|一円|区域|内|域)?(?:とする)?")
_NARROWED = re.compile(r"除|限")
_ENUMERATION = re.compile(r"[(（][^()（）]*[)）]$")
_EDGES = " 　、,，;；・。"
_BEFORE_A_NAME = re.compile(r"(?:.{2,3}[都道府県])?(?:[^郡、,，;；]{1,4}郡)?")


def part_of(text: str, name: str, others: Sequence[str] = ()) -> str | None:
    """The part of the municipality `name` that a cell names; None for the whole of it and for a list of routes.

    Args:
        text: the cell service_area, without surrounding space.
        name: the municipality.
        others: further municipalities that the same row serves.
    """
    if not text or "\n" in text or _ROUTES.search(text):
        return None
    position = text.find(name)
    if position < 0:
        return None if others else _short(text)
    if not others and not _BEFORE_A_NAME.fullmatch(text[:position]):
        return _short(text)
    rest = text[position + len(name) :]
    ends = [rest.find(other) for other in others if other in rest]
    return _short(rest[: min(ends)] if ends else rest)


def _short(text: str) -> str | None:
    part = text.strip(_EDGES)
    if _ENUMERATION.fullmatch(part):
        part = part[1:-1]
    without_enumeration = _ENUMERATION.sub("", part)
    if not _NARROWED.search(part) and _WHOLE.fullmatch(without_enumeration):
        return None
    part = part if len(part) <= LONGEST_PART else without_enumeration
    part = re.sub(r"^の(?:うち)?", "", part).strip(_EDGES)
    return part if 0 < len(part) <= LONGEST_PART else None
