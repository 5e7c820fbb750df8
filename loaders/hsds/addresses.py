"""Where the locations of a directory lie: the municipality or ward of each address, or why it names none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.areas import CodedArea, area_index
from graph.places import Place
from loaders.contract import Problem
from loaders.hsds.package import Package
from loaders.people.houses import masked
from loaders.tables.areas import Unresolved, area_of_address, prefecture_called, renamed, resolved
from loaders.tables.row import Row

LINES = ("address_1", "address_2")
NOT_THERE = frozenset({"virtual", "postal"})
"""Kinds of location at which nobody is met."""


@dataclass(frozen=True, kw_only=True)
class Address:
    """One address of a location."""

    row: Row
    area: CodedArea | None
    text: str
    """In one line, from the prefecture on."""
    problems: tuple[Problem, ...] = ()
    """Warnings: why it names no area, or that the area is called otherwise today."""


class Locations:
    """Every location with its addresses."""

    def __init__(self, package: Package) -> None:
        self.addresses = {id_: tuple(_read(row) for row in rows) for id_, rows in package.rows_by("address", "location_id").items()}
        self.rows = {row.cell("id").strip(): row for row in package.rows("location")}
        self._of_body = package.rows_by("location", "organization_id")

    def of(self, location_id: str) -> tuple[Address, ...]:
        """The addresses of a location where people meet; none of a virtual one."""
        row = self.rows.get(location_id)
        if row is not None and row.cell("location_type").strip() in NOT_THERE:
            return ()
        return self.addresses.get(location_id, ())

    def of_body(self, organization_id: str) -> tuple[Address, ...]:
        """The addresses of a body's locations, its postal ones too."""
        return tuple(self._of_body_all(organization_id))

    def _of_body_all(self, organization_id: str) -> Iterator[Address]:
        for row in self._of_body.get(organization_id, ()):
            yield from self.addresses.get(row.cell("id").strip(), ())


def without_persons(row: Row) -> Row:
    """The row of an address with the names of hosts masked: 5番地 ○○方."""
    return replace(row, cells=dict(row.cells) | {name: masked(row.cell(name)) for name in LINES if row.cell(name)})


def _read(row: Row) -> Address:
    row = without_persons(row)
    found = _area(row)
    lines = " ".join(text for name in LINES if (text := row.text(name)))
    if isinstance(found, Problem):
        before = "".join(text for name in ("state_province", "city") if (text := row.text(name)) and not lines.startswith(text))
        return Address(row=row, area=None, text=before + lines, problems=(found,))
    area, column = found
    begins = area_of_address(lines, area_index().prefecture_of(area).full_name)
    whole = lines if begins and _is_within(begins, area) else area_index().municipality_of(area).full_name + _ward(area, lines) + lines
    prefecture = area_index().prefecture_of(area).full_name
    text = whole if whole.startswith(prefecture) else prefecture + whole
    return Address(row=row, area=area, text=text, problems=tuple(renamed(row, column, area)))


def _area(row: Row) -> tuple[CodedArea, str] | Problem:
    """The area and the column that names it, or the warning that none is named."""
    state, city, line = (row.text(name) for name in ("state_province", "city", "address_1"))
    prefecture = prefecture_called(state) if state else None
    if state and prefecture is None:
        return _unresolved(row.place_of("state_province"), Unresolved(code="unknown_area", values=(("name", state), ("nearest", "—"))))
    within = prefecture.full_name if prefecture else None
    if city is None:
        found = area_of_address(line, within) if line else None
        named = line or "—"
        return (found, "address_1") if found else _unresolved(row.place_of("address_1"), _unknown(named))
    named_city = resolved(city, within)
    if isinstance(named_city, Unresolved):
        return _unresolved(row.place_of("city"), named_city)
    if named_city.area.level == "prefecture":
        return _unresolved(row.place_of("city"), _unknown(city))
    for rest in (row.text("region"), line):
        deeper = area_of_address(named_city.full_name + rest, None) if rest else None
        if deeper and deeper != named_city and _is_within(deeper, named_city):
            return deeper, "city"
    return named_city, "city"


def _is_within(area: CodedArea, other: CodedArea) -> bool:
    return area == other or area_index().municipality_of(area) == area_index().municipality_of(other)


def _ward(area: CodedArea, lines: str) -> str:
    ward = area.area.name if area.area.level == "ward" else ""
    return "" if lines.startswith(ward) else ward


def _unknown(name: str) -> Unresolved:
    return Unresolved(code="unknown_area", values=(("name", name), ("nearest", "、".join(area_index().nearest(name)) or "—")))


def _unresolved(place: Place, why: Unresolved) -> Problem:
    return Problem(code=why.code, place=place, kind="warning", values=dict(why.values))
