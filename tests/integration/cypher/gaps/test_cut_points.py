"""Cut points: known answers on both engines. The measure itself: tests/unit/graph/metrics."""

from itertools import pairwise

import pytest

from graph.connection import Graph
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Reader
from tests.building import TODAY, Town, answer, area_named, exhaustive_for

GAP = "cut_points"


def two_rings() -> Town:
    """Two rings of three, joined by は-に."""
    town = Town()
    _i, _ro, ha = town.ring("い", "ろ", "は")
    ni, _ho, _he = town.ring("に", "ほ", "へ")
    town.join(CollaboratesWith, ha, ni)
    return town


def test_the_single_tie_between_two_rings_and_its_ends(graph: Graph) -> None:
    """Without the tie three are apart; without either end, the two others of its ring."""
    # Arrange
    two_rings().into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    first = found.rows[0]
    assert (first["kind"], {first["name"], first["other"]}, first["separated"]) == ("tie", {"は", "に"}, 3)
    assert {(row["name"], tuple(row["separated_bodies"])) for row in found.rows if row["kind"] == "body"} == {
        ("は", tuple(sorted("いろ"))),
        ("に", tuple(sorted("ほへ"))),
    }
    assert found.population == 6


def test_another_way_for_those_who_may_see_it(graph: Graph) -> None:
    """A second tie, though through a body of another area, leaves no cut; a kind of actor is no other way."""
    # Arrange
    town = two_rings()
    i, he, kind = town.body("い"), town.body("へ"), town.body("自治会", generic=True)
    beyond = town.body("よその会", works_in=[area_named("熊谷市")])
    for one in (kind, beyond):
        town.join(Supports, one, i, visibility="restricted" if one is beyond else "public")
        town.join(Supports, one, he)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: len(answer(graph, GAP, audience=audience, area="名張市").rows) for audience in ("public", "members", "restricted")}

    # Assert
    assert found == {"public": 0, "members": 3, "restricted": 0}


def test_the_picture_shows_both_ends_of_a_tie(graph: Graph) -> None:
    """A body stands in its identity without another end, and is drawn too."""
    # Arrange
    two_rings().into(graph, exhaustive_for("ties"))

    # Act
    picture = Reader(graph, today=TODAY).picture(GAP)

    # Assert
    assert {node["name"] for node in picture["nodes"]} >= {"は", "に"}


@pytest.mark.parametrize(("state", "cuts"), [("absent", 3), ("recorded", 0)])
def test_a_tie_recorded_as_absent_is_no_other_way(graph: Graph, state: str, cuts: int) -> None:
    """'They do not work together yet' leaves the one tie between the rings the only one."""
    # Arrange
    town = two_rings()
    town.join(CollaboratesWith, town.body("い"), town.body("へ"), state=state)
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert len(answer(graph, GAP).rows) == cuts


def test_where_few_ties_are_recorded_there_is_no_cut(graph: Graph) -> None:
    """In a line of five bodies among many of which nothing is recorded, the middle is no cut point: the answer is the note."""
    # Arrange
    town = Town()
    line = town.bodies("い", "ろ", "は", "に", "ほ")
    for one, other in pairwise(line):
        town.join(Supports, one, other)
    town.bodies("へ", "と", "ち", "り")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, [note.code for note in found.notes]) == ([], ["few_ties_recorded"])
