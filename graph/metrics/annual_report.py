"""The lines of a yearly report: how many posts, councils, meetings, services and ties are recorded for an area."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

Area = Mapping[str, Any]

KINDS: Mapping[str, str] = {
    **{"posts": "seats", "councils": "seats", "meetings": "needs"},
    **{"services_begun": "services", "services_ended": "services", "ties_first_recorded": "ties"},
}
"""Item → the kind of fact of which a source has to speak to show it."""


def annual_report(row: Mapping[str, Any], *, fiscal_year: int) -> list[dict[str, Any]]:
    """One row for each area and item, and for each layer and body where posts are placed.

    Args:
        row: `areas`, each with posts, councils, services, ties and scopes, as `cypher/gaps/annual_report.cypher` collects them.
        fiscal_year: the year in whose April it begins.

    Returns:
        Rows sorted by area and item. The value is null where nothing is recorded and no source that gives all of the kind
        speaks of the year: what is not recorded is never 0.
    """
    begins, ends = date(fiscal_year, 4, 1), date(fiscal_year + 1, 3, 31)
    found = [one for area in row.get("areas", ()) if _is_reported(area) for one in _rows(area, begins, ends)]
    return sorted(found, key=lambda one: (one["area_id"], one["item"], one["layer"], one["seat"]))


def _is_reported(area: Area) -> bool:
    return bool(area["asked"] or area["bodies"] or any(area[what] for what in ("posts", "councils", "services")))


def _rows(area: Area, begins: date, ends: date) -> Iterator[dict[str, Any]]:
    spoken = [one for one in area["scopes"] if (one.get("begins") or ends) <= ends and (one.get("ends_on") or begins) >= begins]
    for item, lines in _counted(area, begins, ends).items():
        able = [one for one in spoken if one["kind"] == KINDS[item]]
        nothing = {("", ""): 0 if any(one["in_full"] for one in able) else None}
        for (layer, seat), value in (lines or nothing).items():
            yield {
                "area_id": area["id"],
                "area": area["name"],
                "item": item,
                "layer": layer,
                "seat": seat,
                "value": value,
                "sources_that_could_show": sorted({one["dataset"] for one in able}),
            }


def _counted(area: Area, begins: date, ends: date) -> dict[str, Mapping[tuple[str, str], int]]:
    """Item → layer and seat → how many; an item of which there is none has no lines."""

    def within(day: date | None) -> bool:
        return day is not None and begins <= day <= ends

    active = [one for one in area["councils"] if one.get("status") == "active" and (one.get("founded") or begins) <= ends]
    days = {(one["id"], day) for one in area["councils"] for day in one["days"] if within(day)}
    begun = [one for one in area["services"] if any(within(day) for day in (one.get("valid_from"), *one["founded"])) and _is_begun(one)]
    ended = [one for one in area["services"] if one.get("status") == "ended" and within(one.get("valid_to"))]
    ties = [one for one in area["ties"] if within(one.get("first"))]
    return {
        "posts": Counter((_layer(one.get("layer")), "、".join(sorted(one["seats"]))) for one in area["posts"]),
        "councils": Counter((_layers(one.get("layers") or ()), "") for one in active),
        "meetings": _number(days),
        "services_begun": _number(begun),
        "services_ended": _number(ended),
        "ties_first_recorded": _number(ties),
    }


def _is_begun(service: Mapping[str, Any]) -> bool:
    return service.get("status") in {"running", "ended"}


def _number(found: Iterable[Any]) -> Mapping[tuple[str, str], int]:
    count = len(list(found))
    return {("", ""): count} if count else {}


def _layer(layer: int | None) -> str:
    return "" if layer is None else str(layer)


def _layers(layers: Iterable[int]) -> str:
    return "+".join(str(one) for one in sorted(layers))
