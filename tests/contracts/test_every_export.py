"""What leaves the graph as a file holds nothing that its audience may not see."""

from collections.abc import Callable

import pytest

from graph.connection import Graph
from graph.facts import Fact, Quotation
from graph.identity import area_key
from graph.model.areas import Area
from graph.model.definitions import VISIBILITY_LEVELS
from tests.answers import delete_above, differing, exported
from tests.building import Town, load_facts
from tests.generated_graphs import generated_loads


def by_chance(graph: Graph) -> None:
    """Two sources by chance, with every visibility."""
    for load in generated_loads(0):
        load_facts(graph, load.dataset, load.facts)


def a_code_of_a_stricter_source(graph: Graph) -> None:
    """A public service that an internal list alone calls a shopping service."""
    town, internal = Town(), Town()
    town.service("ふれあい活動", "SALON", held_in=town.area)
    internal.service("ふれあい活動", "SHOP", held_in=internal.area)
    town.into(graph)
    internal.into(graph, dataset="samples/内部", visibility="members")


def an_area_that_is_not_public(graph: Graph) -> None:
    """A public body whose row stands under a district that is for members."""
    town = Town()
    district = Area(key=area_key(parent_id=town.area.id, name="東地区"), name="東地区", level="elementary_district", visibility="members")
    town.state(district)
    body = town.body("いろは会")
    town.facts[-1] = Fact(what=body, evidence=(Quotation(quote="いろは会", extractor="sample", area_id=district.id),))
    town.into(graph)


@pytest.mark.parametrize("content", [by_chance, a_code_of_a_stricter_source, an_area_that_is_not_public])
def test_what_an_audience_may_not_see_changes_no_export(embedded_graph: Graph, content: Callable[[Graph], None]) -> None:
    """Every export at a level equals that of the graph from which everything above the level was deleted."""
    # Arrange
    content(embedded_graph)
    apart = {}
    for audience in reversed(VISIBILITY_LEVELS[:-1]):
        expected = exported(embedded_graph, audience)

        # Act
        delete_above(embedded_graph, audience)
        apart[audience] = differing(expected, exported(embedded_graph, audience))

    # Assert
    assert apart == {audience: {} for audience in apart}
