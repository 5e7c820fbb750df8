"""Running services that answer the same need in other municipalities of a like share of older people and a like population."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import log
from typing import Any

from tests.held import Held
from tests.services_held import categories_of, is_running, places_of

MOST = 20
HOWS = {"stated": 0, "strong": 1, "weak": 2}
Figures = dict[int, float]


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """At most twenty rows for each area and kind of need."""
    stated = {(area, code): need for area, _ in held.of("Area") for need, code in _needs(held, area)}
    here = {(area, code) for area, code in stated if area in areas}
    region_of = {area: _municipality(held, area) for area, _ in stated}
    needs_in: dict[tuple[str, str], set[str]] = defaultdict(set)
    for area, _ in held.of("Area"):
        for need, code in _needs(held, area):
            if region_of[area]:
                needs_in[region_of[area] or "", code].add(need)
    offered = {region: _offered(held, region, today) for region in {region for region, _ in needs_in}}
    for area, code in here:
        own = region_of[area]
        rows = [
            row
            for region, other in needs_in
            if own and other == code and region != own
            for row in _rows(held, (own, region), code, needs_in[region, code], offered[region])
        ]
        for row in sorted(rows, key=lambda one: one.pop("order"))[:MOST]:
            yield {"area_id": area, "area": held.get(area)["name"], "need_code": code, **row}


def _needs(held: Held, area: str) -> set[tuple[str, str]]:
    return {
        (need, held.get(kind)["code"])
        for need in held.ends(area, "HAS_NEED", label="Need")
        for kind in held.ends(need, "IN_CATEGORY", label="NeedCategory")
        if not held.get(kind).get("context")
    }


def _municipality(held: Held, area: str) -> str | None:
    return next((one for one in sorted(held.above(area)) if held.get(one).get("level") == "municipality"), None)


def _offered(held: Held, region: str, today: date) -> list[str]:
    below = held.below(region)
    return [id_ for id_, one in held.of("Service") if is_running(one, today) and set.union(*places_of(held, id_)) & below]


def _figures(held: Held, region: str, indicator: str) -> Figures:
    """Year → the value of its newest day, where the sources of that day agree."""
    values: dict[date, set[float]] = defaultdict(set)
    for one in held.starts(region, "OBSERVED_IN", label="Observation"):
        told = held.get(one)
        if told["indicator"] == indicator and told.get("value") is not None and told.get("as_of"):
            values[told["as_of"]].add(told["value"])
    newest = {year: max(day for day in values if day.year == year) for year in {day.year for day in values}}
    return {year: min(values[day]) for year, day in newest.items() if len(values[day]) == 1}


def _common(held: Held, regions: tuple[str, str], indicator: str) -> tuple[int | None, float | None, float | None]:
    one, other = (_figures(held, region, indicator) for region in regions)
    year = max(set(one) & set(other), default=None)
    return (None, None, None) if year is None else (year, one[year], other[year])


def _likeness(held: Held, regions: tuple[str, str]) -> tuple[dict[str, Any], tuple[bool, float, float]] | None:
    """What figures of one year say of how like two municipalities are, and where that puts them; None where they are too unlike."""
    year, share, share_there = _common(held, regions, "share_65_plus")
    counted, people, people_there = _common(held, regions, "population")
    apart = None if share is None or share_there is None else round(abs(share - share_there), 6)
    if apart is not None and apart > 3:
        return None
    if people is not None and people_there is not None and not (0 < people <= 2 * people_there <= 4 * people):
        return None
    times = round(abs(log(people / people_there)), 6) if people and people_there else round(log(2), 6)
    known = apart is not None and counted is not None
    told = {
        "likeness": "known" if known else "unknown",
        "share_here": share,
        "share_there": share_there,
        "share_year": year,
        "population_here": people,
        "population_there": people_there,
        "population_year": counted,
    }
    return told, (not known, 3 if apart is None else apart, times)


def _rows(held: Held, regions: tuple[str, str], code: str, needs: set[str], services: list[str]) -> Iterator[dict[str, Any]]:
    likeness = _likeness(held, regions)
    if likeness is None:
        return
    told, (unknown, apart, times) = likeness
    present = {
        kind for id_, body in held.of("Organization") for kind in body.get("actor_types") or () if held.homes(id_) & held.below(regions[0])
    }
    able = {dataset for place in held.above(regions[1]) for dataset in held.speaking("services", place)}
    for service in services:
        how = _how(held, service, code, needs)
        if how is None:
            continue
        provided = [tie for tie in held.incoming[service] if tie.type == "PROVIDES"]
        providers = {tie.start for tie in provided if tie.properties.get("status", "running") == "running"}
        kinds = {kind for one in providers for kind in held.get(one).get("actor_types") or ()}
        yield told | {
            "region_id": regions[1],
            "service_id": service,
            "service": held.get(service)["name"],
            "categories": sorted(categories_of(held, service)),
            "answers": how,
            "provider_kinds": sorted(kinds),
            "kinds_here": sorted(kinds & present),
            "providers": sorted({held.get(one)["name"] for one in providers}),
            "sources_that_could_show": sorted(able),
            "evidence": sorted(held.evidence[service]),
            "order": (unknown, HOWS[how], apart, times, not kinds & present, regions[1], service),
        }


def _how(held: Held, service: str, code: str, needs: set[str]) -> str | None:
    if held.ends(service, "ADDRESSES") & needs:
        return "stated"
    own = categories_of(held, service)
    found = {
        tie.properties["strength"]
        for kind, one in held.of("NeedCategory")
        if one["code"] == code
        for tie in held.outgoing[kind]
        if tie.type == "ANSWERED_BY" and held.get(tie.end)["code"] in own
    }
    return "strong" if "strong" in found else "weak" if found else None
