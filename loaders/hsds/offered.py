"""Services of a directory: what each row says, where it is held, whom it is for, who pays."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.identity import normalised, registered_service_key, service_key
from graph.model.places import Covers, DeliveredIn
from graph.model.services import Provides, Service
from loaders.contract import Problem
from loaders.hsds import statuses
from loaders.hsds.addresses import Address, Locations
from loaders.hsds.bodies import Body, quoted
from loaders.hsds.package import Package
from loaders.hsds.private_texts import masked
from loaders.hsds.schedules import days_of, frequency_of
from loaders.hsds.vocabulary import Code, of_kind
from loaders.tables.areas import Unresolved, resolved
from loaders.tables.dates import as_date
from loaders.tables.numbers import as_count
from loaders.tables.row import Row

FREE = ("fees_description", "eligibility_description")
TOLD = (*FREE, "status", "alternate_name")
"""Columns that are quoted beside the name."""
BETWEEN = "、"


@dataclass(frozen=True, kw_only=True)
class Cover:
    """One area whose people a service is for."""

    row: Row
    area: CodedArea | None
    part: str | None = None
    problem: Problem | None = None


class Services:
    """What a directory says of services, by their id."""

    def __init__(self, package: Package, locations: Locations, codes: dict[str, tuple[Code, ...]]) -> None:
        self._codes, self._locations = codes, locations
        self._held = package.rows_by("service_at_location", "service_id")
        self._areas = package.rows_by("service_area", "service_id")
        self._schedules = package.rows_by("schedule", "service_id")
        self._capacities = package.rows_by("service_capacity", "service_id")
        self._rows = {row.cell("id").strip(): row for row in package.rows("service")}
        named = Counter((row.cell("organization_id").strip(), normalised(row.cell("name"))) for row in package.rows("service"))
        self._twice = frozenset(pair for pair, count in named.items() if count > 1)

    def held_at(self, id_: str) -> tuple[Address, ...]:
        """The addresses at which a service is held."""
        return tuple(one for row in self._held.get(id_, ()) for one in self._locations.of(row.cell("location_id").strip()))

    def covers(self, id_: str, prefecture: str | None) -> tuple[Cover, ...]:
        """The areas whose people a service is for."""
        return tuple(_cover(row, prefecture) for row in self._areas.get(id_, ()) if row.text("name"))

    def served_by_body(self) -> dict[str, tuple[CodedArea, ...]]:
        """Id of an organisation → where its services are held; where that is not said, whom they are for."""
        found: dict[str, list[CodedArea]] = {}
        for id_, row in self._rows.items():
            areas = [one.area for one in self.held_at(id_) if one.area] or [one.area for one in self.covers(id_, None) if one.area]
            found.setdefault(row.cell("organization_id").strip(), []).extend(areas)
        return {id_: tuple(areas) for id_, areas in found.items()}

    def taken(self, row: Row, provider: Body | None, dataset: str) -> tuple[Service, list[Fact], list[Problem]]:
        """The service of a row, its facts and warnings.

        Raises:
            RecordRejected: no id, name or status, or a status that the standard does not have.
        """
        id_ = row.required("id")
        row, problems_of_texts = masked(row, FREE)
        problems = list(problems_of_texts)
        home = provider.home if provider else None
        held = self.held_at(id_)
        prefecture = area_index().prefecture_of(home).full_name if home else None
        covers = self.covers(id_, prefecture)
        problems += [problem for one in held for problem in one.problems] + [one.problem for one in covers if one.problem]
        area = _area(home, [one.area for one in held if one.area], [one.area for one in covers if one.area])
        service, evidence, said = self._service(row, id_, provider, area, dataset)
        problems += said
        facts = [self._fact(service, evidence, id_)]
        if provider:
            told = _dated(row, row.quotation("organization_id", "provider", service.placed_in), problems)
            facts.append(Fact(what=Provides(start=provider.node.reference, end=service.reference, status=service.status), evidence=(told,)))
        for address in held:
            if address.area:
                facts.append(Fact(what=DeliveredIn(start=service.reference, end=address.area.area.reference), evidence=(quoted(address),)))
        for one in covers:
            if one.area:
                told = one.row.quotation("name", "service_area", one.area.area.id)
                facts.append(Fact(what=Covers(start=service.reference, end=one.area.area.reference, part=one.part), evidence=(told,)))
        return service, facts, problems

    def _service(
        self, row: Row, id_: str, provider: Body | None, area: CodedArea | None, dataset: str
    ) -> tuple[Service, tuple[Quotation, ...], list[Problem]]:
        problems: list[Problem] = []
        name, status = row.required("name"), _status(row, problems)
        placed = area.area.id if area else None
        schedules = [masked(one, ("description",))[0] for one in self._schedules.get(id_, ())]
        days = [days for one in schedules if (days := days_of(one))]
        often = [often for one in schedules if (often := frequency_of(one))]
        alone = provider and placed and (row.cell("organization_id").strip(), normalised(name)) not in self._twice
        service = Service(
            key=service_key(provider.node.id, name, placed) if provider and placed and alone else registered_service_key(dataset, id_),
            name=name,
            status=status,
            target=row.text("eligibility_description"),
            fee=row.text("fees_description"),
            days=BETWEEN.join(dict.fromkeys(days)) or None,
            frequency=BETWEEN.join(dict.fromkeys(often)) or None,
            capacity=self._capacity(id_, problems),
            placed_in=placed,
        )
        quotations = [row.quotation("name", "service", placed), *row.quotations("service", placed, *TOLD)]
        for one in schedules:
            quotations += one.quotations("schedule", placed, "description" if one.text("description") else "byday")[:1]
        return service, tuple(_dated(row, one, problems) for one in quotations), problems

    def _fact(self, service: Service, evidence: tuple[Quotation, ...], id_: str) -> Fact:
        codes = self._codes.get(id_, ())
        return Fact(what=service, evidence=evidence, codes=of_kind(codes, "ServiceCategory"), schemes=of_kind(codes, "Scheme"))

    def _capacity(self, id_: str, problems: list[Problem]) -> int | None:
        rows = [row for row in self._capacities.get(id_, ()) if row.text("maximum")]
        if len(rows) != 1:
            return None
        try:
            return as_count(rows[0].required("maximum"))
        except ValueError:
            values: dict[str, object] = {"value": rows[0].cell("maximum")}
            problems.append(Problem(code="unreadable_number", place=rows[0].place_of("maximum"), kind="warning", values=values))
            return None


def _status(row: Row, problems: list[Problem]) -> str:
    theirs = row.required("status")
    try:
        status = statuses.ours(theirs.casefold(), None)
    except KeyError as error:
        raise RecordRejected("unknown_status", row.place_of("status"), value=theirs) from error
    if theirs.casefold() in statuses.INTERRUPTED:
        problems.append(Problem(code="taken_as_ended", place=row.place_of("status"), kind="warning", values={"value": theirs}))
    return status


def _dated(row: Row, quotation: Quotation, problems: list[Problem]) -> Quotation:
    """The quotation with the day on which the service was last checked."""
    day = assured(row, problems)
    return replace(quotation, verified_on=day) if day else quotation


def assured(row: Row, problems: list[Problem] | None = None) -> date | None:
    """The day in assured_date; None where there is none, or it is unreadable, which is told once."""
    text = row.text("assured_date")
    if not text:
        return None
    day = day_in(text)
    warning = Problem(code="unreadable_date", place=row.place_of("assured_date"), kind="warning", values={"value": text})
    if day is None and problems is not None and warning not in problems:
        problems.append(warning)
    return day


def day_in(text: str) -> date | None:
    """The day of a date or of a time of a day (2023-03-15T10:30:45Z)."""
    try:
        return as_date(text.partition("T")[0])
    except ValueError:
        return None


def _area(home: CodedArea | None, held: list[CodedArea], covered: list[CodedArea]) -> CodedArea | None:
    """Where a service is placed: at its provider's home where it is held or meant for it, else the first of these."""
    areas = held or covered
    return home if home and (not areas or home in areas) else areas[0] if areas else None


def _cover(row: Row, prefecture: str | None) -> Cover:
    """The area that a row of service_area names, by itself or with a part of it behind."""
    name = row.required("name")
    found = resolved(name, prefecture)
    if not isinstance(found, Unresolved):
        return Cover(row=row, area=found, part=row.text("description"))
    if found.code != "ambiguous_area" and (begins := area_index().beginning_of(name, prefecture=prefecture)):
        return Cover(row=row, area=begins.area, part=name[begins.length :].strip() or None)
    return Cover(
        row=row, area=None, problem=Problem(code=found.code, place=row.place_of("name"), kind="warning", values=dict(found.values))
    )
