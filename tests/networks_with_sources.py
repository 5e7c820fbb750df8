"""A network whose every tie is stated by some of several sources, by chance and always the same."""

import igraph
import numpy as np

from graph.metrics.comparison.sourced import Sourced


def sourced_by_chance(n: int, m: int, sources: int, *, seed: int = 1, stated_by: int = 1) -> Sourced:
    """A random network; every body is named by all sources, every tie stated by `stated_by` of them."""
    chance = np.random.default_rng(seed)
    pairs = [(a, b) for a in range(n) for b in range(a)]
    edges = [pairs[number] for number in chance.choice(len(pairs), size=m, replace=False)]
    names = tuple(f"source {number}" for number in range(sources))
    ways = [[(frozenset((str(name),)),) for name in chance.choice(names, size=stated_by, replace=False)] for _ in range(m)]
    return Sourced(network=igraph.Graph(n=n, edges=edges), sources=names, of_bodies=[frozenset(names)] * n, of_ties=ways)
