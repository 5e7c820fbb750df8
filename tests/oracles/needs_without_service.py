"""Needs of an area for which no running service in a category that answers them is delivered there or covers it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.services_held import categories_of, is_running, places_of, speaking_of_services


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area and need of which at least one kind is unanswered."""
    services = [(id_, *places_of(held, id_)) for id_, _ in held.of("Service")]
    for area in sorted(areas):
        if area not in held.nodes:
            continue
        below, above = held.below(area), held.above(area)
        near = {id_ for id_, delivered, covered, placed in services if (delivered | covered | placed) & below or covered & above}
        for need in held.ends(area, "HAS_NEED", label="Need"):
            row = _row(held, need, near, above, today)
            if row:
                yield {"area_id": area, "area": held.get(area)["name"], "need_id": need, "need": held.get(need)["name"], **row}


def _row(held: Held, need: str, near: set[str], above: set[str], today: date) -> dict[str, Any] | None:
    """What the columns of a need are, where something of it is unanswered."""
    found = defaultdict[str, set[str]](set)
    for kind in held.ends(need, "IN_CATEGORY", label="NeedCategory"):
        wanted = {held.get(one)["code"] for one in held.ends(kind, "ANSWERED_BY")}
        answering = {one for one in near if categories_of(held, one) & wanted}
        if held.get(kind).get("context") or any(is_running(held.get(one), today) for one in answering):
            continue
        able = speaking_of_services(held, above, today, wanted)
        found["codes"].add(held.get(kind)["code"])
        found["able"] |= able
        found["doing"] |= {dataset for dataset in able if any(dataset in held.get(one)["sources"] for one in answering)}
        found["named"] |= {held.get(one)["name"] for one in answering}
    if not found["codes"]:
        return None
    return {
        "need_code": "+".join(sorted(found["codes"])),
        "sources_that_could_show": sorted(found["able"]),
        "sources_that_do": sorted(found["doing"]),
        "not_counted": sorted(found["named"]),
        "evidence": sorted(held.evidence[need]),
    }
