"""Evidence with what it states and where it stands, the least certain first: what a person goes through."""

from typing import Any

from graph.errors import QueryMisused
from graph.reading import Reader
from graph.stated import encoded, statement_of

CERTAINTY = ("inferred", "structural", "explicit")
REVIEWS = ("open", "confirmed", "corrected")
HIDDEN = frozenset({"key", "visibility", "placed_in"})
ASKED = (
    "MATCH (e:Evidence) WHERE e.visibility IN $visible AND ($areas IS NULL OR e.area_id IN $areas) "
    "AND ($review IS NULL OR e.review = $review) AND ($certainty IS NULL OR e.certainty = $certainty) "
    "AND ($fact IS NULL OR e.fact = $fact) AND ($load IS NULL OR e.load = $load) RETURN properties(e) AS properties"
)


def listed(
    reader: Reader,
    *,
    area: str | None = None,
    review: str | None = None,
    certainty: str | None = None,
    fact: str | None = None,
    load: str | None = None,
) -> list[dict[str, Any]]:
    """Evidence that the audience of a reader may see.

    Returns:
        Rows `{id, fact, label, name, quote, certainty, review, dataset, line, row, column, place, states, ends}`; `states` are
        the values that it gives, corrections put in; `ends` of a relationship are label and id of both, as they were read.

    Raises:
        QueryMisused: an unknown area, review or certainty.
    """
    for value, known in ((review, REVIEWS), (certainty, CERTAINTY)):
        if value is not None and value not in known:
            raise QueryMisused("not_one_of", value=value, known=", ".join(known))
    areas = reader.areas.resolve(area) if area else None
    rows = reader.graph.read(ASKED, visible=reader.visible, areas=areas, review=review, certainty=certainty, fact=fact, load=load)
    found = [shown(row["properties"]) for row in rows]
    return sorted(found, key=lambda one: (CERTAINTY.index(one["certainty"]), one["dataset"], one["line"] or one["row"] or 0, one["id"]))


def with_values(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the lookups of evidence, with the values that it states in the place of their stored form."""
    values = values_of({**row, "position": 1})
    return {name: value for name, value in row.items() if name not in {"states", "corrected"}} | {"values": values}


def values_of(evidence: dict[str, Any]) -> dict[str, Any]:
    """What evidence states, corrections put in: property → value, dates as text."""
    statement = statement_of(evidence)
    values = {name: value for name, value in encoded(statement.properties).items() if name not in HIDDEN}
    if statement.codes:
        values["codes"] = list(statement.codes)
    return {name: value["date"] if isinstance(value, dict) else value for name, value in sorted(values.items())}


def shown(evidence: dict[str, Any]) -> dict[str, Any]:
    """A row of the list from evidence as it is stored."""
    statement = statement_of(evidence)
    kept = ("id", "fact", "quote", "certainty", "review", "dataset")
    places = ("line", "starts_at", "ends_at", "sheet", "row", "column", "place", "reviewed_by", "reviewed_at", "reason", "load")
    return {
        **{name: evidence[name] for name in kept},
        **{name: evidence.get(name) for name in places},
        "label": statement.labels[0],
        "name": statement.properties.get("name") or statement.labels[0],
        "states": values_of(evidence),
        "ends": [[end.label, end.id] for end in (statement.start, statement.end) if end],
    }
