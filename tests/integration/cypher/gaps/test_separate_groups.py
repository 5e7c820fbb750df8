"""Separate groups: known answers on both engines. The measure itself: tests/unit/graph/metrics."""

from graph.connection import Graph
from graph.model.places import PartOf
from graph.model.ties import CollaboratesWith, Supports
from tests.building import Town, answer, area_named, exhaustive_for

GAP = "separate_groups"


def two_groups() -> Town:
    """い, ろ, は in a ring and に-ほ, with へ alone."""
    town = Town()
    town.ring("い", "ろ", "は")
    town.join(CollaboratesWith, *town.bodies("に", "ほ"))
    town.body("へ")
    return town


def groups(graph: Graph, *, audience: str = "members", area: str | None = None) -> list[list[str]]:
    return [row["bodies"] for row in answer(graph, GAP, audience=audience, area=area).rows]


def test_two_groups_that_no_recorded_tie_joins(graph: Graph) -> None:
    """The larger comes first, with the councils on which it meets another one; a body alone is no group."""
    # Arrange
    town = two_groups()
    town.council("協議体", members=[town.body("い"), town.body("に")])
    town.council("解散した部会", members=[town.body("ろ"), town.body("ほ")], status="ended")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["size"], set(row["bodies"]), row["meets_others_on"]) for row in found.rows] == [
        (3, set("いろは"), ["協議体"]),
        (2, set("にほ"), ["協議体"]),
    ]
    assert (found.population, found.rows[0]["sources_that_could_show"]) == (6, ["samples/見本"])


def test_what_joins_two_groups_and_what_does_not(graph: Graph) -> None:
    """自治会 as a kind, a tie recorded as absent and a stricter tie join nobody; a body of another area does."""
    # Arrange
    town = two_groups()
    i, ni = town.body("い"), town.body("に")
    kind = town.body("自治会", generic=True)
    town.join(Supports, i, kind)
    town.join(Supports, ni, kind)
    town.join(CollaboratesWith, i, ni, state="absent")
    beyond = town.body("よその会", works_in=[area_named("熊谷市")])
    town.join(Supports, beyond, i)
    town.join(Supports, beyond, ni, visibility="restricted")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: len(groups(graph, audience=audience, area="名張市")) for audience in ("members", "restricted")}

    # Assert
    assert found == {"members": 2, "restricted": 0}


def test_the_part_of_a_body_joins_and_is_not_counted(graph: Graph) -> None:
    """Who works with a section of a body has a path to the body; a body and its section are no group."""
    # Arrange
    town = two_groups()
    section = town.body("への係")
    town.join(PartOf, section, town.body("へ"))
    alone = answer_of(graph, town)

    # Act
    town.join(Supports, section, town.body("に"))
    joined = answer_of(graph, town)

    # Assert
    assert alone == ([3, 2], 6)
    assert joined == ([3, 3], 6)


def answer_of(graph: Graph, town: Town) -> tuple[list[int], int]:
    town.into(graph, exhaustive_for("ties"))
    found = answer(graph, GAP)
    return [row["size"] for row in found.rows], found.population


def test_where_few_ties_are_recorded_there_are_no_groups(graph: Graph) -> None:
    """A list of members says nothing of ties; and the public gets no list at all."""
    # Arrange
    town = Town()
    for one, other in (("一", "二"), ("三", "四")):
        town.join(CollaboratesWith, *town.bodies(one, other))
    town.bodies("五", "六", "七", "八", "九")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members")}

    # Assert
    assert [(one.rows, one.notes[0].code) for one in found.values()] == [([], "for_members"), ([], "few_ties_recorded")]
