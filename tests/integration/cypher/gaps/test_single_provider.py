"""Kinds of service with one recorded provider: known answers, among them the traps of the question."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model.services import Provides
from tests.building import Town, answer, examples_of, exhaustive_for

GAP = "single_provider"


def test_one_named_provider_is_a_row(graph: Graph) -> None:
    """Of all its services of the kind; a kind with two providers is none."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.service("東の配食", "MEALS", by=[one], held_in=town.area)
    town.service("西の配食", "MEALS", by=[one], held_in=town.area)
    town.service("サロンA", "SALON", by=[one], held_in=town.area)
    town.service("サロンB", "SALON", by=[other], held_in=town.area)
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["category"], row["provider"], row["services"]) == ("MEALS", "いろは会", ["東の配食", "西の配食"])
    assert row["provider_id"] == one.id
    assert len(row["evidence"]) == 2
    assert row["sources_that_could_show"] == ["samples/見本"]
    assert found.population == 2


def test_of_examples_nothing_follows(graph: Graph) -> None:
    """A source that gives examples may leave out the others."""
    # Arrange
    town = Town()
    (one,) = town.bodies("いろは会")
    town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.into(graph, examples_of("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_kinds_of_actor_are_shown_and_not_counted(graph: Graph) -> None:
    """Neighbourhood associations as a kind are not one provider more, nor the only one."""
    # Arrange
    town = Town()
    (one,) = town.bodies("いろは会")
    kind = town.body("自治会", generic=True)
    town.service("見守り", "WATCH", by=[one], held_in=town.area)
    town.service("声かけ", "WATCH", by=[kind], held_in=town.area)
    town.service("除雪", "SNOW", by=[kind], held_in=town.area)
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["category"], row["provider"], row["generic_providers"]) == ("WATCH", "いろは会", ["自治会"])


def test_a_service_without_a_stated_provider_is_shown_apart(graph: Graph) -> None:
    """Somebody runs it, and nobody says who."""
    # Arrange
    town = Town()
    (one,) = town.bodies("いろは会")
    town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.service("弁当", "MEALS", held_in=town.area)
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [row["without_provider"] for row in found.rows] == [["弁当"]]


@pytest.mark.parametrize(
    "not_running", [{"status": "planned"}, {"status": "ended"}, {"valid_to": date(2026, 11, 22)}], ids=["planned", "ended", "lapsed"]
)
def test_who_ran_or_will_run_one_is_no_provider(graph: Graph, not_running: dict[str, Any]) -> None:
    """Only running services count; where none runs there is no row."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.service("弁当", "MEALS", by=[other], held_in=town.area, **not_running)
    town.service("サロン", "SALON", by=[other], held_in=town.area, **not_running)
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["category"], row["provider"]) for row in found.rows] == [("MEALS", "いろは会")]


def test_who_has_left_a_service_is_no_provider(graph: Graph) -> None:
    """The service runs on with the other."""
    # Arrange
    town = Town()
    one, other = town.bodies("いろは会", "ふれあい会")
    meals = town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.join(Provides, other, meals, status="ended")
    town.into(graph, exhaustive_for("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [row["provider"] for row in found.rows] == ["いろは会"]


def test_what_the_audience_may_not_see_is_no_provider_for_it(graph: Graph) -> None:
    """The public's answer is that of the graph without it, had it the list at all."""
    # Arrange
    town = Town()
    one = town.body("いろは会")
    other = town.body("内々の会", visibility="restricted")
    town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.service("弁当", "MEALS", by=[other], held_in=town.area, visibility="restricted")
    town.into(graph, exhaustive_for("services"))

    # Act
    members, restricted = (answer(graph, GAP, audience=audience) for audience in ("members", "restricted"))

    # Assert
    assert ([row["provider"] for row in members.rows], restricted.rows) == (["いろは会"], [])


def test_the_list_is_for_members(graph: Graph) -> None:
    """On whom a kind of service rests is no public list."""
    # Act
    found = answer(graph, GAP, audience="public")

    # Assert
    assert [note.code for note in found.notes] == ["for_members"]


def test_kinds_of_service_above_the_audience_are_not_among_those_looked_at(graph: Graph) -> None:
    """Nor those of which only a stricter register is complete; one that only kinds of actor run is looked at."""
    # Arrange
    town, other = Town(), Town("伊賀市")
    (one,) = town.bodies("いろは会")
    town.service("配食", "MEALS", by=[one], held_in=town.area)
    town.service("除雪", "SNOW", by=[town.body("自治会", generic=True)], held_in=town.area)
    town.service("内々のサロン", "SALON", by=[one], held_in=town.area, visibility="restricted")
    other.service("配食", "MEALS", by=other.bodies("伊賀の会"), held_in=other.area)
    town.into(graph, exhaustive_for("services"))
    other.into(graph, dataset="samples/伊賀")
    Town("伊賀市").into(graph, exhaustive_for("services"), dataset="samples/内部", visibility="restricted")

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: one.population for audience, one in found.items()} == {"public": 0, "members": 2, "restricted": 4}
    assert {(row["area"], row["category"]) for row in found["members"].rows} == {("名張市", "MEALS")}
    assert {(row["area"], row["category"]) for row in found["restricted"].rows} == {
        ("名張市", "MEALS"),
        ("名張市", "SALON"),
        ("伊賀市", "MEALS"),
    }
