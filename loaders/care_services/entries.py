"""What a row of a register or list of care offices says: office, kinds of service, place, corporation."""

from dataclasses import dataclass

from graph.areas import CodedArea
from graph.errors import RecordRejected
from loaders.care_services.corporations import Corporation, corporation_of
from loaders.care_services.kinds import CareKind
from loaders.care_services.office_numbers import as_office_number
from loaders.contract import Problem
from loaders.tables.areas import renamed
from loaders.tables.numbers import as_count
from loaders.tables.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that can be taken."""

    row: Row
    number: str | None
    """事業所番号; None where a list gives none."""
    restored: tuple[str, ...]
    """The repair of the number, if it needed one."""
    name: str
    kinds: tuple[CareKind, ...]
    area: CodedArea
    corporation: Corporation | None
    address: str | None
    days: str | None
    capacity: int | None


def entry_of(row: Row, kinds: tuple[CareKind, ...], area: CodedArea) -> tuple[Entry, list[Problem]]:
    """A row of the columns that all sources of care offices share, with warnings.

    Raises:
        RecordRejected: a cell that is needed is empty or cannot be read.
    """
    name = row.required("name")
    warnings = renamed(row, "municipality", area) if area.renamed_from else []
    number, restored = _number(row, area, warnings)
    corporation, about_it = corporation_of(row, area)
    days = row.text("days")
    entry = Entry(
        row=row,
        number=number,
        restored=restored,
        name=name,
        kinds=kinds,
        area=area,
        corporation=corporation,
        address=row.text("address"),
        days=days.replace(",", "、").replace(";", "、") if days else None,
        capacity=_capacity(row, warnings),
    )
    return entry, warnings + about_it


def _number(row: Row, area: CodedArea, warnings: list[Problem]) -> tuple[str | None, tuple[str, ...]]:
    if (written := row.text("office_number")) is None:
        return None, ()
    try:
        number, restored = as_office_number(written, (area.area.code or "")[:2])
    except ValueError as error:
        raise RecordRejected("wrong_office_number", row.place_of("office_number"), value=written) from error
    if not restored:
        return number, ()
    values: dict[str, object] = {"value": written, "number": number}
    warnings.append(Problem(code="restored_office_number", place=row.place_of("office_number"), kind="warning", values=values))
    return number, (f"{written} → {number}",)


def _capacity(row: Row, warnings: list[Problem]) -> int | None:
    """定員; 0 says that it was not filled in: every second care home of the register has it."""
    if (written := row.text("capacity")) is None or written == "0":
        return None
    try:
        return as_count(written) or None
    except ValueError:
        warnings.append(Problem(code="unclear_capacity", place=row.place_of("capacity"), kind="warning", values={"value": written}))
        return None
