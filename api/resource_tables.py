"""What is recorded of an area as tables: organisations, councils, services, each with the sentences on which it rests."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from api.answer_table import sentence_cells, sentence_heads
from api.fact_words import value_worded
from api.table_files import Table
from graph.area_directory import KnownArea
from graph.messages import Messages
from graph.reading import Reader
from graph.taxonomy import taxonomy

Row = Mapping[str, Any]
Column = tuple[str, Callable[[Row, Reader, Messages], str]]
"""Key of its head, and what stands in it."""


def _name(row: Row, _reader: Reader, _texts: Messages) -> str:
    return str(row["name"])


def _listed(property_: str) -> Callable[[Row, Reader, Messages], str]:
    """Names or words, or that none is recorded."""
    return lambda row, _reader, texts: texts("and").join(row[property_]) or texts("none_recorded")


def _codes(property_: str, part: str) -> Callable[[Row, Reader, Messages], str]:
    def worded(row: Row, _reader: Reader, texts: Messages) -> str:
        entries = getattr(taxonomy(), part)
        found = [entries[code].worded(texts.language) if code in entries else code for code in row[property_]]
        return texts("and").join(found) or texts("none_recorded")

    return worded


def _area(row: Row, reader: Reader, texts: Messages) -> str:
    ids = row["area_ids"] if "area_ids" in row else [row["area_id"]]
    return texts("and").join(reader.areas.full_name(id_) for id_ in ids if id_ in reader.areas.by_id) or texts("not_stated")


def _is_generic(row: Row, _reader: Reader, texts: Messages) -> str:
    return texts("site.table.generic") if row["generic"] else ""


def _members(row: Row, _reader: Reader, texts: Messages) -> str:
    told = texts("and").join(row["members"]) or texts("none_recorded")
    return told + (texts("site.table.open_list") if row["open_list"] else "")


def _worded(property_: str) -> Callable[[Row, Reader, Messages], str]:
    return lambda row, _reader, texts: value_worded(property_, row[property_], texts)


COLUMNS: dict[str, tuple[Column, ...]] = {
    "organizations": (
        ("site.table.name", _name),
        ("site.table.kind", _codes("actor_types", "actor_types")),
        ("table_file.generic", _is_generic),
        ("site.table.aliases", _listed("aliases")),
        ("site.table.area", _area),
        ("property.ended_on", _worded("ended_on")),
        ("property.verified_on", _worded("verified_on")),
    ),
    "councils": (
        ("site.table.name", _name),
        ("property.status", _worded("status")),
        ("site.table.members", _members),
        ("site.table.area", _area),
        ("property.verified_on", _worded("verified_on")),
    ),
    "services": (
        ("site.table.name", _name),
        ("property.status", _worded("status")),
        ("site.table.category", _codes("categories", "service_categories")),
        ("site.table.providers", _listed("providers")),
        ("property.target", _worded("target")),
        ("site.table.area", _area),
        ("site.table.valid_to", _worded("valid_to")),
        ("property.verified_on", _worded("verified_on")),
    ),
}
"""Name of a list → its columns."""

TITLES = {"organizations": "site.table.bodies", "councils": "site.table.councils", "services": "site.table.services"}


def in_reading_order(rows: Iterable[Row]) -> list[Row]:
    """The rows as people look for a name: by its reading where one is recorded, else as it is written."""
    return sorted(rows, key=lambda row: (str(row.get("kana") or row["name"]), str(row["name"]), str(row["id"])))


def resource_table(reader: Reader, area: KnownArea, listed: str, texts: Messages) -> Table:
    """One list of an area.

    Args:
        reader: asks on behalf of its audience.
        area: with all below it.
        listed: one of `COLUMNS`.
        texts: in the language of the file.
    """
    rows = in_reading_order(reader.rows("lookups", listed, area=area.id))
    evidence: dict[str, list[Row]] = defaultdict(list)
    for one in reader.rows("lookups", "evidence_of_facts", facts=[row["id"] for row in rows]) if rows else ():
        evidence[one["fact"]].append(one)
    full_name = reader.areas.full_name(area.id)
    return Table(
        name=f"{full_name} {texts(TITLES[listed])}",
        heads=(*(texts(head) for head, _ in COLUMNS[listed]), *sentence_heads(texts)),
        rows=[(*(told(row, reader, texts) for _, told in COLUMNS[listed]), *sentence_cells(evidence[row["id"]], texts)) for row in rows],
        about=(texts("area.not_absent"),),
        about_head=texts("table_file.about"),
        wide=2,
    )
