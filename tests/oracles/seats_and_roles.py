"""Councils, functions and running services of each body that has one of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.held_networks import council_names, evidence_of, seats
from tests.held_networks import councils as all_councils


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each home of each such body."""
    held = held.existing(today)
    for id_, body in held.of("Organization"):
        if body.get("generic") or held.ends(id_, "PART_OF", label="Organization"):
            continue
        councils = council_names(held, id_).union(
            *(council_names(held, part) for part in held.starts(id_, "PART_OF", label="Organization"))
        )
        provided = [tie for tie in held.outgoing[id_] if tie.type == "PROVIDES" and held.is_a(tie.end, "Service")]
        now = [tie.end for tie in provided if tie.properties.get("status", "running") == "running"]
        services = {held.get(one)["name"] for one in now if runs(held, one, today)}
        functions = {
            tie.properties["function"]
            for tie in held.outgoing[id_]
            if tie.type == "ACTS_FOR" and (held.is_a(tie.end, "Area") or held.is_a(tie.end, "Need"))
        }
        parts = {id_, *held.starts(id_, "PART_OF", label="Organization")}
        facts = {fact for one in parts for council in all_councils(held, one) for fact in seats(held, {one}, council)}
        facts |= {
            tie.properties["id"]
            for tie in held.outgoing[id_]
            if (tie.type == "PROVIDES" and held.is_a(tie.end, "Service"))
            or (tie.type == "ACTS_FOR" and (held.is_a(tie.end, "Area") or held.is_a(tie.end, "Need")))
        }
        for home in held.homes(id_) & areas if councils or services or functions else ():
            yield {
                "area_id": home,
                "id": id_,
                "councils": sorted(councils),
                "functions": sorted(functions),
                "services": sorted(services),
                "not_running": sorted({held.get(tie.end)["name"] for tie in provided} - services),
                "evidence": evidence_of(held, facts),
                "sources_that_could_show": sorted(held.able("seats", [home], today) | held.able("services", [home], today)),
            }


def runs(held: Held, service: str, day: date) -> bool:
    """Whether a service is recorded to run on a day."""
    what = held.get(service)
    begins, ends_on = what.get("valid_from"), what.get("valid_to")
    return what.get("status") == "running" and (begins is None or begins <= day) and (ends_on is None or ends_on >= day)
