"""Pushing boxes apart."""

import numpy as np
import pytest

from visualizations.overlaps import overlapping_pairs, remove_overlaps


@pytest.mark.parametrize("count", [0, 1, 2, 40, 300])
def test_no_two_boxes_overlap_afterwards(count: int) -> None:
    """However close they lie, and whatever their sizes."""
    chance = np.random.default_rng(count)
    centres, sizes = chance.normal(0, 30, (count, 2)), chance.uniform(20, 120, (count, 2))

    apart = remove_overlaps(centres, sizes)

    assert len(overlapping_pairs(apart, sizes)[0]) == 0


def test_boxes_at_one_point_are_parted() -> None:
    """Equal positions are no dead end."""
    apart = remove_overlaps(np.zeros((5, 2)), np.full((5, 2), 10.0))

    assert len(overlapping_pairs(apart, np.full((5, 2), 10.0))[0]) == 0


def test_what_does_not_overlap_stays_where_it_is() -> None:
    """Nothing is moved without need."""
    centres = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])

    assert np.array_equal(remove_overlaps(centres, np.full((3, 2), 50.0)), centres)


def test_the_pairs_are_those_that_a_plain_comparison_finds() -> None:
    """The fast search by columns misses none."""
    chance = np.random.default_rng(7)
    centres, sizes = chance.uniform(0, 400, (120, 2)), chance.uniform(10, 90, (120, 2))

    found = {frozenset(pair) for pair in zip(*(side.tolist() for side in overlapping_pairs(centres, sizes)), strict=True)}

    plain = {
        frozenset((a, b)) for a in range(120) for b in range(a) if (np.abs(centres[a] - centres[b]) * 2 < sizes[a] + sizes[b] - 1e-6).all()
    }
    assert found == plain
