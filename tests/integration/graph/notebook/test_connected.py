"""A connected py2neo, on both engines."""

import pytest

from graph.connection import Graph
from graph.notebook import connected_py2neo
from graph.settings import Settings
from tests.building import Town

pytest.importorskip("py2neo", reason="the notebook extra is not installed")
pytest.importorskip("pandas", reason="the notebook extra is not installed")


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_py2neo_reads_from_both_engines(request: pytest.FixtureRequest, engine: str) -> None:
    """A connected py2neo answers a query as the driver does."""
    graph: Graph = request.getfixturevalue(f"{engine}_graph")
    settings: Settings = request.getfixturevalue(f"{engine}_settings")
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.into(graph)

    names = connected_py2neo(settings).run("MATCH (o:Organization) RETURN o.name AS name ORDER BY name").to_data_frame()

    assert list(names["name"]) == sorted(["いろは会", "ふれあい会", "すずらん会"])
