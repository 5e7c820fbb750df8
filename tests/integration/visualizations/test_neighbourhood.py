"""What lies around one body, step by step, on both engines: known answers."""

import pytest

from graph.connection import Graph
from graph.errors import QueryMisused
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Reader
from tests.building import TODAY, Town
from visualizations.neighbourhood import gathered_around, neighbourhood
from visualizations.registry import find


def reader(graph: Graph, audience: str = "members") -> Reader:
    return Reader(graph, audience=audience, today=TODAY)


def chain() -> Town:
    """い and ろ collaborate, ろ supports は, は supports に; い sits with ほ on a council and runs a service with へ."""
    town = Town()
    i, ro, ha, ni, ho, he = town.bodies("い", "ろ", "は", "に", "ほ", "へ")
    town.join(CollaboratesWith, i, ro)
    town.join(Supports, ro, ha)
    town.join(Supports, ha, ni)
    town.council("協議体", members=[i, ho])
    town.service("配食", "SALON", by=[i, he])
    return town


def start_of(town: Town, name: str = "い") -> str:
    return next(fact.what.id for fact in town.facts if getattr(fact.what, "name", "") == name)


def test_first_come_its_ties_and_who_stands_behind_its_councils_and_services(graph: Graph) -> None:
    """One step; who is two steps away by ties is in the document and not shown yet; what lies beyond that is only counted."""
    # Arrange
    town = chain()
    town.into(graph)

    # Act
    found = neighbourhood(reader(graph), start_of(town), steps=1, limit=150)

    # Assert
    names = {one["id"]: one["name"] for one in found.row["nodes"]}
    assert {names[id_] for id_ in found.opened} == {"い", "ろ", "協議体", "配食", "ほ", "へ"}
    assert set(names.values()) - {names[id_] for id_ in found.opened} == {"は"}
    assert {names[id_]: count for id_, count in found.beyond.items()} == {"は": 1}
    assert {one["type"] for one in found.row["relationships"]} == {"COLLABORATES_WITH", "SUPPORTS", "MEMBER_OF", "PROVIDES"}


def test_a_second_step_can_be_asked_for(graph: Graph) -> None:
    """Then は is shown at first, and に waits in the document."""
    # Arrange
    town = chain()
    town.into(graph)

    # Act
    found = neighbourhood(reader(graph), start_of(town), steps=2, limit=150)

    # Assert
    names = {one["id"]: one["name"] for one in found.row["nodes"]}
    assert "は" in {names[id_] for id_ in found.opened}
    assert set(names.values()) - {names[id_] for id_ in found.opened} == {"に"}
    assert found.beyond == {}


def test_without_room_the_further_step_is_only_counted(graph: Graph) -> None:
    """The document holds what is shown at first, each with the number of its neighbours outside."""
    # Arrange
    town = chain()
    town.into(graph)

    # Act
    picture = gathered_around(reader(graph), find("organization"), start_of(town), steps=1, language="ja", limit=6)

    # Assert
    assert {node.name: node.beyond for node in picture.nodes} == {"い": 0, "ろ": 1, "協議体": 0, "配食": 0, "ほ": 0, "へ": 0}
    assert (picture.title, picture.start) == ("「い」のまわり", start_of(town))
    assert all(tie.quotations for tie in picture.ties)


def test_a_council_can_be_the_start_and_a_service_cannot(graph: Graph) -> None:
    """Bodies and councils have a neighbourhood; anything else, and what nobody knows, is refused."""
    # Arrange
    town = chain()
    town.into(graph)

    # Act
    found = neighbourhood(reader(graph), start_of(town, "協議体"), steps=1, limit=150)

    # Assert
    assert {one["name"] for one in found.row["nodes"]} >= {"い", "ほ", "協議体"}
    for id_ in (start_of(town, "配食"), "none"):
        with pytest.raises(QueryMisused) as refused:
            neighbourhood(reader(graph), id_, steps=1, limit=150)
        assert refused.value.key == "unknown_body"


def test_what_an_audience_may_not_see_is_neither_shown_nor_counted(graph: Graph) -> None:
    """The public does not learn that there is one neighbour more, nor of a body that it may not see."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    hidden = town.body("限られた会", visibility="restricted")
    town.join(CollaboratesWith, one, other)
    town.join(Supports, hidden, other)
    town.into(graph)

    # Act
    found = neighbourhood(reader(graph, "public"), one.id, steps=1, limit=2)

    # Assert
    assert {node["name"] for node in found.row["nodes"]} == {"いろは会", "ふれあい会"}
    assert found.beyond == {}
    with pytest.raises(QueryMisused):
        neighbourhood(reader(graph, "public"), hidden.id, steps=1, limit=150)
