"""Of how many areas it was asked whether they have a council, a coordinator, somebody who acts: known answers."""

import pytest

from graph.connection import Graph
from graph.identity import area_key
from graph.model.areas import Area
from graph.model.places import PartOf
from tests.building import Town, answer, exhaustive_for
from tests.integration.cypher.gaps.test_areas_without_council import with_everyday_area

GAPS = {"areas_without_coordinator": 1, "areas_without_council": 1, "functions_without_actor": 4}
"""Question → of how many things it asks in each area."""


@pytest.mark.parametrize("gap", GAPS)
def test_a_number_of_unnamed_areas_is_not_one_area(graph: Graph, gap: str) -> None:
    """What is missing in three areas of the city is asked of none of them; a named one is asked about."""
    # Arrange
    town = Town()
    with_everyday_area(town)
    some = Area(key=area_key(parent_id=town.area.id, name="市内3圏域"), name="市内3圏域", level="daily_life_area", generic=True, count=3)
    town.state(some)
    town.join(PartOf, some, town.area)
    town.into(graph, exhaustive_for("seats"))

    # Act
    found = answer(graph, gap)

    # Assert
    assert {row["area"] for row in found.rows} == {"名張市", "東圏域"}
    assert found.population == 2 * GAPS[gap]


@pytest.mark.parametrize("gap", GAPS)
def test_areas_above_the_audience_and_areas_of_which_only_stricter_sources_speak(graph: Graph, gap: str) -> None:
    """Neither rows nor looked at: to the public nothing is known to speak of them."""
    # Arrange
    town, other = Town(), Town("伊賀市")
    hidden = Area(key=area_key(parent_id=town.area.id, name="西圏域"), name="西圏域", level="daily_life_area", visibility="members")
    town.state(hidden)
    town.join(PartOf, hidden, town.area)
    town.into(graph, exhaustive_for("seats"))
    other.into(graph, exhaustive_for("seats"), dataset="samples/内部", visibility="members")

    # Act
    found = {audience: answer(graph, gap, audience=audience) for audience in ("public", "members")}

    # Assert
    assert {audience: {row["area"] for row in one.rows} for audience, one in found.items()} == {
        "public": {"名張市"},
        "members": {"名張市", "西圏域", "伊賀市"},
    }
    assert {audience: one.population for audience, one in found.items()} == {"public": GAPS[gap], "members": 3 * GAPS[gap]}
