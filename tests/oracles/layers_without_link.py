"""Councils of two layers whose areas nest, between which no record leads."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held, Tie


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each such pair and each area of the lower one."""
    running = {id_: council for id_, council in held.of("Council") if council.get("status", "active") == "active"}
    uppers = {id_ for id_, one in running.items() if 1 in one.get("layers", ())}
    lowers = {id_ for id_, one in running.items() if 2 in one.get("layers", ())} - uppers
    places = {id_: places_of(held, id_) for id_ in uppers | lowers}
    for lower in lowers:
        for area in places[lower] & areas & held.nodes.keys():
            above = held.above(area)
            for upper in uppers:
                if places[upper] & above and not linked(held, lower, upper, today):
                    able = {one for scope in above for kind in ("seats", "ties") for one in held.speaking(kind, scope, today)}
                    yield {
                        "area_id": area,
                        "upper_id": upper,
                        "lower_id": lower,
                        "upper": running[upper]["name"],
                        "lists": lists(held, lower, upper),
                        "sources_that_could_show": sorted(able),
                    }


def places_of(held: Held, council: str) -> set[str]:
    """The areas for which a council is: those that it covers, else where it works, else where it is placed."""
    placed = held.get(council).get("placed_in")
    covered, works = held.ends(council, "COVERS", label="Area"), held.ends(council, "OPERATES_IN", label="Area")
    return covered or works or ({placed} if placed else set())


def lists(held: Held, lower: str, upper: str) -> str:
    """What the member lists of the two bear."""
    if not (held.starts(lower, "MEMBER_OF") and held.starts(upper, "MEMBER_OF")):
        return "no_list"
    return "open_list" if any(held.get(one).get("open_list") for one in (lower, upper)) else "listed"


def linked(held: Held, lower: str, upper: str, today: date) -> bool:
    """Whether membership or handing on leads from one to the other, directly or through one named body."""
    if upper in near(held, lower, today, "MEMBER_OF", "PART_OF", "REFERS_TO"):
        return True
    for between in near(held, lower, today, "MEMBER_OF", "REFERS_TO"):
        ended = held.get(between).get("ended_on")
        named = not held.get(between).get("generic") and (ended is None or ended > today)
        if named and between != upper and upper in near(held, between, today, "MEMBER_OF", "REFERS_TO"):
            return True
    return False


def near(held: Held, id_: str, today: date, *types: str) -> set[str]:
    """What is joined to it on that day, in whichever direction."""
    ties: list[Tie] = [tie for tie in (*held.outgoing[id_], *held.incoming[id_]) if tie.type in types]
    valid = [tie for tie in ties if (tie.properties.get("until") or today) >= today >= (tie.properties.get("since") or today)]
    return {tie.end if tie.start == id_ else tie.start for tie in valid}
