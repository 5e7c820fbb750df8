"""A figure for fewer sources."""

from itertools import combinations

import pytest

from graph.metrics.comparison.rarefied import rarefied
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.size import mean_degree, ties
from tests.networks_with_sources import sourced_by_chance


def test_few_subsets_are_looked_at_one_by_one() -> None:
    """Two of four sources: the mean over all six pairs, each tie in one source."""
    sourced = sourced_by_chance(20, 30, 4)
    by_pair = [sum(bool(way[0] & set(pair)) for ways in sourced.of_ties for way in ways) for pair in combinations(sourced.sources, 2)]

    found = rarefied(sourced, ties, to=2, seed=1)

    assert found is not None
    assert found.mean == pytest.approx(sum(by_pair) / 6)
    assert (found.lowest, found.highest, found.subsets) == (min(by_pair), max(by_pair), 6)
    assert found.is_exact
    # Half the sources have half the ties on average.
    assert found.mean == pytest.approx(15)


def test_many_subsets_are_drawn() -> None:
    """The mean is near that of all, and the same seed draws the same."""
    sourced = sourced_by_chance(30, 60, 12, stated_by=2)
    all_of_them = rarefied(sourced, mean_degree, to=3, seed=1, draws=220)
    once, again = (rarefied(sourced, mean_degree, to=3, seed=2, draws=150) for _ in range(2))

    assert all_of_them is not None
    assert once is not None
    assert all_of_them.is_exact
    assert not once.is_exact
    assert once == again
    assert once.mean == pytest.approx(all_of_them.mean, rel=0.05)


def test_all_sources_give_the_figure_itself() -> None:
    """Nothing is left out; more than there are is refused; what is never defined is None."""
    sourced = sourced_by_chance(20, 30, 4)
    found = rarefied(sourced, mean_degree, to=4, seed=1)

    assert found is not None
    assert found.mean == mean_degree(sourced.network)
    with pytest.raises(ValueError, match="5 of 4 sources"):
        rarefied(sourced, mean_degree, to=5, seed=1)
    assert rarefied(sourced_by_chance(20, 0, 4), transitivity, to=2, seed=1) is None
