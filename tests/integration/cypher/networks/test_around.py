"""What was found and what is directly around it, as a picture draws it: known answers."""

from graph.connection import Graph
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Reader
from tests.building import TODAY, Town


def around(graph: Graph, *found: str, audience: str = "members") -> tuple[dict[str, dict[str, object]], set[tuple[str, str, str]]]:
    (row,) = Reader(graph, audience=audience, today=TODAY).rows("networks", "around", found=list(found))
    nodes = {one["name"]: one for one in row["nodes"]}
    names = {one["id"]: one["name"] for one in row["nodes"]}
    return nodes, {(one["type"], names[one["start"]], names[one["end"]]) for one in row["relationships"]}


def test_what_is_one_step_away_is_drawn_and_no_more(graph: Graph) -> None:
    """Ties in both directions, seats, services; what lies two steps away is left out, and so is what was not found."""
    # Arrange
    town = Town()
    one, other, third, fourth = town.bodies("いろは会", "ふれあい会", "なかよし会", "ひだまり会")
    town.join(CollaboratesWith, one, other)
    town.join(Supports, third, one)
    town.join(Supports, fourth, third)
    town.council("協議体", members=[one, other])
    town.service("配食", "SALON", by=[one])
    town.into(graph)

    # Act
    nodes, ties = around(graph, one.id, town.area.id)

    # Assert
    assert set(nodes) == {"いろは会", "ふれあい会", "なかよし会", "協議体", "配食"}
    assert {type_ for type_, *_ in ties} == {"COLLABORATES_WITH", "SUPPORTS", "MEMBER_OF", "PROVIDES"}
    assert ("SUPPORTS", "なかよし会", "いろは会") in ties
    assert nodes["配食"]["categories"] == ["SALON"]


def test_two_that_were_found_and_are_tied_are_drawn_once(graph: Graph) -> None:
    """Each is beside the other, and neither the node nor the tie is there twice."""
    # Arrange
    town = Town()
    one, other = town.ring("いろは会", "ふれあい会")
    town.into(graph)

    # Act
    (row,) = Reader(graph, audience="members", today=TODAY).rows("networks", "around", found=[one.id, other.id])

    # Assert
    assert sorted(node["name"] for node in row["nodes"]) == ["いろは会", "ふれあい会"]
    assert len(row["relationships"]) == 1


def test_nothing_found_is_an_empty_picture(graph: Graph) -> None:
    """One row without nodes: a picture can be drawn of it."""
    Town().into(graph)

    assert around(graph) == ({}, set())


def test_what_an_audience_may_not_see_is_not_around(graph: Graph) -> None:
    """Neither a body above its level nor a tie above it."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    hidden = town.body("限られた会", visibility="restricted")
    town.join(CollaboratesWith, one, other, visibility="restricted")
    town.join(Supports, hidden, one)
    town.into(graph)

    # Act
    public, restricted = (around(graph, one.id, audience=audience) for audience in ("public", "restricted"))

    # Assert
    assert set(public[0]) == {"いろは会"}
    assert public[1] == set()
    assert set(restricted[0]) == {"いろは会", "ふれあい会", "限られた会"}


def test_a_body_that_is_a_council_too_is_drawn_as_the_body(graph: Graph) -> None:
    """It has one main label, and is there once."""
    # Arrange
    town = Town()
    both = town.body("まちづくり協議会", also_council=True)
    town.into(graph)

    # Act
    (row,) = Reader(graph, audience="members", today=TODAY).rows("networks", "around", found=[both.id])

    # Assert
    assert [(node["label"], node["name"]) for node in row["nodes"]] == [("Organization", "まちづくり協議会")]
