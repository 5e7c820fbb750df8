"""What an introduction of two bodies would add to the recorded network, without drawing the network anew.

That it equals a what-if, and that equals a really edited copy, is a property test: tests/unit/graph/metrics/test_what_if.py.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from graph.network import Network


@dataclass(frozen=True)
class Benefit:
    """What a tie between two bodies that are not linked yet would add."""

    pairs_newly_connected: int
    """Pairs of bodies between which a path would newly lead: 0 within one component."""
    pairs_within_two_steps: int
    """Pairs of bodies that would newly be one or two steps apart."""
    rise_a: float | None
    """Rise of the effective size of the first body; None where it had no tie, since none is defined without."""
    rise_b: float | None


class Benefits:
    """Benefits within one network of named bodies.

    Args:
        network: the network of one area, without kinds of actor.
    """

    def __init__(self, network: Network) -> None:
        self.counted = network.counted.keys()
        self.beside = adjacency(network)
        self.component = network.components()
        self.sizes: dict[int, int] = {}
        for id_ in self.counted:
            self.sizes[self.component[id_]] = self.sizes.get(self.component[id_], 0) + 1

    def of(self, a: str, b: str) -> Benefit:
        """What a tie between the two would add."""
        one, other = self.component[a], self.component[b]
        return Benefit(
            pairs_newly_connected=0 if one == other else self.sizes[one] * self.sizes[other],
            pairs_within_two_steps=len(self._newly_within_two_steps(a, b)),
            rise_a=self._rise(a, b),
            rise_b=self._rise(b, a),
        )

    def _newly_within_two_steps(self, a: str, b: str) -> set[frozenset[str]]:
        new = {frozenset((a, b))} | {frozenset((x, b)) for x in self.beside[a]} | {frozenset((a, y)) for y in self.beside[b]}
        return {pair for pair in new if pair <= self.counted and not self._within_two_steps(*pair)}

    def _within_two_steps(self, a: str, b: str) -> bool:
        return b in self.beside[a] or not self.beside[a].isdisjoint(self.beside[b])

    def _rise(self, a: str, b: str) -> float | None:
        before = effective_size(self.beside, a)
        if before is None:
            return None
        ties = _ties_among(self.beside, self.beside[a]) + len(self.beside[a] & self.beside[b])
        alters = len(self.beside[a]) + 1
        return alters - 2 * ties / alters - before


def newly_answered(stated: Set[str], by_a: Set[str], by_b: Set[str], around_a: Set[str], around_b: Set[str]) -> set[str]:
    """Kinds of need that an answer would newly come within reach of.

    Args:
        stated: kinds of need stated for the area.
        by_a: those that the first body answers.
        by_b: those that the second answers.
        around_a: those that anybody in the component of the first answers.
        around_b: the same for the second.

    Returns:
        Stated needs that one of the two answers and nobody in the component of the other does.
    """
    return set(stated & ((by_a - around_b) | (by_b - around_a)))


def adjacency(network: Network) -> dict[str, set[str]]:
    """Id → ids of all that are linked to it by a tie or as part and whole."""
    beside: dict[str, set[str]] = {id_: set() for id_ in network.ids}
    for one, other in (tuple(pair) for pair in network.ties | network.parts):
        beside[one].add(other)
        beside[other].add(one)
    return beside


def effective_size(beside: Mapping[str, Set[str]], id_: str) -> float | None:
    """Burt's effective size d - 2t/d of d alters with t ties among them (Borgatti 1997); None without alters."""
    alters = beside[id_]
    return len(alters) - 2 * _ties_among(beside, alters) / len(alters) if alters else None


def _ties_among(beside: Mapping[str, Set[str]], alters: Set[str]) -> int:
    return sum(len(beside[one] & alters) for one in alters) // 2
