"""Checking a graph: each kind of fault is found when it is made, and a graph in order has none."""

import pytest

from graph import evidence, loads, merging
from graph.connection import Graph, Transaction
from graph.consistency import faults
from graph.dump.mark import WRITING, mark_of, remove_mark, set_mark
from tests.building import Town, load_facts
from tests.engines import facts_of
from tests.generated_graphs import generated_loads

BROKEN = {
    "without_evidence": "MATCH (e:Evidence) WHERE e.fact = $fact DETACH DELETE e",
    "not_as_stated": "MATCH (o:Organization) WHERE o.id = $fact SET o.name = '別の名前'",
    "without_source": "MATCH (e:Evidence)-[r:FROM]->(:Source) WHERE e.fact = $fact DELETE r",
    "without_fact": "MATCH (o:Organization) WHERE o.id = $fact DETACH DELETE o",
    "unreadable_evidence": "MATCH (e:Evidence) WHERE e.fact = $fact SET e.states = '{'",
    "load_unfinished": "MATCH (s:Source) WHERE s.dataset STARTS WITH 'samples/' SET s.complete = false",
}


def ring(graph: Graph) -> str:
    """Three bodies with ties; gives the id of one."""
    town = Town()
    first, *_others = town.ring("い", "ろ", "は")
    town.council("協議体", members=[first])
    town.into(graph)
    return first.id


@pytest.mark.parametrize("seed", range(3))
def test_a_graph_after_all_kinds_of_decisions_is_in_order(graph: Graph, seed: int) -> None:
    """Loads, a rejection, a correction, a merge and its undo, and a load taken back leave nothing wrong."""
    # Arrange
    for load in generated_loads(seed):
        load_facts(graph, load.dataset, load.facts)
    bodies = sorted(one["id"] for one in facts_of(graph, "Organization") if "Council" not in one.get("labels", []))
    sentences = {one["fact"]: one["id"] for one in facts_of(graph, "Evidence")}

    # Act
    after_loading = faults(graph)
    evidence.reject(graph, sentences[bodies[0]], by="coordinator", reason="試し")
    evidence.correct(graph, sentences[bodies[1]], {"kana": "よみ"}, by="coordinator", reason="試し")
    decision = merging.merge(graph, bodies[1], bodies[2], by="coordinator", reason="試し")
    after_deciding = faults(graph)
    merging.undo(graph, decision.id, by="coordinator")
    loads.undo(graph, by="coordinator")

    # Assert
    assert after_loading == after_deciding == faults(graph) == []


@pytest.mark.parametrize("code", BROKEN)
def test_a_fault_is_found(graph: Graph, code: str) -> None:
    """Made by hand in the database, each is named by its code, with an example."""
    # Arrange
    fact = ring(graph)

    # Act
    parameters = {"fact": fact} if "$fact" in BROKEN[code] else {}
    graph.write(lambda transaction: Transaction.run(transaction, BROKEN[code], **parameters))
    found = {fault.code: fault for fault in faults(graph)}

    # Assert
    assert code in found or (code == "without_fact" and "not_as_stated" in found)
    assert all(fault.count and fault.examples for fault in found.values())


def test_a_load_again_mends_what_was_changed_by_hand(graph: Graph) -> None:
    """A fact that does not say what its evidence gives does so after the next load of its file."""
    # Arrange
    town = Town()
    body = town.body("いろは会")
    town.into(graph)
    graph.write(lambda transaction: transaction.run("MATCH (o:Organization) WHERE o.id = $id SET o.name = '別'", id=body.id))

    # Act
    town.into(graph)

    # Assert
    assert faults(graph) == []
    assert [one["name"] for one in facts_of(graph, "Organization")] == ["いろは会"]


def test_a_restore_that_broke_off_is_found(graph: Graph) -> None:
    """Half a graph is not taken for a whole one."""
    # Arrange
    set_mark(graph, mark_of("控え.zip", "0" * 64, WRITING))

    # Act
    (fault,) = faults(graph)
    remove_mark(graph)

    # Assert
    assert (fault.code, fault.values["file"]) == ("restore_broken_off", "控え.zip")
    assert faults(graph) == []
