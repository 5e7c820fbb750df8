"""Many regions side by side without their names: how the figures lie among all that were examined."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import quantiles
from typing import Any

from api.area_overview import recorded_by_area
from graph.metrics.comparison.many import Examinable
from graph.reading import Reader
from graph.regions import region_networks

QUARTERS = 4


def regions_of_level(reader: Reader, level: str) -> list[str]:
    """Ids of the areas of a level in which anything is recorded, sorted."""
    recorded = {above for id_ in recorded_by_area(reader) if id_ in reader.areas.by_id for above in reader.areas.path(id_)}
    return sorted(id_ for id_ in recorded if reader.areas.by_id[id_].level == level)


def examinable(reader: Reader, areas: Iterable[str]) -> Iterator[Examinable]:
    """The networks of areas, each read when it is needed; without the ids of its bodies."""
    for area in areas:
        (region,) = region_networks(reader, [area])
        yield Examinable(region.area.id, region.full_name, region.network.vcount(), tuple(region.network.get_edgelist()), region.reasons)


def peers(found: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """How many regions were described and tested, why others were not, and how their figures lie.

    Args:
        found: what `graph.metrics.comparison.many.examined` gives of each.

    Returns:
        `regions`, `tested`, `refused` (code → regions) and `figures` and `against_chance` (figure → `regions`, and the
        `lower`, `median` and `upper` quartile: of the figure itself, or of observed by expected, that of random networks).
    """
    regions = tested = 0
    refused: Counter[str] = Counter()
    values: dict[str, dict[str, list[float]]] = {"figures": defaultdict(list), "against_chance": defaultdict(list)}
    for one in found:
        regions += 1
        tested += not one["reasons"]
        refused.update(one["reasons"])
        for name, value in one["figures"].items():
            # Where sources list members, what they do not say of ties is no figure.
            if value is not None and "lists_members" not in one["reasons"]:
                values["figures"][name].append(value)
        for name, against in one["against_chance"].items():
            if against and against["ratio"] is not None:
                values["against_chance"][name].append(against["ratio"])
    lie = {kind: {name: _quartiles(numbers) for name, numbers in of.items()} for kind, of in values.items()}
    return {"regions": regions, "tested": tested, "refused": dict(sorted(refused.items())), **lie}


def _quartiles(values: list[float]) -> dict[str, float]:
    lower, median, upper = quantiles(values, n=QUARTERS, method="inclusive") if len(values) > 1 else values * 3
    return {"regions": len(values), "lower": lower, "median": median, "upper": upper}
