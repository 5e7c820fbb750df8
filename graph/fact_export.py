"""Every fact with its evidence, as plain dictionaries: what `tsunagu facts` writes, one JSON object a line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.areas import area_index
from graph.connection import Graph
from graph.evidence_list import values_of
from graph.holdings import Holdings, holdings

OWN = frozenset({"id", "key", "name", "visibility", "sources", "evidence", "verified_on", "placed_in"})
"""Kept by the program, or given beside the properties."""
SCHEME = "Scheme"
"""The one kind of code that is not given."""
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
    held = holdings(graph, visible=visible)
    for node in held.nodes:
        if node.id in held.evidence:
            yield {
                "fact": "node",
                "id": node.id,
                "label": node.labels[0] if len(node.labels) == 1 else list(node.labels),
                "name": node.properties["name"],
                "aliases": node.properties.get("aliases", []),
                "codes": sorted({code for kind, code in held.codes.get(node.id, ()) if kind != SCHEME}),
                "properties": _rest(node.properties),
                **_where(held, node.id, differs="differs" in node.properties),
            }
    for tie in held.relationships:
        if tie.id in held.evidence:
            yield {
                "fact": "relationship",
                "id": tie.id,
                "type": tie.type,
                "start": tie.start.id,
                "end": tie.end.id,
                "properties": _rest(tie.properties),
                **_where(held, tie.id, differs="differs" in tie.properties),
            }


def municipality_name(area: Mapping[str, Any]) -> str:
    """The name of the municipality that an area is or, for a ward of a city, lies in."""
    index = area_index()
    coded = index.by_code.get(str(area.get("code") or ""))
    return index.municipality_of(coded).area.name if coded else str(area["name"])


def _where(held: Holdings, id_: str, *, differs: bool) -> dict[str, Any]:
    """The place and the quotations; where sources differ, each quotation with the values that it gives."""
    evidence: Sequence[Mapping[str, Any]] = held.evidence[id_]
    areas = {one.get("area_id") for one in evidence}
    only = held.by_id.get(str(areas.pop())) if len(areas) == 1 else None
    quotations = [_shown(one) | ({"values": values_of(dict(one))} if differs else {}) for one in evidence]
    return {"area": municipality_name(only.properties) if only else None, "evidence": quotations}


def _shown(evidence: Mapping[str, Any]) -> dict[str, Any]:
    names = {"starts_at": "start", "ends_at": "end", "dataset": "source"}
    return {"id": evidence["id"]} | {names.get(name, name): evidence[name] for name in SHOWN if name in evidence}


def _rest(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in sorted(properties.items()) if name not in OWN}
