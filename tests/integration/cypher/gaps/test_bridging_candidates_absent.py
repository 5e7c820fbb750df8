"""Who could be introduced to whom, where a source says in words that two do not work together: known answers."""

import pytest

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from tests.building import answer, exhaustive_for
from tests.integration.cypher.gaps.test_bridging_candidates import GAP, pairs, two_groups


@pytest.mark.parametrize(("state", "candidates"), [("absent", {frozenset(("い", "ほ"))}), ("recorded", set())])
def test_a_tie_recorded_as_absent_joins_nobody(graph: Graph, state: str, candidates: set[frozenset[str]]) -> None:
    """'They do not work together yet' leaves two groups two; the same tie, recorded, makes them one."""
    # Arrange
    town, (i, ro, _ha, ni, ho) = two_groups()
    town.council("協議体", members=[i, ho])
    town.join(CollaboratesWith, ro, ni, state=state)
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert pairs(answer(graph, GAP)) == candidates
