"""Bodies all of whose recorded ties go to one other named body."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import BODY_TIES, Held
from tests.held_networks import able, council_names, evidence_of, facts_between, units


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each unit in which such a body works."""
    held = held.existing(today)
    for id_, body in held.of("Organization"):
        if body.get("generic") or held.ends(id_, "PART_OF", label="Organization"):
            continue
        parts = held.starts(id_, "PART_OF", label="Organization")
        others = held.neighbours(id_)
        for part in parts:
            for tie in (*held.outgoing[part], *held.incoming[part]):
                other = tie.end if tie.start == part else tie.start
                if tie.type in BODY_TIES and held.is_a(other, "Organization") and tie.properties.get("state", "recorded") == "recorded":
                    others.add(other)
        others -= {*parts, id_}
        if len(others) == 1 and not held.get(*others).get("generic"):
            for home, homes in units(held, areas).items():
                sources = able(held, id_, homes)
                if not homes & held.homes(id_) or not sources:
                    continue
                facts = {fact for one in (id_, *parts) for fact in facts_between(held, one, *others)}
                yield {
                    "area_id": home,
                    "id": id_,
                    "neighbour_id": next(iter(others)),
                    "neighbour": held.get(*others)["name"],
                    "evidence": evidence_of(held, facts),
                    "seats": sorted(council_names(held, id_)),
                    "sources_that_could_show": sources,
                }
