"""Rows of a package that we wrote → the very things they were made from: same ids, same properties, same days."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.identity import id_key, identifier
from graph.model.areas import Area
from graph.model.councils import Council
from graph.model.definitions import Node, Reference
from graph.model.organizations import Organization
from loaders.contract import Outcome, Problem
from loaders.hsds import statuses
from loaders.hsds.cells import properties_of, value
from loaders.hsds.layout import ASSURED, PLACEHOLDER, RECORDS, RELATIONSHIPS, STATED, columns
from loaders.hsds.package import Package
from loaders.hsds.refusing import Seen, outcome_of, see_cells
from loaders.hsds.relationship_rows import End, quoted_in, relationship_in, see_visibility, value_in
from loaders.hsds.vocabulary import BODY, COUNCIL, Code, codes_by_record, of_kind
from loaders.tables.row import Row

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, kw_only=True)
class Record:
    """A thing that a row states."""

    node: Node
    also: Node | None
    codes: tuple[Code, ...]
    verified_on: date | None
    """The day for which the row says it."""

    @property
    def labels(self) -> frozenset[str]:
        """Its labels."""
        return frozenset({self.node.label, *({self.also.label} if self.also else ())})


class OwnRecords:
    """The records of a package that we wrote."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.codes = codes_by_record(package)
        self.records: dict[str, Record] = {}
        for table in RECORDS:
            for row in self._rows(table):
                try:
                    see_cells(package, table, row)
                    record = self._record(table, row)
                except RecordRejected:
                    continue
                self.records.setdefault(record.node.id, record)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row that is a record, with its table."""
        for table in (*RECORDS, RELATIONSHIPS):
            for row in self._rows(table):
                yield table, row

    def outcomes(self) -> Iterator[Outcome]:
        """Each record as its fact or as the problem for which it has none."""
        seen = Seen()
        for table, row in self.rows():
            yield outcome_of(self.package, table, row, partial(self._taken, table, row, seen))

    def _rows(self, table: str) -> Iterator[Row]:
        for row in self.package.rows(table):
            if not (row.cell(PLACEHOLDER) == "true" or (table == "x_areas" and row.cell("code") and row.cell(STATED) != "true")):
                yield row

    def _taken(self, table: str, row: Row, seen: Seen) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
        return self._facts(table, row, seen), ()

    def _facts(self, table: str, row: Row, seen: Seen) -> tuple[Fact, ...]:
        if table == RELATIONSHIPS:
            relationship = relationship_in(row, self._end)
            seen.refuse_twice(relationship.id, row)
            day = value_in(row, ASSURED, "date")
            return (Fact(what=relationship, evidence=(_quotation(row, quoted_in(row), table, None, day),)),)
        record = self._record(table, row)
        seen.refuse_twice(record.node.id, row)
        return (
            Fact(
                what=record.node,
                evidence=(_quotation(row, "name", table, getattr(record.node, "placed_in", None), record.verified_on),),
                also=record.also,
                codes=of_kind(record.codes, "ActorType", "ServiceCategory", "NeedCategory"),
                schemes=of_kind(record.codes, "Scheme"),
            ),
        )

    def _record(self, table: str, row: Row) -> Record:
        """What a row states.

        Raises:
            RecordRejected: a value is none of its property, or the identity does not fit the id.
        """
        row.required("name")
        id_ = row.required("id")
        stated = {name: value_in(row, column, type_) for column, (name, type_) in columns(table).items()}
        if table == "service":
            stated["status"] = _status(row, stated.get("status"))
        if table == "organization":
            stated["aliases"] = _aliases(row, stated.get("aliases"))
        stated["key"] = _key(row, id_, stated["key"])
        see_visibility(row, "visibility" if table.startswith("x_") else "x_visibility", stated["visibility"])
        codes = self.codes.get(id_, ())
        day = value_in(row, f"x_{ASSURED}" if table == "organization" else ASSURED, "date")
        if table != "organization":
            return Record(node=_made(RECORDS[table][0], stated), also=None, codes=codes, verified_on=day)
        kinds = {BODY, COUNCIL} & set(codes)
        node = _made(Council if kinds == {COUNCIL} else Organization, stated)
        also = _made(Council, stated) if kinds == {BODY, COUNCIL} else None
        return Record(node=node, also=also, codes=codes, verified_on=day)

    def _end(self, row: Row, column: str) -> End:
        id_ = row.required(column)
        if record := self.records.get(id_):
            return record.node.reference, record.labels
        if id_ in coded_area_ids():
            return Reference(label=Area.label, id=id_), frozenset({Area.label})
        raise RecordRejected("end_not_in_package", row.place_of(column), value=id_)


@cache
def coded_area_ids() -> Mapping[str, CodedArea]:
    """Id → area of the code table."""
    return {coded.area.id: coded for coded in area_index().by_code.values()}


def _status(row: Row, exact: str | None) -> str:
    theirs = row.required("status")
    try:
        return statuses.ours(theirs, exact)
    except KeyError as error:
        raise RecordRejected("unknown_status", row.place_of("status"), value=theirs) from error


def _aliases(row: Row, exact: tuple[str, ...] | None) -> tuple[str, ...]:
    """The exact list, as long as the standard's column still says the same."""
    shown = value(row.cell("alternate_name"), "string") or ""
    return exact if exact and alternate_name(exact) == shown else ((shown,) if shown else ())


def alternate_name(aliases: Iterable[str]) -> str:
    """Other forms of a name in the one column that the standard has for them."""
    return "、".join(aliases)


def _key(row: Row, id_: str, key: str | None) -> str:
    """The identity in words; where it is not told, the id.

    Raises:
        RecordRejected: the words are not those of the id, or the id is none of ours.
    """
    if key:
        if identifier(key) != id_:
            raise RecordRejected("id_does_not_fit", row.place_of("id"), value=id_)
        return key
    if not _UUID.fullmatch(id_):
        raise RecordRejected("id_does_not_fit", row.place_of("id"), value=id_)
    return id_key(id_)


def _made(kind: type[Node], stated: Mapping[str, Any]) -> Node:
    return kind(**{name: stated[name] for name in properties_of(kind) if stated.get(name) is not None})


def _quotation(row: Row, column: str, table: str, area_id: str | None, day: date | None) -> Quotation:
    return replace(row.quotation(column, f"own_{table.removeprefix('x_')}", area_id), verified_on=day)
