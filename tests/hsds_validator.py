"""A package held against the schema table of HSDS 3: required fields, types, enumerations, uniqueness, foreign keys."""

import csv
import json
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from loaders.hsds.schema import columns_of, referred_to, schema

NUMBER = re.compile(r"-?\d+(\.\d+)?")
EXTENSION = "x_"
LINKED = {"link_id": "link_entity", "resource_id": "resource_type"}
"""Columns that hold an id of the table that another column names."""


def tables_in(content: bytes) -> dict[str, list[dict[str, str]]]:
    """Table → its rows."""
    with ZipFile(BytesIO(content)) as packed:
        names = [name for name in packed.namelist() if name.endswith(".csv")]
        return {
            name.removesuffix(".csv"): list(csv.DictReader(StringIO(packed.read(name).decode("utf-8"), newline=""), strict=True))
            for name in names
        }


def description_in(content: bytes) -> dict[str, Any]:
    """datapackage.json."""
    with ZipFile(BytesIO(content)) as packed:
        found: dict[str, Any] = json.loads(packed.read("datapackage.json"))
        return found


def faults(content: bytes) -> list[str]:
    """Everything in which a package does not fit the standard; empty where it does."""
    tables, description = tables_in(content), description_in(content)
    return [
        *_of_description(description, tables),
        *(fault for table, rows in tables.items() if table in schema() for fault in _of_table(table, rows, tables)),
        *(f"{table} is no table of the standard" for table in tables if table not in schema() and not table.startswith(EXTENSION)),
        *(f"{table} {row['id']} is no UUID v5" for table, rows in tables.items() for row in rows if UUID(row["id"]).version != 5),
    ]


def _of_description(description: dict[str, Any], tables: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    resources = {one["name"]: one for one in description["resources"]}
    if resources.keys() != tables.keys():
        yield f"described {sorted(resources)}, there {sorted(tables)}"
    if not re.fullmatch(r"[-a-z0-9._/]+", description["name"]):
        yield f"name {description['name']}"
    for table, rows in tables.items():
        fields = [one["name"] for one in resources[table]["schema"]["fields"]]
        if rows and list(rows[0]) != fields:
            yield f"{table}: columns {list(rows[0])}, described {fields}"


def _of_table(table: str, rows: list[dict[str, str]], tables: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    for field in columns_of(table):
        filled = [(row["id"], row[field.name]) for row in rows if row[field.name]]
        if field.required and len(filled) < len(rows):
            yield f"{table}.{field.name} is required"
        if field.unique and len({text for _, text in filled}) < len(filled):
            yield f"{table}.{field.name} is not unique"
        for id_, text in filled:
            if field.enum and text not in field.enum:
                yield f"{table} {id_} {field.name}: {text} is none of {field.enum}"
            if field.type == "number" and not NUMBER.fullmatch(text):
                yield f"{table} {id_} {field.name}: {text} is no number"
            if field.name.endswith("_date") and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
                yield f"{table} {id_} {field.name}: {text} is no date"
        yield from _of_references(table, rows, tables)
    if unknown := {name for row in rows[:1] for name in row} - {field.name for field in columns_of(table)}:
        yield from (f"{table}.{name} is no column of the standard" for name in unknown if not name.startswith(EXTENSION))


def _of_references(table: str, rows: list[dict[str, str]], tables: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    ids = {name: {row["id"] for row in there} for name, there in tables.items()}
    for row in rows:
        for field in columns_of(table):
            named = row.get(LINKED[field.name]) if field.name in LINKED else referred_to(field)
            if named and row[field.name] and row[field.name] not in ids.get(named, set()):
                yield f"{table} {row['id']} {field.name}: {row[field.name]} is not in {named}"
