"""Pushes boxes apart until none covers another, moving each as little as needed."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

ROUNDS = 60
"""Rounds of pushing before the whole is spread a little and pushing begins anew."""

SPREAD = 1.06


def remove_overlaps(centres: Floats, sizes: Floats) -> Floats:
    """New centres at which no two boxes overlap.

    Args:
        centres: n × 2, pixels.
        sizes: n × 2, width and height in pixels.
    """
    places = centres.copy()
    while True:
        for _ in range(ROUNDS):
            first, second = overlapping_pairs(places, sizes)
            if not len(first):
                return places
            _push_apart(places, sizes, first, second)
        places *= SPREAD


def overlapping_pairs(centres: Floats, sizes: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Indices of the boxes that overlap, each pair once."""
    order = np.argsort(centres[:, 0], kind="stable")
    x, y = centres[order, 0], centres[order, 1]
    widths, heights = sizes[order, 0], sizes[order, 1]
    widest = float(widths.max(initial=0.0))
    firsts, seconds = [], []
    for step in range(1, len(order)):
        gap = x[step:] - x[:-step]
        if not (gap < widest).any():
            break
        hit = (gap * 2 < widths[step:] + widths[:-step] - 1e-6) & (
            np.abs(y[step:] - y[:-step]) * 2 < heights[step:] + heights[:-step] - 1e-6
        )
        found = np.flatnonzero(hit)
        firsts.append(order[found])
        seconds.append(order[found + step])
    if not firsts:
        nothing = np.empty(0, dtype=np.intp)
        return nothing, nothing
    return np.concatenate(firsts), np.concatenate(seconds)


def _push_apart(places: Floats, sizes: Floats, first: NDArray[np.intp], second: NDArray[np.intp]) -> None:
    """Move both boxes of each pair half of the shorter way out."""
    between = places[second] - places[first]
    need = (sizes[first] + sizes[second]) / 2 - np.abs(between)
    side = np.where(between < 0, -1.0, 1.0)
    sideways = need[:, 0] <= need[:, 1]
    shift = np.zeros_like(between)
    shift[sideways, 0] = (need * side)[sideways, 0]
    shift[~sideways, 1] = (need * side)[~sideways, 1]
    shift *= 0.52
    moves = np.zeros_like(places)
    np.add.at(moves, second, shift)
    np.add.at(moves, first, -shift)
    touched = np.zeros(len(places))
    np.add.at(touched, first, 1.0)
    np.add.at(touched, second, 1.0)
    places += moves / np.maximum(1.0, np.sqrt(touched))[:, None]
