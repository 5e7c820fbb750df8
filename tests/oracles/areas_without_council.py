"""Municipalities and everyday-life areas of which a source speaks, without a recorded running council."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.model.sources import KINDS_OF_FACT
from tests.held import Held
from tests.oracles.layers_without_link import places_of


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each of them."""
    councils = {id_: (one, places_of(held, id_)) for id_, one in held.of("Council") if one.get("kind") != "care_conference"}
    for area in looked_at(held, areas, today):
        level, above = held.get(area)["level"], held.above(area)
        serving = [
            one
            for id_, (one, places) in councils.items()
            if (area in places and fits(level, one)) or around(held, id_, level, places & above)
        ]
        states = {one.get("status", "active") for one in serving}
        if "active" in states:
            continue
        able = {dataset for scope in above for dataset in held.speaking("seats", scope, today)}
        yield {
            "area_id": area,
            "level": level,
            "status": "planned" if "planned" in states else "ended" if states else "not_recorded" if able else "no_source",
            "councils": sorted(one["name"] for one in serving),
            "sources_that_could_show": sorted(able),
        }


def looked_at(held: Held, areas: set[str], today: date) -> Iterator[str]:
    """Areas of these two kinds of which, or of what is around which, some source speaks."""
    for area in areas & held.nodes.keys():
        one = held.get(area)
        of_kind = one["level"] in {"municipality", "daily_life_area"} and not one.get("generic") and one.get("until") is None
        if of_kind and any(held.speaking(kind, scope, today) for scope in held.above(area) for kind in KINDS_OF_FACT):
            yield area


def fits(level: str, council: dict[str, Any]) -> bool:
    """Whether a council of the area itself is of its layer."""
    layers = council.get("layers", ())
    return level == "daily_life_area" or not layers or 1 in layers


def around(held: Held, council: str, level: str, shared: set[str]) -> bool:
    """Whether a council of a wider area serves an everyday-life area, too: of both layers, or of layer 2 with a stated area."""
    layers = held.get(council).get("layers", ())
    stated = 1 in layers or held.ends(council, "COVERS", label="Area")
    return bool(level == "daily_life_area" and shared and 2 in layers and stated)
