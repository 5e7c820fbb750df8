"""Rows of a published table → facts, each kind of table by its own rules."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Fact, Scope
from graph.places import Place
from loaders.care_services.entries import entry_of
from loaders.care_services.kinds import CareKind, kind_of
from loaders.care_services.scopes import scopes_of
from loaders.care_services.statements import Statements
from loaders.contract import Outcome, Problem, Streamed
from loaders.municipal_open_data.events import event, row_key
from loaders.municipal_open_data.institutions import MEDICAL_BODY, institution
from loaders.municipal_open_data.kinds import CARE, CHILDCARE, EVENTS, FACILITIES, MEDICAL, POPULATION, Kind
from loaders.municipal_open_data.located import located
from loaders.municipal_open_data.population import INDICATORS, day_of, population
from loaders.municipal_open_data.read import SOURCE, Published
from loaders.tables.row import Row
from loaders.tables.table import Take

Taken = tuple[Iterable[Fact], Iterable[Problem]]

FEW = 10
"""Municipalities that the name of a dataset lists; a file of more is that of its prefectures."""

SERVICES_IN_A_CELL = re.compile(r"[;；、,，/／\n]")
"""What stands between kinds of care in one cell; ・ is part of 定期巡回・随時対応型訪問介護看護."""


def transform_published(published: Published) -> Streamed:
    """Every row becomes facts or one refusal; the table is gone through once before, for what it speaks of."""
    table = published.table
    dataset = _dataset(published)

    def outcomes() -> Iterator[Outcome]:
        return table.outcomes(_refusing_doubles(_TAKE[published.kind.name](dataset.name), _identity(published.kind)))

    return Streamed(dataset=dataset, outcomes=outcomes, notices=table.notices(), expected=table.expected)


def _refusing_doubles(take: Take, identity: Callable[[Row], Hashable]) -> Take:
    """Take a row unless an earlier one that was taken is about the same."""
    first: dict[Hashable, int] = {}

    def taken(row: Row) -> Taken:
        made = take(row)
        at = first.setdefault(identity(row), row.number)
        if at != row.number:
            raise RecordRejected("duplicate_row", row.place, first=Place.of(row=at))
        return made

    return taken


def _identity(kind: Kind) -> Callable[[Row], Hashable]:
    if kind is EVENTS:
        return row_key
    keys = (
        ("locality", "measured_on", "municipality", "area_code")
        if kind is POPULATION
        else ("name", "address", "kind", "form", "office_number")
    )
    return lambda row: tuple(row.cell(key).strip() for key in keys)


def _care(_: str) -> Take:
    statements = Statements(SOURCE)

    def take(row: Row) -> Taken:
        kinds = _kinds_in(row)
        entry, warnings = entry_of(row, kinds, located(row))
        return statements.facts_of(entry), warnings

    return take


def _kinds_in(row: Row) -> tuple[CareKind, ...]:
    row.required("kind")
    return tuple(dict.fromkeys(kind_of(part.strip()) for part in SERVICES_IN_A_CELL.split(row.cell("kind")) if part.strip()))


_TAKE: dict[str, Callable[[str], Take]] = {
    FACILITIES.name: lambda _: lambda row: institution(row, municipal=True),
    MEDICAL.name: lambda _: lambda row: institution(row, always=(MEDICAL_BODY,)),
    CHILDCARE.name: lambda _: institution,
    CARE.name: _care,
    EVENTS.name: lambda dataset: lambda row: event(row, dataset),
    POPULATION.name: lambda dataset: lambda row: population(row, dataset),
}
"""Kind of table → what takes a row of it, for one pass over a table of a dataset."""


def _dataset(published: Published) -> Dataset:
    kind = published.kind
    areas: set[CodedArea] = set()
    care: set[CareKind] = set()
    days: set[date] = set()
    for row in published.table.rows():
        try:
            areas.add(located(row))
            care.update(_kinds_in(row) if kind is CARE else ())
        except RecordRejected:
            continue
        if kind is POPULATION and (day := day_of(row)):
            days.add(day)
    places = sorted({area_index().municipality_of(one) for one in areas}, key=lambda one: one.area.code or "")
    where = _where(places)
    return Dataset(
        name=f"{SOURCE}/{kind.name}/{where}",
        title=f"{kind.name}（{where.replace('+', '・')}）",
        as_of=max(days, default=None),
        scopes=_scopes(kind, places, care),
    )


def _where(places: list[CodedArea]) -> str:
    if len(places) <= FEW:
        return "+".join(one.full_name for one in places)
    prefectures = sorted({area_index().prefecture_of(one) for one in places}, key=lambda one: one.area.code or "")
    return "+".join(one.full_name for one in prefectures)


def _scopes(kind: Kind, places: list[CodedArea], care: set[CareKind]) -> tuple[Scope, ...]:
    """A list of care offices speaks in full of its kinds, a table of population of its indicators; the others give examples."""
    if kind is CARE:
        return scopes_of(places, care)
    if kind is POPULATION:
        return tuple(Scope(area_id=one.area.id, kind="observations", coverage="exhaustive", categories=INDICATORS) for one in places)
    kinds = ("services", "bodies") if kind is EVENTS else ("bodies",)
    return tuple(Scope(area_id=one.area.id, kind=of, coverage="examples") for one in places for of in kinds)
