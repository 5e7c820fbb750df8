"""What entries state: the office, its services and where they are, the corporation; each body once, and again under another name."""

from graph.areas import area_index
from graph.facts import Fact, Quotation
from graph.identity import care_office_key, care_service_key, identifier, normalised, organization_key
from graph.model.definitions import Reference
from graph.model.organizations import Organization
from graph.model.places import DeliveredIn, OperatesIn, PartOf
from graph.model.services import Provides, Service
from loaders.care_services.corporations import Corporation
from loaders.care_services.entries import Entry
from loaders.care_services.kinds import CareKind
from loaders.tables.kinds_of_body import kinds_of

PLACES = ("municipality", "area_code", "address")
"""Columns that say where an office is, the clearest first."""
CARE_PROVIDER = "CAREPROV"


class Statements:
    """The facts of one table, row by row; remembers which bodies were stated already."""

    def __init__(self, source: str) -> None:
        """Rules are called after the source."""
        self._source = source
        self._marks: dict[tuple[str, str], tuple[str, str]] = {}
        """Rule and column → the rule's full name, and how the file words the column."""
        self._areas: dict[str, Reference] = {}
        """Id of an area → what relationships end at."""
        self._first_names: dict[int, str] = {}
        """Hash of the key of a body → its first name."""
        self._stated: set[int] = set()
        """What needs no second statement, as hashes: a national register has a quarter of a million."""

    def facts_of(self, entry: Entry) -> list[Fact]:
        """The facts of a row."""
        area_id = entry.area.area.id
        office_key = care_office_key(entry.number) if entry.number else organization_key(area_id, entry.name)
        first, office = self._known(office_key, entry.name)
        facts: list[Fact] = []
        named = self._quoted(entry, "office", "name")
        if self._is_new(office_key, entry.name, entry.address):
            body = _office(entry, office_key, first)
            evidence = (named, self._quoted(entry, "address", "address")) if entry.address else (named,)
            facts.append(Fact(what=body, evidence=evidence, codes=body.actor_types))
        area = self._areas.get(area_id)
        if area is None:
            area = self._areas[area_id] = entry.area.area.reference
        if self._is_new(office_key, area_id):
            facts.append(Fact(what=OperatesIn(start=office, end=area), evidence=(self._of_place(entry),)))
        if entry.corporation:
            facts += self._of_corporation(entry, entry.corporation, office)
        for kind in entry.kinds:
            facts += self._of_service(entry, kind, office, named)
        return facts

    def _of_corporation(self, entry: Entry, corporation: Corporation, office: Reference) -> list[Fact]:
        first, reference = self._known(corporation.key, corporation.name)
        is_new, is_part = self._is_new(corporation.key, corporation.name), self._is_new(office.id, corporation.key)
        if not is_new and not is_part:
            return []
        facts = []
        named = self._quoted(entry, "corporation", "corporation")
        if is_new:
            body = _corporation(entry, corporation, first)
            evidence = (named, self._quoted(entry, "corporate_number", "corporate_number")) if corporation.number else (named,)
            facts.append(Fact(what=body, evidence=evidence, codes=body.actor_types))
        if is_part:
            facts.append(Fact(what=PartOf(start=office, end=reference), evidence=(named,)))
        return facts

    def _of_service(self, entry: Entry, kind: CareKind, office: Reference, named: Quotation) -> list[Fact]:
        service = Service(
            key=care_service_key(entry.number or office.id, kind.key),
            name=f"{kind.name}（{entry.name}）",
            days=entry.days,
            capacity=entry.capacity,
            registration=entry.number,
            placed_in=entry.area.area.id,
        )
        reference = service.reference
        evidence = [self._quoted(entry, "kind", "kind")]
        if entry.days:
            evidence.append(self._quoted(entry, "days", "days"))
        if entry.capacity:
            evidence.append(self._quoted(entry, "capacity", "capacity"))
        facts = [
            Fact(what=service, evidence=tuple(evidence), codes=kind.categories, schemes=kind.schemes),
            Fact(what=Provides(start=office, end=reference), evidence=(named,)),
        ]
        if kind.held:
            where = DeliveredIn(start=reference, end=self._areas[entry.area.area.id])
            facts.append(Fact(what=where, evidence=(self._of_place(entry, "structural"),)))
        return facts

    def _of_place(self, entry: Entry, certainty: str = "explicit") -> Quotation:
        column = next(key for key in PLACES if entry.row.cell(key).strip())
        return self._quoted(entry, "municipality", column, certainty)

    def _quoted(self, entry: Entry, rule: str, column: str, certainty: str = "explicit") -> Quotation:
        row = entry.row
        mark = self._marks.get((rule, column))
        if mark is None:
            mark = self._marks[rule, column] = (f"{self._source}.{rule}", row.heading.head(column))
        return Quotation(
            quote=row.cells[column],
            extractor=mark[0],
            certainty=certainty,
            sheet=row.sheet,
            row=row.number,
            column=mark[1],
            area_id=entry.area.area.id,
            repairs=entry.restored if rule == "office" else (),
        )

    def _known(self, key: str, name: str) -> tuple[str, Reference]:
        """The first name of a body, and how relationships name it."""
        first = self._first_names.setdefault(hash(key), name)
        return first, Reference(label=Organization.label, id=identifier(key))

    def _is_new(self, *what: object) -> bool:
        mark = hash(what)
        if mark in self._stated:
            return False
        self._stated.add(mark)
        return True


def _office(entry: Entry, key: str, first: str) -> Organization:
    corporation = entry.corporation.actor_types if entry.corporation else ()
    return Organization(
        key=key,
        name=first,
        kana=entry.row.text("kana") if first == entry.name else None,
        aliases=_other_name(entry.name, first),
        actor_types=tuple(sorted({CARE_PROVIDER, *kinds_of(entry.name), *corporation})),
        address=entry.address,
        placed_in=entry.area.area.id,
    )


def _corporation(entry: Entry, corporation: Corporation, first: str) -> Organization:
    return Organization(
        key=corporation.key,
        name=first,
        aliases=_other_name(corporation.name, first),
        actor_types=corporation.actor_types,
        corporate_number=corporation.number,
        placed_in=area_index().municipality_of(entry.area).area.id,
    )


def _other_name(name: str, first: str) -> tuple[str, ...]:
    """The name as an alias, unless it is the first one in another spelling."""
    return () if name == first or normalised(name) == normalised(first) else (name,)
