"""Where a record places its thing: an area that the file itself states, or one with a code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from loaders.networks.cells import reference_of
from loaders.tables.areas import area_in
from loaders.tables.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An area, and how it is known."""

    id: str
    code: str | None = None
    by_row: bool = True
    """Whether a cell of the record names it; else the identity that our own file carries."""


def place_of_row(row: Row, areas: Mapping[str, str]) -> Placed:
    """The area that a record names.

    Args:
        row: the record.
        areas: name → id of the areas that the file itself lists.

    Raises:
        RecordRejected: missing_area, or as for `area_in`.
    """
    if row.text("area") is None:
        raise RecordRejected("missing_area", row.place)
    if (own := areas.get(reference_of(row, "area"))) is not None:
        coded = coded_area(own)
        return Placed(id=own, code=coded.area.code if coded else None)
    found = area_in(row, "area", prefecture=row.text("prefecture"))
    return Placed(id=found.area.id, code=found.area.code)


def coded_area(id_: str) -> CodedArea | None:
    """The area of the code table that has an id; None for every other id."""
    return _by_id().get(id_)


@cache
def _by_id() -> Mapping[str, CodedArea]:
    return {coded.area.id: coded for coded in area_index().by_code.values()}
