"""What came since a day, in a graph from which nothing was withdrawn yet."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.held import Held

TIES = ("COLLABORATES_WITH", "SUPPORTS", "FUNDS", "COMMISSIONS", "ESTABLISHED", "CONNECTS", "REFERS_TO")
TOLD = (*TIES, "MEMBER_OF", "PROVIDES", "ACTS_FOR", "HOLDS", "RAISED_IN")
KINDS = {
    **{"Organization": "bodies", "Council": "seats", "Post": "seats", "Service": "services", "Need": "needs", "Programme": "programmes"},
    **{**dict.fromkeys(TIES, "ties"), "MEMBER_OF": "seats", "ACTS_FOR": "seats", "HOLDS": "seats"},
    **{"PROVIDES": "services", "RAISED_IN": "needs"},
}
QUARTER = timedelta(days=92)


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each fact all of whose evidence was loaded within the last three months."""
    recent = {id_ for id_, load in held.of("Load") if load["began_at"] >= (today - QUARTER).isoformat()}
    places = _places(held, areas)
    ends: dict[str, set[str]] = {}
    absent: set[str] = set()
    told = {id_: (label, held.get(id_)["name"]) for id_, (label, _) in places.items()}
    where = {id_: found for id_, (_, found) in places.items()}
    for start in list(held.nodes):
        for tie in held.outgoing[start] if tie_starts(held, start) else ():
            touched = {end for end in (tie.start, tie.end) if end in places and _is_told_of(held, end, tie.type)}
            if tie.type in TOLD and touched:
                absent |= {tie.properties["id"]} if tie.properties.get("state") == "absent" else set()
                ends[tie.properties["id"]] = {place for end in touched for place in {min(places[end][1])}}
                told[tie.properties["id"]] = tie.type, f"{held.get(tie.start).get('name')} → {held.get(tie.end).get('name')}"
    where |= ends
    for fact, (label, name) in told.items():
        quoted = [held.get(one) for one in held.evidence[fact]]
        stating = [one for one in quoted if json.loads(one["states"])["properties"]["visibility"] in held.visible]
        if stating and all(one.get("load") in recent for one in stating):
            area = min(where[fact])
            yield {
                "area_id": area,
                "id": fact,
                "change": "came",
                "kind": "absent_ties" if fact in absent else KINDS[label],
                "label": label,
                "name": name,
                "fields": [],
                "happened_on": today.isoformat(),
                "why": "load",
                "sources_that_could_show": sorted(held.able(KINDS[label], [area])),
            }


def tie_starts(held: Held, id_: str) -> bool:
    """Whether a node is of the graph itself and not of its bookkeeping."""
    return not held.is_a(id_, "Evidence")


def _is_told_of(held: Held, end: str, type_: str) -> bool:
    of_bodies = {*TIES, "MEMBER_OF", "PROVIDES", "ACTS_FOR", "HOLDS"}
    of_councils = {*TIES, "MEMBER_OF", "PROVIDES", "ACTS_FOR", "RAISED_IN"} - {"COMMISSIONS"}
    of_programmes = {"FUNDS", "ESTABLISHED", "CONNECTS"}
    by_label = (("Organization", of_bodies), ("Council", of_councils), ("Programme", of_programmes))
    return any(held.is_a(end, label) and type_ in types for label, types in by_label)


def _places(held: Held, areas: set[str]) -> dict[str, tuple[str, set[str]]]:
    """Main label and places within the areas: where a thing works, is held, or is placed."""
    found: dict[str, tuple[str, set[str]]] = {}
    for label in ("Council", "Need", "Organization", "Post", "Programme", "Service"):
        for id_, thing in held.of(label):
            at = {thing.get("placed_in")} if label != "Need" else set()
            at |= held.ends(id_, "OPERATES_IN", label="Area") if label == "Organization" else set()
            at |= held.ends(id_, "DELIVERED_IN", "COVERS", label="Area") if label == "Service" else set()
            at |= held.starts(id_, "HAS_NEED", label="Area") if label == "Need" else set()
            here = {place for place in at if place in areas} | found.get(id_, ("", set()))[1]
            if here:
                found[id_] = max(label, found.get(id_, ("", set()))[0]), here
    return found
