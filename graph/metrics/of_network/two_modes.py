"""Who sits on which council, as a network of two kinds of vertex: a seat joins a body and a council, and no two bodies.

Every measure takes the seats as a matrix of 0 and 1, one row a body and one column a council.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from scipy import sparse

Seats: TypeAlias = "sparse.csr_array"


def seats_of(pairs: Iterable[tuple[int, int]], *, bodies: int, councils: int) -> Seats:
    """The matrix of some seats (body, council), each counted once.

    Raises:
        ValueError: a seat of a body or on a council that there is not.
    """
    from scipy import sparse  # noqa: PLC0415 - loads slowly, and few commands need it

    rows, columns = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2).T
    return sparse.csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(bodies, councils))


def seat_share(seats: Seats) -> float | None:
    """Share of the possible seats, 0 to 1 (two-mode density, Borgatti & Everett 1997); None without bodies or councils."""
    possible = seats.shape[0] * seats.shape[1]
    return int(seats.sum()) / possible if possible else None


def seats_a_council(seats: Seats) -> float | None:
    """Mean number of bodies on a council; None without councils."""
    return int(seats.sum()) / seats.shape[1] if seats.shape[1] else None


def councils_a_body(seats: Seats) -> float | None:
    """Mean number of councils that a body sits on; None without bodies."""
    return int(seats.sum()) / seats.shape[0] if seats.shape[0] else None


def share_on_several(seats: Seats) -> float | None:
    """Share of the seated bodies that sit on two councils or more, 0 to 1; None where nobody is seated."""
    each = seats.sum(axis=1)
    seated = int((each > 0).sum())
    return int((each > 1).sum()) / seated if seated else None


def two_mode_clustering(seats: Seats) -> float | None:
    """How often two bodies that share a council share a second one: 4 C₄ / L₃, 0 to 1 (Robins & Alexander 2004).

    C₄ are rings of two bodies and two councils, L₃ paths of three seats; None without such a path.
    """
    shared = (seats @ seats.T).toarray()
    pairs = shared[np.triu_indices(len(shared), 1)]
    rings = int((pairs * (pairs - 1) // 2).sum())
    of_body, of_council = seats.sum(axis=1), seats.sum(axis=0)
    rows, columns = seats.nonzero()
    paths = int(((of_body[rows] - 1) * (of_council[columns] - 1)).sum())
    return 4 * rings / paths if paths else None
