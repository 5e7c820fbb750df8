"""Who is tied with whom by kind: ties within and between groups."""

import math
from collections import Counter
from collections.abc import Sequence

import igraph

HALF = 0.5
"""Added to each count where one is zero (Haldane 1956), so that the odds stay finite."""


def mixing(network: igraph.Graph, groups: Sequence[str]) -> dict[tuple[str, str], int]:
    """Ties between each two groups, the two in alphabetical order; pairs of groups without a tie are there with 0."""
    counts: Counter[tuple[str, str]] = Counter()
    for edge in network.es:
        a, b = sorted((groups[edge.source], groups[edge.target]))
        counts[a, b] += 1
    names = sorted(set(groups))
    return {(a, b): counts[a, b] for place, a in enumerate(names) for b in names[place:]}


def e_i_index(network: igraph.Graph, groups: Sequence[str]) -> float | None:
    """(external − internal) / all ties, −1 to 1 (Krackhardt & Stern 1988); None without ties. Depends on the groups' sizes."""
    within, between = _split(network, groups)
    return (between - within) / (between + within) if between + within else None


def expected_e_i(groups: Sequence[str]) -> float | None:
    """What the E-I index is where ties do not heed groups: 1 − 2ΣC(n_g,2)/C(n,2); None below two bodies."""
    pairs = math.comb(len(groups), 2)
    return 1 - 2 * sum(math.comb(size, 2) for size in Counter(groups).values()) / pairs if pairs else None


def log_odds_within(network: igraph.Graph, groups: Sequence[str]) -> float | None:
    """Log odds ratio of a tie within a group against one between groups; above 0 like keeps to like.

    Unlike the E-I index it can be compared between regions whose groups have other sizes. None where all bodies are of one
    group, or each of its own.
    """
    within, between = _split(network, groups)
    pairs_within = sum(math.comb(size, 2) for size in Counter(groups).values())
    pairs_between = math.comb(len(groups), 2) - pairs_within
    if not pairs_within or not pairs_between:
        return None
    counts = (within, pairs_within - within, between, pairs_between - between)
    cells = [count + (HALF if 0 in counts else 0.0) for count in counts]
    return math.log(cells[0] * cells[3] / (cells[1] * cells[2]))


def _split(network: igraph.Graph, groups: Sequence[str]) -> tuple[int, int]:
    within = sum(groups[edge.source] == groups[edge.target] for edge in network.es)
    return within, network.ecount() - within
