"""Facts as the scorer reads them: one JSON object a line (evaluation/README.md)."""

import json
from typing import Any

from graph.fact_export import municipality_name
from graph.facts import Fact
from graph.model.definitions import Relationship
from loaders.contract import Transformed


def facts_as_lines(transformed: Transformed, source: str) -> list[str]:
    """Each fact as one JSON object; `area` is the municipality that all its evidence stands in."""
    names = {case.area_id: case.name for case in transformed.dataset.cases}
    areas = {
        fact.what.id: municipality_name({"name": fact.what.name, "code": getattr(fact.what, "code", None)})
        for fact in transformed.facts
        if not isinstance(fact.what, Relationship)
    }
    municipalities = {area_id: areas.get(str(area_id), name) for area_id, name in names.items()}
    return [json.dumps(_as_object(fact, source, municipalities), ensure_ascii=False) for fact in transformed.facts]


def _as_object(fact: Fact, source: str, municipalities: dict[str | None, str]) -> dict[str, Any]:
    placed = {one.area_id for one in fact.evidence}
    evidence = [
        {
            "source": source,
            "line": one.line,
            "start": one.start,
            "end": one.end,
            "quote": one.quote,
            "certainty": one.certainty,
            "review": "open",
        }
        for one in fact.evidence
    ]
    shared: dict[str, Any] = {"id": fact.id, "area": municipalities.get(placed.pop()) if len(placed) == 1 else None, "evidence": evidence}
    if isinstance(fact.what, Relationship):
        start, end = fact.what.ordered_ends()
        properties = {name: value for name, value in fact.what.properties().items() if isinstance(value, str | int | float | bool)}
        return shared | {"fact": "relationship", "type": fact.what.type, "start": start.id, "end": end.id, "properties": properties}
    label: Any = [fact.what.label, fact.also.label] if fact.also else fact.what.label
    return shared | {
        "fact": "node",
        "label": label,
        "name": fact.what.name,
        "aliases": list(getattr(fact.what, "aliases", ())),
        "codes": list(fact.codes),
    }
