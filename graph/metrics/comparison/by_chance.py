"""Random networks to compare with: as many bodies and ties, as many pairs tied both ways, or each body with as many ties.

Nothing else is alike.
"""

from collections.abc import Iterator

import igraph
import numpy as np

from graph.seeded import seeded

SWAPS = 10
"""Attempted swaps a tie until a network with given degrees counts as random (Milo et al. 2003)."""


def with_ties(n: int, m: int, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    """Networks drawn evenly from all that have n bodies and m ties, G(n, m).

    Raises:
        ValueError: there are not so many pairs.
    """
    pairs = n * (n - 1) // 2
    if not 0 <= m <= pairs:
        raise ValueError(f"{m} ties among {pairs} pairs")
    for _ in range(draws):
        chosen = chance.choice(pairs, size=m, replace=False, shuffle=False) if m else np.empty(0, dtype=np.int64)
        yield igraph.Graph(n=n, edges=_ends(chosen))


def with_dyads(network: igraph.Graph, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    """Networks with as many pairs tied both ways, one way and not at all as this one (U|MAN, Holland & Leinhardt 1976).

    Where the network has no direction a pair is tied or not: the same as `with_ties`.
    """
    if not network.is_directed():
        yield from with_ties(network.vcount(), network.ecount(), draws, chance)
        return
    mutual, one_way, _ = network.dyad_census()
    for drawn in with_ties(network.vcount(), int(mutual + one_way), draws, chance):
        pairs = chance.permutation(np.array(drawn.get_edgelist(), dtype=np.int64).reshape(-1, 2))
        turned = chance.random(len(pairs)) < 0.5  # noqa: PLR2004 - which way
        pairs[turned] = pairs[turned][:, ::-1]
        both = pairs[: int(mutual), ::-1]
        yield igraph.Graph(n=network.vcount(), edges=[*pairs.tolist(), *both.tolist()], directed=True)


def with_degrees(network: igraph.Graph, draws: int, chance: np.random.Generator) -> Iterator[igraph.Graph]:
    """Networks in which each body has as many ties as in this one, by swapping the ends of ties; each begins at this one anew.

    Attempts that would make a loop or a double tie count as attempts, so that all networks are as likely in the end; for a test
    let the draws begin at `swapped(network)` and not at the network itself (Besag & Clifford 1989): then it is one of them as
    any other, however few the swaps.
    """
    for _ in range(draws):
        yield swapped(network, chance)


def swapped(network: igraph.Graph, chance: np.random.Generator) -> igraph.Graph:
    """The network after `SWAPS` attempted swaps a tie; undirected, simple."""
    found = network.copy()
    if found.ecount() > 1:
        with seeded(int(chance.integers(2**63))):
            found.rewire(SWAPS * found.ecount())
    return found


def _ends(pairs: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[tuple[int, int]]:
    """Numbers of pairs → the two bodies: pair k joins a > b with k = a(a−1)/2 + b."""
    higher = ((1 + np.sqrt(8 * pairs + 1)) / 2).astype(np.int64)
    # The square root may round to the wrong side of a whole number.
    higher -= higher * (higher - 1) // 2 > pairs
    higher += (higher + 1) * higher // 2 <= pairs
    lower = pairs - higher * (higher - 1) // 2
    return list(zip(higher.tolist(), lower.tolist(), strict=True))
