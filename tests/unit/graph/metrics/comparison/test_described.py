"""What is said of one network, and when nothing is tested."""

import igraph
import numpy as np
import pytest

from graph.metrics.comparison import described as said
from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.described import AGAINST_CHANCE, DESCRIBED, ESTIMATED, described, reasons_against


def drawn(n: int, m: int) -> igraph.Graph:
    """One network by chance."""
    return next(with_ties(n, m, 1, np.random.default_rng(n)))


@pytest.mark.parametrize(
    ("network", "sources", "lists_ties", "expected"),
    [
        (drawn(20, 30), 3, True, ()),
        (drawn(19, 30), 3, True, ("too_few_bodies",)),
        (drawn(20, 30), 2, True, ("too_few_sources",)),
        (drawn(20, 0), 3, True, ("no_ties",)),
        (drawn(20, 0), 3, False, ("lists_members",)),
        (drawn(4, 0), 1, False, ("lists_members", "too_few_bodies", "too_few_sources")),
    ],
)
def test_every_reason_is_told(network: igraph.Graph, sources: int, *, lists_ties: bool, expected: tuple[str, ...]) -> None:
    """Each on its own and together; where sources list members, that no tie is recorded says nothing."""
    assert reasons_against(network, sources, lists_ties=lists_ties) == expected


def test_what_depends_on_size_is_never_described_raw() -> None:
    """No figure is in both lists, and what is estimated is one or the other."""
    assert not DESCRIBED.keys() & AGAINST_CHANCE.keys()
    assert set(ESTIMATED) <= DESCRIBED.keys() | AGAINST_CHANCE.keys()
    assert described(drawn(20, 30)).keys() == DESCRIBED.keys()


def test_the_same_seed_tests_alike() -> None:
    """Every figure is tested, and the same again."""
    once, again = (said.tested(drawn(24, 40), seed=3, draws=40, given="ties", across=None) for _ in range(2))

    assert once == again
    assert once.against_chance.keys() == AGAINST_CHANCE.keys()
    assert all(once.against_chance.values())
    assert all(once.estimates.values())
