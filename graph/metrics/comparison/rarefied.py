"""Rarefaction (Sanders 1968, Hurlbert 1971): a figure as it would be with as many sources as another region has.

Whoever is described by more sources has more bodies and ties on record. For the same number of sources the figure is the mean
over the subsets of that size: over all of them where they are few, else over subsets drawn by chance.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

import igraph
import numpy as np

from graph.metrics.comparison.sourced import Sourced


@dataclass(frozen=True)
class Rarefied:
    """A figure for fewer sources."""

    mean: float
    lowest: float
    highest: float
    """Over the subsets in which the figure is defined."""
    sources: int
    """How many sources each subset has."""
    of: int
    """How many there are."""
    subsets: int
    is_exact: bool
    """Whether all subsets were looked at."""


def rarefied(sourced: Sourced, figure: Callable[[igraph.Graph], float | None], *, to: int, seed: int, draws: int = 200) -> Rarefied | None:
    """A figure for `to` of the sources that could show ties.

    Args:
        sourced: the network with its sources.
        figure: of a network.
        to: number of sources, at least 1 and at most those that there are.
        seed: the same seed gives the same subsets.
        draws: how many subsets are looked at where there are more.

    Returns:
        None where the figure is defined for no subset.

    Raises:
        ValueError: there are not so many sources.
    """
    if not 1 <= to <= len(sourced.sources):
        raise ValueError(f"{to} of {len(sourced.sources)} sources")
    is_exact = math.comb(len(sourced.sources), to) <= draws
    subsets = combinations(sourced.sources, to) if is_exact else _drawn(sourced.sources, to, seed, draws)
    values = [float(value) for kept in subsets if (value := figure(sourced.only(kept))) is not None]
    if not values:
        return None
    return Rarefied(
        mean=sum(values) / len(values),
        lowest=min(values),
        highest=max(values),
        sources=to,
        of=len(sourced.sources),
        subsets=len(values),
        is_exact=is_exact,
    )


def _drawn(sources: tuple[str, ...], to: int, seed: int, draws: int) -> Iterator[tuple[str, ...]]:
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        yield tuple(sources[number] for number in chance.choice(len(sources), size=to, replace=False))
