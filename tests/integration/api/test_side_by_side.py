"""Counts of regions."""

from api.side_by_side import regions_of
from graph.connection import Graph
from graph.model.organizations import Organization
from graph.reading import Reader
from tests.building import TODAY, Town, examples_of


def test_where_sources_list_members_no_number_of_tied_bodies_is_given(embedded_graph: Graph) -> None:
    """Three bodies on a council and no tie: the count of bodies with a tie would say something of the sources, not of the bodies."""
    # Arrange
    town = Town("名張市")
    members: tuple[Organization, ...] = town.bodies("い", "ろ", "は")
    town.council("協議体", members=members)
    town.into(embedded_graph, examples_of("seats"))
    reader = Reader(embedded_graph, audience="members", today=TODAY)

    # Act
    (region,) = regions_of(reader, [reader.areas.find("名張市")], language="ja")

    # Assert
    counts = {key: (count, of) for key, count, of in region.counts}
    assert "tied" not in counts
    assert counts["ties"] == (0, 3)
    assert counts["councils"] == (1, None)
