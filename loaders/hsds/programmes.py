"""Programmes of a directory, and who pays: `program` and `funding`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.errors import RecordRejected
from graph.facts import Fact
from graph.identity import normalised, programme_key
from graph.model.definitions import Node
from graph.model.programmes import Funds, Programme
from loaders.contract import Problem
from loaders.hsds.bodies import Bodies
from loaders.hsds.package import Package
from loaders.hsds.refusing import see_cells
from loaders.tables.row import Row

LONGEST_NAME = 40
"""Characters: a longer text about funds is no name of who pays."""
SENTENCE = "。"


@dataclass(frozen=True, kw_only=True)
class Funding:
    """What the rows about funds of one receiver say."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]


class Programmes:
    """The programmes of a directory by their id, and the funds of each receiver."""

    def __init__(self, package: Package, bodies: Bodies, dataset: str) -> None:
        self._bodies, self._dataset = bodies, dataset
        self._of_service = package.rows_by("funding", "service_id")
        self._of_body = package.rows_by("funding", "organization_id")
        self.by_id: dict[str, Programme] = {}
        for row in package.rows("program"):
            try:
                see_cells(package, "program", row)
                self.by_id.setdefault(row.required("id"), self.programme(row))
            except RecordRejected:
                continue
        self._payers: dict[str, Node] = {normalised(one.name): one for one in self.by_id.values()}
        self._payers |= {normalised(body.node.name): body.node for body in bodies.by_id.values()}

    def programme(self, row: Row) -> Programme:
        """What a row of program says.

        Raises:
            RecordRejected: it lacks its id or name.
        """
        id_, name = row.required("id"), row.required("name")
        owner = self._bodies.by_id.get(row.cell("organization_id").strip())
        area_id = owner.area_id if owner else None
        return Programme(key=programme_key(area_id or f"{self._dataset}|{id_}", name), name=name, placed_in=area_id)

    def fact(self, row: Row) -> Fact:
        """The fact of a row of program."""
        programme = self.programme(row)
        return Fact(what=programme, evidence=(row.quotation("name", "program", programme.placed_in),))

    def of_service(self, id_: str, receiver: Node, area_id: str | None) -> Funding:
        """Who pays for a service."""
        return self._funding(self._of_service.get(id_, ()), receiver, area_id)

    def of_body(self, id_: str, receiver: Node, area_id: str | None) -> Funding:
        """Who pays an organisation."""
        return self._funding((row for row in self._of_body.get(id_, ()) if not row.text("service_id")), receiver, area_id)

    def _funding(self, rows: Iterable[Row], receiver: Node, area_id: str | None) -> Funding:
        facts: list[Fact] = []
        problems: list[Problem] = []
        for row in rows:
            source = row.text("source")
            payer = self._payers.get(normalised(source)) if source else None
            if source and payer is None and len(source) <= LONGEST_NAME and SENTENCE not in source:
                payer = Programme(key=programme_key(area_id or self._dataset, source), name=source, placed_in=area_id)
            if source is None or payer is None or payer.id == receiver.id:
                problems.append(Problem(code="funds_not_named", place=row.place_of("source"), kind="warning"))
                continue
            facts += self._facts(row, payer, receiver, area_id, is_new=normalised(source) not in self._payers)
        return Funding(facts=tuple(facts), problems=tuple(problems))

    def _facts(self, row: Row, payer: Node, receiver: Node, area_id: str | None, *, is_new: bool) -> Iterator[Fact]:
        evidence = (row.quotation("source", "funding", area_id),)
        if is_new:
            yield Fact(what=payer, evidence=evidence)
        yield Fact(what=Funds(start=payer.reference, end=receiver.reference), evidence=evidence)
