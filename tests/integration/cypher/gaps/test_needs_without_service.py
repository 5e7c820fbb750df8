"""Needs that no recorded running service answers: known answers, among them the traps of the question."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.reading import Answer
from tests.building import Town, answer, area_named, examples_of

GAP = "needs_without_service"


def codes(found: Answer) -> list[str]:
    return [row["need_code"] for row in found.rows]


def test_a_need_that_nothing_answers_is_a_row(graph: Graph) -> None:
    """Its area, its codes and the evidence for it are on the row."""
    # Arrange
    town = Town()
    need = town.need("N_SHOP", name="買い物が困難")
    town.into(graph, examples_of("needs", "services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    (row,) = found.rows
    assert (row["area"], row["need_id"], row["need"], row["need_code"]) == ("名張市", need.id, "買い物が困難", "N_SHOP")
    assert len(row["evidence"]) == 1
    assert found.population == 1


@pytest.mark.parametrize("code", ["SHOP", "DELIV", "TRANS"])
def test_strong_and_weak_categories_answer(graph: Graph, code: str) -> None:
    """Whatever the taxonomy lists for a need answers it."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.service("買い物の活動", code, held_in=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []
    assert found.population == 1


def test_another_category_does_not_answer(graph: Graph) -> None:
    """A salon is no answer to snow."""
    # Arrange
    town = Town()
    town.need("N_SNOW")
    town.service("サロン", "SALON", held_in=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert codes(found) == ["N_SNOW"]
    assert found.rows[0]["not_counted"] == []


@pytest.mark.parametrize(
    "not_running",
    [{"status": "planned"}, {"status": "ended"}, {"valid_to": date(2026, 11, 22)}, {"valid_from": date(2026, 11, 24)}],
    ids=["planned", "ended", "lapsed", "not yet valid"],
)
def test_only_running_services_answer(graph: Graph, not_running: dict[str, Any]) -> None:
    """Planned, ended, lapsed and not yet valid ones are named apart."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.service("買い物支援", "SHOP", held_in=town.area, **not_running)
    town.into(graph, examples_of("services"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert codes(found) == ["N_SHOP"]
    assert found.rows[0]["not_counted"] == ["買い物支援"]
    assert found.rows[0]["sources_that_do"] == ["samples/見本"]


def test_the_day_asked_about_decides_what_is_valid(graph: Graph) -> None:
    """A registration answers on its last day and not on the next."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.service("買い物支援", "SHOP", held_in=town.area, valid_to=date(2026, 6, 30))
    town.into(graph)

    # Act
    before, after = (answer(graph, GAP, as_of=day) for day in (date(2026, 6, 30), date(2026, 7, 1)))

    # Assert
    assert (codes(before), codes(after)) == ([], ["N_SHOP"])


@pytest.mark.parametrize("cover", ["三重県", "名張市"])
def test_covering_the_prefecture_or_the_municipality_answers(graph: Graph, cover: str) -> None:
    """What is for everybody here is for the people of this area."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.service("宅配", "DELIV", covers=area_named(cover))
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []


def test_covering_the_municipality_answers_a_need_of_its_district(graph: Graph) -> None:
    """But being held in the town does not: it may be too far."""
    # Arrange
    covered, held = Town(), Town("熊谷市")
    for town in (covered, held):
        town.need("N_SHOP", of=town.district("東地区"))
    covered.service("宅配", "DELIV", covers=covered.area)
    held.service("朝市", "MARKET", held_in=held.area)
    covered.into(graph)
    held.into(graph, dataset="samples/熊谷")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["area"], row["need_code"]) for row in found.rows] == [("東地区", "N_SHOP")]
    assert found.rows[0]["area_id"] == held.facts[0].id


def test_a_service_in_a_district_counts_for_the_area(graph: Graph) -> None:
    """The municipality's need has an answer somewhere in it; that it is local is another question."""
    # Arrange
    town = Town()
    town.need("N_ISOL")
    town.service("サロン", "SALON", held_in=town.district("東地区"))
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert found.rows == []


@pytest.mark.parametrize("way", ["held_in", "covers"])
def test_a_service_of_another_municipality_does_not_answer(graph: Graph, way: str) -> None:
    """Neither one held there nor one for the people there."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    elsewhere = area_named("熊谷市")
    if way == "held_in":
        town.service("買い物支援", "SHOP", held_in=elsewhere)
    else:
        town.service("買い物支援", "SHOP", covers=elsewhere)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert codes(found) == ["N_SHOP"]
    assert found.rows[0]["not_counted"] == []


def test_background_pressure_is_not_a_need(graph: Graph) -> None:
    """Nobody answers the share of older people with a service."""
    # Arrange
    town = Town()
    town.need("N_CONTEXT")
    town.into(graph, examples_of("needs"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 0)


def test_means_do_answer_the_needs_of_those_who_help(graph: Graph) -> None:
    """Training answers a lack of helpers, though it is no service for residents."""
    # Arrange
    town = Town()
    town.need("N_HELPER")
    town.need("N_FUND")
    town.service("担い手養成講座", "TRAIN", covers=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert codes(found) == ["N_FUND"]


def test_of_two_codes_only_the_unanswered_ones_are_named(graph: Graph) -> None:
    """A need of two kinds is a row for the kind that nothing answers."""
    # Arrange
    town = Town()
    town.need("N_SHOP", "N_SNOW", "N_TRASH")
    town.service("買い物支援", "SHOP", held_in=town.area)
    town.into(graph)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert codes(found) == ["N_SNOW+N_TRASH"]
    assert found.population == 1


def test_a_service_whose_place_nobody_states_belongs_where_its_source_places_it(graph: Graph) -> None:
    """The case that names it speaks of this municipality, and of no other."""
    # Arrange
    here, there = Town("名張市"), Town("熊谷市")
    for town in (here, there):
        town.need("N_SHOP")
    here.service("買い物支援", "SHOP")
    here.into(graph)
    there.into(graph, dataset="samples/熊谷")

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [row["area"] for row in found.rows] == ["熊谷市"]
