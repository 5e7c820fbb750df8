"""Councils and who sits on them, as a picture draws it: known answers."""

from typing import Any

from graph.connection import Graph
from graph.model.councils import MemberOf
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from tests.building import TODAY, Town


def councils(graph: Graph, audience: str = "members") -> dict[str, Any]:
    (row,) = Reader(graph, audience=audience, today=TODAY).rows("networks", "councils", area="名張市")
    return row


def test_bodies_and_councils_stay_two_kinds_of_thing(graph: Graph) -> None:
    """Seats are drawn and nothing else: no tie between bodies, and none that a shared council would make."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.body("席のない会")
    town.join(CollaboratesWith, one, other)
    town.council("協議体", members=[one, other])
    town.council("まだ席のない会議", status="planned")
    town.into(graph)

    # Act
    row = councils(graph)

    # Assert
    assert {(node["label"], node["name"]) for node in row["nodes"]} == {
        ("Council", "協議体"),
        ("Council", "まだ席のない会議"),
        ("Organization", "いろは会"),
        ("Organization", "ふれあい会"),
    }
    assert [tie["type"] for tie in row["relationships"]] == ["MEMBER_OF", "MEMBER_OF"]


def test_a_body_that_is_a_council_too_is_drawn_by_what_it_is_here(graph: Graph) -> None:
    """As a council where somebody sits on it, as a body where it only sits; once in any case."""
    # Arrange
    town = Town()
    seated_on, only_sits = town.body("住民自治協議会", also_council=True), town.body("まちづくり協議会", also_council=True)
    town.body("だれの席もない協議会", also_council=True)
    town.join(MemberOf, town.body("自治会", generic=True), seated_on)
    town.council("ネットワーク会議", members=[seated_on, only_sits])
    town.into(graph)

    # Act
    row = councils(graph)

    # Assert
    assert len(row["nodes"]) == 4
    assert {(node["name"], node["label"]) for node in row["nodes"]} == {
        ("ネットワーク会議", "Council"),
        ("まちづくり協議会", "Organization"),
        ("住民自治協議会", "Council"),
        ("自治会", "Organization"),
    }
    assert len(row["relationships"]) == 3


def test_what_an_audience_may_not_see_is_not_there(graph: Graph) -> None:
    """Neither a hidden council nor a hidden seat nor a hidden member."""
    # Arrange
    town = Town()
    one, hidden = town.body("いろは会"), town.body("限られた会", visibility="restricted")
    council = town.council("協議体", members=[hidden])
    town.join(MemberOf, one, council, visibility="members")
    town.council("内輪の会議", visibility="restricted", members=[one])
    town.into(graph)

    # Act
    public, members = councils(graph, "public"), councils(graph)

    # Assert
    assert [node["name"] for node in public["nodes"]] == ["協議体"]
    assert public["relationships"] == []
    assert {node["name"] for node in members["nodes"]} == {"協議体", "いろは会"}


def test_no_council_is_an_empty_picture(graph: Graph) -> None:
    """One row without nodes."""
    Town().into(graph)

    assert councils(graph) == {"nodes": [], "relationships": []}
