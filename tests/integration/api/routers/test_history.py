"""The history of a fact over the API."""

from graph.connection import Graph
from tests.building import Town
from tests.integration.api.sites import site


def test_a_history_is_given_by_id_and_by_name(embedded_graph: Graph) -> None:
    """The same document; what nobody knows is 404 with advice."""
    # Arrange
    town = Town()
    town.service("送迎", by=[town.body("見本の会")])
    town.into(embedded_graph)
    service = embedded_graph.read("MATCH (s:Service) RETURN s.id AS id")[0]["id"]

    # Act
    with site(embedded_graph) as client:
        by_id = client.get(f"/api/v1/facts/{service}/history")
        by_name = client.get("/api/v1/facts/送迎/history")
        unknown = client.get("/api/v1/facts/どこにもない会/history")

    # Assert
    assert by_id.json() == by_name.json()
    assert (by_id.json()["name"], by_id.json()["stands"]) == ("送迎", True)
    (event,) = by_id.json()["events"]
    assert (event["kind"], event["file"], event["at"][:10]) == ("came", "sample.csv", "2026-11-23")
    assert (unknown.status_code, bool(unknown.json()["advice"])) == (404, True)
