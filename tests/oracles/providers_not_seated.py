"""Bodies that run a service in an area and sit on none of its councils."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.oracles.seats_and_roles import runs


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each such body of each area."""
    for area, here in _councils(held).items():
        if area not in areas:
            continue
        able = {dataset for place in held.above(area) for dataset in held.speaking("seats", place, today)}
        lists = "unknown" if not able else "open" if any(held.get(one).get("open_list") for one in here) else "listed"
        for body, of in _providers(held, area, today).items():
            if not held.get(body).get("generic") and held.existing(today).is_a(body, "Organization") and not _seats(held, body) & here:
                yield {
                    "area_id": area,
                    "id": body,
                    "services": sorted({held.get(one)["name"] for one in of}),
                    "councils": sorted({held.get(one)["name"] for one in here}),
                    "seat_lists": lists,
                    "sources_that_could_show": sorted(able),
                    "evidence": sorted({one for service in of for one in held.evidence[service]}),
                }


def _councils(held: Held) -> dict[str, set[str]]:
    """Area → the active councils held there or for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for id_, council in held.of("Council"):
        if council.get("status", "active") == "active":
            for area in held.ends(id_, "OPERATES_IN", "COVERS", label="Area") or {str(council.get("placed_in"))}:
                found[area].add(id_)
    return found


def _providers(held: Held, area: str, today: date) -> dict[str, set[str]]:
    """Body → its running services in an area or what lies in it."""
    found: dict[str, set[str]] = defaultdict(set)
    below = held.below(area)
    for id_, service in held.of("Service"):
        places = held.ends(id_, "DELIVERED_IN", "COVERS", label="Area") or {str(service.get("placed_in"))}
        if places & below and runs(held, id_, today):
            for tie in held.incoming[id_]:
                if tie.type == "PROVIDES" and held.is_a(tie.start, "Organization") and tie.properties.get("status", "running") == "running":
                    found[tie.start].add(id_)
    return found


def _seats(held: Held, body: str) -> set[str]:
    """Councils on which a body sits, is itself, or is seen through what it is part of, its parts, or a part of the council."""
    own = held.ends(body, "MEMBER_OF", label="Council")
    found = {body} | own
    for whole in held.ends(body, "PART_OF", "MEMBER_OF", label="Organization") | held.starts(body, "PART_OF", label="Organization"):
        found |= held.ends(whole, "MEMBER_OF", label="Council")
    for council in own:
        found |= held.ends(council, "PART_OF", "MEMBER_OF", label="Council")
    return found
