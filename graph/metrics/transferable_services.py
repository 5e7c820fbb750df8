"""What other regions do for the same need: services there, ordered by how like the other region is.

Of a region that lacks a figure the likeness is unknown, and that is said: it is neither taken for like nor for unlike.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

SHARE_WITHIN = 3.0
"""Points between the shares of people of 65 and over."""
POPULATION_WITHIN = 2.0
"""How many times one population may be the other."""
ANSWERS = ("stated", "strong", "weak")


@dataclass(frozen=True)
class Compared:
    """One indicator of two regions in the newest year in which both have it; None where there is no such year."""

    year: int | None = None
    here: float | None = None
    there: float | None = None


def transferable_services(row: Mapping[str, Any], *, as_of: date, most: int) -> list[dict[str, Any]]:  # noqa: ARG001 - the query takes the day
    """Running services of like regions that answer a need of an area.

    Args:
        row: what `cypher/gaps/transferable_services.cypher` collects.
        as_of: the day for which services were collected.
        most: at most this many for each area and need.

    Returns:
        Rows in the order of the areas and needs, within each known likeness before unknown, then by how the service answers
        (stated, strong, weak), by the difference of the shares (points), by the ratio of the populations (absolute
        logarithm), kinds of provider that are here too before others, then by ids.
    """
    read = _Read(row)
    found = []
    for need in sorted(read.needs, key=lambda one: (one["area_id"], one["code"], one["region"])):
        there = sorted(read.regions_with[need["code"]] - {need["region"]})
        rows = [made for region in there for made in read.rows(need, region)]
        found += sorted(rows, key=_order)[:most]
    return found


class _Read:
    """The collected row, by region."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.needs = {(one["area_id"], one["region"], one["code"]): one for one in row["needs"]}.values()
        self.regions_with: dict[str, set[str]] = defaultdict(set)
        self.needs_of: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in row["elsewhere"]:
            self.regions_with[one["code"]].add(one["region"])
            self.needs_of[one["region"], one["code"]].add(one["need"])
        self.names = {one["id"]: one["name"] for one in row["named"]}
        services = {one["id"]: one for one in row["services"]}
        self.services: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
        for one in row["offered"]:
            if one["service"] in services:
                self.services[one["region"]][one["service"]] = services[one["service"]]
        self.kinds: dict[str, set[str]] = defaultdict(set)
        for one in row["actors"]:
            self.kinds[one["region"]].add(one["kind"])
        self.sources: dict[str, set[str]] = defaultdict(set)
        for one in row["spoken"]:
            self.sources[one["region"]].add(one["dataset"])
        self.figures = _figures(row["observed"])

    def rows(self, need: Mapping[str, Any], region: str) -> list[dict[str, Any]]:
        """The services of one other region for one need; none where the region is known to be unlike."""
        share, population = (self._compared(indicator, need["region"], region) for indicator in ("share_65_plus", "population"))
        if not (_is_like_share(share) and _is_like_population(population)):
            return []
        made = []
        for service in self.services[region].values():
            answers = self._answers(service, need["code"], region)
            if answers:
                made.append(self._row(need, region, service, answers, (share, population)))
        return made

    def _answers(self, service: Mapping[str, Any], code: str, region: str) -> str | None:
        """How a service answers: a source ties it to the need there, or its kind is the first or a further one for it."""
        if self.needs_of[region, code] & set(service["addressed"]):
            return "stated"
        strengths = {one["strength"] for one in service["answers"] if one["code"] == code}
        return "strong" if "strong" in strengths else "weak" if strengths else None

    def _compared(self, indicator: str, here: str, there: str) -> Compared:
        one, other = self.figures[here, indicator], self.figures[there, indicator]
        years = one.keys() & other.keys()
        return Compared(max(years), one[max(years)], other[max(years)]) if years else Compared()

    def _row(
        self, need: Mapping[str, Any], region: str, service: Mapping[str, Any], answers: str, compared: tuple[Compared, Compared]
    ) -> dict[str, Any]:
        share, population = compared
        kinds = sorted({kind for provider in service["providers"] for kind in provider["kinds"]})
        return {
            "area_id": need["area_id"],
            "area": need["area"],
            "need_code": need["code"],
            "region_id": region,
            "region": self.names[region],
            "service_id": service["id"],
            "service": service["name"],
            "categories": sorted(service["categories"]),
            "answers": answers,
            "likeness": "unknown" if share.year is None or population.year is None else "known",
            "share_here": share.here,
            "share_there": share.there,
            "share_year": share.year,
            "population_here": population.here,
            "population_there": population.there,
            "population_year": population.year,
            "provider_kinds": kinds,
            "kinds_here": [kind for kind in kinds if kind in self.kinds[need["region"]]],
            "providers": sorted({provider["name"] for provider in service["providers"] if provider.get("name")}),
            "sources_that_could_show": sorted(self.sources[region]),
            "facts": [service["id"]],
        }


def _figures(observed: list[Mapping[str, Any]]) -> dict[tuple[str, str], dict[int, float]]:
    """Region and indicator → year → the value of its newest day; a day for which sources disagree gives none."""
    newest: dict[tuple[str, str, int], tuple[date, set[float]]] = {}
    for one in observed:
        key, day = (one["region"], one["indicator"], one["as_of"].year), one["as_of"]
        known = newest.get(key)
        if known is None or day > known[0]:
            newest[key] = day, {one["value"]}
        elif day == known[0]:
            known[1].add(one["value"])
    found: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for (region, indicator, year), (_, values) in newest.items():
        if len(values) == 1:
            found[region, indicator][year] = next(iter(values))
    return found


def _is_like_share(share: Compared) -> bool:
    return share.here is None or share.there is None or round(abs(share.here - share.there), 6) <= SHARE_WITHIN


def _is_like_population(population: Compared) -> bool:
    """Half to double, both ends included; a population of 0 is like none."""
    if population.here is None or population.there is None:
        return True
    smaller, larger = sorted((population.here, population.there))
    return smaller > 0 and larger <= POPULATION_WITHIN * smaller


def _order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    known = row["likeness"] == "known"
    points = abs(row["share_here"] - row["share_there"]) if row["share_year"] else SHARE_WITHIN
    times = abs(log(row["population_here"] / row["population_there"])) if row["population_year"] else log(POPULATION_WITHIN)
    return (
        *(not known, ANSWERS.index(row["answers"]), round(points, 6), round(times, 6)),
        *(not row["kinds_here"], row["region_id"], row["service_id"]),
    )
