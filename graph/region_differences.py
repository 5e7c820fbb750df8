"""What is recorded of one region and not found in the records of another: kinds of service, of need and of tie.

Not found is not absent: how many sources of the other region could have shown it stands beside. Of what is found there is
an example with the sentence on which it rests.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.connection import Row
from graph.model.joining import BETWEEN_BODIES
from graph.reading import Reader
from graph.regions import TIES, lists_members
from graph.taxonomy import CONTEXT_NEED, taxonomy
from graph.taxonomy.sectors import sector_of

KINDS = ("services", "needs", "ties")
"""Kinds of thing, which are also the kinds of fact of which a source may speak."""
WITHOUT_DIRECTION = "COLLABORATES_WITH"


@dataclass(frozen=True)
class Example:
    """One thing of a kind in one region."""

    names: tuple[str, ...]
    """Of a service or need its own; of a tie those of both ends."""
    more: int
    """How many others of that kind are recorded there."""
    sentences: Sequence[Row]
    """On which it rests, as far as the audience may see them."""


@dataclass(frozen=True)
class Difference:
    """A kind of thing that is recorded of some regions and not found in the records of others."""

    kind: str
    """One of `KINDS`."""
    code: tuple[str, ...]
    """Of a service or need its category; of a tie its type and the sectors of both ends."""
    found: Mapping[str, Example]
    """Id of a region → an example, the regions in their order."""
    missing: Mapping[str, int]
    """Id of a region → how many of its sources could have shown it; where none could, nobody knows."""


@dataclass(frozen=True)
class _Thing:
    id: str
    names: tuple[str, ...]


def region_differences(reader: Reader, areas: Sequence[str]) -> list[Difference]:
    """What some of these regions have on record and others do not, for the reader's audience.

    Args:
        reader: asks on behalf of an audience.
        areas: ids of regions, two or more.

    Returns:
        By kind of thing, within it those that most regions have first.
    """
    recorded = {area: _recorded(reader.rows("networks", "area_network", area=area)[0]) for area in areas}
    speaking = {area: _speaking(reader, area) for area in areas}
    codes = sorted({key for of in recorded.values() for key in of}, key=lambda key: (KINDS.index(key[0]), key[1]))
    apart = [key for key in codes if any(key not in recorded[area] for area in areas)]
    chosen = {(area, key): recorded[area][key] for key in apart for area in areas if key in recorded[area]}
    sentences = _sentences(reader, [one.id for things in chosen.values() for one in things])
    found = [
        Difference(
            kind=kind,
            code=code,
            found={area: _example(chosen[area, (kind, code)], sentences) for area in areas if (area, (kind, code)) in chosen},
            missing={area: speaking[area][kind] for area in areas if (area, (kind, code)) not in chosen},
        )
        for kind, code in apart
    ]
    return sorted(found, key=lambda one: (KINDS.index(one.kind), -len(one.found), one.code))


def _recorded(row: Mapping[str, Any]) -> dict[tuple[str, tuple[str, ...]], list[_Thing]]:
    """Kind and code → the things of it, by name."""
    found: dict[tuple[str, tuple[str, ...]], list[_Thing]] = defaultdict(list)
    for key, thing in (*_nodes(row), *_ties(row)):
        found[key].append(thing)
    return {key: sorted(things, key=lambda one: (one.names, one.id)) for key, things in found.items()}


def _nodes(row: Mapping[str, Any]) -> Iterator[tuple[tuple[str, tuple[str, ...]], _Thing]]:
    """Running services by category, without means, and needs by kind, without mere context."""
    codes = taxonomy()
    for one in row["nodes"]:
        kind = {"Service": "services", "Need": "needs"}.get(one["label"])
        if kind is None or (kind == "services" and one.get("status") != "running"):
            continue
        for code in one.get("categories") or ():
            if code not in codes.means and code != CONTEXT_NEED:
                yield (kind, (code,)), _Thing(one["id"], (one["name"],))


def _ties(row: Mapping[str, Any]) -> Iterator[tuple[tuple[str, tuple[str, ...]], _Thing]]:
    """Ties between two bodies by type and sectors."""
    bodies = {one["id"]: one for one in row["nodes"] if one["label"] == "Organization"}
    for one in row["relationships"]:
        a, b = bodies.get(one["start"]), bodies.get(one["end"])
        if one["type"] not in BETWEEN_BODIES or a is None or b is None or a is b or one.get("state", "recorded") != "recorded":
            continue
        ends = [(sector_of(end.get("actor_types") or ()), end["name"]) for end in (a, b)]
        if one["type"] == WITHOUT_DIRECTION:
            ends.sort()
        yield ("ties", (one["type"], *(sector for sector, _ in ends))), _Thing(one["id"], tuple(name for _, name in ends))


def _speaking(reader: Reader, area: str) -> dict[str, int]:
    """Kind of fact → sources of an area that speak of it; where they list members, none does of ties."""
    rows = reader.rows("lookups", "sources", area=area)
    found = {kind: len({one["dataset"] for one in rows if any(spoken.split(" ")[0] == kind for spoken in one["kinds"])}) for kind in KINDS}
    return found | ({TIES: 0} if lists_members(reader, area) else {})


def _sentences(reader: Reader, facts: list[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for one in reader.rows("lookups", "evidence_of_facts", facts=sorted(set(facts))) if facts else ():
        found[one["fact"]].append(one)
    return found


def _example(things: Sequence[_Thing], sentences: Mapping[str, list[Row]]) -> Example:
    """The first that has a sentence, else the first."""
    chosen = next((one for one in things if one.id in sentences), things[0])
    return Example(names=chosen.names, more=len(things) - 1, sentences=sentences.get(chosen.id, []))
