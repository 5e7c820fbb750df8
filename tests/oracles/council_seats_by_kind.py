"""Who sits on the councils of an area, by the kinds of the guideline and of councils elsewhere."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held, Tie


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area with a running council and each kind."""
    running = {id_: council for id_, council in held.of("Council") if council.get("status", "active") == "active"}
    seats = {code["code"]: set(code["actor_types"]) for _, code in held.of("Guideline") if code.get("kind") == "seat"}
    seating = places_by_type(held, running, today)
    named = set().union(*seats.values())
    kinds = seats | {type_: {type_} for type_ in seating if type_ not in named and type_ != "OTHER"}
    for area in areas & held.nodes.keys():
        councils = {id_ for id_, one in running.items() if one.get("placed_in") == area or area in held.ends(id_, "COVERS", "OPERATES_IN")}
        if not councils:
            continue
        bodies = [seat for council in councils for seat in seats_of(held, council, today)]
        own = {running[id_].get("placed_in") for id_ in councils}
        able = {dataset for scope in held.above(area) for dataset in held.speaking("seats", scope, today)}
        is_open = any(running[id_].get("open_list") for id_ in councils)
        for kind, types in kinds.items():
            elsewhere = set().union(*(seating.get(one, set()) for one in types)) - own
            if kind not in seats and not elsewhere:
                continue
            filling = {held.get(body)["name"] for body, of in bodies if types & of}
            yield {
                "area_id": area,
                "kind": kind,
                "in_guideline": kind in seats,
                "status": "seated" if filling else "no_list" if not bodies or not able else "open_list" if is_open else "not_listed",
                "seated": sorted(filling),
                "councils": sorted({running[id_]["name"] for id_ in councils}),
                "elsewhere": len(elsewhere),
                "sources_that_could_show": sorted(able),
            }


def valid(tie: Tie, today: date) -> bool:
    """Whether a membership is of that day."""
    since, until = tie.properties.get("since"), tie.properties.get("until")
    return (since is None or since <= today) and (until is None or until >= today)


def lives(held: Held, body: str, today: date) -> bool:
    """Whether a body was not dissolved."""
    ended = held.get(body).get("ended_on")
    return ended is None or ended > today


def bodies_in(held: Held, end: str, today: date, *types: str) -> set[str]:
    """The bodies that are recorded on that day as in another."""
    return {tie.start for tie in held.incoming[end] if tie.type in types and valid(tie, today) and lives(held, tie.start, today)}


def seats_of(held: Held, council: str, today: date) -> Iterator[tuple[str, set[str]]]:
    """Each body that sits there itself, through another, or through a part, with its actor types."""

    def types(body: str) -> set[str]:
        return set(held.get(body).get("actor_types", ()))

    for body in bodies_in(held, council, today, "MEMBER_OF", "PART_OF"):
        yield body, types(body)
        if held.get(body).get("status", "active") == "active":
            for inner in bodies_in(held, body, today, "MEMBER_OF"):
                yield inner, types(inner)
    for body in bodies_in(held, council, today, "MEMBER_OF"):
        if held.is_a(body, "Organization"):
            for whole in held.ends(body, "PART_OF", label="Organization"):
                if lives(held, whole, today):
                    yield whole, types(whole)
            if held.ends(body, "HOLDS", label="Post"):
                yield body, {"COORD"}


def places_by_type(held: Held, running: dict[str, Any], today: date) -> dict[str, set[str]]:
    """Actor type → the places whose councils have a member of it."""
    found: dict[str, set[str]] = {}
    for id_, council in running.items():
        for body in bodies_in(held, id_, today, "MEMBER_OF") if council.get("placed_in") else ():
            if held.is_a(body, "Organization"):
                for type_ in held.get(body).get("actor_types", ()):
                    found.setdefault(type_, set()).add(council["placed_in"])
    return found
