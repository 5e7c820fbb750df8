"""The lines of a yearly report of each municipality with records, for the present fiscal year."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.services_held import places_of

TIES = {"COLLABORATES_WITH", "SUPPORTS", "FUNDS", "COMMISSIONS", "ESTABLISHED", "CONNECTS", "REFERS_TO"}
KINDS = {"posts": "seats", "councils": "seats", "meetings": "needs", "services_begun": "services", "services_ended": "services"}


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """Rows of each widest area that is no prefecture."""
    year = today.year if today.month > 3 else today.year - 1
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    for area in sorted(areas & held.nodes.keys()):
        known = held.get(area)
        wider = held.ends(area, "PART_OF", label="Area") & areas
        if known["level"] == "prefecture" or known.get("generic") or any(held.get(one)["level"] != "prefecture" for one in wider):
            continue
        below = held.below(area)
        lines, is_recorded = _lines(held, below, first, last)
        for item in {*KINDS, "ties_first_recorded"} if is_recorded or not wider else ():
            able, in_full = _spoken(held, area, KINDS.get(item, "ties"), first, last)
            for (layer, seat), value in (lines.get(item) or {("", ""): 0 if in_full else None}).items():
                yield {
                    **{"area_id": area, "area": known["name"], "item": item, "layer": layer, "seat": seat, "value": value},
                    "sources_that_could_show": sorted(able),
                }


def _lines(held: Held, below: set[str], first: date, last: date) -> tuple[dict[str, Counter[tuple[str, str]]], bool]:
    placed = {label: [id_ for id_, one in held.of(label) if one.get("placed_in") in below] for label in ("Post", "Council", "Organization")}
    services = [id_ for id_, _ in held.of("Service") if set().union(*places_of(held, id_)) & below]
    found: dict[str, Counter[tuple[str, str]]] = {}
    for post in placed["Post"]:
        seats = [held.get(tie.start)["name"] for tie in held.incoming[post] if tie.type == "HOLDS"]
        layer = str(held.get(post).get("layer") or "")
        found.setdefault("posts", Counter())[layer, "、".join(sorted(seats))] += 1
    for council in placed["Council"]:
        one = held.get(council)
        if one.get("status") == "active" and not (one.get("founded") and one["founded"] > last):
            found.setdefault("councils", Counter())["+".join(map(str, sorted(one.get("layers") or ()))), ""] += 1
    for id_ in services:
        one = held.get(id_)
        days = [one.get("valid_from"), *(tie.properties.get("on") for tie in held.incoming[id_] if tie.type == "ESTABLISHED")]
        if one.get("status") in {"running", "ended"} and any(day and first <= day <= last for day in days):
            found.setdefault("services_begun", Counter())["", ""] += 1
        if one.get("status") == "ended" and one.get("valid_to") and first <= one["valid_to"] <= last:
            found.setdefault("services_ended", Counter())["", ""] += 1
    for tie in _ties(held, below):
        stated = [held.get(one)["verified_on"] for one in held.evidence[tie] if held.get(one).get("verified_on")]
        if stated and first <= min(stated) <= last:
            found.setdefault("ties_first_recorded", Counter())["", ""] += 1
    return found, bool(services or any(placed.values()))


def _ties(held: Held, below: set[str]) -> set[str]:
    bodies = [id_ for id_, _ in held.of("Organization")]
    return {
        tie.properties["id"]
        for body in bodies
        for tie in held.outgoing[body]
        if tie.type in TIES
        and held.is_a(tie.end, "Organization")
        and tie.end != body
        and tie.properties.get("state", "recorded") == "recorded"
        and (held.homes(body) | held.homes(tie.end)) & below
    }


def _spoken(held: Held, area: str, kind: str, first: date, last: date) -> tuple[set[str], bool]:
    able, in_full = set[str](), False
    for wider in held.above(area):
        for tie in held.incoming[wider]:
            if tie.type == "SPEAKS_OF" and tie.properties["kind"] == kind and held.get(tie.start).get("current"):
                begins, ends_on = tie.properties.get("begins"), tie.properties.get("ends_on")
                if (begins is None or begins <= last) and (ends_on is None or ends_on >= first):
                    able.add(held.get(tie.start)["dataset"])
                    in_full |= tie.properties["coverage"] == "exhaustive" and not tie.properties.get("categories")
    return able, in_full
