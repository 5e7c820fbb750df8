"""Taking a load back: the graph is as it was before, to the last property of every fact and its evidence."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from graph import evidence, loads
from graph.connection import Graph
from graph.consistency import faults
from graph.errors import QueryMisused
from graph.facts import Dataset, Fact
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node
from graph.model.organizations import Organization
from tests.building import Town, load_facts
from tests.engines import facts_of, fingerprint
from tests.generated_graphs import generated_loads

BOOKKEEPING = {"Load", "Withdrawn", "Source", "Migration"}


def stated(graph: Graph) -> set[str]:
    """The graph without what is written about loads."""
    return {line for line in fingerprint(graph) if not any(line.startswith(f"['{label}']") for label in BOOKKEEPING)}


def thinned(facts: tuple[Fact, ...], seed: int) -> list[Fact]:
    """A newer version of a file: some facts gone, the lines of all moved, some values changed."""
    chance = Random(seed)  # noqa: S311 - no secret
    kept = [fact for fact in facts if not isinstance(fact.what, Node) or fact.what.label == "Area" or chance.random() < 0.7]
    ids = {fact.what.id for fact in kept if isinstance(fact.what, Node)}
    kept = [fact for fact in kept if isinstance(fact.what, Node) or {fact.what.start.id, fact.what.end.id} <= ids]
    moved = []
    for fact in kept:
        quotations = tuple(replace(one, line=(one.line or 0) + 7) for one in fact.evidence)
        what = replace(fact.what, kana="よみ") if isinstance(fact.what, Organization) and chance.random() < 0.3 else fact.what
        moved.append(replace(fact, what=what, evidence=quotations))
    return moved


@pytest.mark.parametrize("seed", range(4))
def test_a_load_taken_back_leaves_no_trace_in_the_facts(graph: Graph, seed: int) -> None:
    """A new version, then its undo; then the first load of the other source, and its undo."""
    # Arrange
    first, second = generated_loads(seed)
    empty = stated(graph)
    load_facts(graph, second.dataset, second.facts)
    one = stated(graph)
    load_facts(graph, first.dataset, first.facts)
    both = stated(graph)
    newer = replace(first.dataset, as_of=date(2026, 11, 24))
    load_facts(graph, newer, thinned(first.facts, seed), version="2", at="2026-11-24T00:00:00+00:00")
    changed = stated(graph)

    # Act, Assert
    assert changed != both
    loads.undo(graph, by="coordinator")
    assert stated(graph) == both
    for expected in (one, empty):
        standing = [load for load in loads.listed(graph) if load["state"] != "undone"]
        name = first.dataset.name if expected is one else second.dataset.name
        loads.undo(graph, next(load["id"] for load in standing if load["dataset"] == name), by="coordinator")
        assert stated(graph) == expected


def test_what_was_taken_back_can_be_loaded_again(graph: Graph) -> None:
    """The same file after its undo gives the same facts, and again writes nothing the second time."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.ring("い", "ろ", "は"))
    town.into(graph)
    before = {one["id"] for one in facts_of(graph, "Organization", "Council", "Evidence")}

    # Act
    loads.undo(graph, by="coordinator")
    gone = facts_of(graph, "Organization", "Council", "Evidence")
    town.into(graph)
    again = town.into(graph)

    # Assert
    assert gone == []
    assert {one["id"] for one in facts_of(graph, "Organization", "Council", "Evidence")} == before
    assert again.is_empty
    assert {one["put_back_at"] is not None for one in facts_of(graph, "Withdrawn")} == {True}


def test_a_load_on_which_a_newer_one_stands_is_not_taken_back(graph: Graph) -> None:
    """Taking back the older one would mix two versions; the refusal names the newer."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph)
    town.body("にほへ会")
    load_facts(graph, Dataset(name="samples/見本", title="見本の資料"), town.facts, version="2")
    newer, older = loads.listed(graph)

    # Act
    with pytest.raises(QueryMisused, match="load_stood_upon") as raised:
        loads.undo(graph, older["id"], by="coordinator")

    # Assert
    assert raised.value.values["newer"] == newer["id"]
    assert {one["name"] for one in facts_of(graph, "Organization")} == {"いろは会", "にほへ会"}


def test_a_review_made_since_is_told_and_found_again(graph: Graph) -> None:
    """What somebody confirmed leaves with the load, is counted, and is confirmed when the load comes back."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph)
    (one,) = facts_of(graph, "Evidence")
    evidence.confirm(graph, one["id"], by="coordinator")

    # Act
    taken_back = loads.undo(graph, by="coordinator")
    town.into(graph)

    # Assert
    assert taken_back.reviewed == 1
    assert [row["review"] for row in facts_of(graph, "Evidence")] == ["confirmed"]


def test_a_load_that_broke_off_is_followed_by_a_newer_version(graph: Graph) -> None:
    """The older one is marked so, nothing is wrong with the graph, and it is as if the older had never begun."""
    # Arrange
    town = Town()
    town.body("いろは会")
    town.into(graph)
    graph.write(lambda transaction: transaction.run("MATCH (l:Load) SET l.state = 'unfinished'"))
    town.body("にほへ会")

    # Act
    load_facts(graph, Dataset(name="samples/見本", title="見本の資料"), town.facts, version="2")

    # Assert
    assert [load["state"] for load in loads.listed(graph)] == ["complete", "broken_off"]
    assert faults(graph) == []


def test_without_a_load_there_is_nothing_to_take_back(graph: Graph) -> None:
    """A clear refusal, and for an unknown or undone load too."""
    with pytest.raises(QueryMisused, match="no_load"):
        loads.undo(graph, by="coordinator")
    with pytest.raises(QueryMisused, match="load_unknown"):
        loads.undo(graph, "nobody", by="coordinator")
    assert set(node_kinds()) >= BOOKKEEPING
