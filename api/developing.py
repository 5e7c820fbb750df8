"""Resource development: what is missing in an area, what could be built, and from what."""

from typing import Any

from api.answers import as_json
from api.matching import suppliers
from api.precedents import Examples, starters
from graph.connection import Row
from graph.reading import Reader
from graph.taxonomy import taxonomy

MOST_EXAMPLES = 3
MOST_BODIES = 5
NEED = ("area_id", "area", "need_id", "need_code", "need", "not_counted", "sources_that_could_show", "evidence")
KIND = ("area_id", "area", "category", "needs", "strength", "meaning", "city_wide", "place_not_stated", "not_counted")
KIND_SOURCES = ("sources_that_could_show", "evidence")
PLAN = ("area_id", "area", "service_id", "service", "categories", "providers", "stated_on", "later", "evidence")


def developed(reader: Reader, *, area: str) -> dict[str, Any]:
    """What is missing in an area, what could be built, and from what.

    Args:
        reader: asks on behalf of an audience.
        area: name, code or id.

    Returns:
        `area`, `needs` (without a recorded service; each with precedents, starters and suppliers by tie), `kinds` (missing
        in a district; each with precedents), `planned` (services to take up again) and `programmes` (those that pay for what
        would answer these needs first, with their end). What was looked at is in `looked_at`.

    Raises:
        QueryMisused: the area is not known, or means several.
    """
    asked = reader.areas.find(area)
    needs = reader.answer("needs_without_service", area=asked.id)
    kinds = reader.answer("services_missing_by_district", area=asked.id)
    codes = sorted({code for row in needs.rows for code in row["need_code"].split("+")})
    examples = Examples(reader, asked.id, {*codes, *(code for row in kinds.rows for code in row["needs"])})
    begun = starters(reader, asked.id, codes, examples, without={})
    near = suppliers(reader, asked.id, codes) if codes else []
    return {
        "area": {"id": asked.id, "name": reader.areas.full_name(asked.id)},
        "looked_at": {"needs": needs.population, "kinds": kinds.population},
        "needs": [
            {**_cut(row, NEED), "answers": [_for_code(code, examples, begun, near) for code in row["need_code"].split("+")]}
            for row in needs.rows
        ],
        "kinds": [{**_cut(row, (*KIND, *KIND_SOURCES)), "precedents": _of_kind(row, examples)} for row in kinds.rows],
        "planned": [_cut(row, PLAN) for row in reader.answer("planned_not_seen_running", area=asked.id).rows],
        "programmes": _programmes(reader, asked.id, codes),
    }


def _for_code(code: str, examples: Examples, begun: dict[str, list[Row]], near: list[Row]) -> dict[str, Any]:
    """What could answer one kind of need: what others did, and with whom."""
    return {
        "code": code,
        "precedents": examples.shown(code, most=MOST_EXAMPLES),
        "starters": begun[code][:MOST_BODIES],
        "suppliers": [row for row in near if row["need_code"] == code][:MOST_BODIES],
    }


def _of_kind(row: Row, examples: Examples) -> list[dict[str, Any]]:
    """What others did of a missing kind, for the first of the needs for which somebody did."""
    for code in row["needs"]:
        if found := examples.shown(code, category=row["category"], most=1):
            return found
    return []


def _programmes(reader: Reader, area_id: str, codes: list[str]) -> list[dict[str, Any]]:
    """Programmes of the area and above, those first that pay for a kind of service that answers one of the needs."""
    wanted = {category for code in codes for category in taxonomy().need_categories[code].answered_by}
    rows = [
        {
            **{name: as_json(value) for name, value in row.items()},
            "is_past": bool(row["ends_on"] and row["ends_on"] < reader.today),
            "pays_for_wanted": bool(wanted & set(row["categories"])),
        }
        for row in reader.rows("lookups", "programmes_that_pay", area=area_id)
    ]
    return sorted(rows, key=lambda row: (row["is_past"], not row["pays_for_wanted"], row["name"], row["id"]))


def _cut(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: as_json(row[name]) for name in names}
