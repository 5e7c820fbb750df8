"""Leaving out one source at a time."""

import math

import pytest

from graph.metrics.comparison.jackknife import jackknife
from graph.metrics.of_network.closure import transitivity
from graph.metrics.of_network.size import mean_degree, ties
from tests.networks_with_sources import sourced_by_chance


def test_by_hand() -> None:
    """Each tie in one source: without a source, its ties are missing; error and interval by the formula, t with 4 degrees of freedom."""
    # Arrange
    sourced = sourced_by_chance(20, 30, 5)
    counts = {name: sum(name in way[0] for ways in sourced.of_ties for way in ways) for name in sourced.sources}
    left = [30 - counts[name] for name in sourced.sources]
    mean = sum(left) / 5
    error = math.sqrt(4 / 5 * sum((one - mean) ** 2 for one in left))

    # Act
    found = jackknife(sourced, ties)

    # Assert
    assert found is not None
    assert list(found.without.values()) == left
    assert found.estimate.value == 30
    assert found.estimate.error == pytest.approx(error)
    assert found.estimate.high - 30 == pytest.approx(2.776445105 * error)
    assert counts[found.heaviest] == max(counts.values())


def test_what_every_source_states_does_not_depend_on_one() -> None:
    """Ties that two sources state stay whichever is left out: no spread."""
    found = jackknife(sourced_by_chance(20, 30, 5, stated_by=2), mean_degree)

    assert found is not None
    assert found.estimate.error == 0


def test_below_five_sources_nothing_is_given() -> None:
    """Nor where the figure is not defined with all of them, or without one."""
    assert jackknife(sourced_by_chance(20, 30, 4), mean_degree) is None
    assert jackknife(sourced_by_chance(20, 0, 5), transitivity) is None
    assert jackknife(sourced_by_chance(3, 2, 5), transitivity) is None
