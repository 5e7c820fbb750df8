"""地図: the area, those next door, and the user's own outlines below them."""

from pathlib import Path

from graph.connection import Graph
from tests.building import Town
from tests.integration.api.sites import site


def town(graph: Graph) -> Town:
    """A town with one body."""
    made = Town()
    made.body("いろは会")
    made.into(graph)
    return made


def test_the_map_shows_the_area_and_those_next_door(embedded_graph: Graph) -> None:
    """Each is a row of the table below it too, with how much is recorded of it."""
    # Arrange
    place = town(embedded_graph)

    # Act
    with site(embedded_graph) as client:
        page = client.get(f"/areas/{place.area.id}/map").text
        picture = client.get(f"/areas/{place.area.id}/map/picture").text

    # Assert
    assert "/map/picture" in page
    assert "<script" not in picture
    assert "<td>名張市</td><td>この地域</td><td>団体 1、" in picture
    assert picture.count("<td>となり</td>") == 4
    assert "記載が見つかりません" in picture


def test_where_the_office_is_not_known_that_is_why_there_is_no_map(embedded_graph: Graph) -> None:
    """Nobody is told to loosen conditions that there are not."""
    # Arrange
    place = Town("名張市")
    place.body("いろは会")
    place.into(embedded_graph)
    embedded_graph.write(lambda tx: tx.run("MATCH (a:Area) REMOVE a.latitude, a.longitude"))

    # Act
    with site(embedded_graph) as client:
        picture = client.get(f"/areas/{place.area.id}/map/picture").text

    # Assert
    assert "役所の位置が記録に見つからない" in picture
    assert "条件" not in picture


def test_outlines_that_cannot_be_read_are_told_and_the_map_is_there(embedded_graph: Graph, tmp_path: Path) -> None:
    """A wrong setting does not take the map away."""
    # Arrange
    place = town(embedded_graph)
    file = tmp_path / "outlines.geojson"
    file.write_text("no json", encoding="utf-8")

    # Act
    with site(embedded_graph, outlines=file) as client:
        page = client.get(f"/areas/{place.area.id}/map")
        picture = client.get(f"/areas/{place.area.id}/map/picture")

    # Assert
    assert "outlines.geojson" in page.text
    assert "FeatureCollection" in page.text
    assert (page.status_code, picture.status_code) == (200, 200)
