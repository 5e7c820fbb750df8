"""Who sits on the councils of an area, by kind: what the guideline and councils elsewhere seat, and what the lists here say.

A kind is a set of actor types. A list that ends in 等 leaves open who else sits there, so a kind that is not on it is unknown.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

UNSAID = frozenset({"OTHER"})
"""Actor types that are no kind to invite."""


def council_seats_by_kind(row: Mapping[str, Any], *, as_of: date) -> list[dict[str, Any]]:  # noqa: ARG001 - the query has used it
    """One row for each area with a council and each kind of actor.

    Args:
        row: `councils`, `kinds` and `elsewhere`, as `cypher/gaps/council_seats_by_kind.cypher` collects them.
        as_of: the day asked about.

    Returns:
        Rows sorted by area and kind; `status` is seated, not_listed, open_list or no_list, `elsewhere` counts the other
        places whose councils seat the kind. Kinds beyond the guideline are those that some other place seats.
    """
    places: dict[str, frozenset[str]] = {one["type"]: frozenset(one["places"]) for one in row.get("elsewhere", ())}
    by_area: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for council in row.get("councils", ()):
        by_area[council["area_id"]].append(council)
    kinds = _kinds(row.get("kinds", ()), places)
    rows = [found for councils in by_area.values() for found in _of_area(councils, kinds, places)]
    return sorted(rows, key=lambda one: (one["area_id"], one["kind"]))


def _kinds(guideline: Sequence[Mapping[str, Any]], places: Mapping[str, frozenset[str]]) -> list[tuple[str, frozenset[str], bool]]:
    """Code, actor types and whether it is the guideline's: its seats, then the types that only councils elsewhere have."""
    seats = [(str(one["kind"]), frozenset(one["types"]), True) for one in guideline]
    known = frozenset[str]().union(*(types for _, types, _ in seats))
    return seats + [(type_, frozenset({type_}), False) for type_ in sorted(places.keys() - known - UNSAID)]


def _of_area(
    councils: Sequence[Mapping[str, Any]], kinds: Sequence[tuple[str, frozenset[str], bool]], places: Mapping[str, frozenset[str]]
) -> Iterator[dict[str, Any]]:
    seats = [seat for council in councils for seat in council["seats"]]
    own = {council["placed_in"] for council in councils}
    sources = sorted({source for council in councils for source in council["sources"]})
    silent = "open_list" if any(council["open_list"] for council in councils) else "not_listed"
    for kind, types, in_guideline in kinds:
        elsewhere = len(frozenset[str]().union(*(places.get(one, frozenset()) for one in types)) - own)
        if not in_guideline and not elsewhere:
            continue
        filling = [seat for seat in seats if types & set(seat["types"])]
        yield {
            "area_id": councils[0]["area_id"],
            "area": councils[0]["area"],
            "kind": kind,
            "in_guideline": in_guideline,
            "status": "seated" if filling else silent if seats and sources else "no_list",
            "seated": sorted({seat["name"] for seat in filling}),
            "through": sorted({seat["through"] for seat in filling if seat["through"]}),
            "councils": sorted({council["name"] for council in councils}),
            "elsewhere": elsewhere,
            "sources_that_could_show": sources,
            "evidence": sorted({id_ for seat in filling for id_ in seat["evidence"]}),
        }
