"""What is typed in where people have decided about it: evidence rejected, bodies merged."""

from datetime import date

import pytest

from graph import evidence, merging
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.by_hand.ties import TypedTie
from graph.connection import Graph
from graph.consistency import faults
from graph.errors import QueryMisused
from graph.fact_export import facts
from tests.building import Town
from tests.engines import facts_of
from tests.integration.graph.by_hand.typed_in import KINDS, type_in
from tests.integration.graph.by_hand.what_is_stated import stated


@pytest.mark.usefixtures("town")
def test_what_was_rejected_is_not_said_again_in_the_same_words(graph: Graph) -> None:
    """The refusal names the evidence to reopen; another day is another saying; reopened, it is there and nothing is to write."""
    # Arrange
    added = type_in(graph, KINDS["tie"])
    (one,) = [row for row in facts_of(graph, "Evidence") if row["dataset"] == added.dataset]
    evidence.reject(graph, one["id"], by="coordinator", reason="別の団体のこと")

    # Act
    with pytest.raises(QueryMisused, match="said_and_rejected") as raised:
        type_in(graph, KINDS["tie"])
    other_day = type_in(graph, KINDS["tie"], Saying(said_by="社協職員", on=date(2026, 11, 21)))
    evidence.reopen(graph, one["id"], by="coordinator")

    # Assert
    assert raised.value.values == {"id": one["id"], "reason": "別の団体のこと"}
    assert other_day.is_changed
    assert type_in(graph, KINDS["tie"]).is_changed is False
    assert faults(graph) == []


def test_a_merge_takes_typed_in_facts_along_and_gives_them_back(graph: Graph, town: Town) -> None:
    """The tie moves with its body; the same said again under the old name changes nothing; undone, all is as before."""
    # Arrange
    new = type_in(graph, TypedOrganization(name="いろはの会", area=town.area.name))
    type_in(graph, TypedTie(start="いろはの会", end="にほへ会", area=town.area.name))
    before = stated(graph)
    kept = next(one["id"] for one in facts_of(graph, "Organization") if one["name"] == "いろは会")

    # Act
    decision = merging.merge(graph, kept, new.facts[0].id, by="coordinator", reason="同じ会")
    again = type_in(graph, TypedTie(start="いろはの会", end="にほへ会", area=town.area.name))
    same_body = type_in(graph, TypedOrganization(name="いろはの会", area=town.area.name))
    (tie,) = [one for one in facts(graph, ["public", "members"]) if one.get("type") == "COLLABORATES_WITH"]
    sound = faults(graph)
    merging.undo(graph, decision.id, by="coordinator")

    # Assert
    assert again.is_changed is False
    assert same_body.is_changed is False
    assert kept in {tie["start"], tie["end"]}
    assert sound == []
    assert {line for line in stated(graph) if not line.startswith("['Merge']")} == before
