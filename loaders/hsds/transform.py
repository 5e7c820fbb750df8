"""The tables of HSDS → a dataset and its records."""

from collections.abc import Iterable
from datetime import date

from graph.areas import CodedArea, area_index
from graph.errors import LoadStopped
from graph.facts import Dataset, Scope
from graph.model.joining import BETWEEN_BODIES
from loaders.contract import Streamed
from loaders.hsds.cells import value
from loaders.hsds.directory import TABLES, Directory
from loaders.hsds.dropped import dropped
from loaders.hsds.layout import ASSURED, RELATIONSHIPS
from loaders.hsds.offered import assured, day_in
from loaders.hsds.own_records import OwnRecords, coded_area_ids
from loaders.hsds.package import SOURCE, Package

SEATS = frozenset({"MEMBER_OF"})
TIES = frozenset(BETWEEN_BODIES)
KINDS = {
    "organization": "bodies",
    "service": "services",
    "x_needs": "needs",
    "x_programmes": "programmes",
    "program": "programmes",
    "x_observations": "observations",
}
"""Table → the kind of fact that it shows."""


def transform_package(package: Package) -> Streamed:
    """Every record, in the order of the tables.

    Raises:
        LoadStopped: there is no record at all.
    """
    if package.has_all_ties:
        return _own(package)
    if not any(package.rows(table) for table in TABLES):
        raise LoadStopped("no_hsds_records")
    directory = Directory(package, _named)
    areas = directory.areas()
    dataset = Dataset(
        name=directory.dataset,
        title=_titled(package, areas),
        licence=package.licence,
        as_of=_newest(package),
        scopes=_scopes(package, areas),
    )
    return Streamed(dataset=dataset, outcomes=directory.outcomes, notices=tuple(dropped(package)))


def _own(package: Package) -> Streamed:
    records = OwnRecords(package)
    rows = list(records.rows())
    if not rows:
        raise LoadStopped("no_hsds_records")
    areas = _areas_of(package)
    return Streamed(
        dataset=Dataset(
            name=_named(package, areas),
            title=_titled(package, areas),
            licence=package.licence,
            as_of=_day_of_all(package),
            scopes=_scopes(package, areas),
        ),
        outcomes=records.outcomes,
    )


def _areas_of(package: Package) -> tuple[CodedArea, ...]:
    """The municipalities that a package of ours speaks of, by code."""
    ids = {row.cell(column) for table in package.tables for row in package.rows(table) for column in ("x_placed_in", "placed_in")}
    ids |= {row.cell(column) for row in package.rows(RELATIONSHIPS) for column in ("start_id", "end_id")}
    found = {area_index().municipality_of(coded) for id_ in ids if (coded := coded_area_ids().get(id_))}
    return tuple(sorted(found, key=lambda one: one.area.code or ""))


def _named(package: Package, areas: Iterable[CodedArea]) -> str:
    """The dataset: the package's own name, else what it speaks of; a page of an answer is no version of another page."""
    name = package.name or "+".join(dict.fromkeys(one.full_name for one in _widest(areas)))
    return "/".join(part for part in (SOURCE, name, f"page {package.page}" if package.page else "") if part)


def _titled(package: Package, areas: Iterable[CodedArea]) -> str:
    return package.title or package.name or "HSDS" + "".join(f"（{one.full_name}）" for one in _widest(areas)[:1])


def _widest(areas: Iterable[CodedArea]) -> list[CodedArea]:
    """The one municipality, else the prefectures."""
    found = list(areas)
    return found if len(found) == 1 else list(dict.fromkeys(area_index().prefecture_of(one) for one in found))


def _scopes(package: Package, areas: Iterable[CodedArea]) -> tuple[Scope, ...]:
    """A directory gives examples: what is not in it may still be there."""
    kinds = {kind for table, kind in KINDS.items() if package.rows(table)}
    types = {row.cell("type") for row in package.rows(RELATIONSHIPS)}
    kinds |= ({"ties"} if types & TIES else set()) | ({"seats"} if types & SEATS else set())
    return tuple(Scope(area_id=one.area.id, kind=kind, coverage="examples") for one in areas for kind in sorted(kinds))


def _newest(package: Package) -> date | None:
    """The newest day on which something was checked or changed."""
    days = [assured(row) for row in package.rows("service")]
    days += [day_in(row.cell("last_action_date")) for row in package.rows("metadata") if row.cell("last_action_date")]
    days += [day_in(row.cell("last_modified")) for table in TABLES for row in package.rows(table) if row.cell("last_modified")]
    return max((day for day in days if day), default=None)


def _day_of_all(package: Package) -> date | None:
    """The newest day of a package of ours where every row says its own; else none, so that no row gets a day that it does not say."""
    days: list[date | None] = []
    for _, row in OwnRecords(package).rows():
        column = next((name for name in (ASSURED, f"x_{ASSURED}") if name in row.cells), ASSURED)
        try:
            days.append(value(row.cell(column), "date"))
        except ValueError:
            days.append(None)
    return max((day for day in days if day), default=None) if all(days) else None
