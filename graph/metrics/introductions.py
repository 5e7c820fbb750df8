"""The best few introductions in one area: those that together add most, with what speaks for each beside it.

Benefit and plausibility stay two axes: what is sought is the benefit, if wanted only among pairs for which something speaks;
what speaks for a pair decides only between choices that add as much.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.metrics.best_choice import Choice, best_choice
from graph.metrics.bridging_candidates import Pairs, of_shared_councils, row_of
from graph.metrics.effective_size_gains import Widening
from graph.metrics.gains import Answering, Ends, Gains, Joining, Links, Reaching, WithinTwo
from graph.metrics.plausibility import Plausibility
from graph.network import Network, Pair

OBJECTIVES = ("components", "reachable_pairs", "within_two", "effective_size", "needs")
"""What may be sought: components joined, pairs newly joined by a path, pairs newly within two steps, the rise of the effective
sizes of those who are introduced, stated needs newly answered in a group."""


@dataclass(frozen=True)
class Introductions:
    """The introductions that were found."""

    objective: str
    choice: Choice
    rows: list[dict[str, Any]]
    """One a pair, in the order in which they add most: the columns of `bridging_candidates`, each pair by itself, and `facts`."""
    considered: int
    """Pairs that were looked at."""

    @property
    def ties(self) -> frozenset[Pair]:
        """The pairs as ties that are tried out."""
        return frozenset(frozenset((row["a_id"], row["b_id"])) for row in self.rows)


def introductions(
    network: Network, row: Mapping[str, Any], *, budget: int, objective: str, only_plausible: bool, as_of: date
) -> Introductions:
    """At most so many introductions that add most together.

    Args:
        network: of one area, without kinds of actor; perhaps with changes that are tried out.
        row: `needs` and `precedents`, as `cypher/networks/bodies_and_ties.cypher` collects them.
        budget: how many new ties.
        objective: one of `OBJECTIVES`.
        only_plausible: only pairs that share a council, a field or a need.
        as_of: seats that ended and services that do not run on this day are left out.

    Raises:
        KeyError: no such objective.
    """
    looked_at = Pairs(network, row, next((body.area_id for body in network.bodies), ""), as_of)
    links = Links.of(network)
    open_pairs = _in_order(links, looked_at, network, only_plausible=only_plausible)
    start = gains_of(objective, links, looked_at)
    exact = objective == "components" or (objective == "reachable_pairs" and not only_plausible)
    pairs = [*open_pairs]
    if objective in {"components", "reachable_pairs", "needs"}:
        pairs = _one_of_each(pairs, links)
    choice = best_choice(start, pairs, budget, greedy_is_exact=exact)
    rows = []
    for a, b in choice.pairs:
        one, other = (network.counted[links.ids[end]] for end in (a, b))
        found = row_of(looked_at.candidate(one, other, open_pairs[a, b]), network.names)
        rows.append(found | {"facts": of_shared_councils(network, {one.id, other.id}, as_of)})
    return Introductions(objective, choice, rows, len(open_pairs))


def gains_of(objective: str, links: Links, looked_at: Pairs) -> Gains:
    """The benefit that is sought, with nothing tried out yet.

    Raises:
        KeyError: no such objective.
    """
    start: dict[str, Callable[[], Gains]] = {
        "components": lambda: Joining.of(links),
        "reachable_pairs": lambda: Reaching.of(links),
        "within_two": lambda: WithinTwo.of(links),
        "effective_size": lambda: Widening.of(links),
        "needs": lambda: Answering.of(links, looked_at.answers, looked_at.stated),
    }
    return start[objective]()


def _in_order(links: Links, looked_at: Pairs, network: Network, *, only_plausible: bool) -> dict[Ends, Plausibility]:
    """The pairs that may be introduced with what speaks for them: of pairs that add as much, the first is chosen."""
    found: list[tuple[tuple[Any, ...], Ends, Plausibility]] = []
    for a, b in links.open_pairs():
        reasons = looked_at.plausibilities.of(*(network.counted[links.ids[end]] for end in (a, b)))
        if reasons.share_something or not only_plausible:
            one, other = (looked_at.benefits.component[links.ids[end]] for end in (a, b))
            sizes = looked_at.benefits.sizes
            newly_joined = sizes[one] * sizes[other] if one != other else 0
            shared = (reasons.shared_councils, reasons.shared_needs, reasons.shared_categories)
            found.append(((-newly_joined, *(-len(some) for some in shared), a, b), (a, b), reasons))
    return {pair: reasons for _, pair, reasons in sorted(found, key=lambda one: one[0])}


def _one_of_each(pairs: list[Ends], links: Links) -> list[Ends]:
    """Of the pairs that join the same two components the first, and none within one: they add alike."""
    first: dict[frozenset[int], Ends] = {}
    for a, b in pairs:
        ends = frozenset((links.component[a], links.component[b]))
        if len(ends) > 1:
            first.setdefault(ends, (a, b))
    return list(first.values())
