"""Two regions of a comparison: the differences that are tested, and why others are not."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import isfinite
from typing import Any

from graph.metrics.comparison.boundary import reasons_apart
from graph.metrics.comparison.described import AGAINST_CHANCE, DESCRIBED, ESTIMATED, Tested
from graph.metrics.comparison.node_loss import FLAGGED, losses, order_flips
from graph.metrics.comparison.resampled import difference
from graph.metrics.comparison.several import holm
from graph.region_figures import cases
from graph.regions import RegionNetwork


def pairs_tested(regions: Sequence[RegionNetwork], found: Mapping[str, Tested], *, seed: int) -> list[dict[str, Any]]:
    """Differences of the estimated figures; corrected for all that are tested at once."""
    measures = {name: {**DESCRIBED, **AGAINST_CHANCE}[name] for name in ESTIMATED}
    missing = {region.area.id: losses(region.network, measures, seed=seed) for region in regions if region.area.id in found}
    rows: list[dict[str, Any]] = []
    for figure in ESTIMATED:
        for a, b in combinations([region for region in regions if region.area.id in found], 2):
            of_a, of_b = (found[one.area.id].estimates[figure] for one in (a, b))
            if of_a is None or of_b is None or _apart(a, b):
                continue
            z, p = difference(of_a, of_b)
            flips = order_flips(of_a.value, of_b.value, *(missing[one.area.id][figure] for one in (a, b)))
            rows.append(
                {
                    "figure": figure,
                    "a": a.full_name,
                    "b": b.full_name,
                    "difference": of_a.value - of_b.value,
                    "z": z if isfinite(z) else None,
                    "p": p,
                    "turns_round": cases(flips, above=FLAGGED),
                }
            )
    return [row | {"p_holm": corrected} for row, corrected in zip(rows, holm([row["p"] for row in rows]), strict=True)]


def pairs_refused(regions: Sequence[RegionNetwork]) -> list[dict[str, Any]]:
    """Pairs that are not tested against each other: what keeps one of the two from any test, and in what they were drawn otherwise."""
    found = [
        {"a": a.full_name, "b": b.full_name, "reasons": list(dict.fromkeys((*a.reasons, *b.reasons, *_apart(a, b))))}
        for a, b in combinations(regions, 2)
    ]
    return [one for one in found if one["reasons"]]


def _apart(a: RegionNetwork, b: RegionNetwork) -> tuple[str, ...]:
    return reasons_apart(a.record.boundary, b.record.boundary) if a.record and b.record else ()
