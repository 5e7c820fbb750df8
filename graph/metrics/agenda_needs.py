"""Needs for an agenda: how many people, whether more than before, and what answers them here and for the whole city."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.small_counts import hidden_counts
from graph.stated import Statement, statement_of
from graph.withdrawing import content_of

Need = Mapping[str, Any]


def agenda_needs(row: Mapping[str, Any], *, as_of: date, fewest: int) -> list[dict[str, Any]]:  # noqa: ARG001 - the query asks about the day
    """One row for each area and need, with its count, trend and answers.

    Args:
        row: `areas`, `needs`, `services`, `spoken`, `family` and `visible`, as `cypher/gaps/agenda_needs.cypher` collects them.
        as_of: the day on which services have to be valid.
        fewest: counts of people below it are hidden, and others with them where they could be worked out.

    Returns:
        Rows sorted by area and need. A count is null where it is hidden or not stated; the trend is a direction only.
    """
    needs = list(_needs(row)) if row else []
    hidden = _hidden([*({**one, "path": [one["area_id"]]} for one in needs), *row["family"]], fewest) if needs else frozenset()
    found = [_row(one, is_hidden=(one["area_id"], one["need_id"]) in hidden) for one in needs]
    return sorted(found, key=lambda one: (str(one["area_id"]), str(one["need_id"])))


def _needs(row: Mapping[str, Any]) -> Iterator[Need]:
    """Each need of each area with the services held in the area, those for the whole of it or of a wider one, and the scopes."""
    services: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for service in row["services"]:
        for at in service["at"]:
            services[at["place"], at["way"]].append(service)
    needs = {one["id"]: one for one in row["needs"]}
    for area in row["areas"]:
        held = {(place, way) for place in area["below"] for way in ("DELIVERED_IN", "COVERS", "placed")} - {(area["id"], "COVERS")}
        around = {
            "area_id": area["id"],
            "area": area["name"],
            "local": [one for at in held for one in services.get(at, ())],
            "wide": [one for place in area["above"] for one in services.get((place, "COVERS"), ())],
            "spoken": [one for one in row["spoken"] if one["place"] in area["above"]],
            "visible": row["visible"],
        }
        yield from ({**needs[id_], **around, "need_id": id_} for id_ in area["needs"] if id_ in needs)


def _hidden(needs: Iterable[Need], fewest: int) -> frozenset[tuple[str, str]]:
    """Area and need whose count is not shown: a need of an area is part of the same need of the nearest wider area that has it."""
    counts: dict[tuple[str, str], int | None] = {}
    paths: dict[tuple[str, str], list[str]] = {}
    kinds: dict[tuple[str, ...], dict[str, tuple[str, str]]] = {}
    for one in needs:
        key = (one["area_id"], one["need_id"])
        counts[key] = one.get("count")
        paths[key] = max(paths.get(key, []), list(reversed(one["path"])), key=lambda path: (len(path), path))
        kinds.setdefault(tuple(one.get("codes") or (one["need_id"],)), {})[one["area_id"]] = key
    parents: dict[tuple[str, str], tuple[str, str]] = {}
    for by_area in kinds.values():
        for key in by_area.values():
            wider = next((area for area in paths[key][1:] if area in by_area), None)
            if wider is not None:
                parents[key] = by_area[wider]
    return hidden_counts(counts, parents, fewest=fewest)


def _row(need: Need, *, is_hidden: bool) -> dict[str, Any]:
    wanted = {code for kind in need["kinds"] for code in kind["wanted"]}
    local, wide = (list(_answering(need[where], wanted)) for where in ("local", "wide"))
    here = {one["id"]: one["name"] for one in local if one.get("running")}
    for_all = {one["id"]: one["name"] for one in wide if one.get("running") and one["id"] not in here}
    return {
        "area_id": need["area_id"],
        "area": need["area"],
        "need_id": need["need_id"],
        "need_code": "+".join(sorted(kind["code"] for kind in need["kinds"])),
        "need": need["name"],
        "count": None if is_hidden else need.get("count"),
        "count_state": "not_stated" if need.get("count") is None else "hidden" if is_hidden else "shown",
        "period": need.get("period"),
        "trend": _trend(need),
        "here": sorted(set(here.values())),
        "for_all": sorted(set(for_all.values())),
        "not_counted": sorted({one["name"] for one in (*local, *wide) if not one.get("running")}),
        "sources": need["sources"],
        "sources_that_could_show": sorted(
            {one["dataset"] for one in need["spoken"] if not one["categories"] or wanted & set(one["categories"])}
        ),
        "evidence": sorted(one["id"] for one in need["evidence"]),
    }


def _answering(services: Iterable[Mapping[str, Any]], wanted: set[str]) -> Iterator[Mapping[str, Any]]:
    return (one for one in services if wanted & set(one["codes"]))


def _trend(need: Need) -> str:
    """The newest stated count beside the one of the newest earlier day."""
    counts = {}
    for day, count in sorted(_counts(need)):
        counts[day] = count
    days = sorted(counts)
    if len(days) < 2 or need.get("count") is None:  # noqa: PLR2004 - two days are compared
        return "no_earlier"
    earlier, newest = counts[days[-2]], counts[days[-1]]
    return "more" if newest > earlier else "fewer" if newest < earlier else "same"


def _counts(need: Need) -> Iterator[tuple[date, int]]:
    """Day and count of each quotation that states both, as far as the audience may know of it."""
    for one in _statements(need):
        if one.verified_on and (count := one.properties.get("count")) is not None and one.visibility in need["visible"]:
            yield one.verified_on, int(count)


def _statements(need: Need) -> Sequence[Statement]:
    withdrawn = [row.properties for content in need["withdrawn"] for row in content_of({"content": content})[1]]
    return [statement_of(one) for one in (*need["evidence"], *withdrawn) if one["visibility"] in need["visible"]]
