"""Regions compared, in figures and codes without words: described always, tested only where that may be."""

import platform
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from graph.errors import QueryMisused
from graph.metrics.comparison.conditional import GIVEN
from graph.metrics.comparison.described import tested
from graph.metrics.comparison.several import holm
from graph.reading import Reader
from graph.region_figures import LISTS_MEMBERS, region_figures
from graph.region_pairs import pairs_refused, pairs_tested
from graph.region_records import region_record
from graph.regions import RegionNetwork, region_networks
from graph.taxonomy.sectors import sectors

FEWEST, MOST = 2, 20
"""Regions that are compared at once."""
SEED = 20
DRAWS = 1_000
MOST_DRAWS = 100_000
"""Where somebody waits for it on a machine of their own."""
COMPUTED_BY = ("tsunagu", "igraph", "numpy", "rustworkx", "scipy")
"""Programs on whose versions numbers may depend."""


def regions_to_compare(reader: Reader, areas: Sequence[str]) -> list[RegionNetwork]:
    """The networks of some regions, each once, with that on which they rest.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    regions = list({region.area.id: region for region in region_networks(reader, areas)}.values())
    if not FEWEST <= len(regions) <= MOST:
        raise QueryMisused("regions_to_compare", fewest=FEWEST, most=MOST, given=len(regions))
    return [replace(region, record=region_record(reader, region)) for region in regions]


def compared(
    regions: Sequence[RegionNetwork],
    *,
    seed: int = SEED,
    draws: int = DRAWS,
    given: str = GIVEN[0],
    across: Executor | None = None,
) -> dict[str, Any]:
    """Compare regions by their networks alone; no database is asked.

    Args:
        regions: as `regions_to_compare` gives them.
        seed: the same seed gives the same numbers.
        draws: random networks a test.
        given: what random networks have in common with the observed one: ties, dyads or degrees.
        across: where random networks are made and measured, of which the numbers know nothing; None is here.

    Returns:
        `regions` (figures, on what they rest, `reasons` why nothing is tested as codes, what is beyond chance, with errors
        and with bodies missing where something is), `pairs` (differences with z, p, Holm's p and what turns round), `refused`
        (pairs that are not tested, with codes), `seed`, `draws`, `given`, `sectors` (version of the mapping) and `versions`.

    Raises:
        ValueError: there is no such condition.
    """
    chance = {"seed": seed, "draws": draws}
    found = {one.area.id: tested(one.network, **chance, given=given, across=across) for one in regions if not one.reasons}
    to = _fewest_sources(regions)
    shown = [region_figures(one, found.get(one.area.id), to=to, **chance, across=across) for one in regions]
    _correct([one["against_chance"] for one in shown])
    return {
        "regions": shown,
        "pairs": pairs_tested(regions, found, seed=seed),
        "refused": pairs_refused(regions),
        "seed": seed,
        "draws": draws,
        "given": given,
        "sectors": sectors().version,
        "versions": {"python": platform.python_version()} | {name: version(name) for name in COMPUTED_BY},
    }


def _fewest_sources(regions: Sequence[RegionNetwork]) -> int:
    """The number of sources to which all regions are rarefied: that of the region with fewest, of those that tell of ties."""
    return min((len(region.sources) for region in regions if region.sources and LISTS_MEMBERS not in region.reasons), default=0)


def _correct(found: Sequence[Mapping[str, dict[str, Any] | None]]) -> None:
    """Give each test against chance its p-value as corrected for all that are done at once."""
    tests = [one for of in found for one in of.values() if one]
    for one, corrected in zip(tests, holm([one["p"] for one in tests]), strict=True):
        one["p_holm"] = corrected


def anonymous(found: Mapping[str, Any]) -> dict[str, Any]:
    """A comparison in which only the first region is named: the others are peers B, C … by their order.

    Comparisons by name are for regions that agreed or are one's own. Left out are names, ids and sources of the others; what
    their figures are stays.
    """
    letters = {region["area"]: chr(ord("A") + place) for place, region in enumerate(found["regions"]) if place}

    def peer(region: Mapping[str, Any]) -> dict[str, Any]:
        letter = letters.get(region["area"])
        if letter is None:
            return dict(region)
        return {**region, "area": letter, "area_id": None, "sources": [None] * len(region["sources"]), **_no_source(region)}

    def pair(row: Mapping[str, Any]) -> dict[str, Any]:
        return {**row, "a": letters.get(row["a"], row["a"]), "b": letters.get(row["b"], row["b"])}

    return {
        **found,
        "regions": [peer(region) for region in found["regions"]],
        "pairs": [pair(row) for row in found["pairs"]],
        "refused": [pair(row) for row in found["refused"]],
    }


def _no_source(region: Mapping[str, Any]) -> dict[str, Any]:
    """The jackknife of a region without the names of its sources."""
    left_out = region["jackknife"]
    if not left_out:
        return {}
    told = {name: one and {**one, "heaviest": None} for name, one in left_out["figures"].items()}
    return {"jackknife": {**left_out, "figures": told}}
