"""Every measure of one area, through the API."""

import pytest

from graph.connection import Graph
from tests.building import Town, examples_of
from tests.integration.api.sites import site

PATH = "/api/v1/measures"


def test_measures_of_one_area_with_a_caution(embedded_graph: Graph) -> None:
    """As the command line gives them, and what they must not be used for."""
    town = Town("名張市")
    town.ring("い会", "ろ会", "は会", "に会")
    town.into(embedded_graph, examples_of("ties"))

    with site(embedded_graph) as client:
        found = client.get(PATH, params={"area": "名張市"}).json()

    assert (found["network"]["ties"], found["network"]["degree_centralization"]) == (4, 0)
    assert [one["constraint"] for one in found["bodies"]] == [0.5] * 4
    assert "compare" in found["caution"]


@pytest.mark.parametrize(("query", "status"), [({}, 422), ({"area": "名張"}, 404), ({"area": "府中市"}, 400)])
def test_one_area_is_named(embedded_graph: Graph, query: dict[str, str], status: int) -> None:
    """None, an unknown one and a name of several are refused with advice."""
    with site(embedded_graph) as client:
        response = client.get(PATH, params=query)

    assert (response.status_code, bool(response.json()["advice"])) == (status, True)
