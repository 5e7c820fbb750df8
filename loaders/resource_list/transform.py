"""Rows of a list → bodies, services, who offers them and where, and what could not be taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.areas import CodedArea
from graph.errors import LoadStopped, RecordRejected
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.identity import normalised, organization_key, registered_service_key, service_key
from graph.model.organizations import Organization
from graph.model.places import Covers, OperatesIn, PartOf
from graph.model.services import Provides, Service
from loaders.contract import Outcome, Problem, Streamed
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.resource_list.mapping import ListMapping, kept
from loaders.resource_list.offering import Offering, day_in, offering_of
from loaders.resource_list.read import SOURCE, MappedList
from loaders.tables.areas import Unresolved, area_of_address, resolved
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.places import places_within, prefecture_of
from loaders.tables.row import Row


def transform_list(found: MappedList) -> Streamed:
    """Every row becomes a body, a service or both, or the one problem for which it does not."""
    home = _home(found.mapping)
    dataset = _dataset(found, home)

    def outcomes() -> Iterator[Outcome]:
        return found.table.outcomes(_Rows(dataset=dataset.name, rows=found.mapping.rows, home=home).take)

    return Streamed(dataset=dataset, outcomes=outcomes, notices=(*found.notices, *found.table.notices()), expected=found.table.expected)


def _home(mapping: ListMapping) -> CodedArea | None:
    """The municipality that a mapping gives to the whole list.

    Raises:
        LoadStopped: it names none, or several.
    """
    if mapping.municipality is None:
        return None
    area = resolved(mapping.municipality, None)
    if isinstance(area, Unresolved):
        raise LoadStopped("mapping_unknown_municipality", name=mapping.municipality)
    return area


def _dataset(found: MappedList, home: CodedArea | None) -> Dataset:
    areas = {home} if home else set(_municipalities(found))
    scopes = [
        Scope(area_id=area.area.id, kind=kind, coverage="examples")
        for area in sorted(areas, key=lambda one: one.area.code or "")
        for kind in (("bodies", "services") if found.mapping.rows != "body" else ("bodies",))
    ]
    if not scopes:
        raise LoadStopped("no_municipality")
    name = found.mapping.dataset or SOURCE
    return Dataset(name=name, title=name.removeprefix(f"{SOURCE}/"), as_of=found.as_of, scopes=tuple(scopes), mapping=kept(found.mapping))


def _municipalities(found: MappedList) -> Iterator[CodedArea]:
    for row in found.table.rows():
        try:
            yield from (place.municipality for place in places_within(row, None))
        except RecordRejected:
            continue


@dataclass(kw_only=True)
class _Rows:
    """The list on its way."""

    dataset: str
    rows: str
    home: CodedArea | None
    first: dict[str, str] = field(default_factory=dict)
    """Key of what a row states → place of the first row that states it."""

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        """A row's facts and warnings.

        Raises:
            RecordRejected: name, place, day or number cannot be told, or an earlier row states the same.
        """
        entry = _Entry(row=row, dataset=self.dataset, rows=self.rows, home=self.home)
        if first := self.first.get(entry.key):
            raise RecordRejected("duplicate_row", row.place, first=first)
        facts = tuple(entry.facts())
        self.first[entry.key] = row.place
        return facts, entry.warnings


class _Entry:
    """One row as it is taken."""

    def __init__(self, *, row: Row, dataset: str, rows: str, home: CodedArea | None) -> None:
        self.row, self.rows = row, rows
        self.name = row.required("name")
        self.places = places_within(row, home)
        self.warnings: list[Problem] = [warning for place in self.places for warning in place.warnings]
        self.verified_on = day_in(row, "verified_on", self.warnings)
        self.area = self.places[0].municipality.area
        self.body = self._body() if rows != "service" else None
        self.provider = self._provider() or self.body
        self.offering: Offering | None = offering_of(row, self.warnings) if rows != "body" else None
        own = f"{self.area.id}|{normalised(self.name)}"
        service = service_key(self.provider.id, self.name, self.area.id) if self.provider else registered_service_key(dataset, own)
        self.key = service if self.offering else self.body.key if self.body else service

    def facts(self) -> Iterator[Fact]:
        """Bodies, service and their relationships."""
        for place in self.places:
            if place.is_district:
                told = self._quoted("area", "area", certainty="structural")
                yield Fact(what=place.area, evidence=told)
                yield Fact(what=PartOf(start=place.area.reference, end=place.municipality.area.reference), evidence=told)
        if self.body:
            yield Fact(
                what=self.body, evidence=self._quoted("body", "name", "kana", "address", "corporate_number"), codes=self.body.actor_types
            )
        if self.provider and self.provider is not self.body:
            yield Fact(what=self.provider, evidence=self._quoted("provider", "provider"), codes=self.provider.actor_types)
        yield from self._where()
        if self.offering:
            yield from self._service(self.offering)

    def _service(self, offering: Offering) -> Iterator[Fact]:
        service = Service(key=self.key, name=self.name, placed_in=self.area.id, **offering.properties)
        evidence = self._quoted("service", "name", *offering.said_in)
        yield Fact(what=service, evidence=evidence, codes=offering.categories)
        if self.provider:
            both = self.provider is self.body
            told = self._quoted("provides", "name" if both else "provider", certainty="structural" if both else "explicit")
            yield Fact(what=Provides(start=self.provider.reference, end=service.reference, status=service.status), evidence=told)
        yield from self._covers(service)

    def _covers(self, thing: Service | Organization) -> Iterator[Fact]:
        """Whom it is for, where the row says so."""
        for place in self.places:
            if self.row.text(place.key) and place.key != "address":
                yield Fact(what=Covers(start=thing.reference, end=place.area.reference), evidence=self._quoted("covers", place.key))

    def _where(self) -> Iterator[Fact]:
        """Where the body works: its address, where that names the municipality; else where the row places it."""
        body = self.body or self.provider
        if body is None:
            return
        address = self.row.text("address") if self.body else None
        found = area_of_address(address, prefecture_of(self.places[0]).full_name) if address else None
        if found is not None:
            yield Fact(what=OperatesIn(start=body.reference, end=found.area.reference), evidence=self._quoted("address", "address"))
        elif self.row.text("municipality") and self.body:
            yield Fact(what=OperatesIn(start=body.reference, end=self.area.reference), evidence=self._quoted("place", "municipality"))
        if self.rows == "body" and self.row.text("area"):
            yield from self._covers(body)

    def _body(self) -> Organization:
        number = self._corporate_number()
        return Organization(
            key=organization_key(self.area.id, self.name, corporate_number=number),
            name=self.name,
            kana=self.row.text("kana"),
            address=self.row.text("address"),
            corporate_number=number,
            actor_types=_types(self.name, self.row.text("body_kind")),
            placed_in=self.area.id,
        )

    def _provider(self) -> Organization | None:
        name = self.row.text("provider")
        if name is None or (self.body and normalised(name) == normalised(self.name)):
            return None
        types = _types(name, self.row.text("body_kind"))
        return Organization(key=organization_key(self.area.id, name), name=name, actor_types=types, placed_in=self.area.id)

    def _corporate_number(self) -> str | None:
        text = self.row.text("corporate_number")
        try:
            return as_corporate_number(text) if text else None
        except ValueError:
            place = self.row.place_of("corporate_number")
            self.warnings.append(Problem(code="wrong_corporate_number", place=place, kind="warning", values={"value": str(text)}))
            return None

    def _quoted(self, rule: str, *keys: str, certainty: str = "explicit") -> tuple[Quotation, ...]:
        filled = [key for key in keys if self.row.text(key)]
        found = self.row.quotations(rule, self.area.id, *filled, certainty=certainty)
        return tuple(replace(one, verified_on=self.verified_on) for one in found) if self.verified_on else found


def _types(name: str, kind: str | None) -> tuple[str, ...]:
    return tuple(sorted({*kinds_of(name), *(kinds_of(kind) if kind else ())}))
