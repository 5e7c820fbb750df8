"""Areas without a recorded council: known answers, among them what is planned and of what no source speaks."""

from typing import Any

import pytest

from graph.connection import Graph
from graph.identity import area_key
from graph.model.areas import Area
from graph.model.places import Covers, PartOf
from tests.building import Town, answer, examples_of, exhaustive_for, silent

GAP = "areas_without_council"


def with_everyday_area(town: Town, name: str = "東圏域") -> Area:
    """An everyday-life area of the town."""
    area = Area(key=area_key(parent_id=town.area.id, name=name), name=name, level="daily_life_area")
    town.state(area)
    town.join(PartOf, area, town.area)
    return area


def status(graph: Graph, *, audience: str = "members") -> dict[str, str]:
    """Area → what the sources say of its council."""
    return {row["area"]: row["status"] for row in answer(graph, GAP, audience=audience).rows}


def test_a_town_without_a_recorded_council(graph: Graph) -> None:
    """Not recorded where a source could have shown one; its other districts are no rows."""
    # Arrange
    town = Town()
    town.district("東地区")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert status(graph) == {"名張市": "not_recorded"}
    assert found.population == 1
    assert found.rows[0]["sources_that_could_show"] == ["samples/見本"]


def test_where_sources_speak_of_other_things_only(graph: Graph) -> None:
    """No source speaks of councils; of what nothing speaks at all there is no row."""
    # Arrange
    town, unspoken = Town(), Town("伊賀市")
    unspoken.body("いろは会")
    town.into(graph, examples_of("services"))
    unspoken.into(graph, silent, dataset="samples/別の見本")

    # Act and assert
    assert status(graph) == {"名張市": "no_source"}
    assert answer(graph, GAP).population == 1


@pytest.mark.parametrize(("state", "told"), [("planned", "planned"), ("ended", "ended")])
def test_planned_and_ended_councils_are_shown_and_do_not_answer(graph: Graph, state: str, told: str) -> None:
    """With their names and evidence."""
    # Arrange
    town = Town()
    town.council("協議体", status=state)
    town.into(graph, exhaustive_for("seats"))

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert (row["status"], row["councils"], len(row["evidence"])) == (told, ["協議体"], 1)


def test_a_council_found_in_two_ways_is_quoted_once(graph: Graph) -> None:
    """By the town that its list places it in, and by the everyday-life area that it is for."""
    # Arrange
    town = Town()
    town.join(Covers, town.council("協議体", layers=(2,), status="planned"), with_everyday_area(town))
    town.into(graph, exhaustive_for("seats"))

    # Act
    quoted = {row["area"]: (row["councils"], len(row["evidence"])) for row in answer(graph, GAP).rows}

    # Assert
    assert quoted == {"名張市": ([], 0), "東圏域": (["協議体"], 1)}


@pytest.mark.parametrize(
    ("council", "everyday", "missing"),
    [
        ({}, False, {"東圏域"}),
        ({"layers": (1,)}, False, {"東圏域"}),
        ({"layers": (1, 2)}, False, set()),
        ({"layers": (2,)}, False, {"名張市", "東圏域"}),
        ({"layers": (2,)}, True, {"名張市"}),
        ({"kind": "care_conference"}, False, {"名張市", "東圏域"}),
        ({"kind": "community_council"}, True, {"名張市"}),
    ],
)
def test_a_council_answers_for_its_area_and_layer(graph: Graph, council: dict[str, Any], everyday: bool, missing: set[str]) -> None:
    """A city-wide council does not hide that an everyday-life area has none, unless it is of both layers."""
    # Arrange
    town = Town()
    area = with_everyday_area(town)
    made = town.council("協議体", **council)
    if everyday:
        town.join(Covers, made, area)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph).keys() == missing


def test_a_council_that_an_audience_may_not_see_does_not_answer(graph: Graph) -> None:
    """To the public there is no record."""
    # Arrange
    town = Town()
    town.council("協議体", visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph) == {}
    assert status(graph, audience="public") == {"名張市": "not_recorded"}
