"""Records that one current source states, where another could have shown them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each record, in the first of its areas."""
    current = held.copies().keys()
    found: dict[str, tuple[str, set[str], set[str]]] = {}
    for id_, kind, places in held.records():
        here = places & areas
        if here and not held.get(id_).get("generic"):
            first, before, able = found.get(id_, (kind, set(), set()))
            found[id_] = min(first, kind), before | here, able | _able(held, id_, kind, here)
    for id_, (kind, here, able) in found.items():
        thing = held.get(id_)
        stating = set(thing["sources"]) & current
        if len(stating) == 1 and able - stating:
            yield {
                "area_id": min(here),
                "area": held.get(min(here))["name"],
                "id": id_,
                "kind": kind,
                "name": thing["name"],
                "source": min(stating),
                "verified_on": thing.get("verified_on"),
                "other_sources": sorted(able - stating),
                "sources_that_could_show": sorted(able),
                "evidence": sorted(held.evidence[id_]),
            }


def _able(held: Held, id_: str, kind: str, places: set[str]) -> set[str]:
    codes = {
        "bodies": set(held.get(id_).get("actor_types", ())),
        "services": {held.get(one)["code"] for one in held.ends(id_, "IN_CATEGORY", label="ServiceCategory")},
        "needs": set(held.get(id_).get("codes", ())),
    }.get(kind, set())
    found = set[str]()
    for tie in (tie for place in places for wider in held.above(place) for tie in held.incoming[wider]):
        if tie.type == "SPEAKS_OF" and tie.properties["kind"] == kind and held.get(tie.start).get("current"):
            limited = set(tie.properties.get("categories") or ())
            if not limited or limited & codes:
                found |= {held.get(tie.start)["dataset"]} & held.speaking(kind, tie.end)
    return found
