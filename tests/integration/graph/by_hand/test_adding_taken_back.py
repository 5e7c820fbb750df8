"""What was typed in and is taken back: one saying by itself, said again, put back."""

from datetime import date

import pytest

from graph import evidence, loads, withdrawn
from graph.by_hand.saying import Saying
from graph.connection import Graph
from graph.consistency import faults
from graph.fact_export import facts
from tests.engines import facts_of
from tests.integration.graph.by_hand.typed_in import KINDS, type_in
from tests.integration.graph.by_hand.what_is_stated import stated


@pytest.mark.usefixtures("town")
def test_an_older_saying_is_taken_back_while_newer_ones_stay(graph: Graph) -> None:
    """Nothing that was added since stands on it, and none retires another."""
    # Arrange
    first = type_in(graph, KINDS["organization"])
    without = {one["name"] for one in facts_of(graph, "Organization")} - {"とちり会"}
    second = type_in(graph, KINDS["tie"])
    third = type_in(graph, KINDS["tie"], Saying(said_by="民生委員", on=date(2026, 11, 1)))

    # Act
    loads.undo(graph, first.load, by="coordinator")
    bodies = {one["name"] for one in facts_of(graph, "Organization")}
    loads.undo(graph, second.load, by="coordinator")
    (tie,) = [one for one in facts(graph, ["public", "members"]) if one.get("type") == "COLLABORATES_WITH"]

    # Assert
    assert bodies == without
    assert [row["source"] for row in tie["evidence"]] == [third.dataset]
    assert faults(graph) == []


@pytest.mark.usefixtures("town")
def test_what_was_taken_back_can_be_said_again_and_keeps_its_review(graph: Graph) -> None:
    """The same ids, confirmed as before; then nothing more to write."""
    # Arrange
    added = type_in(graph, KINDS["organization"])
    once = stated(graph)
    for one in facts_of(graph, "Evidence"):
        if one["dataset"] == added.dataset:
            evidence.confirm(graph, one["id"], by="coordinator")
    confirmed = {one["id"]: one["review"] for one in facts_of(graph, "Evidence") if one["dataset"] == added.dataset}

    # Act
    loads.undo(graph, added.load, by="coordinator")
    again = type_in(graph, KINDS["organization"])
    third = type_in(graph, KINDS["organization"])

    # Assert
    assert again.load != added.load
    assert {one["id"]: one["review"] for one in facts_of(graph, "Evidence") if one["dataset"] == added.dataset} == confirmed
    assert set(confirmed.values()) == {"confirmed"}
    assert {one["put_back_at"] is not None for one in facts_of(graph, "Withdrawn")} == {True}
    assert third.is_changed is False
    assert len(stated(graph)) == len(once)


@pytest.mark.usefixtures("town")
def test_what_left_by_an_undo_can_be_put_back(graph: Graph) -> None:
    """As any load: the record restores fact and evidence, and the graph is sound."""
    # Arrange
    added = type_in(graph, KINDS["tie"])
    loads.undo(graph, added.load, by="coordinator")

    # Act
    withdrawn.restore(graph, withdrawn.listed(graph)[0].id, by="coordinator")

    # Assert
    assert type_in(graph, KINDS["tie"]).is_changed is False
    assert faults(graph) == []
