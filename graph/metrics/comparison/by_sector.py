"""Whether like keeps to like: ties within and between sectors of one region, and what the sizes of the sectors alone would make.

What may stand beside another region is the log odds ratio; the E-I index may not, even after its expectation: it depends on
the sizes of the sectors. Bodies of no sector are left out, for what remains is no group.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph

from graph.metrics.comparison.conditional import Conditional, against_permutations
from graph.metrics.of_network.mixing import e_i_index, expected_e_i, log_odds_within, mixing


@dataclass(frozen=True)
class BySector:
    """The ties of a region by sector."""

    bodies: Mapping[str, int]
    """Bodies of each sector that is there, by code."""
    left_out: int
    """Bodies of no sector."""
    ties: Mapping[tuple[str, str], int]
    """The mixing matrix: ties between each two sectors, the two in alphabetical order."""
    log_odds: float | None
    """Log odds ratio of a tie within against one between sectors: leads, and may stand beside another region's."""
    e_i: float | None
    expected_e_i: float | None
    """What the E-I index is where ties do not heed sectors."""
    test: Conditional | None
    """The E-I index against sectors dealt out by chance; None where nothing is tested."""


def by_sector(network: igraph.Graph, sectors: Sequence[str], *, remainder: str) -> BySector:
    """Describe the ties of a network by sector.

    Args:
        network: undirected, simple.
        sectors: the sector of each body, in the order of the vertices.
        remainder: the sector that is no group.
    """
    kept, groups = of_sectors(network, sectors, remainder=remainder)
    return BySector(
        bodies=dict(sorted(Counter(groups).items())),
        left_out=network.vcount() - kept.vcount(),
        ties=mixing(kept, groups),
        log_odds=log_odds_within(kept, groups),
        e_i=e_i_index(kept, groups),
        expected_e_i=expected_e_i(groups),
        test=None,
    )


def sectors_against_chance(
    network: igraph.Graph, sectors: Sequence[str], *, remainder: str, seed: int, draws: int = 1000
) -> Conditional | None:
    """The E-I index of a network beside what it is when the same sectors are dealt out to its bodies by chance.

    Args:
        network: undirected, simple.
        sectors: the sector of each body, in the order of the vertices.
        remainder: the sector that is no group.
        seed: the same seed gives the same numbers.
        draws: how many times sectors are dealt out.

    Returns:
        None without ties, or where all bodies are of one sector.
    """
    kept, groups = of_sectors(network, sectors, remainder=remainder)
    if len(set(groups)) < 2:  # noqa: PLR2004 - within and between
        return None
    return against_permutations(kept, groups, e_i_index, seed=seed, draws=draws)


def of_sectors(network: igraph.Graph, sectors: Sequence[str], *, remainder: str) -> tuple[igraph.Graph, list[str]]:
    """The bodies that are of a sector with the ties among them, and the sector of each."""
    kept = [vertex for vertex, sector in enumerate(sectors) if sector != remainder]
    return network.induced_subgraph(kept), [sectors[vertex] for vertex in kept]
