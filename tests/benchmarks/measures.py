"""All measures against 1,000 random networks of the same n and m, by us and by networkx, in one run.

python -m tests.benchmarks.measures [--bodies 200] [--draws 1000] [--other-draws 10] [--workers 1 2]

networkx draws and measures fewer networks, and its time is taken times as many; what both find for the network itself is the same.
Processes are there before the time begins, as in a comparison of several regions; how long they take to come is told.
"""

import argparse
import os
import sys
import time

import networkx as nx
import numpy as np

from graph.executors import executor
from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.conditional import BLOCK, figures_against_chance
from graph.metrics.of_network.figures import FIGURES
from tests.networks_by_chance import as_networkx

MEASURES = {name: figure for name, figure in FIGURES.items() if name not in {"bodies", "ties", "pairs_within_two"}}
"""Those that networkx is asked for too."""


def by_networkx(network: "nx.Graph[int]") -> dict[str, float]:
    """The same measures."""
    n = len(network)
    parts = [len(part) for part in nx.connected_components(network)]
    degrees = [degree for _, degree in network.degree()]
    between = list(nx.betweenness_centrality(network, normalized=False).values())
    near = [value / (n - 1) for value in nx.harmonic_centrality(network).values()]
    lengths = [far for a, to in nx.all_pairs_shortest_path_length(network) for b, far in to.items() if a < b]
    pairs = n * (n - 1) / 2
    return {
        "mean_degree": sum(degrees) / n,
        "density": nx.density(network),
        "components": len(parts),
        "share_in_largest": max(parts) / n,
        "share_without_ties": nx.number_of_isolates(network) / n,
        "degree_centralization": (max(degrees) * n - sum(degrees)) / ((n - 1) * (n - 2)),
        "betweenness_centralization": (max(between) * n - sum(between)) / ((n - 1) ** 2 * (n - 2) / 2),
        "closeness_centralization": (max(near) * n - sum(near)) / ((n - 2) / 2),
        "transitivity": nx.transitivity(network),
        "mean_distance": sum(lengths) / len(lengths),
        "efficiency": nx.global_efficiency(network),
        "share_within_two": sum(far <= 2 for far in lengths) / pairs,
        "articulation_points": len(set(nx.articulation_points(network))),
        "bridges": len(list(nx.bridges(network))),
        "largest_core": max(nx.core_number(network).values()),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bodies", type=int, default=200)
    parser.add_argument("--draws", type=int, default=1_000)
    parser.add_argument("--other-draws", type=int, default=10)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    chosen = parser.parse_args()
    n, m = chosen.bodies, 2 * chosen.bodies
    network = next(with_ties(n, m, 1, np.random.default_rng(1)))
    sys.stdout.write(f"{n} bodies, {m} ties, {len(MEASURES)} measures, load {os.getloadavg()[0]:.1f}\n")
    begin = time.monotonic()
    for seed in range(chosen.other_draws):
        by_networkx(nx.gnm_random_graph(n, m, seed=seed))
    other = (time.monotonic() - begin) / chosen.other_draws * chosen.draws
    sys.stdout.write(f"  networkx: {other:.0f} s ({chosen.other_draws} of {chosen.draws} draws timed)\n")
    observed = by_networkx(as_networkx(network))
    for workers in chosen.workers:
        begin = time.monotonic()
        with executor(workers=workers) as machines:
            figures_against_chance(network, MEASURES, seed=2, draws=workers * BLOCK, across=machines)
            came = time.monotonic() - begin
            begin = time.monotonic()
            ours = figures_against_chance(network, MEASURES, seed=1, draws=chosen.draws, across=machines)
            took = time.monotonic() - begin
        same = all(one is not None and abs(one.observed - observed[name]) < 1e-9 for name, one in ours.items())
        sys.stdout.write(
            f"  {workers} workers: {took:.2f} s, ratio {other / took:.0f}; there after {came:.1f} s; the same values: {same}\n"
        )


if __name__ == "__main__":
    main()
