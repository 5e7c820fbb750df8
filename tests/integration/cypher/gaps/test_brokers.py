"""Who could introduce others: known answers on both engines. The measure itself: tests/unit/graph/metrics."""

from datetime import date

import pytest

from graph.connection import Graph
from graph.model.councils import MemberOf
from graph.model.ties import CollaboratesWith, Supports
from tests.building import TODAY, Town, answer, exhaustive_for

GAP = "brokers"


def test_who_is_tied_to_one_and_sits_with_the_other_could_introduce_them(graph: Graph) -> None:
    """A stricter seat is known only to those who may see it; a kind of actor introduces nobody; the public gets no list."""
    # Arrange: い and に share a council; ろ is tied to い and sits with に on another one
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    ni, ho = town.bodies("に", "ほ")
    town.join(CollaboratesWith, ni, ho)
    kind = town.body("自治会", generic=True)
    town.join(Supports, kind, i)
    town.council("協議体", members=[i, ni])
    town.council("買物部会", members=[ho, kind])
    town.council("ケース会議", members=[ro, ni], visibility="restricted")
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = {audience: answer(graph, GAP, audience=audience).rows for audience in ("public", "members", "restricted")}

    # Assert
    assert [found[audience] for audience in ("public", "members")] == [[], []]
    between = {frozenset(pair.split(" - ")) for row in found["restricted"] if row["name"] == "ろ" for pair in row["between"]}
    assert between == {frozenset("いに")}


def test_where_few_ties_are_recorded_nobody_is_named(graph: Graph) -> None:
    """The answer is the note."""
    # Arrange
    town = Town()
    town.council("協議体", members=town.bodies("一", "二", "三", "四"))
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, [note.code for note in found.notes]) == ([], ["few_ties_recorded"])


@pytest.mark.parametrize(("state", "introduces"), [("recorded", True), ("absent", False)])
def test_a_tie_recorded_as_absent_introduces_nobody(graph: Graph, state: str, introduces: bool) -> None:
    """へ sits with に; whether it could introduce い depends on whether the two are recorded to work together."""
    # Arrange
    town = Town()
    i, _ro, _ha = town.ring("い", "ろ", "は")
    ni, ho, he = town.bodies("に", "ほ", "へ")
    town.join(CollaboratesWith, ni, ho)
    town.join(CollaboratesWith, i, he, state=state)
    town.council("協議体", members=[i, ni])
    town.council("買物部会", members=[he, ni])
    town.into(graph, exhaustive_for("ties"))

    # Act
    between = {pair for row in answer(graph, GAP).rows if row["name"] == "へ" for pair in row["between"]}

    # Assert
    assert {frozenset(pair.split(" - ")) for pair in between} == ({frozenset("いに")} if introduces else set())


@pytest.mark.parametrize(
    ("status", "until", "introduces"),
    [("active", None, True), ("active", TODAY, True), ("active", date(2026, 11, 22), False), ("ended", None, False)],
)
def test_a_seat_or_council_that_ended_introduces_nobody(graph: Graph, status: str, until: date | None, introduces: bool) -> None:
    """A seat without a stated end holds, and one on its last day."""
    # Arrange: ろ is tied to い and sits with に
    town = Town()
    i, ro, _ha = town.ring("い", "ろ", "は")
    ni, ho = town.bodies("に", "ほ")
    town.join(CollaboratesWith, ni, ho)
    town.council("協議体", members=[i, ni])
    town.join(MemberOf, ro, town.council("買物部会", members=[ni], status=status), until=until)
    town.into(graph, exhaustive_for("ties"))

    # Act
    found = [row["name"] for row in answer(graph, GAP).rows]

    # Assert
    assert ("ろ" in found) is introduces
