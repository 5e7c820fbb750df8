"""Whether the tests and intervals for comparing regions keep what they promise, on networks by chance.

python -m tests.benchmarks.calibration [--runs 2000] [--draws 200] [--only rejected covered conservative found refused]

Under the null (a network drawn from G(n, m), sectors dealt out by chance) a test at 5 % is to reject in 3.5-6.5 % of runs, whatever
is given. Intervals of the vertex bootstrap are to cover the true figure in at least 88 % of runs at n = 20 and 91 % at 40 and 80 on
networks whose bodies are a sample of those of a large one; where ties are independent and the bodies are all there are, they are
wider than they need be (conservative). Mean degree 3 against 6 at n = 40 is to be found in at least 80 %, 4 against 4 in at most
6.5 %. 10 bodies against 80 are refused. What does not hold is said, and the exit status is 1.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator

import igraph
import numpy as np

from graph.metrics.comparison.by_chance import with_degrees, with_ties
from graph.metrics.comparison.conditional import against_permutations, figures_against_chance
from graph.metrics.comparison.described import AGAINST_CHANCE, FOLLOWS, reasons_against
from graph.metrics.comparison.resampled import OFFERED, difference, estimate
from graph.metrics.of_network.mixing import e_i_index

LEVEL = 0.05
REJECTED = (0.035, 0.065)
"""Shares of runs between which a test at 5 % is to reject where there is nothing to find."""
COVERED = {20: 0.88, 40: 0.91, 80: 0.91}
"""Bodies → share of runs in which an interval is to hold the true figure."""
FOUND, NOT_FOUND = 0.80, 0.065
POPULATION, MEAN_DEGREE = 2_000, 200
"""Bodies of the large network from which samples are taken, and their ties: a sample of 40 has a mean degree of about 4."""
UNLIKE = 0.6
"""Spread of the logarithms of how readily a body has ties."""
SPREAD = 1.96
"""Standard errors by which a share of few runs may lie beyond its bound by chance alone."""

Check = tuple[str, bool]
"""What was found, and whether it holds."""


def rejected(runs: int, draws: int) -> Iterator[Check]:
    """How often each figure is rejected where there is nothing to find: given ties (the same as dyads here) and degrees."""
    for given in ("ties", "degrees"):
        figures = {name: figure for name, figure in AGAINST_CHANCE.items() if name not in FOLLOWS.get(given, ())}
        for n, m in ((20, 30), (40, 80)):
            counts = dict.fromkeys(figures, 0)
            for seed, network in enumerate(_null(given, n, m, runs)):
                for name, found in figures_against_chance(network, figures, seed=seed, draws=draws, given=given).items():
                    counts[name] += found is not None and found.p <= LEVEL
            for name, count in counts.items():
                yield _between(f"n {n}, m {m}, given {given}: {name} rejected at 5 %", count / runs, *REJECTED, runs)


def _null(given: str, n: int, m: int, runs: int) -> Iterator[igraph.Graph]:
    """Networks of which only what is given is not chance."""
    chance = np.random.default_rng(n)
    if given != "degrees":
        return with_ties(n, m, runs, chance)
    return with_degrees(next(with_ties(n, m, 1, chance)), runs, chance)


def sectors_rejected(runs: int, draws: int) -> Iterator[Check]:
    """How often the E-I index is rejected where sectors were dealt out by chance."""
    for n, m in ((20, 30), (40, 80)):
        chance = np.random.default_rng(n + 1)
        count = 0
        for seed, network in enumerate(with_ties(n, m, runs, chance)):
            found = against_permutations(network, chance.choice(list("abcde"), size=n).tolist(), e_i_index, seed=seed, draws=draws)
            count += found is not None and found.p <= LEVEL
        yield _between(f"n {n}, m {m}: E-I index rejected at 5 %", count / runs, *REJECTED, runs)


def population(chance: np.random.Generator) -> igraph.Graph:
    """A large network of which regions are samples: bodies are unlike, some have many ties and others few."""
    weights = chance.lognormal(sigma=UNLIKE, size=POPULATION)
    likely = np.clip(np.outer(weights, weights) * MEAN_DEGREE / (POPULATION * weights.mean() ** 2), 0, 1)
    high, low = np.nonzero(np.tril(chance.random(likely.shape) < likely, -1))
    return igraph.Graph(n=POPULATION, edges=list(zip(high.tolist(), low.tolist(), strict=True)))


def covered(runs: int, draws: int) -> Iterator[Check]:
    """How often the interval holds the figure of the large network, for samples of its bodies."""
    chance = np.random.default_rng(5)
    whole = population(chance)
    density, closed = whole.density(), whole.transitivity_undirected()
    for n, least in COVERED.items():
        true = {"density": density, "mean_degree": density * (n - 1), "transitivity": closed}
        samples = (whole.induced_subgraph(chance.choice(POPULATION, size=n, replace=False).tolist()) for _ in range(runs))
        for name, (share, of) in _coverage(samples, true, draws).items():
            yield _at_least(f"n {n}, a sample of bodies: {name} covered in {of} of {runs} runs", share, least, of)


def conservative(runs: int, draws: int) -> Iterator[Check]:
    """The same where all bodies are there and only their ties are chance: intervals are wider than they need be."""
    for n, least in COVERED.items():
        chance = np.random.default_rng(n + 2)
        share = 4 / (n - 1)
        counts = chance.binomial(n * (n - 1) // 2, share, size=runs)
        networks = (next(with_ties(n, int(m), 1, chance)) for m in counts)
        true = {"density": share, "mean_degree": 4.0, "transitivity": share}
        for name, (found, of) in _coverage(networks, true, draws).items():
            yield _at_least(f"n {n}, independent ties: {name} covered in {of} of {runs} runs (conservative)", found, least, of)


def _coverage(networks: Iterator[igraph.Graph], true: dict[str, float], draws: int) -> dict[str, tuple[float, int]]:
    """Figure → share of networks whose interval holds the true one, and of how many."""
    counts, of = dict.fromkeys(OFFERED, 0), dict.fromkeys(OFFERED, 0)
    for seed, network in enumerate(networks):
        for name in OFFERED:
            if one := estimate(network, name, seed=seed, draws=draws):
                of[name] += 1
                counts[name] += one.low <= true[name] <= one.high
    return {name: (counts[name] / max(1, of[name]), of[name]) for name in OFFERED}


def found(runs: int, draws: int) -> Iterator[Check]:
    """How often two regions of 40 bodies are told apart by their mean degree: other ones, equal ones, two samples of one network."""
    for one, other in ((60, 120), (80, 80)):
        chance = np.random.default_rng(one)
        pairs = zip(with_ties(40, one, runs, chance), with_ties(40, other, runs, chance), strict=True)
        told, what = _told_apart(pairs, draws) / runs, f"mean degree {one / 20:g} against {other / 20:g} at n = 40: told apart"
        yield _at_least(what, told, FOUND, runs) if one != other else _between(f"{what}", told, 0.0, NOT_FOUND, runs)
    chance = np.random.default_rng(7)
    whole = population(chance)
    halves = (chance.permutation(POPULATION)[:80].tolist() for _ in range(runs))
    samples = ((whole.induced_subgraph(one[:40]), whole.induced_subgraph(one[40:])) for one in halves)
    yield _between("two samples of one network, n = 40: told apart", _told_apart(samples, draws) / runs, 0.0, NOT_FOUND, runs)


def _told_apart(pairs: Iterable[tuple[igraph.Graph, igraph.Graph]], draws: int) -> int:
    """How many pairs differ at 5 %, by the standard error of the difference of their mean degrees."""
    told = 0
    for seed, (a, b) in enumerate(pairs):
        of_a, of_b = (estimate(network, "mean_degree", seed=seed, draws=draws) for network in (a, b))
        told += of_a is not None and of_b is not None and difference(of_a, of_b)[1] <= LEVEL
    return told


def refused(_runs: int, _draws: int) -> Iterator[Check]:
    """10 bodies against 80: the small one has no interval and its reason, so that there is no difference."""
    small, large = (next(with_ties(n, 2 * n, 1, np.random.default_rng(n))) for n in (10, 80))
    reasons = reasons_against(small, 5, lists_ties=True)
    none = [estimate(small, name, seed=1, draws=20) for name in OFFERED]
    holds = reasons == ("too_few_bodies",) and not any(none) and reasons_against(large, 5, lists_ties=True) == ()
    yield f"10 bodies against 80: refused ({', '.join(reasons)})", holds


CHECKS: dict[str, Callable[[int, int], Iterator[Check]]] = {
    one.__name__: one for one in (rejected, sectors_rejected, covered, conservative, found, refused)
}


def _between(what: str, share: float, low: float, high: float, runs: int) -> Check:
    """Within the bounds, or not farther beyond them than so few runs lie by chance."""
    return f"{what} in {share:.3f} ({low:g} to {high:g})", low - _slack(low, runs) <= share <= high + _slack(high, runs)


def _at_least(what: str, share: float, least: float, runs: int) -> Check:
    return f"{what}: {share:.3f} (at least {least:g})", share >= least - _slack(least, runs)


def _slack(share: float, runs: int) -> float:
    """From 2,000 runs on there is none: then the bounds themselves are what counts."""
    enough = 2_000
    return 0.0 if runs >= enough else SPREAD * float(np.sqrt(share * (1 - share) / max(1, runs)))


def main() -> None:
    """Print what is found and whether it holds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--only", nargs="+", choices=[*CHECKS], default=[*CHECKS])
    chosen = parser.parse_args()
    begin = time.monotonic()
    holds = True
    for name in chosen.only:
        for what, kept in CHECKS[name](chosen.runs, chosen.draws):
            holds = holds and kept
            _say(f"{'holds' if kept else 'DOES NOT HOLD'}  {what}")
    _say(f"{chosen.runs} runs of {chosen.draws} draws in {time.monotonic() - begin:.0f} s")
    sys.exit(0 if holds else 1)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
