"""Organisations of a directory: what each row says, and the municipality in which it is placed."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.identity import council_key, normalised, organization_key
from graph.model.councils import Council
from graph.model.organizations import Organization
from graph.model.places import OperatesIn, PartOf
from loaders.contract import Problem
from loaders.hsds.addresses import Address, Locations
from loaders.hsds.package import Package
from loaders.hsds.private_texts import is_a_person
from loaders.hsds.refusing import see_cells
from loaders.hsds.vocabulary import BODY, COUNCIL, Code, of_kind
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.row import Row

SCHEMES = frozenset({"JP-JCN", "JP-法人番号", "法人番号"})
"""How files call the scheme of 法人番号; JP-JCN is the code of org-id.guide."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """An organisation that can be taken."""

    row: Row
    node: Organization | Council
    also: Council | None
    home: CodedArea | None
    """Where it is placed."""
    addresses: tuple[Address, ...]
    codes: tuple[str, ...]
    number: Row | None
    problems: tuple[Problem, ...]

    @property
    def area_id(self) -> str | None:
        """The id of the area in which it is placed."""
        return self.home.area.id if self.home else None


class Bodies:
    """The organisations of a directory that can be taken; the others with the reason."""

    def __init__(
        self, package: Package, locations: Locations, codes: dict[str, tuple[Code, ...]], served: dict[str, tuple[CodedArea, ...]]
    ):
        """Read them all.

        Args:
            package: the directory.
            locations: its locations.
            codes: our codes by record.
            served: id of an organisation → where its services are held, else whom they are for.
        """
        self._locations, self._codes, self._served = locations, codes, served
        self._numbers = package.rows_by("organization_identifier", "organization_id")
        self._twice = _named_twice(package.rows("organization"))
        self.by_id: dict[str, Body] = {}
        for row in package.rows("organization"):
            try:
                see_cells(package, "organization", row)
                body = self.body(row)
            except RecordRejected:
                continue
            self.by_id.setdefault(row.cell("id").strip(), body)

    def body(self, row: Row) -> Body:
        """What a row says.

        Raises:
            RecordRejected: no id or name, or nothing says in which municipality it is (unknown_home, or why its address names none).
        """
        id_, name = row.required("id"), row.required("name")
        if is_a_person(name):
            raise RecordRejected("body_is_a_person", row.place_of("name"))
        addresses = self._locations.of_body(id_)
        number, numbered, problems = self._number(id_)
        areas = tuple(dict.fromkeys(one.area for one in addresses if one.area))
        home = areas[0] if areas else _only(self._served.get(id_, ()))
        unresolved = [problem for one in addresses for problem in one.problems]
        if home is None and number is None:
            raise _refusal(row, unresolved)
        codes = self._codes.get(id_, ())
        types = tuple(sorted({*of_kind(codes, "ActorType"), *kinds_of(name)}))
        node, also = self._nodes(row, home, number, addresses, types)
        return Body(
            row=row, node=node, also=also, home=home, addresses=addresses, codes=types, number=numbered, problems=(*problems, *unresolved)
        )

    def _nodes(
        self, row: Row, home: CodedArea | None, number: str | None, addresses: tuple[Address, ...], types: tuple[str, ...]
    ) -> tuple[Organization | Council, Council | None]:
        """The body as an organisation, a council, or both at once."""
        name, placed = row.required("name"), home.area.id if home else None
        kinds = {BODY, COUNCIL} & set(self._codes.get(row.required("id"), ()))
        aliases = tuple(dict.fromkeys(line.strip() for line in row.cell("alternate_name").splitlines() if line.strip() not in {"", name}))
        if kinds == {COUNCIL}:
            return Council(key=council_key(placed or "", name), name=name, aliases=aliases, placed_in=placed), None
        address = addresses[0].text if len(addresses) == 1 else None
        apart = address if normalised(name) in self._twice else None
        key = organization_key(placed or "", name, address=apart, corporate_number=number)
        body = Organization(
            key=key, name=name, aliases=aliases, actor_types=types, corporate_number=number, address=address, placed_in=placed
        )
        return body, Council(key=key, name=name, aliases=aliases, placed_in=placed) if COUNCIL in kinds else None

    def _number(self, id_: str) -> tuple[str | None, Row | None, list[Problem]]:
        for row in self._numbers.get(id_, ()):
            if {row.text("identifier_scheme"), row.text("identifier_type")} & SCHEMES and (text := row.text("identifier")):
                try:
                    return as_corporate_number(text), row, []
                except ValueError:
                    wrong = Problem(code="wrong_corporate_number", place=row.place_of("identifier"), kind="warning", values={"value": text})
                    return None, None, [wrong]
        return None, None, []

    def facts(self, body: Body) -> Iterable[Fact]:
        """The body, where it works, and what it is part of."""
        evidence = [body.row.quotation("name", "organization", body.area_id)]
        evidence += body.row.quotations("organization", body.area_id, "alternate_name")
        if body.number:
            evidence.append(body.number.quotation("identifier", "corporate_number", body.area_id))
        yield Fact(what=body.node, evidence=tuple(evidence), also=body.also, codes=body.codes if body.node.label == "Organization" else ())
        for address in body.addresses:
            if address.area:
                yield Fact(what=OperatesIn(start=body.node.reference, end=address.area.area.reference), evidence=(quoted(address),))
        parent = self.by_id.get(body.row.cell("parent_organization_id").strip())
        if parent and parent.node.id != body.node.id:
            told = body.row.quotation("parent_organization_id", "parent", body.area_id)
            yield Fact(what=PartOf(start=body.node.reference, end=parent.node.reference), evidence=(told,))


def quoted(address: Address) -> Quotation:
    """The cell that says where an address lies."""
    column = "city" if address.row.text("city") else "address_1"
    return address.row.quotation(column, "address", address.area.area.id if address.area else None)


def _refusal(row: Row, unresolved: Iterable[Problem]) -> RecordRejected:
    """Why a body cannot be placed: its address, or that it has none."""
    for problem in unresolved:
        if problem.code != "renamed_area":
            return RecordRejected(problem.code, problem.place, **problem.values)
    return RecordRejected("unknown_home", row.place_of("name"), organization=row.text("name") or "—")


def _only(areas: Iterable[CodedArea]) -> CodedArea | None:
    found = {area_index().municipality_of(area) for area in areas}
    return found.pop() if len(found) == 1 else None


def _named_twice(rows: Iterable[Row]) -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for row in rows:
        name = normalised(row.cell("name"))
        (twice if name in seen else seen).add(name)
    return frozenset(twice)
