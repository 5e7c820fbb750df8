"""Suggestions of doubles in the graph: made from the bodies there are, never more visible than they, and decided by people."""

from typing import Any

from graph import merging, suggestions
from graph.connection import Graph
from graph.model.places import PartOf
from graph.reading import Reader
from tests.building import Town
from tests.engines import fingerprint

FIRST, SECOND = "名張市社会福祉協議会", "市社協"


def town(**more: Any) -> Town:
    made = Town()
    made.body(FIRST)
    made.body(SECOND, **more)
    made.body("いろは会")
    return made


def test_two_names_of_one_body_are_suggested(graph: Graph) -> None:
    """With a score and a reason; asking again writes nothing."""
    # Arrange
    town().into(graph)

    # Act
    count = suggestions.refresh(graph)
    before = fingerprint(graph)
    again = suggestions.refresh(graph)

    # Assert
    (found,) = suggestions.listed(Reader(graph))
    assert count == again == 1
    assert {found.first_name, found.second_name} == {FIRST, SECOND}
    assert 0.6 <= found.score <= 1
    assert found.reason.startswith("double.")
    assert fingerprint(graph) == before


def test_a_part_is_not_suggested_to_be_its_whole(graph: Graph) -> None:
    """An office that is called as its corporation is told apart from it by the source that says whose part it is."""
    # Arrange
    made = Town()
    made.join(PartOf, made.body(SECOND), made.body(FIRST))
    made.into(graph)

    # Act
    count = suggestions.refresh(graph)

    # Assert
    assert (count, suggestions.listed(Reader(graph))) == (0, [])


def test_a_suggestion_is_as_strict_as_the_stricter_body(graph: Graph) -> None:
    """The public does not learn of a body from a suggestion."""
    # Arrange
    town(visibility="members").into(graph)

    # Act
    suggestions.refresh(graph)

    # Assert
    assert suggestions.listed(Reader(graph, audience="public")) == []
    assert len(suggestions.listed(Reader(graph, audience="members"))) == 1


def test_a_merged_pair_is_suggested_no_more_and_again_after_its_undo(graph: Graph) -> None:
    """Nothing is left of the suggestion while the two are one."""
    # Arrange
    town().into(graph)
    suggestions.refresh(graph)
    (pair,) = suggestions.listed(Reader(graph))

    # Act
    decision = merging.merge(graph, pair.first, pair.second, by="coordinator", reason="同じ")
    merged = suggestions.refresh(graph)
    merging.undo(graph, decision.id, by="coordinator")

    # Assert
    assert (merged, suggestions.refresh(graph)) == (0, 1)


def test_a_pair_kept_apart_stays_decided(graph: Graph) -> None:
    """It is not open again, also after the file was loaded again."""
    # Arrange
    made = town()
    made.into(graph)
    suggestions.refresh(graph)
    (pair,) = suggestions.listed(Reader(graph))

    # Act
    merging.keep_apart(graph, pair.first, pair.second, by="coordinator", reason="別の支部")
    made.into(graph)

    # Assert
    assert suggestions.refresh(graph) == 0
    assert [one.state for one in suggestions.listed(Reader(graph), state="kept_apart")] == ["kept_apart"]
