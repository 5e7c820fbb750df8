"""Regions compared, in figures and codes without words: described always, tested only where that may be."""

from collections.abc import Sequence
from itertools import combinations
from math import isfinite
from typing import Any

from graph.errors import QueryMisused
from graph.metrics.comparison.conditional import Conditional
from graph.metrics.comparison.described import ESTIMATED, Tested, described, tested
from graph.metrics.comparison.resampled import Estimate, difference
from graph.metrics.comparison.several import holm
from graph.reading import Reader
from graph.regions import RegionNetwork, region_networks

FEWEST, MOST = 2, 20
"""Regions that are compared at once."""
SEED = 20
DRAWS = 1_000


def regions_to_compare(reader: Reader, areas: Sequence[str]) -> list[RegionNetwork]:
    """The networks of some regions, each once.

    Args:
        reader: asks on behalf of an audience.
        areas: names, codes or ids.

    Raises:
        QueryMisused: too few or too many regions, an area is not known, or its name means several.
    """
    regions = list({region.area.id: region for region in region_networks(reader, areas)}.values())
    if not FEWEST <= len(regions) <= MOST:
        raise QueryMisused("regions_to_compare", fewest=FEWEST, most=MOST, given=len(regions))
    return regions


def compared(regions: Sequence[RegionNetwork], *, seed: int = SEED, draws: int = DRAWS) -> dict[str, Any]:
    """Compare regions by their networks alone; no database is asked.

    Args:
        regions: as `regions_to_compare` gives them.
        seed: the same seed gives the same numbers.
        draws: random networks a test.

    Returns:
        `regions` (figures, sources, `reasons` why nothing is tested as codes, `against_chance` and `estimates` where
        something is), `pairs` (differences with z, p and Holm's p), `seed` and `draws`.
    """
    found = {region.area.id: tested(region.network, seed=seed, draws=draws) for region in regions if not region.reasons}
    return {
        "regions": [_shown(region, found.get(region.area.id)) for region in regions],
        "pairs": _pairs(regions, found),
        "seed": seed,
        "draws": draws,
    }


def _shown(region: RegionNetwork, found: Tested | None) -> dict[str, Any]:
    figures = described(region.network)
    if "lists_members" in region.reasons:
        # Where sources list members, what they do not say of ties is not a figure.
        figures = {name: value if name == "bodies" else None for name, value in figures.items()}
    return {
        "area_id": region.area.id,
        "area": region.full_name,
        "sources": list(region.sources),
        "oldest": region.oldest.isoformat() if region.oldest else None,
        "newest": region.newest.isoformat() if region.newest else None,
        "figures": figures,
        "reasons": list(region.reasons),
        "against_chance": {name: _conditional(one) for name, one in found.against_chance.items()} if found else {},
        "estimates": {name: _estimate(one) for name, one in found.estimates.items()} if found else {},
    }


def _pairs(regions: Sequence[RegionNetwork], found: dict[str, Tested]) -> list[dict[str, Any]]:
    """Differences of the estimated figures; corrected for all that are tested at once."""
    rows: list[dict[str, Any]] = []
    for figure in ESTIMATED:
        able = [(region, one) for region in regions if region.area.id in found and (one := found[region.area.id].estimates[figure])]
        for (a, of_a), (b, of_b) in combinations(able, 2):
            z, p = difference(of_a, of_b)
            rows.append(
                {
                    "figure": figure,
                    "a": a.full_name,
                    "b": b.full_name,
                    "difference": of_a.value - of_b.value,
                    "z": z if isfinite(z) else None,
                    "p": p,
                }
            )
    return [row | {"p_holm": corrected} for row, corrected in zip(rows, holm([row["p"] for row in rows]), strict=True)]


def _conditional(one: Conditional | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"percentile": one.percentile, "observed_by_expected": one.ratio, "p": one.p, "tail": one.tail, "draws": one.draws}


def _estimate(one: Estimate | None) -> dict[str, Any] | None:
    return None if one is None else {"value": one.value, "error": one.error, "low": one.low, "high": one.high}
