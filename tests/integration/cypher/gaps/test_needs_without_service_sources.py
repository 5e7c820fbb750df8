"""Needs that no recorded running service answers: which sources could have shown one, who may know, and the picture."""

from datetime import date

import pytest

from graph.connection import Graph
from graph.facts import Scope
from graph.model.needs import Addresses
from graph.reading import Answer, Reader
from tests.building import TODAY, Town, answer, examples_of, exhaustive_for

GAP = "needs_without_service"


def codes(found: Answer) -> list[str]:
    return [row["need_code"] for row in found.rows]


def test_k_of_n_sources_that_could_have_shown_an_answer_do(graph: Graph) -> None:
    """A source counts where it speaks of services here and of a category that would answer."""
    # Arrange
    need, planned, register = Town(), Town(), Town()
    need.need("N_SHOP")
    need.into(graph, examples_of("needs"), dataset="samples/困りごと")
    planned.service("買い物支援", "SHOP", held_in=planned.area, status="planned")
    planned.into(graph, examples_of("services"), dataset="samples/計画")
    register.body("どこかの会")
    register.into(graph, exhaustive_for("services"), dataset="samples/登録簿")
    for name, code in (("samples/移動", "TRANS"), ("samples/除雪", "SNOW")):
        limited = Town()
        limited.body("どこかの会")
        limited.into(graph, examples_of("services", categories=(code,)), dataset=name)

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert row["sources_that_could_show"] == sorted(["samples/計画", "samples/登録簿", "samples/移動"])
    assert row["sources_that_do"] == ["samples/計画"]


def test_a_source_without_a_scope_for_services_could_not_have_shown_one(graph: Graph) -> None:
    """Where no source speaks of services the answer says so: n = 0."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.into(graph, examples_of("needs"))

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert (row["sources_that_could_show"], row["sources_that_do"]) == ([], [])


@pytest.mark.parametrize(
    ("begins", "ends_on", "could"),
    [
        (None, None, True),
        (date(2026, 11, 23), date(2026, 11, 23), True),
        (None, date(2026, 11, 22), False),
        (date(2026, 11, 24), None, False),
        (date(2026, 4, 1), None, True),
    ],
)
def test_a_source_of_another_time_could_not_have_shown_a_service_of_that_day(
    graph: Graph, begins: date | None, ends_on: date | None, could: bool
) -> None:
    """The day asked about lies in the period of the scope, its first and last day included; a scope without a period is open."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.into(graph, lambda area: (Scope(area_id=area.id, kind="services", coverage="exhaustive", begins=begins, ends_on=ends_on),))

    # Act
    (row,) = answer(graph, GAP, as_of=TODAY).rows

    # Assert
    assert row["sources_that_could_show"] == (["samples/見本"] if could else [])


def test_a_copy_of_a_register_could_show_what_ran_before_its_day(graph: Graph) -> None:
    """Asked about a day in its period it counts; asked about a later day it does not."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.into(graph, lambda area: (Scope(area_id=area.id, kind="services", coverage="exhaustive", ends_on=date(2026, 8, 31)),))

    # Act
    found = {day: answer(graph, GAP, as_of=day).rows[0]["sources_that_could_show"] for day in ("2026-08-31", "2026-09-01")}

    # Assert
    assert found == {"2026-08-31": ["samples/見本"], "2026-09-01": []}


def test_a_service_above_the_audience_does_not_answer_for_it(graph: Graph) -> None:
    """An answer says what it would say if everything stricter were not there."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.need("N_SNOW", visibility="restricted")
    town.service("買い物支援", "SHOP", held_in=town.area, visibility="members")
    town.into(graph)

    # Act
    found = {audience: codes(answer(graph, GAP, audience=audience)) for audience in ("public", "members", "restricted")}

    # Assert
    assert found == {"public": ["N_SHOP"], "members": [], "restricted": ["N_SNOW"]}


def test_a_category_that_only_a_stricter_source_states_does_not_answer(graph: Graph) -> None:
    """A public service that an internal list calls a shopping service is none to the public."""
    # Arrange
    town, internal = Town(), Town()
    town.need("N_SHOP")
    town.service("ふれあい活動", "SALON", held_in=town.area)
    internal.service("ふれあい活動", "SHOP", held_in=internal.area)
    town.into(graph)
    internal.into(graph, dataset="samples/内部", visibility="members")

    # Act
    found = {audience: codes(answer(graph, GAP, audience=audience)) for audience in ("public", "members")}

    # Assert
    assert found == {"public": ["N_SHOP"], "members": []}


def test_the_picture_shows_what_addresses_a_need(graph: Graph) -> None:
    """A planned service that a source ties to the need is drawn beside it."""
    # Arrange

    town = Town()
    need = town.need("N_SHOP")
    service = town.service("買い物支援", "SHOP", held_in=town.area, status="planned")
    town.join(Addresses, service, need)
    town.into(graph)

    # Act
    picture = Reader(graph, today=TODAY).picture(GAP, area="名張市")

    # Assert
    assert {(node["label"], node["id"]) for node in picture["nodes"]} == {("Need", need.id), ("Service", service.id)}
    assert [(one["type"], one["start"], one["end"]) for one in picture["relationships"]] == [("ADDRESSES", service.id, need.id)]


@pytest.mark.parametrize("runs", [(), ("自治会",)], ids=["nobody is named", "a kind of actor"])
def test_whoever_runs_a_service_it_answers(graph: Graph, runs: tuple[str, ...]) -> None:
    """A need is answered by a service, whether a named body, a kind of actor or nobody is recorded to run it."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.service("買い物支援", "SHOP", by=[town.body(name, generic=True) for name in runs], held_in=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 1)
