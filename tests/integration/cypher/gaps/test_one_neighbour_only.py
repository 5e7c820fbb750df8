"""Bodies with one neighbour: known answers on both engines. The measure itself: tests/unit/graph/metrics."""

import pytest

from graph.connection import Graph
from graph.model.organizations import Commissions
from graph.model.places import PartOf
from graph.model.ties import CollaboratesWith, Supports
from tests.building import Town, answer, area_named, exhaustive_for

GAP = "one_neighbour_only"


def test_every_kind_of_tie_and_every_place_of_the_neighbour_counts(graph: Graph) -> None:
    """One neighbour by two ties is one; a shared service is a tie; a neighbour of another area is one too."""
    # Arrange
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    twice, served, away, two = town.bodies("二重の会", "買い物の会", "遠くと組む会", "二つと組む会")
    town.join(Supports, twice, i)
    town.join(Commissions, i, twice)
    town.service("買い物", "SHOP", by=[served, ro])
    town.join(Supports, away, town.body("よその会", works_in=[area_named("熊谷市")]))
    town.join(Supports, two, i)
    town.join(Supports, two, ro)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP, area="名張市")

    # Assert
    assert {(row["name"], row["neighbour"]) for row in found.rows} == {
        ("二重の会", "い"),
        ("買い物の会", "ろ"),
        ("遠くと組む会", "よその会"),
    }
    assert found.population == 7


def test_kinds_of_actor_absent_ties_and_parts(graph: Graph) -> None:
    """A kind of actor is several neighbours; an absent tie is none; the ties of a section are ties of its body."""
    # Arrange
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    with_kind, with_absent, with_section = town.bodies("自治会と組む会", "まだ組まない会", "係のある会")
    section = town.body("係")
    town.join(PartOf, section, with_section)
    town.join(CollaboratesWith, with_kind, town.body("自治会", generic=True))
    for body in (with_kind, with_absent, with_section):
        town.join(Supports, body, i)
    town.join(CollaboratesWith, with_absent, ro, state="absent")
    town.join(Supports, section, ro)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [row["name"] for row in found.rows] == ["まだ組まない会"]


def test_a_body_that_no_source_of_ties_names_is_unknown(graph: Graph) -> None:
    """A tie above the audience is not known to it; a list of members could not have shown a second tie."""
    # Arrange
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    secret = town.body("に")
    town.join(Supports, secret, i)
    town.join(Supports, secret, ro, visibility="restricted")
    town.into(graph, exhaustive_for("ties"))
    listed = Town()
    listed.join(Supports, listed.body("名簿の会"), listed.body("名簿の会の相手"))
    listed.into(graph, exhaustive_for("bodies"), dataset="samples/名簿")

    # Act
    found = {
        audience: [row["name"] for row in answer(graph, GAP, audience=audience).rows] for audience in ("public", "members", "restricted")
    }

    # Assert
    assert found == {"public": [], "members": ["に"], "restricted": []}


def test_where_few_ties_are_recorded_nobody_is_listed(graph: Graph) -> None:
    """Of two that work together among many of which nothing is recorded, neither is said to have one neighbour: the answer is the note."""
    # Arrange
    town = Town()
    town.join(CollaboratesWith, *town.bodies("い", "ろ"))
    town.bodies("は", "に", "ほ")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, [note.code for note in found.notes]) == ([], ["few_ties_recorded"])


@pytest.mark.parametrize("status", ["running", "planned", "ended"])
def test_whoever_is_behind_one_service_is_a_neighbour_whether_it_runs_or_not(graph: Graph, status: str) -> None:
    """A tie has no day of its own: the second neighbour is one by a service that is planned or has ended, too."""
    # Arrange
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    two, one = town.bodies("二つと組む会", "一つと組む会")
    for body in (two, one):
        town.join(Supports, body, i)
    town.service("買い物", "SHOP", by=[two, ro], status=status)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [row["name"] for row in found.rows] == ["一つと組む会"]
