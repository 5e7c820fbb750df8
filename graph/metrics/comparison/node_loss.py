"""What becomes of a figure when bodies are missing: 10, 20 and 30 % removed, by chance and those with most ties first.

Sources leave bodies out, and hubs more rarely or more often than others (Borgatti, Carley & Krackhardt 2006; Smith & Moody
2013). A finding that turns round when a tenth is missing is told with a flag.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import igraph
import numpy as np

from graph.metrics.comparison.conditional import Conditional, Statistic, figures_against_chance

SHARES = (0.1, 0.2, 0.3)
"""Of the bodies that are removed."""
WAYS = ("random", "degree")
FLAGGED = 0.05
"""An order of two regions that turns round in more than this share of the networks with bodies missing is flagged."""
MOSTLY = 0.5
"""The same for what a test against chance found: with fewer bodies it has less to find it by."""
LEVEL = 0.05
Case = tuple[str, float]
"""How bodies were removed, and which share of them."""
CASES: tuple[Case, ...] = tuple((way, share) for way in WAYS for share in SHARES)


@dataclass(frozen=True)
class Loss:
    """A figure with bodies missing."""

    values: tuple[float | None, ...]
    """One for each network with bodies removed."""

    @property
    def mean(self) -> float | None:
        """Of those in which the figure is defined."""
        return float(np.mean(self._defined)) if self._defined else None

    @property
    def low(self) -> float | None:
        """2.5 % lie below it."""
        return float(np.quantile(self._defined, 0.025)) if self._defined else None

    @property
    def high(self) -> float | None:
        """2.5 % lie above it."""
        return float(np.quantile(self._defined, 0.975)) if self._defined else None

    @property
    def _defined(self) -> list[float]:
        return [value for value in self.values if value is not None]


def reduced(network: igraph.Graph, case: Case, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    """Networks without some of the bodies; among bodies of as many ties chance decides.

    Args:
        network: undirected, simple.
        case: random or degree (most ties first, as they are in the whole network), and the share removed.
        draws: how many networks.
        chance: random numbers.

    Raises:
        ValueError: there is no such way.
    """
    way, share = case
    if way not in WAYS:
        raise ValueError(way)
    n = network.vcount()
    kept = n - min(n, math.floor(share * n + 0.5))
    degrees = np.array(network.degree() if way == "degree" else [0] * n, dtype=float)
    for _ in range(draws):
        order = np.lexsort((chance.random(n), degrees))
        yield network.induced_subgraph(sorted(order[:kept].tolist()))


def losses(
    network: igraph.Graph, figures: Mapping[str, Callable[[igraph.Graph], float | None]], *, seed: int, draws: int = 200
) -> dict[str, dict[Case, Loss]]:
    """Figure → case → what becomes of it; every figure of the same networks."""
    found: dict[str, dict[Case, Loss]] = {name: {} for name in figures}
    for number, case in enumerate(CASES):
        made = list(reduced(network, case, draws, np.random.default_rng((seed, number))))
        for name, figure in figures.items():
            found[name][case] = Loss(tuple(figure(one) for one in made))
    return found


def order_flips(one: float | None, other: float | None, of_one: Mapping[Case, Loss], of_other: Mapping[Case, Loss]) -> dict[Case, float]:
    """Case → share of networks in which the order of two regions is not that of the whole networks; empty where they are equal.

    Args:
        one: the figure of the whole network of one region.
        other: of the other.
        of_one: the figure with bodies missing, as `losses` gives it.
        of_other: of the other.
    """
    if one is None or other is None or one == other:
        return {}
    sign = one > other
    found: dict[Case, float] = {}
    for case in CASES:
        pairs = [(a, b) for a, b in zip(of_one[case].values, of_other[case].values, strict=True) if a is not None and b is not None]
        if pairs:
            found[case] = sum((a > b) != sign or a == b for a, b in pairs) / len(pairs)
    return found


def verdict(found: Conditional) -> str:
    """What a test against chance says: more, less, or as_chance."""
    if found.p > LEVEL:
        return "as_chance"
    return "more" if found.observed > found.expected else "less"


def verdict_flips(
    network: igraph.Graph,
    figures: Mapping[str, Statistic],
    verdicts: Mapping[str, str],
    *,
    seed: int,
    networks: int = 5,
    draws: int = 59,
    across: Executor | None = None,
) -> dict[str, dict[Case, float]]:
    """Figure → case → share of networks with bodies missing in which the test against chance says something else.

    Args:
        network: the whole one.
        figures: name → figure that was tested.
        verdicts: what the tests of the whole network said, of those that are looked at.
        seed: the same seed gives the same numbers.
        networks: how many with bodies missing for each case.
        draws: random networks for each of these.
        across: where they are made and measured; None is here.
    """
    wanted = {name: figures[name] for name in verdicts}
    found: dict[str, dict[Case, float]] = {name: {} for name in verdicts}
    again_of = partial(figures_against_chance, figures=wanted, seed=seed, draws=draws)
    for number, case in enumerate(CASES if wanted else ()):
        made = reduced(network, case, networks, np.random.default_rng((seed, number)))
        again = list((across.map if across else map)(again_of, made))
        for name, said in verdicts.items():
            told = [verdict(one) for of in again if (one := of[name]) is not None]
            if told:
                found[name][case] = sum(one != said for one in told) / len(told)
    return found


def flagged(flips: Mapping[Case, float], *, above: float = FLAGGED) -> Sequence[Case]:
    """The cases in which a finding turns round too often to be relied on."""
    return [case for case in CASES if flips.get(case, 0.0) > above]
