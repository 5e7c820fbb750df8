"""A directory of others in HSDS → bodies, services and what joins them."""

from collections.abc import Callable, Iterator
from functools import partial

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Fact
from graph.model.areas import Area
from graph.model.definitions import Node, Reference
from graph.model.places import PartOf
from loaders.contract import Outcome, Problem
from loaders.hsds.addresses import Locations
from loaders.hsds.bodies import Bodies, Body
from loaders.hsds.layout import RELATIONSHIPS
from loaders.hsds.offered import Services
from loaders.hsds.own_records import coded_area_ids
from loaders.hsds.package import Package
from loaders.hsds.programmes import Programmes
from loaders.hsds.refusing import Seen, outcome_of
from loaders.hsds.relationship_rows import End, quoted_in, relationship_in
from loaders.hsds.vocabulary import codes_by_record
from loaders.tables.areas import Unresolved, resolved
from loaders.tables.row import Row

TABLES = ("organization", "program", "service", RELATIONSHIPS)
"""The tables whose rows are counted, in the order in which they are taken."""

Taken = tuple[tuple[Fact, ...], tuple[Problem, ...]]


class Directory:
    """The records of a directory."""

    def __init__(self, package: Package, named: Callable[[Package, tuple[CodedArea, ...]], str]) -> None:
        """Read it.

        Args:
            package: its tables.
            named: gives the dataset's name, from the tables and the municipalities that they speak of.
        """
        self.package = package
        self.locations = Locations(package)
        codes = dict(codes_by_record(package))
        self.services = Services(package, self.locations, codes)
        self.bodies = Bodies(package, self.locations, codes, self.services.served_by_body())
        self.dataset = named(package, self.areas())
        self.programmes = Programmes(package, self.bodies, self.dataset)

    def outcomes(self) -> Iterator[Outcome]:
        """Each record as its facts or as the problem for which it has none."""
        seen, ends = Seen(), dict[str, End]()
        for table in TABLES:
            for row in self.package.rows(table):
                yield outcome_of(self.package, table, row, partial(self._taken, table, row, seen, ends))

    def areas(self) -> tuple[CodedArea, ...]:
        """The municipalities that the directory speaks of, by code."""
        found = {body.home for body in self.bodies.by_id.values() if body.home}
        for served in self.services.served_by_body().values():
            found.update(served)
        municipalities = {area_index().municipality_of(one) for one in found}
        return tuple(sorted(municipalities, key=lambda one: one.area.code or ""))

    def _taken(self, table: str, row: Row, seen: Seen, ends: dict[str, End]) -> Taken:
        if table == RELATIONSHIPS:
            relationship = relationship_in(row, partial(_end, ends))
            seen.refuse_twice(relationship.id, row)
            return (Fact(what=relationship, evidence=(row.quotation(quoted_in(row), "relationship", None),)),), ()
        id_ = row.required("id")
        seen.refuse_twice(f"{table} {id_}", row)
        if table == "organization":
            return self._body(row, id_, seen, ends)
        if table == "program":
            fact = self.programmes.fact(row)
            ends[id_] = (Reference(label="Programme", id=fact.id), frozenset({"Programme"}))
            return (fact,), ()
        return self._service(row, id_, seen, ends)

    def _body(self, row: Row, id_: str, seen: Seen, ends: dict[str, End]) -> Taken:
        body = self.bodies.body(row)
        ends[id_] = _end_at(body.node, body.also)
        seen.refuse_twice(body.node.id, row)
        funding = self.programmes.of_body(id_, body.node, body.area_id)
        return (*self.bodies.facts(body), *funding.facts), (*body.problems, *funding.problems)

    def _service(self, row: Row, id_: str, seen: Seen, ends: dict[str, End]) -> Taken:
        provider = self._provider(row)
        service, facts, problems = self.services.taken(row, provider, self.dataset)
        seen.refuse_twice(service.id, row)
        ends[id_] = _end_at(service, None)
        if row.text("organization_id") and provider is None:
            problems.append(Problem(code="provider_not_taken", place=row.place_of("organization_id"), kind="warning"))
        if programme := self.programmes.by_id.get(row.cell("program_id").strip()):
            told = row.quotation("program_id", "program", service.placed_in)
            facts.append(Fact(what=PartOf(start=service.reference, end=programme.reference), evidence=(told,)))
        funding = self.programmes.of_service(id_, service, service.placed_in)
        return (*facts, *funding.facts), (*problems, *funding.problems)

    def _provider(self, row: Row) -> Body | None:
        return self.bodies.by_id.get(row.cell("organization_id").strip())


def _end_at(node: Node, also: Node | None) -> End:
    return node.reference, frozenset({node.label, *({also.label} if also else ())})


def _end(ends: dict[str, End], row: Row, column: str) -> End:
    """The end that a column names: a record of the directory, or an area by id, code or name.

    Raises:
        RecordRejected: it is neither.
    """
    text = row.required(column)
    if text in ends:
        return ends[text]
    coded = coded_area_ids().get(text) or resolved(text, None)
    if isinstance(coded, Unresolved):
        raise RecordRejected("end_not_in_package", row.place_of(column), value=text)
    return Reference(label=Area.label, id=coded.area.id), frozenset({Area.label})
