"""What one more tie would add to a network in which some are tried out already: one state for each benefit that may be sought.

Bodies are numbers, and sets of bodies the bits of a whole number, so that many thousands of pairs are looked at in a second.
A state never changes; `with_tie` gives the next one. The value of several ties is the sum of their gains one after the other,
in whatever order.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from graph.metrics.benefit import adjacency
from graph.network import Network

Ends = tuple[int, int]


class Gains(Protocol):
    """A network with the ties that are tried out."""

    def gain(self, a: int, b: int) -> float:
        """What a tie between two that are not tied would add."""

    def with_tie(self, a: int, b: int) -> "Gains":
        """The state with that tie."""


@dataclass(frozen=True)
class Links:
    """Who is linked to whom."""

    ids: Sequence[str]
    beside: tuple[int, ...]
    """Of each body those that are linked to it, as bits."""
    counted: int
    """Those that are bodies of the area; the others only lie between."""

    @classmethod
    def of(cls, network: Network) -> "Links":
        """The links of a network of named bodies: ties, and parts with their wholes."""
        beside = adjacency(network)
        place = {id_: number for number, id_ in enumerate(network.ids)}
        near = tuple(sum(1 << place[other] for other in beside[id_]) for id_ in network.ids)
        return cls(network.ids, near, sum(1 << place[id_] for id_ in network.counted))

    @cached_property
    def component(self) -> tuple[int, ...]:
        """Of each body the smallest number in its component."""
        found = [-1] * len(self.ids)
        for start in range(len(self.ids)):
            waiting = [start] if found[start] < 0 else []
            while waiting:
                here = waiting.pop()
                if found[here] < 0:
                    found[here] = start
                    waiting += bits(self.beside[here])
        return tuple(found)

    def open_pairs(self) -> list[Ends]:
        """Every two counted bodies that are not linked."""
        some = bits(self.counted)
        return [(a, b) for place, a in enumerate(some) for b in some[place + 1 :] if not self.beside[a] >> b & 1]


def bits(some: int) -> list[int]:
    """The numbers whose bits are set, ascending."""
    found = []
    while some:
        lowest = some & -some
        found.append(lowest.bit_length() - 1)
        some ^= lowest
    return found


@dataclass(frozen=True)
class Joining:
    """Components joined: each tie between two of them makes one fewer."""

    component: tuple[int, ...]
    """Of each body its component, as joined so far."""

    @classmethod
    def of(cls, links: Links) -> "Joining":
        """Nothing joined yet."""
        return cls(links.component)

    def gain(self, a: int, b: int) -> int:
        """One where the two are in different components."""
        return int(self.component[a] != self.component[b])

    def with_tie(self, a: int, b: int) -> "Joining":
        """The two components are one."""
        return Joining(joined(self.component, a, b))


@dataclass(frozen=True)
class Reaching:
    """Pairs of counted bodies between which a path newly leads."""

    component: tuple[int, ...]
    sizes: Mapping[int, int]
    """Component → counted bodies in it."""

    @classmethod
    def of(cls, links: Links) -> "Reaching":
        """Nothing joined yet."""
        sizes: dict[int, int] = {}
        for body in bits(links.counted):
            sizes[links.component[body]] = sizes.get(links.component[body], 0) + 1
        return cls(links.component, sizes)

    def gain(self, a: int, b: int) -> int:
        """Every body of the one component reaches every one of the other."""
        one, other = self.component[a], self.component[b]
        return 0 if one == other else self.sizes[one] * self.sizes[other]

    def with_tie(self, a: int, b: int) -> "Reaching":
        """The two components are one."""
        both = {self.component[a], self.component[b]}
        return Reaching(joined(self.component, a, b), {**self.sizes, min(both): sum(self.sizes[one] for one in both)})


@dataclass(frozen=True)
class WithinTwo:
    """Pairs of counted bodies that newly are one or two steps apart."""

    beside: tuple[int, ...]
    within: tuple[int, ...]
    """Of each body those one or two steps away."""
    counted: int

    @classmethod
    def of(cls, links: Links) -> "WithinTwo":
        """As it is recorded."""
        within = []
        for body, near in enumerate(links.beside):
            reach = near
            for other in bits(near):
                reach |= links.beside[other]
            within.append(reach & ~(1 << body))
        return cls(links.beside, tuple(within), links.counted)

    def gain(self, a: int, b: int) -> int:
        """The two themselves, and each with those beside the other."""
        if self.beside[a] >> b & 1:
            return 0
        by_a = self.beside[b] & self.counted & ~self.within[a] & ~(1 << a)
        by_b = self.beside[a] & self.counted & ~self.within[b] & ~(1 << b)
        return by_a.bit_count() + by_b.bit_count() + (not self.within[a] >> b & 1)

    def with_tie(self, a: int, b: int) -> "WithinTwo":
        """The two are beside each other."""
        beside, within = list(self.beside), list(self.within)
        for one, other in ((a, b), (b, a)):
            within[one] |= self.beside[other] & ~(1 << one) | 1 << other
            beside[one] |= 1 << other
            for near in bits(self.beside[other] & ~(1 << one)):
                within[near] |= 1 << one
        return replace(self, beside=tuple(beside), within=tuple(within))


@dataclass(frozen=True)
class Answering:
    """Stated needs answered somewhere in a component that were not before: each original group and need counts once."""

    component: tuple[int, ...]
    answered: Mapping[int, frozenset[str]]
    """Component → the stated needs that anybody in it answers."""
    groups: Mapping[int, int]
    """Component → how many original groups it is made of."""

    @classmethod
    def of(cls, links: Links, answers: Mapping[str, Set[str]], stated: Set[str]) -> "Answering":
        """As it is recorded; `answers` are by id of body."""
        answered: dict[int, frozenset[str]] = {}
        for number, id_ in enumerate(links.ids):
            here = links.component[number]
            answered[here] = answered.get(here, frozenset()) | (answers.get(id_, frozenset()) & stated)
        return cls(links.component, answered, dict.fromkeys({links.component[body] for body in bits(links.counted)}, 1))

    def gain(self, a: int, b: int) -> int:
        """What the groups of each side newly have from the other."""
        one, other = self.component[a], self.component[b]
        to_one, to_other = self.answered[other] - self.answered[one], self.answered[one] - self.answered[other]
        return self.groups[one] * len(to_one) + self.groups[other] * len(to_other)

    def with_tie(self, a: int, b: int) -> "Answering":
        """The two components are one."""
        both = {self.component[a], self.component[b]}
        answered = frozenset().union(*(self.answered[one] for one in both))
        groups = sum(self.groups[one] for one in both)
        return Answering(joined(self.component, a, b), {**self.answered, min(both): answered}, {**self.groups, min(both): groups})


def joined(component: tuple[int, ...], a: int, b: int) -> tuple[int, ...]:
    """The components with those of the two as one, which has the smaller number."""
    kept, gone = sorted((component[a], component[b]))
    return tuple(kept if one == gone else one for one in component) if kept != gone else component
