"""Programmes and commissions whose stated end lies within a year or is past, with what they pay for."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held

PLACED = ("Organization", "Service")
KINDS = {"fund", "plan", "subsidy", "ordinance", "commission", "budget", "project"}


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each area of each programme, and each home of each commissioned body."""
    until = today.replace(year=today.year + 1)
    for row, places, kind in (*_programmes(held), *_commissions(held)):
        last = row["ends_on"]
        if last is None or last > until:
            continue
        for area in places & areas:
            able = {dataset for place in held.above(area) for dataset in held.speaking(kind, place, today)}
            about = {"area_id": area, "area": held.get(area)["name"], "state": "past" if last < today else "ending"}
            yield {**about, **row, "sources_that_could_show": sorted(able)}


def _programmes(held: Held) -> Iterator[tuple[dict[str, Any], set[str], str]]:
    for id_, programme in held.of("Programme"):
        paid = held.ends(id_, "FUNDS")
        places = held.ends(id_, "COVERS", label="Area") | {programme.get("placed_in")}
        places |= {held.get(one).get("placed_in") for one in paid for label in PLACED if held.is_a(one, label)}
        row = {
            "payer_id": id_,
            "receiver_id": id_,
            "name": programme["name"],
            "kind": programme["kind"] if programme.get("kind") in KINDS else "other",
            "payer": None,
            "pays_for": sorted({held.get(one)["name"] for one in paid}),
            "ends_on": programme.get("ends_on"),
            "amount_yen": programme.get("amount_yen"),
            "evidence": sorted(held.evidence[id_]),
        }
        yield row, {place for place in places if place in held.nodes}, "programmes"


def _commissions(held: Held) -> Iterator[tuple[dict[str, Any], set[str], str]]:
    by_receiver = defaultdict(list)
    for id_, _ in held.of("Organization"):
        by_receiver[id_] = [tie for tie in held.incoming[id_] if tie.type == "COMMISSIONS"]
    for receiver, ties in by_receiver.items():
        for tie in ties:
            row = {
                "payer_id": tie.start,
                "receiver_id": receiver,
                "name": tie.properties.get("what"),
                "kind": "commission",
                "payer": held.get(tie.start)["name"],
                "pays_for": [held.get(receiver)["name"]],
                "ends_on": tie.properties.get("until"),
                "amount_yen": None,
                "evidence": sorted(held.evidence[tie.properties["id"]]),
            }
            yield row, {place for place in held.homes(receiver) if place in held.nodes}, "ties"
