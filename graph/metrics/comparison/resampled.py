"""Standard errors of three figures by the vertex bootstrap (Snijders & Borgatti 1999), and the difference of two regions.

Bodies are drawn with replacement; between two copies of one body a tie is drawn as often as ties are in the network. It is
offered for mean degree, density and transitivity only: for the others the intervals do not hold what they promise.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import igraph
import numpy as np

from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.size import density, mean_degree

OFFERED: dict[str, Callable[[igraph.Graph], float | None]] = {
    "mean_degree": mean_degree,
    "density": density,
    "transitivity": transitivity,
}
FEWEST = 20
"""Named bodies below which nothing is tested: description only."""
LEVEL = 0.95


@dataclass(frozen=True)
class Estimate:
    """A figure with its standard error and interval."""

    value: float
    error: float
    low: float
    high: float


def estimate(network: igraph.Graph, figure: str, *, seed: int, draws: int = 1000) -> Estimate | None:
    """A figure with the standard error of the vertex bootstrap.

    Args:
        network: undirected, simple.
        figure: one of `OFFERED`.
        seed: the same seed gives the same numbers.
        draws: how many resampled networks.

    Returns:
        None below `FEWEST` bodies, or where the figure is not defined.

    Raises:
        KeyError: no interval is offered for that figure.
    """
    return estimates(network, (figure,), seed=seed, draws=draws)[figure]


def estimates(network: igraph.Graph, figures: Sequence[str], *, seed: int, draws: int = 1000) -> dict[str, Estimate | None]:
    """The same for several figures, of the same resampled networks: each is what `estimate` gives for it."""
    measures = {figure: OFFERED[figure] for figure in figures}
    if network.vcount() < FEWEST:
        return dict.fromkeys(figures)
    values: dict[str, list[float]] = {figure: [] for figure in figures}
    for resampled in _resampled(network, draws, np.random.default_rng(seed)):
        for figure, measure in measures.items():
            if (found := measure(resampled)) is not None:
                values[figure].append(found)
    return {figure: _estimated(measure(network), values[figure]) for figure, measure in measures.items()}


def _estimated(value: float | None, values: Sequence[float]) -> Estimate | None:
    if value is None or len(values) < 2:  # noqa: PLR2004 - a spread
        return None
    error = float(np.std(values, ddof=1))
    far = NormalDist().inv_cdf((1 + LEVEL) / 2) * error
    return Estimate(value=value, error=error, low=value - far, high=value + far)


def difference(one: Estimate, other: Estimate) -> tuple[float, float]:
    """Z and two-sided p of the difference of two regions, by the standard error of the difference; not by overlap.

    Without any error of both, z is 0 where they are equal and infinite where they are not.
    """
    apart = one.value - other.value
    error = math.hypot(one.error, other.error)
    if not error:
        return (0.0, 1.0) if not apart else (math.copysign(math.inf, apart), 0.0)
    z = apart / error
    return z, math.erfc(abs(z) / math.sqrt(2))


def _resampled(network: igraph.Graph, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    ties = np.array(network.get_adjacency().data, dtype=bool)
    n = len(ties)
    share = ties.sum() / (n * (n - 1))
    high, low = np.tril_indices(n, -1)
    for _ in range(draws):
        drawn = chance.integers(n, size=n)
        of_high, of_low = drawn[high], drawn[low]
        found = ties[of_high, of_low]
        copies = of_high == of_low
        found[copies] = chance.random(int(copies.sum())) < share
        yield igraph.Graph(n=n, edges=list(zip(high[found].tolist(), low[found].tolist(), strict=True)))
