"""What is said of one region's network: figures that describe it, and where it bears it what is beyond chance."""

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

import igraph

from graph.metrics.comparison.conditional import Conditional, figures_against_chance
from graph.metrics.comparison.resampled import FEWEST, Estimate, estimates
from graph.metrics.of_network.figures import figures_named

DESCRIBED = figures_named("bodies", "ties", "mean_degree", "share_without_ties", "components", "share_in_largest", "articulation_points")
"""Figures that may stand beside each other as they are."""
AGAINST_CHANCE = figures_named("degree_centralization", "betweenness_centralization", "transitivity", "efficiency", "share_within_two")
"""Figures that depend on n and m, and are never given raw."""
FOLLOWS: Mapping[str, tuple[str, ...]] = {"degrees": ("degree_centralization",)}
"""What is given → figures that follow from it, so that nothing of them is left to test."""
ESTIMATED = ("mean_degree", "transitivity")
"""Figures of which two regions are compared by their standard errors."""
FEWEST_SOURCES = 3


@dataclass(frozen=True)
class Tested:
    """What is beyond chance in one network."""

    against_chance: Mapping[str, Conditional | None]
    estimates: Mapping[str, Estimate | None]


def described(network: igraph.Graph) -> dict[str, float | None]:
    """The figures that describe a network."""
    return {name: figure(network) for name, figure in DESCRIBED.items()}


def reasons_against(network: igraph.Graph, sources: int, *, lists_ties: bool) -> tuple[str, ...]:
    """Why nothing is tested, as codes; empty where something may be.

    Args:
        network: of the named bodies of a region.
        sources: how many sources could show ties there.
        lists_ties: whether the sources record ties and not only members.
    """
    found = {
        "lists_members": not lists_ties,
        "too_few_bodies": network.vcount() < FEWEST,
        "too_few_sources": sources < FEWEST_SOURCES,
        "no_ties": lists_ties and network.ecount() == 0,
    }
    return tuple(code for code, holds in found.items() if holds)


def tested(network: igraph.Graph, *, seed: int, draws: int, given: str, across: Executor | None) -> Tested:
    """Compare a network with random ones, and give what may be compared with other regions.

    Args:
        network: of the named bodies of a region.
        seed: the same seed gives the same numbers.
        draws: how many random networks.
        given: what they have in common with it, one of `graph.metrics.comparison.conditional.GIVEN`.
        across: where the random networks are made and measured; None is here.
    """
    figures = {name: figure for name, figure in AGAINST_CHANCE.items() if name not in FOLLOWS.get(given, ())}
    return Tested(
        against_chance=figures_against_chance(network, figures, seed=seed, draws=draws, given=given, across=across),
        estimates=estimates(network, ESTIMATED, seed=seed, draws=draws),
    )
