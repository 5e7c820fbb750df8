"""What came, changed or went since a day: the records as they were before it beside those of today.

Nothing is kept for this: both states follow from the evidence that stands, from what was withdrawn, and from the loads.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.changes import DATE, fields_between
from graph.deriving import derived_node, derived_relationship
from graph.lives import Life, lives_of
from graph.model.joining import BETWEEN_BODIES
from graph.rows import NodeRow, RelationshipRow
from graph.stated import statement_of
from graph.withdrawing import content_of, reference_in

CAME, CHANGED, WENT = "came", "changed", "went"
KINDS: Mapping[str, str] = {
    **{"Organization": "bodies", "Council": "seats", "Post": "seats", "Service": "services", "Need": "needs", "Programme": "programmes"},
    **{"MEMBER_OF": "seats", "ACTS_FOR": "seats", "HOLDS": "seats", "PROVIDES": "services", "RAISED_IN": "needs"},
    **dict.fromkeys(BETWEEN_BODIES, "ties"),
}
"""Main label or type → the kind of fact of which a source declares that it speaks."""
ABSENT_TIES = "absent_ties"
"""What somebody reads of a tie that a source says there is not yet: it is in the records, and no tie."""


@dataclass(frozen=True, kw_only=True)
class FactOverTime:
    """One fact with all that is known of its time."""

    id: str
    label: str
    name: str
    place: str
    lives: Sequence[Life]


def since_last_meeting(row: Mapping[str, Any], *, since: date) -> list[dict[str, Any]]:
    """Every fact of some areas that is not as it was before a day.

    Args:
        row: `areas`, `loads`, `facts` (with evidence and records), `gone` and `visible`, as the question collects them.
        since: the day; what was done on it is new.

    Returns:
        One row a fact: came, changed (with the properties that did) or went; when, why and by which source it last did so.
        What came and went again since is in no row, nor what another source only repeats. Sorted by id.
    """
    if not row:
        return []
    areas = {one["id"]: one for one in row["areas"]}
    found = (_row(one, areas[one.place], since.isoformat()) for one in facts_over_time(row))
    return sorted((one for one in found if one), key=lambda one: str(one["id"]))


def facts_over_time(row: Mapping[str, Any]) -> list[FactOverTime]:
    """Every fact of some areas that stands, or that went since the day for which the row was collected."""
    areas = {one["id"]: one for one in row["areas"]}
    loads = {one["id"]: one for one in row["loads"]}
    standing = [_standing(one, loads, row["visible"]) for one in row["facts"]]
    return [*standing, *_gone(row, areas, standing, loads)]


def _standing(one: Mapping[str, Any], loads: Mapping[str, Any], visible: Sequence[str]) -> FactOverTime:
    lives = _seen(lives_of(one["evidence"], one["records"], loads), visible)
    return FactOverTime(id=one["id"], label=one["label"], name=one["name"], place=one["place"], lives=lives)


def _gone(
    row: Mapping[str, Any], areas: Mapping[str, Any], standing: Sequence[FactOverTime], loads: Mapping[str, Any]
) -> Iterator[FactOverTime]:
    """Facts that stand no more: things that were placed here, and relationships of what is or was here."""
    here = {one.id: one for one in standing}
    records: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in row["gone"]:
        if record["fact"] not in here and record["labels"][0] in KINDS:
            records[record["fact"]].append(record)
    names = {id_: (one.name, one.place) for id_, one in here.items()}
    for fact, found in records.items():
        properties = content_of(found[-1])[0]
        if found[-1]["kind"] == "node" and (place := properties.get("placed_in")) in areas:
            names[fact] = str(properties.get("name") or found[-1]["name"]), str(place)
    for fact, found in records.items():
        label = found[-1]["labels"][0]
        lives = _seen(lives_of([], [dict(one) for one in found], loads), row["visible"])
        if found[-1]["kind"] == "node":
            name, place = names.get(fact, ("", ""))
        else:
            ends = [names.get(reference_in(found[-1][end]).id) for end in ("start", "end")]
            name = " → ".join(end[0] if end else "—" for end in ends)
            place = min((end[1] for end in ends if end), default="")
        if lives and place:
            yield FactOverTime(id=fact, label=label, name=name, place=place, lives=lives)


def _seen(lives: Iterable[Life], visible: Sequence[str]) -> list[Life]:
    return [one for one in lives if one.evidence["visibility"] in visible and statement_of(one.evidence).visibility in visible]


def _row(one: FactOverTime, area: Mapping[str, Any], since: str) -> dict[str, Any] | None:
    before = derived(one.id, [life for life in one.lives if life.begins[0] < since and (life.ends is None or life.ends[0] >= since)])
    after = derived(one.id, [life for life in one.lives if life.ends is None])
    fields = (
        [change.name for change in fields_between(before.properties, after.properties) if change.name != DATE] if before and after else []
    )
    if (before is None) == (after is None) and not fields:
        return None
    moments = [(life.begins, life.begun_by) for life in one.lives if life.begins[0] >= since]
    moments += [(life.ends, life.ended_by) for life in one.lives if life.ends and life.ended_by and life.ends[0] >= since]
    moment, cause = max(moments, key=lambda pair: (pair[0], pair[1].why, pair[1].dataset))
    kind, told = KINDS[one.label], after or before
    is_absent = told is not None and told.properties.get("state") == "absent"
    return {
        "area_id": area["id"],
        "area": area["name"],
        "id": one.id,
        "change": WENT if after is None else CAME if before is None else CHANGED,
        "kind": ABSENT_TIES if is_absent else kind,
        "label": one.label,
        "name": one.name,
        "fields": fields,
        "happened_on": moment[0][:10],
        "why": cause.why,
        "dataset": cause.dataset,
        "sources_that_could_show": [able.removeprefix(f"{kind} ") for able in area["able"] if able.startswith(f"{kind} ")],
    }


def derived(id_: str, lives: Sequence[Life]) -> NodeRow | RelationshipRow | None:
    """The fact as some evidence gives it; None where nothing does."""
    standing = [statement_of(life.evidence) for life in lives]
    if not standing:
        return None
    return derived_node(id_, standing) if standing[0].start is None else derived_relationship(id_, standing)
