"""datapackage.json: what is in the package, with a Table Schema for each table."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph.holdings import Holdings
from graph.messages import Messages
from graph.model.definitions import VISIBILITY_LEVELS
from loaders.hsds.schema import Field, columns_of, referred_to
from loaders.hsds.tables_out import TablesOut, types_of
from loaders.hsds.tabular_package import ALL_TIES

SPECIFICATION = "https://docs.openreferral.org/en/v3.0/hsds/"
PROFILE, RESOURCE_PROFILE = "tabular-data-package", "tabular-data-resource"


def descriptor(tables: TablesOut, held: Holdings, words: Messages) -> bytes:
    """The bytes of datapackage.json."""
    name, where = package_name(held)
    content: dict[str, Any] = {
        "profile": PROFILE,
        "name": name,
        "title": words("text.package_title", area=where or words("text.everywhere")),
        "description": words("text.package_description"),
        "x_hsds_version": "3.0",
        "x_hsds_specification": SPECIFICATION,
        ALL_TIES: True,
        "sources": [_source(one) for _, one in sorted(held.sources.items())],
        "resources": [_resource(table, tables) for table in tables.names()],
    }
    if not content["sources"]:
        del content["sources"]
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def package_name(held: Holdings) -> tuple[str, str]:
    """The name of the package, the same from version to version, and the one area it is about; empty for several.

    A package for another area or another audience is another package: loading one must not retire what the other says.
    """
    municipalities, prefectures = set[tuple[str, str]](), set[tuple[str, str]]()
    for node in held.nodes:
        if node.id in held.outside or not (area := str(node.properties.get("placed_in") or "")):
            continue
        for one in held.lies_in(area):
            code, level = str(one.properties.get("code") or ""), one.properties.get("level")
            if code and level in {"prefecture", "municipality"}:
                (prefectures if level == "prefecture" else municipalities).add((code, held.full_name(one.id)))
    places = municipalities if len(municipalities) == 1 else prefectures
    code, area = next(iter(places)) if len(places) == 1 else ("", "")
    levels = [*(one.properties["visibility"] for one in held.nodes), *(one.properties["visibility"] for one in held.relationships)]
    level = max(map(str, levels), key=VISIBILITY_LEVELS.index, default="public")
    return "-".join(part for part in ("tsunagu", code, "" if level == "public" else level) if part), area


def _source(source: Mapping[str, Any]) -> dict[str, str]:
    found = {"title": str(source.get("title") or source["dataset"]), "x_dataset": str(source["dataset"])}
    return found | ({"x_licence": str(source["licence"])} if source.get("licence") else {})


def _resource(table: str, tables: TablesOut) -> dict[str, Any]:
    declared = {field.name: field for field in columns_of(table)}
    fields = [_field(name, type_, declared.get(name)) for name, type_ in types_of(table).items()]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": "id"}
    if keys := list(_foreign_keys(declared.values(), tables.names())):
        schema["foreignKeys"] = keys
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": RESOURCE_PROFILE,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(name: str, type_: str, declared: Field | None) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name, "type": type_}
    constraints: dict[str, Any] = {}
    if declared is None:
        constraints = {"required": True} if name in {"id", "type", "start_id", "end_id"} else {}
    else:
        found |= {"description": declared.description} if declared.description else {}
        found |= {"format": declared.format} if declared.format in {"email", "uri"} else {}
        constraints |= {"required": True} if declared.required else {}
        constraints |= {"unique": True} if declared.unique else {}
        constraints |= {"enum": list(declared.enum)} if declared.enum else {}
    return found | ({"constraints": constraints} if constraints else {})


def _foreign_keys(fields: Iterable[Field], tables: Iterable[str]) -> Iterable[dict[str, Any]]:
    there = set(tables)
    for field in fields:
        if (table := referred_to(field)) in there:
            yield {"fields": field.name, "reference": {"resource": "" if table == field.table else table, "fields": "id"}}
