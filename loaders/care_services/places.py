"""The municipality or ward of a row: by its code, else by its names; refused where the two contradict each other."""

from dataclasses import dataclass
from functools import lru_cache

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.identity import normalised
from loaders.tables.areas import Unresolved, resolved
from loaders.tables.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlace:
    """Why a row names no single municipality, and in which column it should."""

    column: str
    code: str
    values: tuple[tuple[str, object], ...] = ()


def place_of(row: Row) -> CodedArea:
    """The municipality or ward that a row names in its columns area_code, prefecture and municipality.

    Raises:
        RecordRejected: missing_value, unknown_area, ambiguous_area, wrong_area_code, or code_and_name_differ.
    """
    found = placed(row.text("area_code"), row.text("prefecture"), row.text("municipality"))
    if isinstance(found, NoPlace):
        values = dict(found.values) or {"column": row.heading.head(found.column)}
        raise RecordRejected(found.code, row.place_of(found.column), **values)
    return found


@lru_cache(maxsize=16_384)
def placed(code: str | None, prefecture: str | None, municipality: str | None) -> CodedArea | NoPlace:
    """The same for the texts of a row: a register repeats the same few a hundred thousand times."""
    if code is None:
        return _by_name(prefecture, municipality)
    found = resolved(code, None)
    if isinstance(found, Unresolved):
        return NoPlace(column="area_code", code=found.code, values=found.values)
    if found.area.level == "prefecture":
        return _by_name(found.full_name, municipality)
    return _agreeing(found, code, municipality)


def _agreeing(coded: CodedArea, code: str, name: str | None) -> CodedArea | NoPlace:
    """What a code and a name mean together: the narrower of a city and its ward; none where they contradict each other."""
    if name is None or coded.full_name.endswith(normalised(name)):
        return coded
    index = area_index()
    named = resolved(name, index.prefecture_of(coded).full_name)
    if isinstance(named, Unresolved) or named in {coded, index.municipality_of(coded)}:
        return coded
    if index.municipality_of(named) == coded:
        return named
    return NoPlace(column="area_code", code="code_and_name_differ", values=(("code", code), ("area", coded.full_name), ("name", name)))


def _by_name(prefecture: str | None, municipality: str | None) -> CodedArea | NoPlace:
    if municipality is None:
        return NoPlace(column="municipality", code="missing_value")
    found = resolved(municipality, prefecture)
    if isinstance(found, Unresolved):
        return NoPlace(column="municipality", code=found.code, values=found.values)
    if found.area.level == "prefecture":
        return NoPlace(column="municipality", code="unknown_area", values=(("name", municipality), ("nearest", "—")))
    return found
