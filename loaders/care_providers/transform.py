"""Rows of the register → offices, services, corporations, and what could not be taken."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Fact
from graph.places import Place
from loaders.care_providers.read import SOURCE
from loaders.care_services.entries import entry_of
from loaders.care_services.kinds import CareKind, kind_of
from loaders.care_services.places import place_of
from loaders.care_services.scopes import is_national, places_spoken_of, scopes_of
from loaders.care_services.statements import Statements
from loaders.contract import Outcome, Problem, Streamed
from loaders.tables.row import Row
from loaders.tables.table import Table

Told = TypeVar("Told")

SEVERAL = "複数"
NATION = "全国"
BEYOND_ANY_REGION = 10
"""Prefectures of a file of one kind from which on it is called national: the largest region has nine, and the file of a rare
kind, which never has 40, has to keep its name when an office opens in another prefecture."""


def transform_offices(table: Table) -> Streamed:
    """Every row becomes facts or one refusal; the table is gone through once before, for what it speaks of."""
    areas, kinds = _spoken_of(table)

    def outcomes() -> Iterator[Outcome]:
        return table.outcomes(_Taking().take)

    return Streamed(dataset=_dataset(areas, kinds), outcomes=outcomes, notices=table.notices(), expected=table.expected)


class _Taking:
    """Takes rows of one table; remembers which services it has."""

    def __init__(self) -> None:
        self._statements = Statements(SOURCE)
        self._first: dict[int, int] = {}
        """Hash of office and kind → row in which it stood first."""

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        kind = _kind(row)
        row.required("office_number")
        entry, warnings = entry_of(row, (kind,), place_of(row))
        first = self._first.setdefault(hash((entry.number, kind.key)), row.number)
        if first != row.number:
            raise RecordRejected("duplicate_row", row.place, first=Place.of(row=first))
        return self._statements.facts_of(entry), warnings


def _spoken_of(table: Table) -> tuple[set[CodedArea], set[CareKind]]:
    """The areas and kinds that occur; a row that names none is refused later."""
    places: dict[tuple[str, ...], Row] = {}
    named: dict[tuple[str, ...], Row] = {}
    for row in table.rows():
        places.setdefault(tuple(row.cell(key) for key in ("area_code", "prefecture", "municipality")), row)
        named.setdefault(tuple(row.cell(key) for key in ("kind", "kind_code")), row)
    return set(_told(places.values(), place_of)), set(_told(named.values(), _kind))


def _told(rows: Iterable[Row], tell: Callable[[Row], Told]) -> Iterator[Told]:
    """What rows tell, as far as they tell it."""
    for row in rows:
        try:
            yield tell(row)
        except RecordRejected:
            continue


def _kind(row: Row) -> CareKind:
    return kind_of(row.required("kind"), row.text("kind_code"))


def _dataset(areas: set[CodedArea], kinds: set[CareKind]) -> Dataset:
    kind = next(iter(kinds)).name if len(kinds) == 1 else SEVERAL
    where = _where(areas, of_one_kind=len(kinds) == 1)
    return Dataset(
        name=f"{SOURCE}/{kind}/{where}",
        title=f"介護サービス情報公表システム オープンデータ（{kind if len(kinds) == 1 else '複数のサービス'}、{where.replace('+', '・')}）",
        scopes=scopes_of(places_spoken_of(areas), kinds),
    )


def _where(areas: set[CodedArea], *, of_one_kind: bool) -> str:
    """The narrowest name that all areas share: one ward, one municipality, else the prefectures."""
    index = area_index()
    for places in (areas, {index.municipality_of(one) for one in areas}):
        if len(places) == 1:
            return next(iter(places)).full_name
    prefectures = sorted({index.prefecture_of(one) for one in areas}, key=lambda one: one.area.code or "")
    national = is_national(prefectures) or (of_one_kind and len(prefectures) >= BEYOND_ANY_REGION)
    return NATION if national else "+".join(one.area.name for one in prefectures)
