"""Ties within and between sectors of a region."""

import random

import igraph
import pytest

from graph.metrics.comparison.by_sector import by_sector, sectors_against_chance
from graph.metrics.comparison.conditional import against_permutations
from graph.metrics.of_network.mixing import e_i_index


def two_camps() -> tuple[igraph.Graph, list[str]]:
    """Two whole groups of six with one tie between them, and three bodies of no sector tied to all."""
    network = igraph.Graph.Full(6) + igraph.Graph.Full(6) + igraph.Graph(3)
    network.add_edges([(0, 6), *((12 + one, other) for one in range(3) for other in range(12))])
    return network, ["care"] * 6 + ["civic"] * 6 + ["other"] * 3


def test_what_remains_is_no_group() -> None:
    """The three of no sector and their ties are left out, and counted."""
    found = by_sector(*two_camps(), remainder="other")

    assert found.bodies == {"care": 6, "civic": 6}
    assert found.left_out == 3
    assert found.ties == {("care", "care"): 15, ("care", "civic"): 1, ("civic", "civic"): 15}
    assert found.e_i == pytest.approx((1 - 30) / 31)
    assert found.expected_e_i == pytest.approx(1 - 2 * 30 / 66)
    assert found.log_odds is not None
    assert found.log_odds > 3


def test_like_keeps_to_like_beyond_chance() -> None:
    """Dealing the sectors out anew hardly ever gives so few ties between them; the expectation is that of the sizes."""
    found = sectors_against_chance(*two_camps(), remainder="other", seed=1, draws=400)

    assert found is not None
    assert found.given == "groups"
    assert found.p < 0.01
    assert found.observed < found.low
    assert found.expected == pytest.approx(1 - 2 * 30 / 66, abs=0.03)
    assert found == sectors_against_chance(*two_camps(), remainder="other", seed=1, draws=400)


def test_one_sector_is_not_tested() -> None:
    """Nothing lies between; without a tie there is no index."""
    assert sectors_against_chance(igraph.Graph.Full(6), ["care"] * 6, remainder="other", seed=1) is None
    assert sectors_against_chance(igraph.Graph(4), ["care", "civic"] * 2, remainder="other", seed=1) is None
    assert by_sector(igraph.Graph(0), [], remainder="other").log_odds is None


def test_under_chance_five_per_cent_are_rejected() -> None:
    """Sectors that were dealt out by chance: at 5 % about 5 % are rejected, although the index is discrete."""
    network = igraph.Graph.Ring(14)
    rejected = 0
    for seed in range(300):
        found = against_permutations(network, _dealt(seed), e_i_index, seed=seed, draws=60)
        assert found is not None
        rejected += found.p <= 0.05

    assert 0.015 <= rejected / 300 <= 0.09


def _dealt(seed: int) -> list[str]:
    groups = ["care"] * 7 + ["civic"] * 7
    random.Random(1000 + seed).shuffle(groups)  # noqa: S311 - repeatable, not secret
    return groups
