"""Rows of a register → bodies, services, the areas they serve, and what could not be taken."""

from datetime import date

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Scope
from graph.identity import normalised, registered_service_key
from loaders.contract import Problem, Transformed
from loaders.gathered import Gathered
from loaders.tables.dates import as_date
from loaders.transport_register.bodies import Body, body_of
from loaders.transport_register.municipalities import prefecture_of, served
from loaders.transport_register.read import Record, Register
from loaders.transport_register.row import Row
from loaders.transport_register.statements import Entry, facts_of, unclear_cells

CATEGORY = "WELFTRANS"


def transform_register(register: Register, file: str) -> Transformed:
    """Every row becomes facts or one refusal; the order is that of the table."""
    prefectures = _prefectures(register.records, file)
    dataset = _dataset(prefectures)
    gathered = Gathered()
    taken: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    first_places: dict[str, str] = {}
    for record in register.records:
        row = Row(record=record, file=file)
        try:
            entry = _entry(row, dataset.name)
            _refuse_twice(entry, first_places)
        except RecordRejected as refused:
            values = {name: value for name, value in refused.values.items() if name != "place"}
            problems.append(Problem(code=refused.key, place=refused.place, values=values))
            continue
        first_places[entry.service_key] = row.place
        taken[row.place] = gathered.add(facts_of(entry))
        problems.extend(unclear_cells(entry))
    return Transformed(dataset=dataset, facts=gathered.facts(), rows_in=len(register.records), taken=taken, problems=tuple(problems))


def _entry(row: Row, dataset: str) -> Entry:
    """What a row says.

    Raises:
        RecordRejected: it lacks a value, names an unknown area, or its dates cannot be.
    """
    if row.record.surplus:
        raise RecordRejected("surplus_cells", row.place, count=row.record.surplus)
    number = row.required("registration_no")
    row.required("transport_type")
    name = row.required("org_name")
    prefecture = prefecture_of(row)
    areas = served(row, prefecture)
    valid_from, valid_to = _date(row, "valid_from"), _date(row, "valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        raise RecordRejected("ends_before_it_begins", row.place_of("valid_to"), valid_from=str(valid_from), valid_to=str(valid_to))
    body: Body = body_of(row, areas, prefecture)
    return Entry(
        row=row,
        body=body,
        areas=areas,
        service_key=registered_service_key(dataset, f"{normalised(number)}|{normalised(name)}"),
        category=CATEGORY,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _date(row: Row, column: str) -> date | None:
    if (text := row.text(column)) is None:
        return None
    try:
        return as_date(text)
    except ValueError as error:
        raise RecordRejected("unreadable_date", row.place_of(column), value=text) from error


def _refuse_twice(entry: Entry, first_places: dict[str, str]) -> None:
    if first := first_places.get(entry.service_key):
        raise RecordRejected("duplicate_row", entry.row.place, first=first)


def _prefectures(records: tuple[Record, ...], file: str) -> tuple[CodedArea, ...]:
    """The prefectures that the rows name, by code; a row with an unknown one is refused later."""
    found: set[CodedArea] = set()
    for record in records:
        try:
            prefecture = prefecture_of(Row(record=record, file=file))
        except RecordRejected:
            continue
        if prefecture:
            found.add(prefecture)
    return tuple(sorted(found, key=lambda one: one.area.code or ""))


def _dataset(prefectures: tuple[CodedArea, ...]) -> Dataset:
    """A register speaks of all registered transport of its prefectures, and only names the bodies that do it."""
    names = [one.area.name for one in prefectures]
    scopes = [
        scope
        for prefecture in prefectures
        for municipality in area_index().municipalities_of(prefecture)
        for scope in (
            Scope(area_id=municipality.area.id, kind="services", coverage="exhaustive", categories=(CATEGORY,)),
            Scope(area_id=municipality.area.id, kind="bodies", coverage="examples"),
        )
    ]
    return Dataset(
        name="/".join(["transport_register", *(["+".join(names)] if names else [])]),
        title="自家用有償旅客運送者登録簿" + (f"（{'・'.join(names)}）" if names else ""),
        scopes=tuple(scopes),
    )
