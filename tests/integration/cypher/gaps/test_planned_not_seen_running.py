"""Planned services of which no later source speaks: known answers, among them the traps of the question."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.facts import Dataset
from tests.building import ScopeOf, Town, answer, examples_of, exhaustive_for, load_facts, silent

GAP = "planned_not_seen_running"
PLANNED = date(2024, 3, 31)
LATER = date(2026, 3, 31)


def stated(graph: Graph, town: Town, scope: ScopeOf, *, on: date | None, dataset: str) -> None:
    """Load what a town states as a source of a day."""
    load_facts(graph, Dataset(name=dataset, title=dataset, as_of=on, scopes=scope(town.area)), town.facts)


def planning(**more: Any) -> Town:
    """A town in which a shopping bus is planned."""
    town = Town()
    (club,) = town.bodies("いろは会")
    town.service("買物バス", "SHOPBUS", by=[club], held_in=town.area, **{"status": "planned", **more})
    return town


@pytest.mark.parametrize(("scope", "told"), [(exhaustive_for, "register_silent"), (examples_of, "examples_silent")])
def test_a_later_source_that_does_not_name_it_is_silent(graph: Graph, scope: Any, told: str) -> None:
    """How much that says depends on whether it is complete."""
    # Arrange
    stated(graph, planning(), silent, on=PLANNED, dataset="samples/計画")
    stated(graph, Town(), scope("services"), on=LATER, dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["service"], row["later"], row["later_sources"]) == ("買物バス", told, ["samples/名簿"])
    assert (row["stated_on"], row["categories"], row["providers"]) == (PLANNED, ["SHOPBUS"], ["いろは会"])
    assert found.population == 1


def test_without_a_later_source_just_that_is_said(graph: Graph) -> None:
    """An older source that does not name it says nothing."""
    # Arrange
    stated(graph, planning(), examples_of("services"), on=PLANNED, dataset="samples/計画")
    stated(graph, Town(), exhaustive_for("services"), on=date(2023, 3, 31), dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["later"], row["later_sources"]) == ("no_later_source", [])
    assert row["sources_that_could_show"] == ["samples/名簿", "samples/計画"]


def test_a_later_source_of_other_kinds_could_not_have_shown_it(graph: Graph) -> None:
    """A register of salons, and one of seats, say nothing of a shopping bus."""
    # Arrange
    stated(graph, planning(), silent, on=PLANNED, dataset="samples/計画")
    stated(graph, Town(), examples_of("services", categories=("SALON",)), on=LATER, dataset="samples/サロン")
    stated(graph, Town(), exhaustive_for("seats"), on=LATER, dataset="samples/協議体")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["later"], row["sources_that_could_show"]) for row in found.rows] == [("no_later_source", [])]


def test_a_later_source_that_names_it_as_running_answers(graph: Graph) -> None:
    """It is planned no more."""
    # Arrange
    stated(graph, planning(), silent, on=PLANNED, dataset="samples/計画")
    stated(graph, planning(status="running"), exhaustive_for("services"), on=LATER, dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_a_source_without_a_day_leaves_open_what_is_later(graph: Graph) -> None:
    """Nothing is guessed of its age."""
    # Arrange
    stated(graph, planning(), silent, on=None, dataset="samples/計画")
    stated(graph, Town(), exhaustive_for("services"), on=LATER, dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["later"], row["stated_on"]) for row in found.rows] == [("date_not_stated", None)]


def test_a_later_source_that_the_audience_may_not_see_is_none_for_it(graph: Graph) -> None:
    """The public's answer is that of the graph without it."""
    # Arrange
    stated(graph, planning(), silent, on=PLANNED, dataset="samples/計画")
    hidden = Dataset(name="samples/内部", title="内部", as_of=LATER, scopes=exhaustive_for("services")(Town().area))
    load_facts(graph, replace(hidden, visibility="members"), [])

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert [row["later"] for found in (public, members) for row in found.rows] == ["no_later_source", "register_silent"]


def test_a_service_that_has_ended_is_planned_no_more(graph: Graph) -> None:
    """It is neither a row nor looked at."""
    # Arrange
    stated(graph, planning(status="ended"), silent, on=PLANNED, dataset="samples/計画")
    stated(graph, Town(), exhaustive_for("services"), on=LATER, dataset="samples/名簿")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_a_plan_above_the_audience_is_not_looked_at_and_kinds_of_actor_are_shown(graph: Graph) -> None:
    """What 自治会 as a kind plans is a plan; what only members may know of is none to the public."""
    # Arrange
    town = planning(visibility="members")
    town.service("見守り隊", "WATCH", by=[town.body("自治会", generic=True)], status="planned")
    town.service("誰かのサロン", "SALON", status="planned")
    stated(graph, town, silent, on=PLANNED, dataset="samples/計画")

    # Act
    public, members = (answer(graph, GAP, audience=audience) for audience in ("public", "members"))

    # Assert
    assert ({row["service"]: row["providers"] for row in public.rows}, public.population) == (
        {"見守り隊": ["自治会"], "誰かのサロン": []},
        2,
    )
    assert ({row["service"] for row in members.rows}, members.population) == ({"見守り隊", "誰かのサロン", "買物バス"}, 3)
