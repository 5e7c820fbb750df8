"""Needs raised in layer 2 or a care conference that no record leads on from."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area and need."""
    for area in areas & held.nodes.keys():
        for need in held.ends(area, "HAS_NEED", label="Need"):
            codes = held.get(need).get("codes", ())
            councils = held.ends(need, "RAISED_IN", label="Council")
            low = {one for one in councils if is_low(held.get(one))}
            on_agenda = any(1 in held.get(one).get("layers", ()) for one in councils)
            handed_on = any(held.ends(one, "REFERS_TO") - {one} for one in low)
            if not low or on_agenda or handed_on or set(codes) == {"N_CONTEXT"}:
                continue
            raised = [tie.properties for tie in held.outgoing[need] if tie.type == "RAISED_IN" and tie.end in low]
            yield {
                "area_id": area,
                "need_id": need,
                "need_code": "+".join(codes),
                "raised_in": sorted({held.get(one)["name"] for one in low}),
                "raised_on": max((one["on"] for one in raised if "on" in one), default=None),
                "sources_that_could_show": sorted({one for scope in held.above(area) for one in held.speaking("needs", scope, today)}),
                "evidence": sorted(held.evidence[need]),
            }


def is_low(council: dict[str, Any]) -> bool:
    """Whether it is a care conference, or of layer 2 and not of layer 1."""
    layers = council.get("layers", ())
    return council.get("kind") == "care_conference" or (2 in layers and 1 not in layers)
