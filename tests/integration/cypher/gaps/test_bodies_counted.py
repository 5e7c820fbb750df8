"""How many bodies the questions about bodies looked at: named ones that work here, as far as the audience may know."""

import pytest

from graph.connection import Graph
from graph.model.places import OperatesIn, PartOf
from tests.building import Town, answer, area_named, exhaustive_for, five_with_ties

GAPS = ("actors_without_ties", "brokers", "cut_points", "one_neighbour_only", "seats_and_roles", "separate_groups")


def five_and_others() -> Town:
    """Five named bodies; beside them a kind of actor, a section of one of the five, and one that works elsewhere."""
    town = five_with_ties()
    town.body("自治会", generic=True, count=12)
    town.join(PartOf, town.body("いの係"), town.body("い"))
    town.body("よそで働く会", works_in=[area_named("熊谷市")])
    return town


def counted(graph: Graph, gap: str) -> dict[str, int]:
    """Audience → how many were looked at in 名張市."""
    return {audience: answer(graph, gap, audience=audience, area="名張市").population for audience in ("public", "members", "restricted")}


@pytest.mark.parametrize("gap", GAPS)
def test_kinds_of_actor_parts_and_bodies_of_elsewhere_are_not_among_those_looked_at(graph: Graph, gap: str) -> None:
    """Only the five are; and the public, to which the list is not given, is not told of how many bodies it speaks."""
    # Arrange
    five_and_others().into(graph, exhaustive_for("ties"))

    # Act and assert
    assert counted(graph, gap) == {"public": 0, "members": 5, "restricted": 5}


@pytest.mark.parametrize("gap", GAPS)
def test_a_body_above_the_audience_is_not_among_those_looked_at(graph: Graph, gap: str) -> None:
    """Nor is one whose working here only others may know: to members it works where its source places it."""
    # Arrange
    town, elsewhere = five_and_others(), Town("伊賀市")
    town.body("内々の会", visibility="restricted")
    elsewhere.join(OperatesIn, elsewhere.body("通う会"), town.area, visibility="restricted")
    town.into(graph, exhaustive_for("ties"))
    elsewhere.into(graph, exhaustive_for("ties"), dataset="samples/伊賀")

    # Act and assert
    assert counted(graph, gap) == {"public": 0, "members": 5, "restricted": 7}


def test_candidates_are_looked_for_among_the_pairs_of_those_bodies(graph: Graph) -> None:
    """Ten pairs of five bodies, fifteen of six."""
    # Arrange
    town = five_and_others()
    town.body("内々の会", visibility="restricted")
    town.into(graph, exhaustive_for("ties"))

    # Act and assert
    assert counted(graph, "bridging_candidates") == {"public": 0, "members": 10, "restricted": 15}
