"""Planned services, and whether sources of a later day that speak of such services there say anything of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.held import Held, Properties
from tests.services_held import categories_of, places_of


def expected(held: Held, areas: set[str], today: date) -> Iterator[dict[str, Any]]:  # noqa: ARG001 - every oracle takes the same
    """One row for each planned service and area of it."""
    for id_, service in held.of("Service"):
        if service.get("status") != "planned":
            continue
        codes = categories_of(held, id_)
        days = [one.get("as_of") for _, one in held.of("Source") if one.get("current") and one["dataset"] in service["sources"]]
        stated_on = max((day for day in days if day), default=None)
        for area in set.union(*places_of(held, id_)) & areas:
            able = [
                (source, scope) for source, scope in _scopes(held, area) if not scope.get("categories") or set(scope["categories"]) & codes
            ]
            silent = [
                (source["dataset"], scope["coverage"])
                for source, scope in able
                if stated_on and source.get("as_of") and source["as_of"] > stated_on and source["dataset"] not in service["sources"]
            ]
            told = "register_silent" if "exhaustive" in {coverage for _, coverage in silent} else "examples_silent"
            yield {
                "area_id": area,
                "area": held.get(area)["name"],
                "service_id": id_,
                "service": service["name"],
                "categories": sorted(codes),
                "providers": sorted({held.get(one)["name"] for one in held.starts(id_, "PROVIDES")}),
                "stated_on": stated_on,
                "later": "date_not_stated" if stated_on is None else told if silent else "no_later_source",
                "later_sources": sorted({dataset for dataset, _ in silent}),
                "sources_that_could_show": sorted({source["dataset"] for source, _ in able}),
                "evidence": sorted(held.evidence[id_]),
            }


def _scopes(held: Held, area: str) -> Iterator[tuple[Properties, Properties]]:
    """Current sources that speak of services of an area on their own day, each with the scope."""
    for place in held.above(area):
        for tie in held.incoming[place]:
            source = held.get(tie.start)
            if tie.type == "SPEAKS_OF" and tie.properties["kind"] == "services" and source.get("current"):
                day, begins, ends = source.get("as_of"), tie.properties.get("begins"), tie.properties.get("ends_on")
                if day is None or ((begins is None or begins <= day) and (ends is None or ends >= day)):
                    yield source, tie.properties
