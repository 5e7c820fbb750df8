"""What was withdrawn is listed and can be put back, and what was put back stays."""

import pytest

from graph import evidence, loads, withdrawn
from graph.connection import Graph
from graph.errors import QueryMisused
from tests.building import Town
from tests.engines import facts_of, fingerprint

BY = "coordinator"


def town() -> Town:
    """Three bodies in a ring, two of them on a council."""
    made = Town()
    one, other, _third = made.ring("い", "ろ", "は")
    made.council("協議体", members=[one, other])
    return made


def test_a_retired_fact_is_put_back_with_what_it_needs(graph: Graph) -> None:
    """A tie comes back with its two bodies, and no later load of the file retires it again."""
    # Arrange
    before = town()
    before.into(graph)
    smaller = Town()
    smaller.body("は")
    smaller.into(graph)
    records = withdrawn.listed(graph)
    tie = next(record for record in records if record.labels == ("COLLABORATES_WITH",))

    # Act
    withdrawn.restore(graph, tie.id, by=BY, reason="今も続いている")
    put_back = fingerprint(graph)
    again = smaller.into(graph)

    # Assert
    ties = graph.read("MATCH (a)-[r:COLLABORATES_WITH]->(b) RETURN count(r) AS ties")
    assert ties[0]["ties"] >= 1
    assert tie.id not in {record.id for record in withdrawn.listed(graph)}
    assert tie.quotes
    assert again.is_empty
    assert fingerprint(graph) == put_back
    assert graph.read("MATCH (e:Evidence) WHERE NOT EXISTS { (e)-[:FROM]->(:Source) } RETURN e.id AS id") == []


def test_everything_of_one_operation_can_be_put_back_at_once(graph: Graph) -> None:
    """The facts are as before the operation."""
    # Arrange
    before = town()
    before.into(graph)
    names = {one["name"] for one in facts_of(graph, "Organization", "Council")}
    loads.undo(graph, by=BY)
    operation = graph.read("MATCH (w:Withdrawn) RETURN DISTINCT w.operation AS operation")

    # Act
    withdrawn.restore(graph, operation[0]["operation"], by=BY)

    # Assert
    assert len(operation) == 1
    assert {one["name"] for one in facts_of(graph, "Organization", "Council")} == names
    assert withdrawn.listed(graph) == []


def test_a_rejection_put_back_is_open_again(graph: Graph) -> None:
    """The sentence counts again, as nobody had looked at it."""
    # Arrange
    made = Town()
    body = made.body("いろは会")
    made.into(graph)
    (one,) = facts_of(graph, "Evidence")
    evidence.reject(graph, one["id"], by=BY, reason="読み違い")
    (record,) = withdrawn.listed(graph)

    # Act
    withdrawn.restore(graph, record.id, by=BY)
    again = made.into(graph)

    # Assert
    assert (record.why, record.by, record.reason) == ("rejected", BY, "読み違い")
    assert [found["id"] for found in facts_of(graph, "Organization")] == [body.id]
    assert [found["review"] for found in facts_of(graph, "Evidence")] == ["open"]
    assert again.is_empty


@pytest.mark.parametrize("id_", ["", "x"])
def test_an_unknown_record_is_refused(graph: Graph, id_: str) -> None:
    """Nothing is put back by guess."""
    with pytest.raises(QueryMisused, match="withdrawn_unknown"):
        withdrawn.restore(graph, id_, by=BY)
