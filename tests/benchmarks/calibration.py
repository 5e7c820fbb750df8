"""Whether the tests and intervals for comparing regions keep what they promise, on networks by chance.

python -m tests.benchmarks.calibration [--runs 2000] [--draws 200]

Under the null (a network drawn from G(n, m)) a test at 5 % is to reject in 3.5-6.5 % of runs. Intervals of the vertex bootstrap
are to cover the true figure in at least 88 % of runs at n = 20 and 91 % at 40 and 80 on networks whose bodies are a sample of
those of a large one. Mean degree 3 against 6 at n = 40 is to be found in at least 80 %, 4 against 4 in at most 6.5 %.
"""

import argparse
import sys
import time

import igraph
import numpy as np

from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.conditional import against_chance
from graph.metrics.comparison.described import AGAINST_CHANCE
from graph.metrics.comparison.resampled import OFFERED, difference, estimate

LEVEL = 0.05
POPULATION, MEAN_DEGREE = 2_000, 200
"""Bodies of the large network from which samples are taken, and their ties: a sample of 40 has a mean degree of about 4."""


def rejected(runs: int, draws: int) -> None:
    """Print how often each figure is rejected where there is nothing to find."""
    for n, m in ((20, 30), (40, 80)):
        counts = dict.fromkeys(AGAINST_CHANCE, 0)
        for seed, network in enumerate(with_ties(n, m, runs, np.random.default_rng(n))):
            for name, figure in AGAINST_CHANCE.items():
                found = against_chance(network, figure, seed=seed, draws=draws)
                counts[name] += found is not None and found.p <= LEVEL
        told = ", ".join(f"{name} {count / runs:.3f}" for name, count in counts.items())
        _say(f"n {n}, m {m}: rejected at 5 %: {told}")


def population(chance: np.random.Generator) -> igraph.Graph:
    """A large network with some clustering, of which regions are samples."""
    m = POPULATION * MEAN_DEGREE // 2
    return next(with_ties(POPULATION, m, 1, chance))


def covered(runs: int, draws: int) -> None:
    """Print how often the interval holds the figure of the large network, for samples of its bodies."""
    chance = np.random.default_rng(5)
    whole = population(chance)
    density = whole.density()
    for n in (20, 40, 80):
        true = {"density": density, "mean_degree": density * (n - 1), "transitivity": whole.transitivity_undirected()}
        counts, of = dict.fromkeys(OFFERED, 0), dict.fromkeys(OFFERED, 0)
        for seed in range(runs):
            sample = whole.induced_subgraph(chance.choice(POPULATION, size=n, replace=False).tolist())
            for name in OFFERED:
                if found := estimate(sample, name, seed=seed, draws=draws):
                    of[name] += 1
                    counts[name] += found.low <= true[name] <= found.high
        _say(f"n {n}: covered: " + ", ".join(f"{name} {counts[name] / max(1, of[name]):.3f} of {of[name]}" for name in OFFERED))


def found(runs: int, draws: int) -> None:
    """Print how often two regions are told apart by their mean degree."""
    for one, other in ((60, 120), (80, 80)):
        chance = np.random.default_rng(one)
        pairs = zip(with_ties(40, one, runs, chance), with_ties(40, other, runs, chance), strict=True)
        told = 0
        for seed, (a, b) in enumerate(pairs):
            of_a, of_b = (estimate(network, "mean_degree", seed=seed, draws=draws) for network in (a, b))
            told += of_a is not None and of_b is not None and difference(of_a, of_b)[1] <= LEVEL
        _say(f"mean degree {one / 20:g} against {other / 20:g} at n = 40: told apart in {told / runs:.3f}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--draws", type=int, default=200)
    chosen = parser.parse_args()
    begin = time.monotonic()
    rejected(chosen.runs, chosen.draws)
    covered(chosen.runs, chosen.draws)
    found(chosen.runs, chosen.draws)
    _say(f"{chosen.runs} runs of {chosen.draws} draws in {time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
