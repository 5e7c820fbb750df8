"""Random networks to compare with: as many bodies and ties, as many pairs tied both ways, or each body with as many ties.

Nothing else is alike.
"""

from collections.abc import Iterator

import igraph
import numpy as np

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
    """Networks in which each body has as many ties as in this one, by swapping the ends of ties; each draw begins at the last."""
    edges = [list(edge) for edge in network.get_edgelist()]
    present = {frozenset(edge) for edge in edges}
    for _ in range(draws):
        _swap(edges, present, chance)
        yield igraph.Graph(n=network.vcount(), edges=[tuple(edge) for edge in edges])


def _ends(pairs: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> list[tuple[int, int]]:
    """Numbers of pairs → the two bodies: pair k joins a > b with k = a(a−1)/2 + b."""
    higher = ((1 + np.sqrt(8 * pairs + 1)) / 2).astype(np.int64)
    # The square root may round to the wrong side of a whole number.
    higher -= higher * (higher - 1) // 2 > pairs
    higher += (higher + 1) * higher // 2 <= pairs
    lower = pairs - higher * (higher - 1) // 2
    return list(zip(higher.tolist(), lower.tolist(), strict=True))


def _swap(edges: list[list[int]], present: set[frozenset[int]], chance: np.random.Generator) -> None:
    if len(edges) < 2:  # noqa: PLR2004 - two ties are swapped
        return
    attempts = SWAPS * len(edges)
    places = chance.integers(len(edges), size=(attempts, 2)).tolist()
    turns = (chance.random(attempts) < 0.5).tolist()  # noqa: PLR2004 - which end
    for (first, second), turn in zip(places, turns, strict=True):
        (a, b), (c, d) = edges[first], edges[second][::-1] if turn else edges[second]
        old, new = {frozenset((a, b)), frozenset((c, d))}, (frozenset((a, d)), frozenset((c, b)))
        # A loop or a tie that is there already would make another kind of network.
        if first == second or len(new[0]) == 1 or len(new[1]) == 1 or new[0] == new[1] or present & set(new):
            continue
        present -= old
        present |= set(new)
        edges[first], edges[second] = [a, d], [c, b]
