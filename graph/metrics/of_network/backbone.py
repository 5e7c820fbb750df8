"""Which bodies share more councils than their seats and the councils' sizes make likely: the SDSM backbone.

Stochastic degree sequence model (Neal 2014; Neal, Domagalski & Sagan 2021): each seat is taken independently with the chance
that keeps, in the mean, every body's number of seats and every council's size (bipartite configuration model). The councils
that two bodies share then follow a Poisson binomial distribution, of which the upper tail is the p-value.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.metrics.of_network.two_modes import Seats

FEWEST_COUNCILS = 15
"""Below it no pair could be told from chance, whoever sits where."""
CLOSE = 1e-8
"""How far an expected number of seats may be from the recorded one."""

MOST_STEPS = 1_000

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Shared:
    """Two bodies, by their rows, that share councils."""

    a: int
    b: int
    councils: int
    expected: float
    p: float
    """Chance of sharing as many or more."""


def backbone(seats: Seats) -> list[Shared] | None:
    """Every pair of bodies that shares a council, with how likely that is; by p, then by rows.

    p is that of one pair: where k pairs are looked at, level × k are expected below the level without any meaning.

    Args:
        seats: one row a body, one column a council.

    Returns:
        None below `FEWEST_COUNCILS` councils that seat anybody (`smallest_p` says what could be reached there at best).
    """
    from scipy.stats import poisson_binom  # noqa: PLC0415 - loads slowly, and few commands need it

    seated = seats[:, seats.sum(axis=0) > 0]
    if seated.shape[1] < FEWEST_COUNCILS:
        return None
    chances = chances_of(seated)
    found = [
        Shared(a, b, councils, float((both := chances[a] * chances[b]).sum()), min(1.0, float(poisson_binom.sf(councils - 1, both))))
        for a, b, councils in _pairs(seated)
    ]
    return sorted(found, key=lambda pair: (pair.p, pair.a, pair.b))


def smallest_p(councils: int) -> float:
    """The smallest p-value that a pair can have where all councils are of one size, whoever sits where."""
    from scipy.stats import binom  # noqa: PLC0415 - loads slowly, and few commands need it

    sizes = range(1, councils + 1)
    return min((float(binom.sf(size - 1, councils, (size / councils) ** 2)) for size in sizes), default=1.0)


def chances_of(seats: Seats) -> Matrix:
    """The chance of each seat, bodies × councils, that keeps all rows' and columns' sums (bipartite configuration model).

    Raises:
        ArithmeticError: no such chances were found.
    """
    of_body, of_council = seats.sum(axis=1).astype(float), seats.sum(axis=0).astype(float)
    n, m = seats.shape
    chances = np.zeros((n, m))
    rows, columns = np.arange(n), np.arange(m)
    # A body on every council, or on none, leaves nothing to chance; without it another may be so.
    while rows.size and columns.size:
        full_rows, full_columns = of_body[rows] == columns.size, of_council[columns] == rows.size
        fixed_rows, fixed_columns = full_rows | (of_body[rows] == 0), full_columns | (of_council[columns] == 0)
        if fixed_rows.any():
            chances[np.ix_(rows[full_rows], columns)] = 1
            of_council[columns] -= full_rows.sum()
            rows = rows[~fixed_rows]
        elif fixed_columns.any():
            chances[np.ix_(rows, columns[full_columns])] = 1
            of_body[rows] -= full_columns.sum()
            columns = columns[~fixed_columns]
        else:
            chances[np.ix_(rows, columns)] = _balanced(of_body[rows], of_council[columns])
            break
    return chances


def _balanced(of_body: Vector, of_council: Vector) -> Matrix:
    """Chances expit(a_i + b_k) with the given sums, where the convex log-likelihood is highest; equal sums have equal logits."""
    from scipy.optimize import minimize, root  # noqa: PLC0415 - loads slowly, and few commands need it
    from scipy.special import expit  # noqa: PLC0415 - loads slowly, and few commands need it

    rows, row, times = np.unique(of_body, return_inverse=True, return_counts=True)
    columns, column, over = np.unique(of_council, return_inverse=True, return_counts=True)
    weights = np.outer(times, over)
    sums = np.concatenate([rows * times, columns * over])

    def logits(found: Vector) -> Matrix:
        return found[: len(rows), None] + found[None, len(rows) :]

    def margins(chances: Matrix) -> Vector:
        weighted = weights * chances
        return np.concatenate([weighted.sum(axis=1), weighted.sum(axis=0)])

    def cost(found: Vector) -> tuple[float, Vector]:
        return float((weights * np.logaddexp(0, logits(found))).sum() - found @ sums), margins(expit(logits(found))) - sums

    def bend(found: Vector) -> Matrix:
        chances = expit(logits(found))
        each = weights * chances * (1 - chances)
        return np.block([[np.diag(each.sum(axis=1)), each], [each.T, np.diag(each.sum(axis=0))]])

    n, m = len(of_body), len(of_council)
    begin = np.concatenate([np.log(rows / (m - rows)), np.log(columns / (n - columns))]) / 2
    near = minimize(cost, begin, jac=True, hess=bend, method="trust-exact", options={"maxiter": MOST_STEPS}).x
    # The likelihood is too flat at its top for the last digits; the sums themselves are not.
    found = root(lambda one: cost(one)[1], near, jac=bend, method="lm", tol=CLOSE / 1e4).x
    chances: Matrix = expit(logits(found))
    apart = float(np.abs(margins(chances) - sums).max())
    if apart > CLOSE:
        raise ArithmeticError(f"seats are {apart} apart")
    return chances[np.ix_(row, column)]


def _pairs(seats: Seats) -> Iterator[tuple[int, int, int]]:
    shared = (seats @ seats.T).tocoo()
    yield from sorted((int(a), int(b), int(count)) for a, b, count in zip(*shared.coords, shared.data, strict=True) if a < b)
