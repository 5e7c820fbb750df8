"""Whether a figure of one network is more than chance: the conditional uniform graph test (CUG; Anderson, Butts & Carley 1999).

The figure is compared with those of random networks of the same n and m (or the same dyads, or the same degrees). Figures of
small networks are discrete, so that ties with the observed value are broken by chance: only then does a test at 5 % reject in
5 % of cases where there is nothing to find.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import igraph
import numpy as np

from graph.metrics.comparison.by_chance import swapped, with_degrees, with_dyads, with_ties

Statistic = Callable[[igraph.Graph], float | None]
TAILS = ("greater", "less", "two-sided")
GIVEN = ("ties", "dyads", "degrees")
"""What random networks have in common with the observed one. Without direction a pair is tied or not, so that the same dyads are
the same n and m; with direction (`with_dyads`) pairs tied both ways, one way and not at all stay as many."""
BLOCK = 50
"""Draws with chance of their own: they are the same wherever they are made."""
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
    low: float
    high: float
    """Between them lie 95 % of the draws."""
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
        network: simple; directed only where the dyads are given.
        statistic: gives the figure, or None where it is not defined.
        seed: the same seed gives the same numbers.
        draws: how many random networks.
        tail: greater, less or two-sided.
        given: ties (the same n and m), dyads (as many pairs tied both ways, one way and not at all) or degrees (each body as
            many ties).

    Returns:
        None where the figure is not defined for the network or any draw.

    Raises:
        ValueError: no such tail or condition.
    """
    return figures_against_chance(network, {"": statistic}, seed=seed, draws=draws, tail=tail, given=given)[""]


def figures_against_chance(
    network: igraph.Graph,
    figures: Mapping[str, Statistic],
    *,
    seed: int,
    draws: int = 1000,
    tail: str = "two-sided",
    given: str = "ties",
    across: Executor | None = None,
) -> dict[str, Conditional | None]:
    """Compare several figures of a network with those of the same random ones; the rest as of `against_chance`.

    The draws are made and measured in blocks wherever `across` does it, or here: the numbers are the same. The figures must then
    be functions that another process finds by their names.
    """
    if given not in GIVEN or (network.is_directed() and given != "dyads"):
        raise ValueError(given)
    observed = {name: figure(network) for name, figure in figures.items()}
    defined = {name: figures[name] for name, value in observed.items() if value is not None}
    chance = np.random.default_rng(seed)
    # The draws do not begin at the observed network, which would be nearer to the first of them than they are to each other.
    begin = swapped(network, chance) if given == "degrees" else network
    counts = [min(BLOCK, draws - done) for done in range(0, draws if defined else 0, BLOCK)]
    blocks = [_Block(begin, defined, given, count, own) for count, own in zip(counts, chance.spawn(len(counts)), strict=True)]
    measured = list((across.map if across else map)(_measured, blocks))
    return {
        name: beside(value, (one for block in measured for one in block[name]), chance, tail=tail, given=given)
        if (value := observed[name]) is not None
        else None
        for name in figures
    }


@dataclass(frozen=True)
class _Block:
    """Draws as they travel to where they are made."""

    begin: igraph.Graph
    figures: Mapping[str, Statistic]
    given: str
    draws: int
    chance: np.random.Generator


def _measured(block: _Block) -> dict[str, list[float | None]]:
    values: dict[str, list[float | None]] = {name: [] for name in block.figures}
    for one in _drawn(block.begin, block.given, block.draws, block.chance):
        for name, figure in block.figures.items():
            values[name].append(figure(one))
    return values


def against_permutations(
    network: igraph.Graph,
    groups: Sequence[str],
    statistic: Callable[[igraph.Graph, Sequence[str]], float | None],
    *,
    seed: int,
    draws: int = 1000,
    tail: str = "two-sided",
) -> Conditional | None:
    """Compare a figure of groups with those where the groups are dealt out anew to the same bodies and ties.

    The sizes of the groups and the whole network stay, so that what the sizes alone make of the figure is what is expected.

    Args:
        network: undirected, simple.
        groups: the group of each body, in the order of the vertices.
        statistic: of a network and its groups, or None where it is not defined.
        seed: the same seed gives the same numbers.
        draws: how many times groups are dealt out.
        tail: greater, less or two-sided.

    Returns:
        None where the figure is not defined for the network or any draw.

    Raises:
        ValueError: no such tail.
    """
    observed = statistic(network, groups)
    chance = np.random.default_rng(seed)
    dealt = (chance.permutation(np.array(groups)).tolist() for _ in range(draws))
    return beside(observed, (statistic(network, one) for one in dealt), chance, tail=tail, given="groups") if observed is not None else None


def beside(observed: float, drawn: Iterable[float | None], chance: np.random.Generator, *, tail: str, given: str) -> Conditional | None:
    """An observed figure beside those of draws by chance; None where no draw has one.

    Raises:
        ValueError: no such tail.
    """
    if tail not in TAILS:
        raise ValueError(tail)
    values = _defined(drawn)
    if not len(values):
        return None
    low, high = np.quantile(values, (0.025, 0.975))
    above, same = int((values > observed + NEAR).sum()), int((np.abs(values - observed) <= NEAR).sum())
    below = len(values) - above - same
    return Conditional(
        observed=observed,
        expected=float(values.mean()),
        spread=float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        low=float(low),
        high=float(high),
        percentile=100 * (below + same / 2) / len(values),
        p=_p(above, below, same, tail, float(chance.random())),
        tail=tail,
        given=given,
        draws=len(values),
    )


def _drawn(network: igraph.Graph, given: str, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    if given == "degrees":
        return with_degrees(network, draws, chance)
    if given == "dyads":
        return with_dyads(network, draws, chance)
    return with_ties(network.vcount(), network.ecount(), draws, chance)


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
