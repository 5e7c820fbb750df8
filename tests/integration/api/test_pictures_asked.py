"""What an answer found stands out in its picture from what is drawn around it."""

from api.pictures_asked import picture_of_answer
from graph.connection import Graph
from graph.messages import Messages
from graph.reading import Reader
from tests.building import TODAY, exhaustive_for, five_with_ties
from visualizations.composed import composed


def test_what_was_found_says_so_under_its_name(embedded_graph: Graph) -> None:
    """The body without a recorded tie, and not its council; an area is where something was found, and not what."""
    # Arrange
    town = five_with_ties()
    alone = town.body("ひとり会")
    town.council("協議体", members=[alone])
    town.into(embedded_graph, exhaustive_for("ties"))
    reader, words = Reader(embedded_graph, today=TODAY), Messages(("visualizations", "graph"), "ja")

    # Act
    picture = picture_of_answer(reader, "actors_without_ties", "名張市", language="ja", banner=None)
    places = picture_of_answer(reader, "coverage_matrix", "名張市", language="ja", banner=None)

    # Assert
    assert {node.name: node.found for node in picture.nodes} == {"ひとり会": True, "協議体": False}
    labels = {node["id"]: str(node["label"]) for node in composed(picture, words).drawn_nodes}
    assert "（該当）" in labels[alone.id]
    assert sum("（該当）" in label for label in labels.values()) == 1
    assert {node.label for node in places.nodes} > {"Area"}
    assert not any(node.found for node in places.nodes)
