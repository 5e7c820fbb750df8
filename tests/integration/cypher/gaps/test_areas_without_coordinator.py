"""Areas without a recorded coordinator: known answers; a post is looked for, never a person."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model.organizations import Holds, Post
from graph.model.places import ActsFor, Covers
from tests.building import Town, answer, examples_of, exhaustive_for
from tests.integration.cypher.gaps.test_areas_without_council import with_everyday_area

GAP = "areas_without_coordinator"


def post(town: Town, name: str = "コーディネーター", *, held: bool = True, **more: Any) -> Post:
    """A post in the town, with the body where it is placed."""
    made = Post(key=f"post|{town.area.id}|{name}", name=name, placed_in=town.area.id, **more)
    town.state(made)
    if held:
        town.join(Holds, town.body("社協"), made)
    return made


def status(graph: Graph, *, audience: str = "members") -> dict[str, str]:
    """Area → what the sources say of its coordinator."""
    return {row["area"]: row["status"] for row in answer(graph, GAP, audience=audience).rows}


def test_a_town_without_a_recorded_post(graph: Graph) -> None:
    """Who acts for the town is shown beside it, kinds of actor too, and is no post."""
    # Arrange
    town = Town()
    for body in (town.body("社協"), town.body("地域住民", generic=True), town.body("もとの会", ended_on=date(2026, 3, 31))):
        town.join(ActsFor, body, town.area, function="network")
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert status(graph) == {"名張市": "not_recorded"}
    assert found.rows[0]["acting"] == ["地域住民", "社協"]
    assert found.population == 1


def test_a_post_that_nobody_holds_is_shown_as_that(graph: Graph) -> None:
    """And where no source speaks of seats, just that."""
    # Arrange
    town, other = Town(), Town("伊賀市")
    post(town, held=False)
    town.into(graph, exhaustive_for("seats"))
    other.into(graph, examples_of("services"), dataset="samples/別の見本")

    # Act
    rows = {row["area"]: row for row in answer(graph, GAP).rows}

    # Assert
    assert status(graph) == {"名張市": "no_holder", "伊賀市": "no_source"}
    assert rows["名張市"]["posts"] == ["コーディネーター"]
    assert len(rows["名張市"]["evidence"]) == 1


@pytest.mark.parametrize(
    ("layer", "everyday", "missing"),
    [
        (1, False, {"東圏域"}),
        (None, False, {"東圏域"}),
        (2, False, {"名張市", "東圏域"}),
        (2, True, {"名張市"}),
    ],
)
def test_a_post_answers_for_its_area_and_layer(graph: Graph, layer: int | None, everyday: bool, missing: set[str]) -> None:
    """A post of layer 2 without a stated area belongs to no certain everyday-life area."""
    # Arrange
    town = Town()
    area = with_everyday_area(town)
    made = post(town, layer=layer)
    if everyday:
        town.join(Covers, made, area)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph).keys() == missing


def test_what_an_audience_may_not_see_holds_no_post(graph: Graph) -> None:
    """A post that only members may see."""
    # Arrange
    town = Town()
    post(town, visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert status(graph) == {}
    assert status(graph, audience="public") == {"名張市": "not_recorded"}
