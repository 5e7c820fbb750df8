"""An HSDS document in JSON, as an HSDS 3 API answers: nested services or organisations → the tables of the standard.

Contacts are left where they stand: they are persons.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import LoadStopped
from loaders.hsds.package import NAMING_PERSONS, PERSONS, Package, row_of
from loaders.hsds.schema import columns_of, schema
from loaders.hsds.tabular_package import text_of

LISTS = {"services": "service", "organizations": "organization", "addresses": "address", "accessibility": "accessibility"} | {
    "funding": "funding",
    "identifiers": "organization_identifier",
    "service_capacity": "service_capacity",
    "x_relationships": "x_relationships",
}
"""What documents call lists beside the names of the schema."""
RECORDS = ("contents", "services", "organizations", "service", "organization")
"""Where the records of a document stand."""
OF_SERVICES = frozenset(
    {"status", "organization", "organization_id", "service_at_locations", "service_areas", "schedules", "fees_description"}
)
OF_ORGANIZATIONS = frozenset({"description", "services", "locations", "organization_identifiers", "website", "legal_status"})
LEAST_ALIKE = 2
"""Fields that a record has to have of its table beside id and name."""
DEEPEST = 20


def records_of(document: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """The records of a document with their table; none where it is no HSDS."""
    return [(table, one) for one in _listed(document) if (table := _table_of(one))]


def read_document(document: Any) -> Package:
    """The tables of a document.

    Raises:
        LoadStopped: it has no services and no organisations.
    """
    records = records_of(document)
    if not records:
        raise LoadStopped("no_hsds_records")
    flat = Flattening()
    for table, one in records:
        flat.take(table, one)
    about: Mapping[str, Any] = document if isinstance(document, dict) and "status" not in document else {}
    for one in about.get("x_relationships") or ():
        if isinstance(one, dict):
            flat.take("x_relationships", one)
    pages = about.get("total_pages")
    return Package(
        tables={table: tuple(_rows(table, rows)) for table, rows in flat.tables.items()},
        name=text_of(about.get("name")) if "contents" in about or "services" in about else None,
        title=text_of(about.get("title")) or None,
        page=int(about.get("page_number") or 1) if isinstance(pages, int) and pages > 1 else None,
        unread=tuple(sorted(flat.unread)),
    )


def parsed(content: bytes) -> Any:
    """The document that bytes hold; None where they are no JSON."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"["}:
        return None
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


class Flattening:
    """Rows of each table, from nested records."""

    def __init__(self) -> None:
        self.tables: dict[str, list[dict[str, str]]] = {}
        self.unread: set[str] = set()
        self._known: dict[tuple[str, str], dict[str, str]] = {}
        self._records: set[tuple[str, str]] = set()

    def take(self, table: str, record: Mapping[str, Any]) -> None:
        """Take a record of the document; one that comes twice stays two rows."""
        key = (table, text_of(record.get("id")))
        if key in self._records:
            self.tables[table].append(self._cells(table, record, key[1], 0))
            return
        self._records.add(key)
        self._nested(table, record, {}, 0)

    def _nested(self, table: str, record: Mapping[str, Any], links: Mapping[str, str], depth: int) -> str:
        """Take what is nested in a record; its id."""
        id_ = text_of(record.get("id"))
        known = self._known.get((table, id_)) if id_ else None
        cells: dict[str, str] = {} if known is None else known
        if known is None:
            self.tables.setdefault(table, []).append(cells)
            if id_:
                self._known[table, id_] = cells
        for name, text in (self._cells(table, record, id_, depth) | {name: text for name, text in links.items() if text}).items():
            cells[name] = cells.get(name) or text
        return id_

    def _cells(self, table: str, record: Mapping[str, Any], id_: str, depth: int) -> dict[str, str]:
        cells: dict[str, str] = {}
        for name, value in record.items():
            if name in NAMING_PERSONS or value in (None, "", []):
                continue
            if isinstance(value, dict):
                if self._opened(name, depth) and name in schema():
                    cells[f"{name}_id"] = self._nested(name, value, {}, depth + 1)
            elif isinstance(value, list):
                self._listed(table, id_, name, value, depth)
            else:
                cells[name] = text_of(value)
        return cells

    def _listed(self, table: str, id_: str, name: str, values: list[Any], depth: int) -> None:
        child = next((field.many for field in schema().get(table, ()) if field.name == name and field.many), LISTS.get(name, ""))
        if not child or not self._opened(child, depth):
            return
        links = _links(child, table, id_)
        for value in values:
            if isinstance(value, dict):
                self._nested(child, value, links, depth + 1)

    def _opened(self, table: str, depth: int) -> bool:
        if table in PERSONS:
            self.unread.add(table)
        return table not in PERSONS and depth < DEEPEST


def _links(child: str, table: str, id_: str) -> dict[str, str]:
    """How a row of a table says of which record it is."""
    if child == "attribute":
        return {"link_id": id_, "link_entity": table}
    if child == "metadata":
        return {"resource_id": id_, "resource_type": table}
    named = {field.name for field in columns_of(child)} or {"service_id"}
    return {f"{table}_id": id_} if f"{table}_id" in named else {}


def _listed(document: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(document, list):
        yield from (one for one in document if isinstance(one, dict))
    elif isinstance(document, dict):
        places = [document[name] for name in RECORDS if isinstance(document.get(name), dict | list)]
        if _table_of(document):
            yield document
        else:
            for place in places:
                yield from _listed(place) if isinstance(place, list) else [place]


def _table_of(record: Mapping[str, Any]) -> str:
    """The table of a record: a service or an organisation; empty where it is neither."""
    if not {"id", "name"} <= record.keys():
        return ""
    if "status" in record and len(OF_SERVICES & record.keys()) >= LEAST_ALIKE:
        return "service"
    own = {field.name for field in schema()["service"]}
    if "status" in record and len(own & record.keys()) > LEAST_ALIKE + 1:
        return "service"
    return "organization" if len(OF_ORGANIZATIONS & record.keys()) >= LEAST_ALIKE else ""


def _rows(table: str, rows: list[dict[str, str]]) -> Iterator[Any]:
    for number, cells in enumerate(rows, start=1):
        yield row_of(table, number, cells, cells)
