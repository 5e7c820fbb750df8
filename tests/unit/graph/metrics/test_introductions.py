"""The best introductions: exact where they are called so, and never worse than the best of a thousand choices by chance."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

import igraph
import pytest

from graph.metrics.benefit import Benefits
from graph.metrics.best_choice import EXACT, EXACT_FOR_COMPONENTS, GREEDY
from graph.metrics.bridging_candidates import Pairs
from graph.metrics.edits import Edits
from graph.metrics.gains import Links
from graph.metrics.introductions import OBJECTIVES, Introductions, gains_of, introductions
from graph.metrics.what_if import State, what_if
from graph.network import Network
from tests.drawn import DAY, drawn, running
from tests.networks_by_chance import networks

CHOICES = 1_000
CHECKED = 15
"""Of them those that are measured a second time."""
NEEDS = ("N_SHOP", "N_SNOW", "N_ISOL")


def row_of(network: igraph.Graph, seed: int) -> dict[str, Any]:
    """A row with the same ties; councils, services and needs by chance."""
    chance = Random(seed)  # noqa: S311 - repeatable, not secret
    ids = [f"b{number:02}" for number in range(network.vcount())]
    councils = {f"協議体{number}": chance.sample(ids, min(len(ids), 4)) for number in range(2)}
    running_by = {id_: {"services": [running(f"s{id_}", "SHOPBUS", chance.choice(NEEDS))]} for id_ in ids if chance.random() < 0.4}
    row = drawn(ids, *((ids[a], ids[b]) for a, b in network.get_edgelist()), councils=councils, bodies=running_by)
    return row | {"needs": [{"area_id": "市", "code": code} for code in NEEDS]}


def found(row: dict[str, Any], objective: str, budget: int, *, only_plausible: bool = False) -> Introductions:
    network = Network.of(row).named()
    return introductions(network, row, budget=budget, objective=objective, only_plausible=only_plausible, as_of=DAY)


def measured(row: dict[str, Any], objective: str, pairs: list[frozenset[str]]) -> float:
    """What some ties add, by drawing the network anew with them: slow and plain."""
    network = Network.of(row).named()
    change = what_if(network, Edits(add_ties=frozenset(pairs)))
    if objective == "components":
        return -change.components
    if objective == "reachable_pairs":
        return _reachable(change.after) - _reachable(change.before)
    if objective == "within_two":
        return len(change.newly_within_two_steps)
    if objective == "effective_size":
        sizes = (change.before.effective_sizes, change.after.effective_sizes)
        return sum((sizes[1][id_] or 0) - (sizes[0][id_] or 0) for id_ in frozenset().union(*pairs))
    return _newly_answered(row, change.before, change.after)


def _reachable(state: State) -> int:
    return sum(len(group) * (len(group) - 1) // 2 for group in state.components)


def _newly_answered(row: dict[str, Any], before: State, after: State) -> int:
    answers = {one["id"]: {need for service in one.get("services", ()) for need in service["needs"]} for one in row["bodies"]}
    total = 0
    for group in before.components:
        wider = next(one for one in after.components if group <= one)
        total += len({need for id_ in wider for need in answers[id_]} - {need for id_ in group for need in answers[id_]})
    return total


def open_pairs(row: dict[str, Any]) -> list[frozenset[str]]:
    network = Network.of(row).named()
    return [pair for pair in map(frozenset, combinations(sorted(network.counted), 2)) if pair not in network.ties]


def values_by_chance(row: dict[str, Any], objective: str, budget: int) -> Iterator[tuple[list[frozenset[str]], float]]:
    """Choices by chance with what they add, added up tie by tie."""
    chance, pairs = Random(1), open_pairs(row)  # noqa: S311 - repeatable, not secret
    network = Network.of(row).named()
    links = Links.of(network)
    place = {id_: number for number, id_ in enumerate(links.ids)}
    start = gains_of(objective, links, Pairs(network, row, "市", DAY))
    for _ in range(CHOICES):
        some, state, value = chance.sample(pairs, min(budget, len(pairs))), start, 0.0
        for a, b in ((place[id_] for id_ in pair) for pair in some):
            value, state = value + state.gain(a, b), state.with_tie(a, b)
        yield some, value


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize(("name", "budget"), [("13 bodies, 15%", 4), ("21 bodies, 5%", 3), ("34 bodies, 5%", 6), ("8 bodies, 15%", 6)])
def test_never_worse_than_the_best_of_a_thousand_choices_by_chance(objective: str, name: str, budget: int) -> None:
    """For every benefit; what a choice adds is what a network drawn anew with it says."""
    # Arrange
    row = row_of(networks()[name], seed=budget)
    others = [*values_by_chance(row, objective, budget)]

    # Act
    best = found(row, objective, budget)

    # Assert
    assert len(best.rows) <= budget
    assert best.choice.value >= max(value for _, value in others) - 1e-9
    for pairs, value in [([*best.ties], best.choice.value), *others[:CHECKED]]:
        assert value == pytest.approx(measured(row, objective, pairs), abs=1e-9)


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("name", ["5 bodies, 15%", "5 bodies, 30%", "8 bodies, 5%", "8 bodies, 15%", "alone"])
def test_what_is_called_exact_is_the_best_of_all_choices(objective: str, name: str) -> None:
    """All sets of at most two pairs, looked at one by one, by drawing the network anew."""
    # Arrange
    row = row_of(networks()[name], seed=3)
    everything = [[*some] for size in (1, 2) for some in combinations(open_pairs(row), size)]

    # Act
    best = found(row, objective, 2)

    # Assert
    assert best.choice.method == (EXACT_FOR_COMPONENTS if objective in {"components", "reachable_pairs"} else EXACT)
    assert best.choice.value == pytest.approx(max([0.0, *(measured(row, objective, some) for some in everything)]), abs=1e-9)


def test_a_large_search_is_called_a_heuristic() -> None:
    """Two-step reach of many bodies; joining components stays exact, and where nothing is left to join no pair is named."""
    row = row_of(networks()["34 bodies, 5%"], seed=1)
    whole = row_of(networks()["whole"], seed=1)

    assert found(row, "within_two", 5).choice.method == GREEDY
    assert found(row, "components", 5).choice.method == EXACT_FOR_COMPONENTS
    assert found(row, "reachable_pairs", 2, only_plausible=True).choice.method == EXACT
    assert (found(whole, "components", 3).rows, found(whole, "within_two", 3).rows) == ([], [])


def test_exchanges_find_what_one_after_the_other_misses() -> None:
    """A network in which the best single introduction is not among the best two."""
    better = 0
    for seed in range(30):
        chance = Random(seed)  # noqa: S311 - repeatable, not secret
        edges = [(a, b) for a in range(12) for b in range(a) if chance.random() < 0.12]
        row = row_of(igraph.Graph(n=12, edges=edges), seed)
        first, both = found(row, "within_two", 1), found(row, "within_two", 2)
        better += not first.ties <= both.ties
    assert better


@pytest.mark.parametrize("name", ["13 bodies, 5%", "21 bodies, 15%"])
def test_one_introduction_adds_what_the_candidates_say(name: str) -> None:
    """The benefit of the best single pair is the highest of all pairs' benefits as they are told beside each candidate."""
    row = row_of(networks()[name], seed=2)
    benefits = Benefits(Network.of(row).named())
    told = [benefits.of(*sorted(pair)) for pair in open_pairs(row)]

    assert found(row, "within_two", 1).choice.value == max(one.pairs_within_two_steps for one in told)
    assert found(row, "reachable_pairs", 1).choice.value == max(one.pairs_newly_connected for one in told)


def test_only_pairs_for_which_something_speaks_where_that_is_asked() -> None:
    """Each has its reasons and the facts of the seats that they share; asked for all pairs, others add more."""
    row = row_of(networks()["21 bodies, 5%"], seed=5)

    plausible, every = found(row, "reachable_pairs", 3, only_plausible=True), found(row, "reachable_pairs", 3)

    assert plausible.rows
    assert all(one["reasons"] for one in plausible.rows)
    assert all(one["facts"] for one in plausible.rows if one["shared_councils"])
    assert plausible.considered < every.considered == len(open_pairs(row))
    assert plausible.choice.value <= every.choice.value


def test_of_pairs_that_add_as_much_the_one_for_which_more_speaks_is_named() -> None:
    """Four bodies alone: every pair joins two; the two that sit on one council are named."""
    row = drawn("abcd", councils={"協議体": "cd"})

    assert [(one["a_id"], one["b_id"], one["reasons"]) for one in found(row, "components", 1).rows] == [("c", "d", ["council"])]
