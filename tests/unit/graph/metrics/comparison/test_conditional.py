"""A figure is told from chance where it is more than chance, and not where it is not."""

import igraph
import numpy as np
import pytest

from graph.executors import executor
from graph.metrics.comparison.by_chance import with_degrees, with_ties
from graph.metrics.comparison.conditional import GIVEN, against_chance, figures_against_chance
from graph.metrics.of_network.centralization import degree_centralization
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.size import density


def clustered() -> igraph.Graph:
    """Six groups of five, each of whom knows all others of it."""
    made = igraph.Graph()
    for _ in range(6):
        made += igraph.Graph.Full(5)
    return made


def test_what_is_beyond_chance_is_found() -> None:
    """Groups in which all know each other are not chance; the other tail does not find them."""
    found = {tail: against_chance(clustered(), transitivity, seed=1, draws=200, tail=tail) for tail in ("greater", "less", "two-sided")}

    assert all(one is not None and one.observed == 1 and one.percentile == 100 for one in found.values())
    assert found["greater"] is not None
    assert found["greater"].p < 0.01
    assert found["greater"].ratio is not None
    assert found["greater"].ratio > 5
    assert found["less"] is not None
    assert found["less"].p > 0.99
    assert found["two-sided"] is not None
    assert found["two-sided"].p < 0.02


def test_a_figure_that_is_given_is_never_beyond_chance() -> None:
    """Density follows from n and m: every draw has the same, and the p-value is even by chance."""
    found = [against_chance(clustered(), density, seed=seed, draws=20, tail="greater") for seed in range(300)]
    p = [one.p for one in found if one]

    assert len(p) == 300
    assert np.mean([value < 0.5 for value in p]) == pytest.approx(0.5, abs=0.12)


def test_under_chance_five_per_cent_are_rejected() -> None:
    """Networks drawn by chance themselves: at 5 % about 5 % are rejected, although the figure is discrete."""
    drawn = with_ties(12, 14, 400, np.random.default_rng(9))
    p = [one.p for seed, network in enumerate(drawn) if (one := against_chance(network, transitivity, seed=seed, draws=60))]

    assert len(p) > 350
    assert 0.02 <= np.mean([value <= 0.05 for value in p]) <= 0.085


def test_the_same_seed_gives_the_same_numbers() -> None:
    """Whoever reruns it finds what was found."""
    for given in GIVEN:
        once, again = (against_chance(clustered(), transitivity, seed=5, draws=30, given=given) for _ in range(2))
        assert once == again


def test_the_draws_are_the_same_wherever_they_are_made() -> None:
    """Here, or in two processes, in more blocks than one: the same numbers, to the last digit."""
    figures = {"transitivity": transitivity, "degree_centralization": degree_centralization}
    with executor(workers=2) as processes:
        for given in GIVEN:
            here, there = (
                figures_against_chance(clustered(), figures, seed=5, draws=120, given=given, across=on) for on in (None, processes)
            )
            assert here == there
            assert all(one is not None and one.draws == 120 for one in here.values())


def test_given_degrees_five_per_cent_are_rejected() -> None:
    """Networks of which only the degrees are given: at 5 % about 5 % are rejected, with as few bodies as there may be."""
    begin = next(with_ties(20, 30, 1, np.random.default_rng(9)))
    drawn = with_degrees(begin, 400, np.random.default_rng(10))
    p = [
        one.p for seed, network in enumerate(drawn) if (one := against_chance(network, transitivity, seed=seed, draws=60, given="degrees"))
    ]

    assert len(p) == 400
    assert 0.02 <= np.mean([value <= 0.05 for value in p]) <= 0.085


def test_what_is_given_is_what_the_draws_have() -> None:
    """A star has all the centralization that its degrees give; without direction given dyads are given ties; bounds hold 95 %."""
    star = igraph.Graph.Star(12)
    ties, dyads, degrees = (against_chance(star, degree_centralization, seed=2, draws=100, given=given) for given in GIVEN)

    assert ties is not None
    assert dyads is not None
    assert degrees is not None
    assert (ties.observed, ties.percentile) == (1, 100)
    assert (degrees.expected, degrees.percentile, degrees.low, degrees.high) == (1, 50, 1, 1)
    assert (dyads.expected, dyads.p) == (ties.expected, ties.p)
    assert ties.low < ties.expected < ties.high < 1


def test_a_network_with_direction_has_its_dyads_given() -> None:
    """Reciprocity beyond chance where only the number of ties is given would be none where the dyads are."""
    directed = igraph.Graph(n=8, edges=[(0, 1), (1, 0), (2, 3), (3, 2), (4, 5)], directed=True)
    found = against_chance(directed, lambda one: float(one.reciprocity()), seed=1, draws=20, given="dyads")

    assert found is not None
    assert found.observed == pytest.approx(0.8)
    assert found.expected == pytest.approx(0.8)
    assert found.percentile == 50
    with pytest.raises(ValueError, match="ties"):
        against_chance(directed, density, seed=1)


def test_what_is_not_defined_is_not_tested() -> None:
    """No two-path, no transitivity; an unknown tail is refused."""
    assert against_chance(igraph.Graph(n=30, edges=[(0, 1)]), transitivity, seed=1) is None
    with pytest.raises(ValueError, match="upwards"):
        against_chance(clustered(), transitivity, seed=1, tail="upwards")
