"""Every need of an area with its count, its trend and what answers it, here and for the whole area."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.services_held import categories_of, is_running, places_of, speaking_of_services

FEWEST = 5


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area and need; generated needs have no counts above the smallest unless alone in their town."""
    services = {id_: places_of(held, id_) for id_, _ in held.of("Service")}
    for area in sorted(areas & held.nodes.keys()):
        below, above = held.below(area), held.above(area)
        local = {id_ for id_, (held_in, covers, placed) in services.items() if (held_in | placed) & below or covers & (below - {area})}
        wide = {id_ for id_, (_, covers, _) in services.items() if covers & above}
        for need in held.ends(area, "HAS_NEED", label="Need"):
            kinds = {one for one in held.ends(need, "IN_CATEGORY", label="NeedCategory") if not held.get(one).get("context")}
            if not kinds:
                continue
            wanted = {held.get(one)["code"] for kind in kinds for one in held.ends(kind, "ANSWERED_BY")}
            answering = {one for one in local | wide if categories_of(held, one) & wanted}
            running = {one for one in answering if is_running(held.get(one), today)}
            yield {
                "area_id": area,
                "need_id": need,
                "need_code": "+".join(sorted(held.get(one)["code"] for one in kinds)),
                "need": held.get(need)["name"],
                "trend": _trend(held, need),
                "here": sorted({held.get(one)["name"] for one in running & local}),
                "for_all": sorted({held.get(one)["name"] for one in running - local}),
                "not_counted": sorted({held.get(one)["name"] for one in answering - running}),
                "sources": sorted(set(held.get(need)["sources"]) & held.copies().keys()),
                "sources_that_could_show": sorted(speaking_of_services(held, above, today, wanted)),
                "evidence": sorted(held.evidence[need]),
                **_count(held, area, need),
            }


def _count(held: Held, area: str, need: str) -> dict[str, Any]:
    """Small counts are hidden; whether a large one is too depends on the others of its town."""
    count = held.get(need).get("count")
    if count is None:
        return {"count": None, "count_state": "not_stated"}
    if count < FEWEST:
        return {"count": None, "count_state": "hidden"}
    codes = held.get(need)["codes"]
    related = (held.above(area) | held.below(area)) - {area}
    apart = not any(held.get(one)["codes"] == codes for other in related for one in held.ends(other, "HAS_NEED", label="Need"))
    return {"count": count, "count_state": "shown"} if apart else {}


def _trend(held: Held, need: str) -> str:
    stated: dict[date, int] = {}
    for one in sorted(
        (held.get(one) for one in held.evidence[need]), key=lambda one: json.loads(one["states"])["properties"].get("count") or 0
    ):
        properties = json.loads(one["states"])["properties"]
        if one.get("verified_on") and "count" in properties and properties["visibility"] in held.visible:
            stated[one["verified_on"]] = properties["count"]
    if len(stated) < 2 or held.get(need).get("count") is None:
        return "no_earlier"
    before, newest = (stated[day] for day in sorted(stated)[-2:])
    return "same" if before == newest else "more" if newest > before else "fewer"
