"""Matching: what answers a need of an area, near and far, and who could start something where nothing does."""

from collections.abc import Mapping
from typing import Any

from api.precedents import Examples, starters
from graph.by_hand.codes import code_called
from graph.connection import Row
from graph.reading import Reader
from graph.taxonomy import CONTEXT_NEED, Entry, taxonomy

PLACES = ("here", "in_municipality", "wide", "next_door")
"""Where an answer is, the nearest first."""
NOT_YET = ("planned", "not_yet")
SHOWN = ("service_id", "service", "state", "strength", "stated", "categories", "providers", "evidence")


def needs_known() -> Mapping[str, Entry]:
    """The codes of needs that a service can answer: without background pressure, which is none."""
    return {code: entry for code, entry in taxonomy().need_categories.items() if code != CONTEXT_NEED}


def matched(reader: Reader, need: str, *, area: str) -> dict[str, Any]:
    """What answers a need of an area, and who could start something.

    Args:
        reader: asks on behalf of an audience.
        need: code of a need, or its wording.
        area: name, code or id of a district or municipality.

    Returns:
        `need`, `area`, `stated` (whether the sources state the need there), `answers` (running, the nearest and strongest
        first), `planned`, `next_door` (the areas that were looked at, and why those), `suppliers` (bodies one or two ties
        away that answer it elsewhere), `starters` and `precedents`.

    Raises:
        QueryMisused: the need or the area is not known, or means several.
    """
    code = code_called(needs_known(), need)
    asked = reader.areas.find(area)
    next_door = reader.rows("lookups", "areas_next_door", area=asked.id)
    found = _answers(reader, asked.id, code, next_door)
    examples = Examples(reader, asked.id, [code])
    running = [one for one in found if one["state"] == "running"]
    providing = {provider["id"] for one in running if one["place"] == "here" for provider in one["providers"]}
    return {
        "need": code,
        "area": {"id": asked.id, "name": reader.areas.full_name(asked.id)},
        "stated": _is_stated(reader, asked.id, code),
        "answers": running,
        "planned": [one for one in found if one["state"] in NOT_YET and one["place"] != "next_door"],
        "next_door": next_door,
        "suppliers": suppliers(reader, asked.id, [code]),
        "starters": starters(reader, asked.id, [code], examples, without={code: providing})[code],
        "precedents": examples.shown(code),
    }


def suppliers(reader: Reader, area_id: str, codes: list[str]) -> list[Row]:
    """Bodies one or two ties away that answer a need elsewhere, each service once, by the shorter way."""
    nearest: dict[tuple[str, str, str], Row] = {}
    for row in sorted(reader.rows("lookups", "suppliers_by_ties", area=area_id, needs=codes), key=lambda one: int(one["ties"])):
        nearest.setdefault((row["need_code"], row["id"], row["service_id"]), row)
    return sorted(nearest.values(), key=lambda one: (one["ties"], one["name"], one["service_id"]))


def _is_stated(reader: Reader, area_id: str, code: str) -> bool:
    """Whether a need of that kind is stated for the area, for one in it or for one that it lies in."""
    rows = reader.rows("lookups", "needs_stated", area=area_id)
    return any(row["code"] == code for row in rows)


def _answers(reader: Reader, area_id: str, code: str, next_door: list[Row]) -> list[Row]:
    """Services of the kinds that answer a need: each once, where it is nearest; the nearest and strongest first."""
    found: dict[str, Row] = {}
    for place, there, asked in _looked_at(reader, area_id, next_door):
        for row in reader.rows("lookups", "services_answering", area=asked, needs=[code]):
            if place == "here" or row["place"] == "here":
                nearest = row["place"] if place == "here" else place
                shown = {name: row[name] for name in SHOWN}
                found.setdefault(row["service_id"], {"place": nearest, "area": there, **shown})
    return sorted(found.values(), key=_order)


def _looked_at(reader: Reader, area_id: str, next_door: list[Row]) -> list[tuple[str, str, str]]:
    """Place, name and id of each area that is asked: this one, the municipality that it lies in, those next door."""
    areas = reader.areas
    above = [one for one in areas.above(area_id) if areas.by_id[one].level == "municipality"]
    looked = [("here", areas.full_name(area_id), area_id), *(("in_municipality", areas.full_name(one), one) for one in above)]
    return [*looked, *(("next_door", row["area"], row["area_id"]) for row in next_door)]


def _order(answer: Row) -> tuple[Any, ...]:
    return PLACES.index(answer["place"]), not answer["stated"], answer["strength"] != "strong", answer["service"], answer["service_id"]
