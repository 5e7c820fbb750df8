"""How much a figure rests on single sources: the jackknife (Quenouille 1956, Tukey 1958), leaving out one source at a time.

Bodies of one network are no independent draws, its sources are more nearly so. With few sources the spread of a handful of
values says nothing, so that nothing is given below `FEWEST_LEFT_OUT`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import igraph

from graph.metrics.comparison.resampled import LEVEL, Estimate
from graph.metrics.comparison.sourced import Sourced

FEWEST_LEFT_OUT = 5
"""Sources below which the jackknife says nothing."""


@dataclass(frozen=True)
class Jackknifed:
    """What leaving out each source gives."""

    estimate: Estimate
    """The figure with its standard error √((S−1)/S · Σ(θ₍ᵢ₎ − θ̄)²) and its interval by Student's t with S−1 degrees of freedom."""
    without: dict[str, float]
    """Source → the figure of the network that the other sources state."""

    @property
    def heaviest(self) -> str:
        """The source without which the figure is farthest from what it is; the first by name of several."""
        return max(sorted(self.without), key=lambda source: abs(self.without[source] - self.estimate.value))


def jackknife(sourced: Sourced, figure: Callable[[igraph.Graph], float | None]) -> Jackknifed | None:
    """Recompute a figure without each source.

    Returns:
        None with fewer than `FEWEST_LEFT_OUT` sources, or where the figure is not defined with all of them or without one.
    """
    from scipy.special import stdtrit  # noqa: PLC0415 - loads slowly, and few commands need it

    value = figure(sourced.network)
    count = len(sourced.sources)
    if value is None or count < FEWEST_LEFT_OUT:
        return None
    without: dict[str, float] = {}
    for source in sourced.sources:
        found = figure(sourced.without((source,)))
        if found is None:
            return None
        without[source] = float(found)
    mean = sum(without.values()) / count
    error = math.sqrt((count - 1) / count * sum((one - mean) ** 2 for one in without.values()))
    far = float(stdtrit(count - 1, (1 + LEVEL) / 2)) * error
    return Jackknifed(Estimate(value=float(value), error=error, low=value - far, high=value + far), without)
