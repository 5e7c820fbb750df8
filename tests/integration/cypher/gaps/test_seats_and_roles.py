"""Councils, functions and services of each body: known answers on both engines."""

from datetime import date

from graph.connection import Graph
from graph.model.councils import MemberOf
from graph.model.places import ActsFor, PartOf
from graph.model.services import Provides
from tests.building import Town, answer, exhaustive_for

GAP = "seats_and_roles"


def test_those_with_most_councils_come_first(graph: Graph) -> None:
    """Then those with most functions, then services; a body with nothing recorded is no row, and is counted."""
    # Arrange
    town = Town()
    two, one, helper, _nothing = town.bodies("二つの会", "一つの会", "助ける会", "記載のない会")
    town.council("協議体", members=[two, one])
    town.council("買物部会", members=[two])
    for function in ("needs", "network"):
        town.join(ActsFor, helper, town.area, function=function)
    town.service("サロン", "SALON", by=[one])
    town.into(graph, exhaustive_for("seats", "services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["name"], row["council_count"], row["function_count"], row["service_count"]) for row in found.rows] == [
        ("二つの会", 2, 0, 0),
        ("一つの会", 1, 0, 1),
        ("助ける会", 0, 2, 0),
    ]
    assert found.rows[2]["functions"] == ["needs", "network"]
    assert (found.population, found.rows[0]["sources_that_could_show"]) == (4, ["samples/見本"])


def test_what_ended_is_not_counted_and_a_part_is_its_body(graph: Graph) -> None:
    """An ended council or seat is none; a planned service is named apart; the seat of a section is its body's."""
    # Arrange
    town = Town()
    body, section, kind = town.body("い"), town.body("いの係"), town.body("自治会", generic=True)
    town.join(PartOf, section, body)
    town.council("協議体", members=[section, kind])
    town.council("もとの協議体", members=[body], status="ended")
    town.join(MemberOf, body, town.council("去年までの協議体"), until=date(2026, 3, 31))
    town.service("これからのサロン", "SALON", by=[body], status="planned")
    town.service("期限の切れたサロン", "SALON", by=[body], valid_to=date(2026, 3, 31))
    town.into(graph, exhaustive_for("seats"))

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert (row["name"], row["councils"], row["services"]) == ("い", ["協議体"], [])
    assert row["not_running"] == sorted(["これからのサロン", "期限の切れたサロン"])


def test_it_is_for_members_and_knows_what_they_may_see(graph: Graph) -> None:
    """A stricter seat is counted only for those who may see it; the public gets no list of concentrations."""
    # Arrange
    town = Town()
    body = town.body("い")
    town.council("協議体", members=[body])
    town.council("ケース会議", members=[body], visibility="restricted")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = {
        audience: [row["council_count"] for row in answer(graph, GAP, audience=audience).rows]
        for audience in ("public", "members", "restricted")
    }

    # Assert
    assert found == {"public": [], "members": [1], "restricted": [2]}


def test_who_has_left_a_service_or_is_yet_to_join_it_does_not_run_it(graph: Graph) -> None:
    """The service runs with others; for this body it is named apart, like one that does not run at all."""
    # Arrange
    town = Town()
    body, other = town.bodies("い", "ろ")
    town.council("協議体", members=[body])
    for name, status in (("配食", "ended"), ("見守り", "planned"), ("サロン", "running")):
        town.join(Provides, body, town.service(name, "SALON", by=[other]), status=status)
    town.into(graph, exhaustive_for("seats", "services"))

    # Act
    rows = {row["name"]: (row["services"], row["not_running"], row["service_count"]) for row in answer(graph, GAP).rows}

    # Assert
    assert rows == {"い": (["サロン"], sorted(["見守り", "配食"]), 1), "ろ": (sorted(["サロン", "見守り", "配食"]), [], 3)}
