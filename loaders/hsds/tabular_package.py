"""A tabular data package: a ZIP with datapackage.json and a CSV for each table, or a datapackage.json that holds the rows."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from graph.errors import LoadStopped
from loaders.hsds.package import NAMING_PERSONS, PERSONS, Package, row_of
from loaders.hsds.schema import schema
from loaders.tables.heads import Heading
from loaders.tables.row import Row
from loaders.tables.text_table import text_book

DESCRIPTION = "datapackage.json"
LARGEST_UNPACKED = 1 << 30
"""Bytes that the tables may have together when they are unpacked."""
EXTENSION = "x_"
ALL_TIES = "x_all_ties"
REQUIRED = {"organization": ("id", "name"), "service": ("id", "name", "status")}
"""Columns without which a table says too little."""


@dataclass(frozen=True, kw_only=True)
class Archive:
    """The files of a ZIP that matter: its description, and each table's file."""

    description: dict[str, Any]
    files: Mapping[str, str]
    """Table → name of its file in the ZIP."""


def is_zip(content: bytes) -> bool:
    """Whether the first bytes are those of a ZIP."""
    return content.startswith(b"PK\x03\x04")


def archive_of(content: bytes) -> Archive | None:
    """What a ZIP holds of HSDS; None where it has neither a description nor the tables of organisations and services."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = [name for name in packed.namelist() if not name.endswith("/")]
            found = sorted((name for name in names if PurePosixPath(name).name == DESCRIPTION), key=len)
            description = _description(packed.read(found[0])) if found else {}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return None
    folder = PurePosixPath(found[0]).parent if found else PurePosixPath()
    files = {table: str(folder / path) for table, path in _resources(description) if str(folder / path) in names}
    for name in names:
        path = PurePosixPath(name)
        if path.suffix.lower() == ".csv" and path.parent == folder and _is_table(path.stem):
            files.setdefault(path.stem, name)
    return Archive(description=description, files=files) if description or REQUIRED.keys() <= files.keys() else None


def read_archive(content: bytes) -> Package:
    """The tables of a ZIP.

    Raises:
        LoadStopped: it is damaged, too large, has none of our tables, or a table cannot be read.
    """
    archive = archive_of(content)
    if archive is None or not archive.files.keys() & REQUIRED.keys():
        raise LoadStopped("no_hsds_tables")
    tables: dict[str, tuple[Row, ...]] = {}
    surplus: dict[tuple[str, int], int] = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(packed.getinfo(name).file_size for name in archive.files.values()) > LARGEST_UNPACKED:
                raise LoadStopped("package_too_large", limit=LARGEST_UNPACKED >> 20)
            for table, name in archive.files.items():
                if table not in PERSONS:
                    tables[table] = tuple(_rows(table, PurePosixPath(name).name, packed.read(name), surplus))
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as reason:
        raise LoadStopped("damaged_package") from reason
    return _package(archive.description, tables, tuple(sorted(archive.files.keys() & PERSONS)), surplus)


def read_description(description: dict[str, Any]) -> Package:
    """The tables of a datapackage.json that holds its rows itself.

    Raises:
        LoadStopped: it only names files, which lie beside it.
    """
    tables: dict[str, tuple[Row, ...]] = {}
    for resource in description["resources"]:
        table = _table_of(resource)
        rows = resource.get("data")
        if table in PERSONS or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            continue
        heads = list(dict.fromkeys(str(name) for row in rows for name in row if name not in NAMING_PERSONS))
        _see_columns(table, f"{table}.csv", heads)
        tables[table] = tuple(
            row_of(table, number, heads, {name: text_of(row.get(name)) for name in heads}) for number, row in enumerate(rows, start=1)
        )
    if not tables.keys() & REQUIRED.keys():
        raise LoadStopped("description_without_tables")
    unread = {_table_of(resource) for resource in description["resources"]} & PERSONS
    return _package(description, tables, tuple(sorted(unread)), {})


def is_description(document: Any) -> bool:
    """Whether a JSON document describes a package of HSDS."""
    if not isinstance(document, dict) or not isinstance(document.get("resources"), list):
        return False
    return bool({_table_of(one) for one in document["resources"] if isinstance(one, dict)} & REQUIRED.keys())


def text_of(value: Any) -> str:
    """A value of JSON as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _description(content: bytes) -> dict[str, Any]:
    found = json.loads(content.decode("utf-8-sig"))
    return found if isinstance(found, dict) else {}


def _resources(description: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for resource in description.get("resources", ()):
        if isinstance(resource, dict) and isinstance(resource.get("path"), str):
            yield _table_of(resource), resource["path"]


def _table_of(resource: Mapping[str, Any]) -> str:
    name = str(resource.get("name") or "")
    return name if _is_table(name) else PurePosixPath(str(resource.get("path") or name)).stem


def _is_table(name: str) -> bool:
    return name in schema() or name.startswith(EXTENSION) or name in {"service_capacity", "unit", "url"}


def _rows(table: str, file: str, content: bytes, surplus: dict[tuple[str, int], int]) -> Iterator[Row]:
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        return
    try:
        lines = text_book(content, file, separator=",").sheets[0].rows()
        heads = tuple(head.strip() for head in next(lines, ()))
        _see_columns(table, file, heads)
        where = {name: position for position, name in enumerate(heads) if name and name not in NAMING_PERSONS}
        heading = Heading(row=0, heads=heads, where=where)
        for number, cells in enumerate(lines, start=2):
            if any(cell and not cell.isspace() for cell in cells):
                if more := sum(bool(cell.strip()) for cell in cells[len(heads) :]):
                    surplus[table, number] = more
                filled = {name: cells[position] if position < len(cells) else "" for name, position in where.items()}
                yield Row(source="hsds", sheet=file, number=number, cells=filled, heading=heading)
    except LoadStopped as stopped:
        if "file" in stopped.values or "line" not in stopped.values:
            raise
        raise LoadStopped(f"{stopped.key}_in_package", file=file, **stopped.values) from stopped


def _see_columns(table: str, file: str, heads: tuple[str, ...] | list[str]) -> None:
    if missing := [name for name in REQUIRED.get(table, ()) if name not in heads]:
        raise LoadStopped("columns_missing_in_package", file=file, columns="、".join(missing))


def _package(
    description: Mapping[str, Any], tables: Mapping[str, tuple[Row, ...]], unread: tuple[str, ...], surplus: dict[tuple[str, int], int]
) -> Package:
    licences = [one for one in description.get("licenses", ()) if isinstance(one, dict)]
    named = [str(one.get("title") or one.get("name") or "") for one in licences]
    return Package(
        tables=tables,
        name=str(description.get("name") or "") or None,
        title=str(description.get("title") or "") or None,
        licence="、".join(one for one in named if one) or None,
        has_all_ties=description.get(ALL_TIES) is True,
        unread=unread,
        surplus=surplus,
    )
