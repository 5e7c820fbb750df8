"""The four functions of an area for which nobody is recorded to act."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.oracles.areas_without_coordinator import lives
from tests.oracles.areas_without_council import looked_at

FUNCTIONS = {"needs", "resources", "network", "matching"}


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area and function without an actor."""
    for area in looked_at(held, areas, today):
        aims = {area, *held.ends(area, "HAS_NEED", label="Need")}
        acted = {
            tie.properties["function"]
            for aim in aims
            for tie in held.incoming[aim]
            if tie.type == "ACTS_FOR" and lives(held, tie.start, today)
        }
        able = {dataset for scope in held.above(area) for dataset in held.speaking("seats", scope, today)}
        observed = [held.get(one) for one in held.starts(area, "OBSERVED_IN", label="Observation")]
        unbegun = {one["indicator"].removeprefix("acts_for_") for one in observed if one.get("state") == "not_started"}
        for function in FUNCTIONS - acted:
            yield {
                "area_id": area,
                "function": function,
                "status": "not_started" if function in unbegun else "not_stated" if able else "no_source",
                "sources_that_could_show": sorted(able),
            }
