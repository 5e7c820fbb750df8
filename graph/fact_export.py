"""Every fact with its evidence, as plain dictionaries: what `tsunagu facts` writes, one JSON object a line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from graph import statements
from graph.areas import area_index
from graph.connection import Graph
from graph.evidence_list import values_of
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.rows import main_label_first

OWN = frozenset({"id", "key", "name", "visibility", "sources", "evidence", "verified_on", "placed_in"})
"""Kept by the program, or given beside the properties."""
CODES = ("OF_TYPE", "IN_CATEGORY")
PLACE = ("dataset", "line", "starts_at", "ends_at", "sheet", "row", "column", "place")
SHOWN = (*PLACE, "quote", "certainty", "review", "extractor", "repairs")
"""What is given of evidence."""


def facts(graph: Graph, visible: list[str]) -> Iterator[dict[str, Any]]:
    """Every visible fact that a source states: nodes first, then relationships, each sorted by id.

    Yields:
        `{"fact": "node", "id", "label", "name", "aliases", "codes", "area", "evidence", "properties"}` or
        `{"fact": "relationship", "id", "type", "start", "end", "area", "properties", "evidence"}`. `area` is the name of
        the municipality whose case or row the fact comes from (a ward's city); None where several share it.
    """
    evidence, area_names = _evidence(graph, visible), _area_names(graph, visible)
    codes = _codes(graph, visible)
    shown: set[str] = set()
    for row in _sorted(_nodes(graph)):
        if (properties := row["properties"])["visibility"] not in visible or properties["id"] not in evidence:
            continue
        shown.add(properties["id"])
        labels = list(main_label_first(row["labels"]))
        yield {
            "fact": "node",
            "id": properties["id"],
            "label": labels[0] if len(labels) == 1 else labels,
            "name": properties["name"],
            "aliases": properties.get("aliases", []),
            "codes": sorted(codes[properties["id"]]),
            "properties": _rest(properties),
            **_where(evidence[properties["id"]], area_names, differs="differs" in properties),
        }
    for row in _sorted(_relationships(graph)):
        properties = row["properties"]
        is_seen = properties["visibility"] in visible and properties["id"] in evidence
        if not is_seen or not {row["start"], row["end"]} <= shown:
            continue
        yield {
            "fact": "relationship",
            "id": properties["id"],
            "type": row["type"],
            "start": row["start"],
            "end": row["end"],
            "properties": _rest(properties),
            **_where(evidence[properties["id"]], area_names, differs="differs" in properties),
        }


def _area_names(graph: Graph, visible: list[str]) -> dict[str, str]:
    areas = [row["properties"] for row in graph.read(statements.all_nodes("Area"))]
    return {area["id"]: municipality_name(area) for area in areas if area["visibility"] in visible}


def _nodes(graph: Graph) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for label, kind in node_kinds().items():
        for row in graph.read(statements.all_nodes(label)) if kind.is_fact else ():
            if row["properties"]["id"] not in seen:
                seen.add(row["properties"]["id"])
                yield row


def _relationships(graph: Graph) -> Iterator[dict[str, Any]]:
    for type_, kind in relationship_kinds().items():
        for row in graph.read(statements.all_relationships(type_)) if kind.is_fact else ():
            yield row | {"type": type_}


def _sorted(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(row["properties"]["id"]))


def _codes(graph: Graph, visible: list[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for type_ in CODES:
        rows = graph.read(f"MATCH (n)-[r:{type_}]->(c) WHERE r.visibility IN $visible RETURN n.id AS id, c.code AS code", visible=visible)
        for row in rows:
            found[row["id"]].add(row["code"])
    return found


def _evidence(graph: Graph, visible: list[str]) -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows = graph.read(statements.all_nodes("Evidence"))
    for row in sorted(rows, key=lambda row: (row["properties"].get("line") or row["properties"].get("row") or 0, row["properties"]["id"])):
        properties = row["properties"]
        if properties["visibility"] in visible:
            found[properties["fact"]].append(properties)
    return found


def municipality_name(area: Mapping[str, Any]) -> str:
    """The name of the municipality that an area is or, for a ward of a city, lies in."""
    index = area_index()
    coded = index.by_code.get(str(area.get("code") or ""))
    return index.municipality_of(coded).area.name if coded else str(area["name"])


def _where(evidence: list[dict[str, Any]], area_names: Mapping[str, str], *, differs: bool) -> dict[str, Any]:
    """The place and the quotations; where sources differ, each quotation with the values that it gives."""
    areas = {one.get("area_id") for one in evidence}
    only = areas.pop() if len(areas) == 1 else None
    quotations = [_shown(one) | ({"values": values_of(one)} if differs else {}) for one in evidence]
    return {"area": area_names.get(only or ""), "evidence": quotations}


def _shown(evidence: Mapping[str, Any]) -> dict[str, Any]:
    names = {"starts_at": "start", "ends_at": "end", "dataset": "source"}
    return {"id": evidence["id"]} | {names.get(name, name): evidence[name] for name in SHOWN if name in evidence}


def _rest(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in sorted(properties.items()) if name not in OWN}
