"""Who could be introduced to whom, by the states of ties and of providing: known answers."""

import pytest

from graph.connection import Graph
from graph.model.services import Provides
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


@pytest.mark.parametrize(("status", "candidates"), [("running", {frozenset(("い", "ほ"))}), ("ended", set()), ("planned", set())])
def test_who_has_left_a_service_or_is_yet_to_join_it_shares_no_field(graph: Graph, status: str, candidates: set[frozenset[str]]) -> None:
    """The service runs, and so does the other's of the same kind; but this body does not provide it now."""
    # Arrange
    town, (i, _ro, _ha, _ni, ho) = two_groups()
    town.service("見守り隊", "WATCH", by=[i])
    town.join(Provides, ho, town.service("声かけ", "WATCH"), status=status)
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert pairs(answer(graph, GAP)) == candidates
