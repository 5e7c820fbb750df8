"""Who could be introduced to whom: known answers on both engines. The measure itself: tests/unit/graph/metrics."""

from datetime import date
from math import log

import pytest

from graph.connection import Graph
from graph.facts import Scope
from graph.model.organizations import Commissions, Organization
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Answer, Reader
from tests.building import TODAY, Town, answer, area_named, examples_of, exhaustive_for

GAP = "bridging_candidates"


def pairs(found: Answer) -> set[frozenset[str]]:
    return {frozenset((row["a"], row["b"])) for row in found.rows}


def two_groups() -> tuple[Town, tuple[Organization, ...]]:
    """い, ろ, は in a ring and に-ほ, joined by nothing."""
    town = Town()
    three = town.ring("い", "ろ", "は")
    two = town.bodies("に", "ほ")
    town.join(CollaboratesWith, *two)
    return town, (*three, *two)


def test_two_bodies_of_different_groups_on_one_council_are_a_candidate(graph: Graph) -> None:
    """The row says what an introduction would join, and what the two share."""
    # Arrange
    town, (i, _ro, _ha, _ni, ho) = two_groups()
    town.council("協議体", members=[i, ho])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert pairs(found) == {frozenset(("い", "ほ"))}
    assert sorted((row["component_a"], row["component_b"])) == [2, 3]
    assert (row["pairs_newly_connected"], row["shared_councils"]) == (6, ["協議体"])
    assert (row["area"], row["a_id"] < row["b_id"]) == ("名張市", True)
    assert found.population == 10


def test_bodies_that_share_nothing_are_no_candidate(graph: Graph) -> None:
    """Two groups alone are no reason to introduce anybody."""
    # Arrange
    town, _bodies = two_groups()
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 10)


def test_a_shared_field_and_a_shared_need_are_named(graph: Graph) -> None:
    """Services of one category share the field; of two categories that strongly answer one need, the need."""
    # Arrange
    town, (i, ro, _ha, ni, ho) = two_groups()
    town.service("見守り隊", "WATCH", by=[i])
    town.service("声かけ", "WATCH", by=[ho])
    town.service("もと買い物", "SHOP", by=[ro], status="ended")
    town.service("買い物", "SHOP", by=[ni])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert pairs(found) == {frozenset(("い", "ほ"))}
    assert (found.rows[0]["shared_categories"], found.rows[0]["shared_needs"]) == (["WATCH"], ["N_WATCH"])


@pytest.mark.parametrize("way", ["tie through a third", "commission", "one service"])
def test_a_recorded_path_between_two_bodies_makes_them_no_candidate(graph: Graph, way: str) -> None:
    """However long the path is and whatever kind of tie it is made of."""
    # Arrange
    town, (i, ro, ha, ni, ho) = two_groups()
    town.council("協議体", members=[i, ho])
    if way == "tie through a third":
        third = town.body("へ")
        town.join(Supports, third, ro)
        town.join(Supports, third, ni)
    elif way == "commission":
        town.join(Commissions, ha, ho)
    else:
        town.service("買い物", "SHOP", by=[ro, ni])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []


def test_a_generic_actor_connects_nobody_and_is_no_candidate(graph: Graph) -> None:
    """That both work with 自治会 as a kind does not join two bodies."""
    # Arrange
    town, (i, _ro, _ha, _ni, ho) = two_groups()
    kind = town.body("自治会", generic=True)
    town.join(CollaboratesWith, i, kind)
    town.join(CollaboratesWith, kind, ho)
    town.council("協議体", members=[i, ho, kind])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert pairs(found) == {frozenset(("い", "ほ"))}


def test_bodies_of_two_areas_are_no_candidate(graph: Graph) -> None:
    """A body belongs where it works, and pairs are looked for within one area."""
    # Arrange
    town, (i, *_rest) = two_groups()
    elsewhere = town.body("熊谷の会", works_in=[area_named("熊谷市")])
    town.council("協議体", members=[i, elsewhere])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 10)


def test_where_few_ties_are_recorded_there_are_no_candidates(graph: Graph) -> None:
    """Among bodies without recorded ties every pair would be one: the answer is the note."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.bodies("一", "二", "三", "四"))
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []
    assert [note.code for note in found.notes] == ["few_ties_recorded"]


def test_what_an_introduction_adds_and_what_speaks_for_it_stand_apart(graph: Graph) -> None:
    """Reasons are codes; what an introduction adds is counted in pairs and effective sizes."""
    # Arrange: the tie い-に would bring い-に, い-ほ, ろ-に and は-に within two steps
    town, (i, _ro, _ha, ni, _ho) = two_groups()
    town.council("協議体", members=[i, ni])
    town.into(graph, exhaustive_for("ties"))

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert (row["reasons"], row["pairs_newly_connected"], row["pairs_within_two_steps"]) == (["council"], 6, 4)
    assert sorted((row["effective_size_rise_a"], row["effective_size_rise_b"])) == [1.0, pytest.approx(4 / 3)]
    assert (row["adamic_adar"], row["precedent"], row["introducers"]) == (pytest.approx(1 / log(2)), None, [])


def test_the_limit_cuts_after_the_strongest(graph: Graph) -> None:
    """Sharing two councils stands before sharing one; the rest is cut off."""
    # Arrange
    town, (i, ro, _ha, ni, ho) = two_groups()
    town.council("協議体", members=[i, ro, ni, ho])
    town.council("買物部会", members=[ro, ni])
    town.into(graph, exhaustive_for("ties"))

    # Act
    everything, first = answer(graph, GAP), answer(graph, GAP, limit=1)

    # Assert
    assert len(everything.rows) == 4
    assert pairs(first) == {frozenset(("ろ", "に"))}
    assert first.rows == everything.rows[:1]


def test_a_tie_and_a_seat_above_the_audience_are_not_known_to_it(graph: Graph) -> None:
    """A stricter tie joins, and a stricter council is shared, only for those who may see them; the public gets no list."""
    # Arrange
    town, (i, ro, _ha, ni, ho) = two_groups()
    town.council("協議体", members=[i, ho])
    town.council("ケース会議", members=[i, ho], visibility="restricted")
    town.join(CollaboratesWith, ro, ni, visibility="restricted")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members", "restricted")}

    # Assert
    assert ([note.code for note in found["public"].notes], found["public"].rows) == (["for_members"], [])
    assert [row["shared_councils"] for row in found["members"].rows] == [["協議体"]]
    assert found["restricted"].rows == []


def test_the_sources_that_could_have_shown_a_tie_name_one_of_the_two_and_speak_of_ties(graph: Graph) -> None:
    """A list of members could not, nor one whose period of ties had ended before the day for which it holds."""
    # Arrange
    town, (i, _ro, _ha, _ni, ho) = two_groups()
    town.council("協議体", members=[i, ho])
    town.into(graph, exhaustive_for("ties"))
    for dataset, scope in {
        "samples/会報": examples_of("ties"),
        "samples/名簿": exhaustive_for("bodies"),
        "samples/記念誌": lambda area: (Scope(area_id=area.id, kind="ties", coverage="examples", ends_on=date(2013, 3, 31)),),
    }.items():
        other = Town()
        other.body("い")
        other.into(graph, scope, dataset=dataset)
    elsewhere = Town()
    elsewhere.body("よその会")
    elsewhere.into(graph, examples_of("ties"), dataset="samples/よそ")

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert row["sources_that_could_show"] == ["samples/会報", "samples/見本"]


def test_the_picture_shows_the_candidates_and_what_they_share(graph: Graph) -> None:
    """Both bodies and their council are drawn, with the seats."""
    # Arrange
    town, (i, _ro, _ha, _ni, ho) = two_groups()
    council = town.council("協議体", members=[i, ho])
    town.into(graph, exhaustive_for("ties"))

    # Act
    picture = Reader(graph, today=TODAY).picture(GAP)

    # Assert
    assert {node["id"] for node in picture["nodes"]} == {i.id, ho.id, council.id}
    assert {(one["type"], one["start"], one["end"]) for one in picture["relationships"]} == {
        ("MEMBER_OF", i.id, council.id),
        ("MEMBER_OF", ho.id, council.id),
    }
