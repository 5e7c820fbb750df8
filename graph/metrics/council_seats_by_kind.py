"""Who sits on the councils of an area, by kind: what the guideline and councils elsewhere seat, and what the lists here say.

A kind is a set of actor types. A list that ends in 等 leaves open who else sits there, so a kind that is not on it is unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

UNSAID = frozenset({"OTHER"})
"""Actor types that are no kind to invite."""
COORDINATOR = frozenset({"COORD"})
"""What a body seats that holds a coordinator's post."""


@dataclass(frozen=True)
class _Seat:
    name: str
    types: frozenset[str]
    through: str
    evidence: tuple[str, ...]


def council_seats_by_kind(row: Mapping[str, Any], *, as_of: date) -> list[dict[str, Any]]:  # noqa: ARG001 - the query has used it
    """One row for each area with a council and each kind of actor.

    Args:
        row: the councils, their areas' sources, what is known of seats, the kinds of the guideline and the places elsewhere, as
            `cypher/gaps/council_seats_by_kind.cypher` collects them.
        as_of: the day asked about.

    Returns:
        Rows sorted by area and kind; `status` is seated, not_listed, open_list or no_list, `elsewhere` counts the other
        places whose councils seat the kind. Kinds beyond the guideline are those that some other place seats.
    """
    places: dict[str, frozenset[str]] = {one["type"]: frozenset(one["places"]) for one in row.get("elsewhere", ())}
    kinds = _kinds(row.get("kinds", ()), places)
    seats = _seats(row)
    sources = _grouped(row.get("sources", ()), "area_id")
    rows: list[dict[str, Any]] = []
    for area_id, councils in _grouped(row.get("councils", ()), "area_id").items():
        seated = {seat for council in councils for seat in seats.get(council["id"], ())}
        rows += _of_area(councils, seated, sorted({one["dataset"] for one in sources[area_id]}), kinds, places)
    return sorted(rows, key=lambda one: (one["area_id"], one["kind"]))


def _grouped(ones: Iterable[Mapping[str, Any]], by: str) -> defaultdict[str, list[Mapping[str, Any]]]:
    found: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in ones:
        found[one[by]].append(one)
    return found


def _kinds(guideline: Sequence[Mapping[str, Any]], places: Mapping[str, frozenset[str]]) -> list[tuple[str, frozenset[str], bool]]:
    """Code, actor types and whether it is the guideline's: its seats, then the types that only councils elsewhere have."""
    seats = [(str(one["kind"]), frozenset(one["types"]), True) for one in guideline]
    known = frozenset[str]().union(*(types for _, types, _ in seats))
    return seats + [(type_, frozenset({type_}), False) for type_ in sorted(places.keys() - known - UNSAID)]


def _seats(row: Mapping[str, Any]) -> dict[str, set[_Seat]]:
    """Council → its seats: its own bodies, the members of those, what its members are part of, and the coordinators they employ."""
    quoted = _grouped(row.get("evidence", ()), "fact")
    members, wholes, posts = (_grouped(row.get(name, ()), "body") for name in ("members", "wholes", "posts"))

    def seat(one: Mapping[str, Any], fact: str, types: Iterable[str], through: str = "") -> _Seat:
        return _Seat(one["name"], frozenset(types), through, tuple(each["id"] for each in quoted[fact]))

    seats: dict[str, set[_Seat]] = defaultdict(set)
    for body in row.get("direct", ()):
        beyond = members[body["id"]] if body["active"] else []
        beyond = beyond + wholes[body["id"]] if body["member"] else beyond
        seats[body["council"]] |= {
            seat(body, body["fact"], body["types"]),
            *(seat(one, one["fact"], one["types"], body["name"]) for one in beyond),
            *(seat(body, post["fact"], COORDINATOR) for post in posts[body["id"]] if body["member"]),
        }
    return seats


def _of_area(
    councils: Sequence[Mapping[str, Any]],
    seats: set[_Seat],
    sources: list[str],
    kinds: Sequence[tuple[str, frozenset[str], bool]],
    places: Mapping[str, frozenset[str]],
) -> Iterator[dict[str, Any]]:
    own = {council["placed_in"] for council in councils}
    silent = "open_list" if any(council["open_list"] for council in councils) else "not_listed"
    for kind, types, in_guideline in kinds:
        elsewhere = len(frozenset[str]().union(*(places.get(one, frozenset()) for one in types)) - own)
        if not in_guideline and not elsewhere:
            continue
        filling = [seat for seat in seats if types & seat.types]
        yield {
            "area_id": councils[0]["area_id"],
            "area": councils[0]["area"],
            "kind": kind,
            "in_guideline": in_guideline,
            "status": "seated" if filling else silent if seats and sources else "no_list",
            "seated": sorted({seat.name for seat in filling}),
            "through": sorted({seat.through for seat in filling if seat.through}),
            "councils": sorted({council["name"] for council in councils}),
            "elsewhere": elsewhere,
            "sources_that_could_show": sources,
            "evidence": sorted({id_ for seat in filling for id_ in seat.evidence}),
        }
