"""Standard errors by the vertex bootstrap, where they hold."""

import math

import igraph
import numpy as np
import pytest

from graph.metrics.comparison.by_chance import with_ties
from graph.metrics.comparison.resampled import OFFERED, Estimate, difference, estimate, estimates


def drawn(n: int, m: int, seed: int = 1) -> igraph.Graph:
    """One network by chance."""
    return next(with_ties(n, m, 1, np.random.default_rng(seed)))


@pytest.mark.parametrize("figure", OFFERED)
def test_an_estimate_has_the_figure_in_its_middle(figure: str) -> None:
    """The value is the network's own, and the same seed gives the same error."""
    network = drawn(40, 80)
    found = estimate(network, figure, seed=2, draws=200)

    assert found is not None
    assert found == estimate(network, figure, seed=2, draws=200)
    assert found.value == OFFERED[figure](network)
    assert found.error > 0
    assert (found.low + found.high) / 2 == pytest.approx(found.value)


def test_below_twenty_bodies_there_is_no_estimate() -> None:
    """Description only; nor for a figure for which no interval holds."""
    assert estimate(drawn(19, 30), "mean_degree", seed=1) is None
    with pytest.raises(KeyError):
        estimate(drawn(30, 30), "centralization", seed=1)


def test_the_error_of_a_mean_degree_is_about_that_of_its_degrees() -> None:
    """For independent ties the bootstrap errs on the side of caution: at least the spread of a mean, at most three times it."""
    network = drawn(80, 160)
    found = estimate(network, "mean_degree", seed=3, draws=400)
    naive = float(np.std(network.degree(), ddof=1)) / math.sqrt(80)

    assert found is not None
    assert naive < found.error < 3 * naive


def test_three_against_six_ties_differ_and_four_against_four_do_not() -> None:
    """Mean degree at 40 bodies: the plain cases of a difference and of none."""
    one, other = (estimate(drawn(40, m, seed=m), "mean_degree", seed=4, draws=300) for m in (60, 120))
    same = estimate(drawn(40, 120, seed=7), "mean_degree", seed=4, draws=300)

    assert one is not None
    assert other is not None
    assert same is not None
    z, p = difference(one, other)
    assert z < 0
    assert p < 0.05
    assert difference(same, other)[1] > 0.9


def test_a_difference_by_hand() -> None:
    """3 and 4 as errors make 5: ten apart is two errors."""
    z, p = difference(Estimate(20, 3, 0, 0), Estimate(10, 4, 0, 0))

    assert z == pytest.approx(2)
    assert p == pytest.approx(0.0455, abs=1e-4)
    assert difference(Estimate(1, 0, 1, 1), Estimate(1, 0, 1, 1)) == (0.0, 1.0)
    assert difference(Estimate(1, 0, 1, 1), Estimate(2, 0, 2, 2)) == (-math.inf, 0.0)


def test_figures_together_are_those_of_each_alone() -> None:
    """One pass over the same draws: not a digit differs from asking figure by figure."""
    network = drawn(24, 40)

    assert estimates(network, tuple(OFFERED), seed=9, draws=30) == {name: estimate(network, name, seed=9, draws=30) for name in OFFERED}
