"""From when until when each reading of a piece of evidence stood in the graph: from the evidence there is and from what was withdrawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.rows import Properties
from graph.withdrawing import content_of

Moment = tuple[str, int]
"""Time (ISO 8601), and the number of the load among those of the same second."""
NO_LOAD = 1_000_000
"""Number of what a person did: after the loads of the same second."""
REVIEW = ("review", "reviewed_by", "reviewed_at", "reason", "corrected")


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What made evidence come, go or be said otherwise."""

    why: str
    """load, retired, replaced, rejected, undone, merged, put_back, confirmed, corrected or reopened."""
    load: Properties = field(default_factory=dict)
    """The load that did it; empty where a person did."""
    dataset: str = ""
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Life:
    """Evidence as it stood for some time."""

    evidence: Properties
    begins: Moment
    ends: Moment | None
    begun_by: Cause
    ended_by: Cause | None = None

    def stands_after(self, moment: Moment) -> bool:
        """Whether it is there when everything of that moment is done."""
        return self.begins <= moment and (self.ends is None or moment < self.ends)


def lives_of(present: Iterable[Properties], records: Iterable[Properties], loads: Mapping[str, Properties]) -> list[Life]:
    """Every reading of some evidence with its time.

    Args:
        present: the evidence that stands now.
        records: what was withdrawn of it.
        loads: id → load.
    """
    now = {str(one["id"]): one for one in present}
    withdrawn: dict[str, list[tuple[Properties, Properties]]] = defaultdict(list)
    for record in records:
        for row in content_of(record)[1]:
            # A reading that came back when its successor was undone stood all the time, as far as anything tells.
            if not (record["why"] == "replaced" and record.get("put_back_at")):
                withdrawn[row.id].append((record, row.properties))
    found: list[Life] = []
    for id_ in now.keys() | withdrawn.keys():
        past = sorted(withdrawn[id_], key=lambda pair: _withdrawn_at(pair[0], loads))
        found += _lives_of_one(past, now.get(id_), loads)
    return sorted((one for one in found if one.ends is None or one.begins < one.ends), key=lambda one: (one.begins, one.evidence["id"]))


def _lives_of_one(past: list[tuple[Properties, Properties]], present: Properties | None, loads: Mapping[str, Properties]) -> Iterable[Life]:
    begun: tuple[Moment, Cause] | None = None
    for record, evidence in past:
        begins, begun_by = begun or _brought(evidence, loads)
        ends, ended_by = _withdrawn_at(record, loads), _cause_of(record, loads)
        yield Life(evidence=_as_read(evidence, record), begins=begins, ends=ends, begun_by=begun_by, ended_by=ended_by)
        begun = (ends, ended_by) if record["why"] == "replaced" else _put_back(record, present, loads)
    if present is not None:
        begins, begun_by = begun or _brought(present, loads)
        yield from _reviewed(present, begins, begun_by)


def _reviewed(evidence: Properties, begins: Moment, begun_by: Cause) -> Iterable[Life]:
    """Evidence that somebody looked at: as it was read before that, as it is said to be since."""
    at = evidence.get("reviewed_at")
    if not at or (at, NO_LOAD) <= begins:
        yield Life(evidence=evidence, begins=begins, ends=None, begun_by=begun_by)
        return
    moment = (str(at), NO_LOAD)
    why = "reopened" if evidence["review"] == "open" else str(evidence["review"])
    cause = Cause(why=why, dataset=evidence["dataset"], by=evidence.get("reviewed_by"), reason=evidence.get("reason"))
    unread = {name: value for name, value in evidence.items() if name not in REVIEW}
    yield Life(evidence=unread, begins=begins, ends=moment, begun_by=begun_by, ended_by=cause)
    yield Life(evidence=evidence, begins=moment, ends=None, begun_by=cause)


def _as_read(evidence: Properties, record: Properties) -> Properties:
    """What was rejected stood without that word."""
    return {name: value for name, value in evidence.items() if name not in REVIEW} if record["why"] == "rejected" else evidence


def _brought(evidence: Properties, loads: Mapping[str, Properties]) -> tuple[Moment, Cause]:
    load = loads.get(str(evidence.get("load")), {})
    return _moment_of(load), Cause(why="load", load=load, dataset=evidence["dataset"])


def _put_back(record: Properties, present: Properties | None, loads: Mapping[str, Properties]) -> tuple[Moment, Cause] | None:
    """When what a record keeps came back, and by what: a newer version that states it again, or a person."""
    at = record.get("put_back_at")
    if not at:
        return None
    load = loads.get(str((present or {}).get("load")), {})
    if load.get("began_at") == at:
        return _moment_of(load), Cause(why="load", load=load, dataset=load["dataset"])
    again = sorted((one for one in loads.values() if one["began_at"] == at), key=lambda one: int(one["number"]))
    if again:
        return _moment_of(again[-1]), Cause(why="load", load=again[-1], dataset=again[-1]["dataset"])
    return (str(at), NO_LOAD), Cause(why="put_back", dataset=record["dataset"])


def _withdrawn_at(record: Properties, loads: Mapping[str, Properties]) -> Moment:
    load = loads.get(str(record.get("operation")))
    return str(record["withdrawn_at"]), int(load["number"]) if load else NO_LOAD


def _cause_of(record: Properties, loads: Mapping[str, Properties]) -> Cause:
    load = loads.get(str(record.get("operation")), {})
    return Cause(why=record["why"], load=load, dataset=record["dataset"], by=record.get("by"), reason=record.get("reason"))


def _moment_of(load: Properties) -> Moment:
    return str(load.get("began_at", "")), int(load.get("number", 0))
