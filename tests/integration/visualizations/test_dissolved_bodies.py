"""Bodies that were dissolved say so in every picture and list, from the day on; the records of them stay."""

from datetime import timedelta

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from tests.building import TODAY, Town
from visualizations.contract import Picture
from visualizations.gathering import gathered
from visualizations.registry import find


def test_they_are_marked_as_ended_in_every_view(graph: Graph) -> None:
    """The day before and the day itself; whoever is dissolved tomorrow has no mark yet."""
    # Arrange
    town = Town()
    days = {"やめた会": -1, "今日やめる会": 0, "明日やめる会": 1}
    gone, today, tomorrow = (town.body(name, ended_on=TODAY + timedelta(days=apart)) for name, apart in days.items())
    town.council("協議体", members=[gone, today, tomorrow])
    town.service("送迎", "TRANS", status="running", by=[gone, today, tomorrow])
    town.need("N_MOVE")
    town.join(CollaboratesWith, gone, tomorrow)
    town.into(graph)

    # Act
    reader = Reader(graph, audience="members", today=TODAY)
    pictures: dict[str, Picture] = {
        name: gathered(reader, find(name), area="名張市", language="ja") for name in ("area_network", "councils", "needs_and_services")
    }

    # Assert
    for name, picture in pictures.items():
        status = {node.name: node.status for node in picture.nodes if node.label == "Organization"}
        assert status == {"やめた会": "ended", "今日やめる会": "ended", "明日やめる会": None}, name
