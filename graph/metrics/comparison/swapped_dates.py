"""Whether a figure of one network moved between two days by more than chance: a paired randomisation test.

Of every tie that is recorded on only one of the two days it is as likely, if nothing moved, that it is the one or the other
day: the days of such ties are swapped at random (the sign-flip of Fisher 1935; for the number of ties alone it is McNemar's
test of 1947), bodies and ties of both days stay. It takes the changes of ties for independent: what came with one document
may not be. P-values are randomised, as the figures of small networks are discrete.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import igraph
import numpy as np

Figure = Callable[[igraph.Graph], float | None]
NEAR = 1e-12
"""Two values that differ by less are the same."""


@dataclass(frozen=True)
class Moved:
    """How far a figure moved."""

    first: float
    second: float
    p: float
    """Randomised, two-sided."""
    draws: int
    """Draws in which the figure is defined on both days."""


def ties_changed(first: igraph.Graph, second: igraph.Graph) -> list[tuple[int, int]]:
    """The ties of only one of two networks of the same bodies."""
    return sorted(_ties(first) ^ _ties(second))


def moved(
    first: igraph.Graph, second: igraph.Graph, figures: Mapping[str, Figure], *, seed: int, draws: int = 1000
) -> dict[str, Moved | None]:
    """Test what moved between two networks of the same bodies, in the same order.

    Args:
        first: undirected, simple.
        second: the same bodies later.
        figures: name → figure.
        seed: the same seed gives the same numbers.
        draws: how often the days are swapped.

    Returns:
        Name → what was found; None where the figure is not defined on both days or in no draw.

    Raises:
        ValueError: they have not the same number of bodies.
    """
    if first.vcount() != second.vcount():
        raise ValueError(f"{first.vcount()} and {second.vcount()} bodies")
    chance = np.random.default_rng(seed)
    both, changed = sorted(_ties(first) & _ties(second)), ties_changed(first, second)
    values: dict[str, list[float]] = {name: [] for name in figures}
    for _ in range(draws):
        early = chance.random(len(changed)) < 0.5  # noqa: PLR2004 - one day or the other
        pair = [
            igraph.Graph(n=first.vcount(), edges=both + [tie for tie, is_early in zip(changed, early, strict=True) if is_early == side])
            for side in (True, False)
        ]
        for name, figure in figures.items():
            before, after = map(figure, pair)
            if before is not None and after is not None:
                values[name].append(after - before)
    return {name: _found(figure(first), figure(second), values[name], float(chance.random())) for name, figure in figures.items()}


def _found(before: float | None, after: float | None, drawn: list[float], share: float) -> Moved | None:
    """The observed order of the days is one of the draws; of those equal to it a share by chance counts as beyond it."""
    if before is None or after is None or not drawn:
        return None
    far, distances = abs(after - before), np.abs(np.array(drawn))
    beyond, same = int((distances > far + NEAR).sum()), int((np.abs(distances - far) <= NEAR).sum())
    return Moved(first=before, second=after, p=(beyond + share * (same + 1)) / (len(drawn) + 1), draws=len(drawn))


def _ties(network: igraph.Graph) -> set[tuple[int, int]]:
    return {(min(edge), max(edge)) for edge in network.get_edgelist()}
