"""One region of a comparison in figures and codes: what describes it, on what that rests, and what is beyond chance."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import Any

import igraph

from graph.metrics.comparison.by_sector import by_sector, sectors_against_chance
from graph.metrics.comparison.conditional import Conditional
from graph.metrics.comparison.covered_categories import Covered
from graph.metrics.comparison.described import AGAINST_CHANCE, DESCRIBED, Tested, described
from graph.metrics.comparison.jackknife import FEWEST_LEFT_OUT, jackknife
from graph.metrics.comparison.node_loss import MOSTLY, Case, flagged, losses, verdict, verdict_flips
from graph.metrics.comparison.rarefied import rarefied
from graph.metrics.comparison.record import RegionRecord
from graph.metrics.comparison.resampled import Estimate
from graph.metrics.of_network.mixing import log_odds_within
from graph.regions import RegionNetwork
from graph.taxonomy.sectors import sectors

LISTS_MEMBERS = "lists_members"
"""Code of a region whose sources list members: what they do not say of ties is no figure."""
TOO_FEW_TO_LEAVE_OUT = "too_few_to_leave_out"
BY_SOURCES = ("mean_degree", "share_without_ties", "share_in_largest")
"""Figures that are recomputed with other sources and with bodies missing."""


def region_figures(
    region: RegionNetwork, found: Tested | None, *, to: int, seed: int, draws: int, across: Executor | None = None
) -> dict[str, Any]:
    """One region.

    Args:
        region: its network with that on which it rests.
        found: what was tested; None where nothing is.
        to: number of sources to which all regions are rarefied.
        seed: the same seed gives the same numbers.
        draws: random networks a test.
        across: where networks with bodies missing are tested again; None is here.
    """
    tells_ties = LISTS_MEMBERS not in region.reasons
    figures = described(region.network)
    if not tells_ties:
        figures = {name: value if name == "bodies" else None for name, value in figures.items()}
    return {
        "area_id": region.area.id,
        "area": region.full_name,
        "sources": list(region.sources),
        "oldest": region.oldest.isoformat() if region.oldest else None,
        "newest": region.newest.isoformat() if region.newest else None,
        "figures": figures,
        "covered": sum(region.network.vs["covered"]) if "covered" in region.network.vs.attributes() else None,
        "reasons": list(region.reasons),
        **_rests_on(region.record),
        "sectors": _sectors(region, found, seed=seed, draws=draws) if tells_ties and _has_sectors(region.network) else None,
        "against_chance": _against_chance(region.network, found, seed, across) if found else {},
        "estimates": {name: _estimate(one) for name, one in found.estimates.items()} if found else {},
        "jackknife": _jackknife(region.record) if region.record and tells_ties else None,
        "rarefied": _rarefied(region, to, seed) if tells_ties else None,
        "losses": _losses(region.network, seed) if found else {},
    }


def recomputed() -> dict[str, Callable[[igraph.Graph], float | None]]:
    """The figures that are recomputed with other sources and with bodies missing."""
    return {name: DESCRIBED[name] for name in BY_SOURCES} | {"log_odds_within": _log_odds}


def _has_sectors(network: igraph.Graph) -> bool:
    return "sector" in network.vs.attributes()


def _log_odds(network: igraph.Graph) -> float | None:
    if not _has_sectors(network):
        return None
    remainder = sectors().remainder
    kept = network.induced_subgraph([number for number, sector in enumerate(network.vs["sector"]) if sector != remainder])
    return log_odds_within(kept, kept.vs["sector"])


def _rests_on(record: RegionRecord | None) -> dict[str, Any]:
    if record is None:
        return {"kinds_of_tie": None, "verified": None, "categories": None}
    return {
        "kinds_of_tie": dict(record.kinds),
        "verified": record.verified,
        "categories": record.categories and _categories(record.categories),
    }


def _categories(covered: Covered) -> dict[str, Any]:
    people = covered.people
    return {
        "count": len(covered.categories),
        "of": covered.of,
        "per_10_000": covered.per_10_000,
        "people": people.number if people else None,
        "people_as_of": people.as_of.isoformat() if people else None,
        "people_basis": people.basis if people else None,
    }


def _sectors(region: RegionNetwork, found: Tested | None, *, seed: int, draws: int) -> dict[str, Any]:
    remainder, of = sectors().remainder, region.network.vs["sector"]
    told = by_sector(region.network, of, remainder=remainder)
    test = sectors_against_chance(region.network, of, remainder=remainder, seed=seed, draws=draws) if found else None
    return {
        "bodies": dict(told.bodies),
        "left_out": told.left_out,
        "ties": [{"a": a, "b": b, "ties": ties} for (a, b), ties in told.ties.items()],
        "log_odds_within": told.log_odds,
        "e_i": told.e_i,
        "expected_e_i": told.expected_e_i,
        "p": test.p if test else None,
        "draws": test.draws if test else None,
    }


def _against_chance(network: igraph.Graph, found: Tested, seed: int, across: Executor | None) -> dict[str, dict[str, Any] | None]:
    """Each test with what becomes of its finding when bodies are missing; the raw figures are not given."""
    said = {name: verdict(one) for name, one in found.against_chance.items() if one}
    beyond = {name: one for name, one in said.items() if one != "as_chance"}
    flips = verdict_flips(network, AGAINST_CHANCE, beyond, seed=seed, across=across)
    return {name: _conditional(one, said[name], flips.get(name, {})) if one else None for name, one in found.against_chance.items()}


def _conditional(one: Conditional, said: str, flips: Mapping[Case, float]) -> dict[str, Any]:
    return {
        "percentile": one.percentile,
        "observed_by_expected": one.ratio,
        "chance_low": one.low / one.expected if one.ratio is not None else None,
        "chance_high": one.high / one.expected if one.ratio is not None else None,
        "p": one.p,
        "verdict": said,
        "turns_round": cases(flips, above=MOSTLY),
        "tail": one.tail,
        "draws": one.draws,
    }


def cases(flips: Mapping[Case, float], *, above: float) -> list[dict[str, Any]]:
    """The cases in which a finding turns round too often, with how often."""
    return [{"way": way, "share": share, "in": flips[way, share]} for way, share in flagged(flips, above=above)]


def _estimate(one: Estimate | None) -> dict[str, Any] | None:
    return None if one is None else {"value": one.value, "error": one.error, "low": one.low, "high": one.high}


def _jackknife(record: RegionRecord) -> dict[str, Any]:
    """Figures with the error that leaving out single sources gives, or why that is not done."""
    if len(record.sourced.sources) < FEWEST_LEFT_OUT:
        return {"reason": TOO_FEW_TO_LEAVE_OUT, "figures": {}}
    found = {name: jackknife(record.sourced, figure) for name, figure in recomputed().items()}
    told = {name: (_estimate(one.estimate) or {}) | {"heaviest": one.heaviest} if one else None for name, one in found.items()}
    return {"reason": None, "figures": told}


def _rarefied(region: RegionNetwork, to: int, seed: int) -> dict[str, Any] | None:
    """Figures for the same number of sources in all regions."""
    if region.record is None or not 1 <= to <= len(region.sources):
        return None
    found = {name: rarefied(region.record.sourced, figure, to=to, seed=seed) for name, figure in recomputed().items()}
    return {
        "to": to,
        "of": len(region.sources),
        "figures": {
            name: {"mean": one.mean, "lowest": one.lowest, "highest": one.highest, "subsets": one.subsets, "exact": one.is_exact}
            if one
            else None
            for name, one in found.items()
        },
    }


def _losses(network: igraph.Graph, seed: int) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [{"way": way, "share": share, "mean": one.mean, "low": one.low, "high": one.high} for (way, share), one in of.items()]
        for name, of in losses(network, recomputed(), seed=seed).items()
    }
