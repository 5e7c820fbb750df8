"""Open suggestions that two bodies are one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each pair, in the first of their areas."""
    current = held.copies().keys()
    for one, _ in list(held.of("Organization")):
        for tie in held.outgoing[one]:
            if tie.type != "POSSIBLY_SAME_AS" or tie.properties.get("state") != "open":
                continue
            a, b = sorted((tie.start, tie.end))
            here = (held.homes(a) | held.homes(b)) & areas
            if here:
                yield {
                    "area_id": min(here),
                    "a_id": a,
                    "a": held.get(a)["name"],
                    "b_id": b,
                    "b": held.get(b)["name"],
                    "score": tie.properties.get("score"),
                    "reason": tie.properties.get("reason"),
                    "a_sources": sorted(set(held.get(a)["sources"]) & current),
                    "b_sources": sorted(set(held.get(b)["sources"]) & current),
                    "sources_that_could_show": sorted(held.able("bodies", here)),
                    "evidence": sorted([*held.evidence[a], *held.evidence[b]]),
                }
