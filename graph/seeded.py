"""Igraph with repeatable chance: its random numbers are one per process, so whoever needs them has them alone for a while."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import igraph

_igraph_is_ours = Lock()


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Igraph's random numbers begin anew at a seed, as long as it lasts; the same calls then give the same results."""
    with _igraph_is_ours:
        igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - repeatable numbers are needed, not secret ones
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)
