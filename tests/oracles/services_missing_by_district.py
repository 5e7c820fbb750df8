"""Kinds of service that a need of a district or a source speaking of it asks for, and that no running service there has."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.services_held import categories_of, is_running, places_of, speaking_of_services


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each district and kind of service."""
    every = {kind["code"] for _, kind in held.of("ServiceCategory") if not kind.get("means")}
    services = [(held.get(id_), categories_of(held, id_), places_of(held, id_)) for id_, _ in held.of("Service")]
    for area in sorted(areas & held.nodes.keys()):
        district = held.get(area)
        if district.get("level") in {None, "prefecture", "municipality"} or district.get("generic"):
            continue
        below, above = held.below(area), held.above(area)
        wider = above - {area}
        stated = _stated(held, below)
        scoped = {code for code in every if speaking_of_services(held, {area}, today, {code})}
        for category in (stated.keys() & every) | scoped:
            of_kind = [(one, places) for one, codes, places in services if category in codes]
            local = [one for one, places in of_kind if set.union(*places) & below]
            if any(is_running(one, today) for one in local):
                continue
            running = [(one, places) for one, places in of_kind if is_running(one, today)]
            able = speaking_of_services(held, above, today, {category})
            complete = speaking_of_services(held, above, today, {category}, coverage="exhaustive")
            reasons = stated.get(category, [])
            yield {
                "area_id": area,
                "area": district["name"],
                "category": category,
                "needs": sorted({need for need, _, _ in reasons}),
                "strength": "none" if not reasons else "strong" if "strong" in {how for _, how, _ in reasons} else "weak",
                "meaning": "absent" if complete else "not_recorded" if able else "no_source",
                "city_wide": sorted({one["name"] for one, (_, covered, _) in running if covered & wider}),
                "place_not_stated": sorted({one["name"] for one, places in running if _is_somewhere(held, places, wider)}),
                "not_counted": sorted({one["name"] for one in local}),
                "sources_that_could_show": sorted(able),
                "evidence": sorted({quoted for _, _, quotes in reasons for quoted in quotes}),
            }


def _stated(held: Held, below: set[str]) -> dict[str, list[tuple[str, str, list[str]]]]:
    """Kind of service → the needs stated there that it answers: code, how, evidence."""
    found: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for need in {one for place in below for one in held.ends(place, "HAS_NEED", label="Need")}:
        for kind in held.ends(need, "IN_CATEGORY", label="NeedCategory"):
            for tie in held.outgoing[kind]:
                if tie.type == "ANSWERED_BY" and not held.get(kind).get("context"):
                    how = str(tie.properties["strength"])
                    found[held.get(tie.end)["code"]].append((held.get(kind)["code"], how, held.evidence[need]))
    return found


def _is_somewhere(held: Held, places: tuple[set[str], set[str], set[str]], wider: set[str]) -> bool:
    """Whether it is of what the district lies in, below the prefecture, and no source says where in it."""
    delivered, covered, placed = places
    return not covered and any(held.get(one)["level"] != "prefecture" for one in (delivered | placed) & wider)
