"""Whether a figure of one network is more than chance: the conditional uniform graph test (CUG; Anderson, Butts & Carley 1999).

The figure is compared with those of random networks of the same n and m (or the same degrees). Figures of small networks
are discrete, so that ties with the observed value are broken by chance: only then does a test at 5 % reject in 5 % of cases
where there is nothing to find.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import igraph
import numpy as np

from graph.metrics.comparison.by_chance import with_degrees, with_ties

Statistic = Callable[[igraph.Graph], float | None]
TAILS = ("greater", "less", "two-sided")
GIVEN = ("ties", "degrees")
NEAR = 1e-12
"""Two values that differ by less are the same."""


@dataclass(frozen=True)
class Conditional:
    """What the test found."""

    observed: float
    expected: float
    """Mean of the draws in which the figure is defined."""
    spread: float
    """Their standard deviation."""
    percentile: float
    """Share of draws below the observed value, those equal to it by half, 0 to 100."""
    p: float
    """Randomised p-value."""
    tail: str
    given: str
    draws: int
    """Draws in which the figure is defined."""

    @property
    def ratio(self) -> float | None:
        """Observed by expected: what is compared between regions; None where nothing is expected."""
        return self.observed / self.expected if abs(self.expected) > NEAR else None


def against_chance(
    network: igraph.Graph, statistic: Statistic, *, seed: int, draws: int = 1000, tail: str = "two-sided", given: str = "ties"
) -> Conditional | None:
    """Compare a figure of a network with those of random ones.

    Args:
        network: undirected, simple.
        statistic: gives the figure, or None where it is not defined.
        seed: the same seed gives the same numbers.
        draws: how many random networks.
        tail: greater, less or two-sided.
        given: ties (the same n and m) or degrees (each body as many ties).

    Returns:
        None where the figure is not defined for the network or any draw.

    Raises:
        ValueError: no such tail or condition.
    """
    if tail not in TAILS or given not in GIVEN:
        raise ValueError(f"{tail} {given}")
    observed = statistic(network)
    if observed is None:
        return None
    chance = np.random.default_rng(seed)
    values = _defined(statistic(one) for one in _drawn(network, given, draws, chance))
    if not len(values):
        return None
    above, same = int((values > observed + NEAR).sum()), int((np.abs(values - observed) <= NEAR).sum())
    below = len(values) - above - same
    return Conditional(
        observed=observed,
        expected=float(values.mean()),
        spread=float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        percentile=100 * (below + same / 2) / len(values),
        p=_p(above, below, same, tail, float(chance.random())),
        tail=tail,
        given=given,
        draws=len(values),
    )


def _drawn(network: igraph.Graph, given: str, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    return with_ties(network.vcount(), network.ecount(), draws, chance) if given == "ties" else with_degrees(network, draws, chance)


def _defined(values: Iterable[float | None]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([value for value in values if value is not None], dtype=float)


def _p(above: int, below: int, same: int, tail: str, share: float) -> float:
    """The observed network is one of the draws; of those equal to it a share by chance counts as beyond it."""
    everything = above + below + same + 1
    greater = (above + share * (same + 1)) / everything
    if tail == "greater":
        return greater
    if tail == "less":
        return 1 - greater
    return 2 * min(greater, 1 - greater)
