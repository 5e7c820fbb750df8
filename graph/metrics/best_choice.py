"""The best few of many pairs: by looking at all choices where they are few, else one after the other and by exchanges.

One after the other is as good as looking at all choices for components joined (they are the rank of a graphic matroid), and for
pairs newly reached where any two components may be joined. Two-step reach is not submodular: what is found there so is a
heuristic, and is called one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from graph.metrics.gains import Ends, Gains

EXACT, EXACT_FOR_COMPONENTS, GREEDY = "exact", "exact_for_components", "greedy"
FEW = 60_000
"""Choices up to which all are looked at."""
LOOKS = 2_000_000
"""Pairs looked at in exchanges until it is left at what was found."""
NEAR = 1e-9


@dataclass(frozen=True)
class Choice:
    """The pairs that were chosen."""

    pairs: tuple[Ends, ...]
    """In the order in which they add most; fewer than were allowed where no other adds anything."""
    value: float
    """What they add together."""
    method: str
    """exact, exact_for_components or greedy: only of the last a better choice may exist."""


def best_choice(start: Gains, pairs: Sequence[Ends], budget: int, *, greedy_is_exact: bool) -> Choice:
    """At most `budget` pairs that add most together; of choices that add as much, the one whose pairs stand first.

    Args:
        start: the network as it is.
        pairs: those that may be chosen.
        budget: how many.
        greedy_is_exact: whether one after the other is known to find the best.
    """
    if greedy_is_exact:
        chosen = _one_by_one(start, pairs, budget, [])
        return Choice(tuple(chosen), _value(start, chosen), EXACT_FOR_COMPONENTS)
    if sum(comb(len(pairs), size) for size in range(min(budget, len(pairs)) + 1)) <= FEW:
        chosen = _of_all(start, pairs, budget)[1]
        return Choice(tuple(_one_by_one(start, chosen, len(chosen), [], all_of_them=True)), _value(start, chosen), EXACT)
    chosen = _exchanged(start, pairs, budget, _one_by_one(start, pairs, budget, []))
    return Choice(tuple(chosen), _value(start, chosen), GREEDY)


def _value(start: Gains, chosen: Sequence[Ends]) -> float:
    return _followed(start, chosen)[1]


def _followed(start: Gains, chosen: Sequence[Ends]) -> tuple[Gains, float]:
    """The state with some ties, and what they add."""
    state, value = start, 0.0
    for pair in chosen:
        value += state.gain(*pair)
        state = state.with_tie(*pair)
    return state, value


def _best(state: Gains, pairs: Sequence[Ends], taken: Sequence[Ends]) -> tuple[float, Ends | None]:
    """The first of the pairs that add most."""
    most, found = float("-inf"), None
    for pair in pairs:
        gain = state.gain(*pair)
        if gain > most + NEAR and pair not in taken:
            most, found = gain, pair
    return most, found


def _one_by_one(start: Gains, pairs: Sequence[Ends], budget: int, chosen: list[Ends], *, all_of_them: bool = False) -> list[Ends]:
    state = _followed(start, chosen)[0]
    while len(chosen) < budget:
        gain, pair = _best(state, pairs, chosen)
        if pair is None or (gain <= NEAR and not all_of_them):
            break
        chosen, state = [*chosen, pair], state.with_tie(*pair)
    return chosen


def _of_all(state: Gains, pairs: Sequence[Ends], budget: int) -> tuple[float, list[Ends]]:
    """What the best of all choices of at most so many pairs adds, and the choice."""
    if budget == 1:
        gain, pair = _best(state, pairs, ())
        return (gain, [pair]) if pair and gain > NEAR else (0.0, [])
    best: tuple[float, list[Ends]] = (0.0, [])
    for place, pair in enumerate(pairs):
        value, rest = _of_all(state.with_tie(*pair), pairs[place + 1 :], budget - 1)
        value += state.gain(*pair)
        if value > best[0] + NEAR:
            best = (value, [pair, *rest])
    return best


def _exchanged(start: Gains, pairs: Sequence[Ends], budget: int, chosen: list[Ends]) -> list[Ends]:
    """Each chosen pair is exchanged for a better one until none is better."""
    value, looks, gets_better = _value(start, chosen), 0, True
    while gets_better and looks < LOOKS:
        gets_better = False
        for place in range(len(chosen)):
            others = [*chosen[:place], *chosen[place + 1 :]]
            again = _one_by_one(start, pairs, budget, others)
            looks += len(pairs) * (budget - len(others))
            if looks > LOOKS:
                break
            if (found := _value(start, again)) > value + NEAR:
                chosen, value, gets_better = again, found, True
    return chosen
