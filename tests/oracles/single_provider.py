"""Kinds of service with one named provider, where a source is complete for the kind."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held
from tests.services_held import categories_of, is_running, places_of, speaking_of_services


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:
    """One row for each municipality or ward and such a kind."""
    held = held.existing(today)
    running = [(id_, places_of(held, id_)) for id_, service in held.of("Service") if is_running(service, today)]
    for area in sorted(areas & held.nodes.keys()):
        if held.get(area).get("level") not in {"municipality", "ward"}:
            continue
        below, above = held.below(area), held.above(area)
        of_kind: dict[str, list[str]] = defaultdict(list)
        for id_, places in running:
            if set.union(*places) & below or places[1] & above:
                for code in categories_of(held, id_):
                    of_kind[code].append(id_)
        for category, services in of_kind.items():
            complete = speaking_of_services(held, above, today, {category}, coverage="exhaustive")
            row = _row(held, services)
            if complete and row:
                about = {"area_id": area, "area": held.get(area)["name"], "category": category}
                yield {**about, **row, "sources_that_could_show": sorted(complete)}


def _row(held: Held, services: list[str]) -> dict[str, Any] | None:
    """The one named provider of some services, and who else is told of."""
    named: dict[str, set[str]] = defaultdict(set)
    generic, without, evidence = set[str](), set[str](), set[str]()
    for service in services:
        provided = [
            tie for tie in held.incoming[service] if tie.type == "PROVIDES" and tie.properties.get("status", "running") == "running"
        ]
        if not provided:
            without.add(held.get(service)["name"])
        for tie in provided:
            if held.get(tie.start).get("generic"):
                generic.add(held.get(tie.start)["name"])
            else:
                named[tie.start].add(held.get(service)["name"])
                evidence |= set(held.evidence[tie.properties["id"]])
    if len(named) != 1:
        return None
    ((provider, names),) = named.items()
    return {
        "provider_id": provider,
        "provider": held.get(provider)["name"],
        "services": sorted(names),
        "generic_providers": sorted(generic),
        "without_provider": sorted(without),
        "evidence": sorted(evidence),
    }
