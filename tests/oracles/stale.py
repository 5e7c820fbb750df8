"""Records that nobody verified for 24 months, and registrations past their term."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held, Properties

MONTHS = 24


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each record, in the first of its areas."""
    since = today.replace(year=today.year - MONTHS // 12)
    able: dict[str, set[str]] = {}
    found: dict[str, tuple[str, set[str]]] = {}
    for id_, kind, places in held.records():
        here = places & areas
        if here and not _is_over(held.get(id_), kind, today):
            first, before = found.get(id_, (kind, set()))
            found[id_] = min(first, kind), before | here
            able[id_] = able.get(id_, set()) | held.able(kind, here, today)
    copies = held.copies()
    for id_, (kind, here) in found.items():
        thing = held.get(id_)
        term = thing.get("valid_to") if kind == "services" else None
        lapsed = term is not None and term < today
        if not lapsed and not (thing.get("verified_on") and thing["verified_on"] < since):
            continue
        quoted = [held.get(one) for one in held.evidence[id_]]
        made = [copies.get(one["dataset"]) for one in quoted if not lapsed or _states(one, term)]
        as_of = max((day for day in made if day), default=None)
        yield {
            "area_id": min(here),
            "id": id_,
            "kind": kind,
            "status": _status(lapsed, as_of, term),
            "valid_to": term,
            "verified_on": thing.get("verified_on"),
            "source_as_of": as_of,
            "sources": sorted({one["dataset"] for one in quoted} & copies.keys()),
            "sources_that_could_show": sorted(able[id_]),
            "evidence": sorted(held.evidence[id_]),
        }


def _is_over(thing: Properties, kind: str, today: date) -> bool:
    if kind == "bodies":
        return bool(thing.get("generic")) or bool(thing.get("ended_on") and thing["ended_on"] <= today)
    return kind in {"seats", "services"} and thing.get("status") == "ended"


def _states(evidence: Properties, term: date | None) -> bool:
    said = [json.loads(evidence.get(name) or "{}") for name in ("states", "corrected")]
    terms = [one.get("properties", one).get("valid_to") for one in said]
    return {"date": str(term)} in terms


def _status(lapsed: bool, as_of: date | None, term: date | None) -> str:
    if not lapsed:
        return "not_verified"
    return "term_ended" if as_of and term and as_of > term else "may_have_been_renewed"
