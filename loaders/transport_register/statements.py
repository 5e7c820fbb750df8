"""What a row states: body, service, who provides it, whom and where it serves."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.areas import CodedArea
from graph.facts import Fact, Quotation
from graph.identity import normalised
from graph.model.places import Covers, OperatesIn
from graph.model.services import Provides, Service
from graph.taxonomy import taxonomy
from loaders.contract import Problem
from loaders.transport_register.bodies import Body
from loaders.transport_register.row import Row
from loaders.transport_register.served_area import part_of

PERSONS = {
    "scope_i_physical": "身体障害者",
    "scope_ro_mental": "精神障害者",
    "scope_ha_intellectual": "知的障害者",
    "scope_ni_care": "要介護認定者",
    "scope_ho_support": "要支援認定者",
    "scope_he_checklist": "基本チェックリスト該当者",
    "scope_to_other": "その他の障害を有する者",
}
"""Column → persons carried, イ to ト of the register."""

YES = {"1", "○", "〇", "◯", "有", "true"}
NO = {"", "0", "×", "-", "無", "false"}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A row that can be taken."""

    row: Row
    body: Body
    areas: tuple[CodedArea, ...]
    """The municipalities it serves."""
    service_key: str
    category: str
    valid_from: date | None
    valid_to: date | None

    @property
    def area(self) -> CodedArea:
        """The municipality that the row is placed in: the body's home where it serves it, else the first it serves."""
        return self.body.home if self.body.home in self.areas else self.areas[0]

    def quotations(self, rule: str, *columns: str) -> tuple[Quotation, ...]:
        """The filled cells of these columns as evidence."""
        return tuple(self.row.quotation(column, rule, self.area.area.id) for column in columns if self.row.text(column))

    @property
    def named(self) -> tuple[Quotation, ...]:
        """The cell that names the body; read by its form where it names the undertaking of a municipality."""
        if self.body.undertaking is None:
            return self.quotations("body", "org_name")
        return (self.row.quotation("org_name", "body_of_undertaking", self.area.area.id, certainty="structural"),)


def facts_of(entry: Entry) -> Iterator[Fact]:
    """The facts of a row: areas, body, service and their relationships."""
    organization, service = entry.body.organization, _service(entry)
    for area in entry.areas:
        yield Fact(what=area.area, evidence=entry.quotations("municipality", "service_area_municipalities"))
    yield Fact(
        what=organization,
        evidence=entry.named + entry.quotations("address", "org_address"),
        codes=organization.actor_types,
    )
    yield Fact(what=service, evidence=_evidence_of_service(entry), codes=(entry.category,))
    yield Fact(what=Provides(start=organization.reference, end=service.reference), evidence=entry.named)
    if home := entry.body.address_area:
        address = entry.quotations("address", "org_address")
        yield Fact(what=home.area, evidence=address)
        yield Fact(what=OperatesIn(start=organization.reference, end=home.area.reference), evidence=address)
    for area in entry.areas:
        others = tuple(one.area.name for one in entry.areas if one is not area)
        part = part_of(entry.row.cell("service_area").strip(), area.area.name, others)
        yield Fact(
            what=Covers(start=service.reference, end=area.area.reference, part=part),
            evidence=entry.quotations("municipality", "service_area_municipalities") + entry.quotations("served_area", "service_area"),
        )


def _old_names(entry: Entry) -> Iterator[Problem]:
    home = (entry.body.address_area,) if entry.body.address_area else ()
    for column, areas in (("service_area_municipalities", entry.areas), ("org_address", home)):
        for area in areas:
            if old := area.renamed_from:
                values: dict[str, object] = {"old": old.old_name, "area": area.full_name, "changed_on": str(old.changed_on)}
                yield Problem(code="renamed_area", place=entry.row.place_of(column), kind="warning", values=values)


def unclear_cells(entry: Entry) -> Iterator[Problem]:
    """Warnings about cells of a taken row that say something we could not use."""
    row = entry.row
    if row.text("org_address") and entry.body.address_area is None:
        yield Problem(code="address_without_municipality", place=row.place_of("org_address"), kind="warning")
    yield from _old_names(entry)
    if not _is_known(row.required("transport_type"), entry.category):
        values: dict[str, object] = {"value": row.required("transport_type")}
        yield Problem(code="unknown_transport_type", place=row.place_of("transport_type"), kind="warning", values=values)
    for column in PERSONS:
        if _sign(row, column) not in YES | NO:
            yield Problem(code="unreadable_sign", place=row.place_of(column), kind="warning", values={"value": row.cell(column)})


def _service(entry: Entry) -> Service:
    row, body = entry.row, entry.body
    return Service(
        key=entry.service_key,
        name=body.undertaking or f"{row.required('transport_type')}（{body.organization.name}）",
        target="、".join(persons for column, persons in PERSONS.items() if _sign(row, column) in YES) or None,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
        registration=row.required("registration_no"),
        placed_in=entry.area.area.id,
    )


def _evidence_of_service(entry: Entry) -> tuple[Quotation, ...]:
    persons = [column for column in PERSONS if _sign(entry.row, column) in YES]
    return (
        entry.quotations("service", "transport_type", "registration_no", "org_name")
        + entry.quotations("validity", "valid_from", "valid_to")
        + entry.quotations("persons", *persons)
    )


def _sign(row: Row, column: str) -> str:
    return unicodedata.normalize("NFKC", row.cell(column)).strip().casefold()


def _is_known(transport_type: str, category: str) -> bool:
    return any(normalised(form) in normalised(transport_type) for form in taxonomy().service_categories[category].synonyms)
