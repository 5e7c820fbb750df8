"""Bodies without a recorded tie: known answers, among them the traps of the question."""

import pytest

from graph.connection import Graph
from graph.model.councils import Council, RefersTo
from graph.model.definitions import Relationship
from graph.model.organizations import Commissions
from graph.model.places import ActsFor
from graph.model.programmes import Connects, Established, Funds
from graph.model.services import Provides
from graph.model.ties import CollaboratesWith, Supports
from tests.building import answer, area_named, exhaustive_for, five_with_ties, names

GAP = "actors_without_ties"


def test_a_shared_council_is_not_a_tie(graph: Graph) -> None:
    """Two bodies that only sit on one council are still without a recorded tie."""
    # Arrange: a source that could have shown ties names seven bodies, five of them with ties
    town = five_with_ties()
    town.council("協議体", members=town.bodies("いろは会", "ふれあい会"))
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert names(found) == {"いろは会", "ふれあい会"}
    assert [row["seats"] for row in found.rows] == [["協議体"], ["協議体"]]
    assert found.population == 7
    assert found.notes == []


@pytest.mark.parametrize("kind", [CollaboratesWith, Supports, Funds, Commissions, Established, Connects, RefersTo])
def test_every_recorded_kind_of_tie_counts_in_both_directions(graph: Graph, kind: type[Relationship]) -> None:
    """Whoever gives or receives has a tie."""
    # Arrange
    town = five_with_ties()
    giver, receiver, _alone = town.bodies("与える会", "受ける会", "ひとりの会")
    town.join(kind, giver, receiver)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert names(found) == {"ひとりの会"}


def test_a_tie_with_a_generic_actor_is_a_tie_and_a_generic_actor_is_no_row(graph: Graph) -> None:
    """自治会 as a kind is no body that could lack ties, but working with 自治会 is working with somebody."""
    # Arrange
    town = five_with_ties()
    body = town.body("いろは会")
    town.join(CollaboratesWith, body, town.body("自治会", generic=True))
    town.body("老人クラブ", generic=True)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []
    assert found.population == 6


def test_a_tie_recorded_as_absent_is_no_tie(graph: Graph) -> None:
    """'They do not work together yet' joins nobody."""
    # Arrange
    town = five_with_ties()
    town.join(CollaboratesWith, *town.bodies("いろは会", "ふれあい会"), state="absent")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert names(found) == {"いろは会", "ふれあい会"}


@pytest.mark.parametrize("kind", [Provides, Supports, Funds, Established])
def test_two_bodies_behind_one_service_have_a_tie(graph: Graph, kind: type[Relationship]) -> None:
    """One provides a service, the other provides, supports, funds or founded it."""
    # Arrange
    town = five_with_ties()
    provider, other = town.bodies("いろは会", "ふれあい会")
    service = town.service("買い物支援", "SHOP", by=[provider])
    town.join(kind, other, service)
    alone = town.body("ひとりの会")
    town.service("サロン", "SALON", by=[alone])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert names(found) == {"ひとりの会"}
    assert found.rows[0]["services"] == ["サロン"]


def test_a_body_belongs_where_it_works(graph: Graph) -> None:
    """It is asked about where it operates, once for each area, and not where a case named it."""
    # Arrange
    kumagaya, takanezawa = area_named("熊谷市"), area_named("高根沢町")
    town = five_with_ties()
    town.body("いろは会", works_in=[kumagaya, takanezawa])
    town.into(graph, exhaustive_for("ties"))
    for name, dataset in (("熊谷市", "samples/熊谷"), ("高根沢町", "samples/高根沢")):
        other = five_with_ties(name)
        other.into(graph, exhaustive_for("ties"), dataset=dataset)

    # Act
    everywhere, there, here = (answer(graph, GAP, area=area) for area in (None, "熊谷市", "名張市"))

    # Assert
    assert {row["area"] for row in everywhere.rows} == {"熊谷市", "高根沢町"}
    assert [row["area"] for row in there.rows] == ["熊谷市"]
    assert here.rows == []


def test_functions_and_seats_are_shown_beside_a_body(graph: Graph) -> None:
    """What a body does have is on its row, sorted."""
    # Arrange
    town = five_with_ties()
    body = town.body("いろは会")
    town.council("買物部会", members=[body])
    town.council("協議体", members=[body])
    for function in ("resources", "needs"):
        town.join(ActsFor, body, town.area, function=function)
    town.into(graph, exhaustive_for("ties"))

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert row["seats"] == sorted(["買物部会", "協議体"])
    assert row["functions"] == ["needs", "resources"]


def test_a_body_that_is_a_council_too_is_asked_about(graph: Graph) -> None:
    """住民自治協議会 is a body: supporting it is a tie, sitting on it is none."""
    # Arrange
    town = five_with_ties()
    supporter, member = town.bodies("支える会", "座る会")
    both = town.body("住民自治協議会", also_council=True)
    council = Council(key=both.key, name=both.name)
    town.join(Supports, supporter, both)
    town.council("別の協議体", members=[member])
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert council.id == both.id
    assert names(found) == {"座る会"}


def test_a_tie_above_the_audience_is_not_known_to_it(graph: Graph) -> None:
    """An answer says what it would say if everything stricter were not there; to the public the list is not given at all."""
    # Arrange
    town = five_with_ties()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.join(CollaboratesWith, one, other, visibility="restricted")
    town.body("ひみつの会", visibility="restricted")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: names(one) for audience, one in found.items()} == {
        "public": set(),
        "members": {"いろは会", "ふれあい会"},
        "restricted": {"ひみつの会"},
    }
    assert [(note.code, found["public"].population) for note in found["public"].notes] == [("for_members", 0)]
