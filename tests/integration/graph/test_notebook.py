"""What researchers get: frames, igraph, networkx and py2neo, alike on both engines."""

import pytest

from graph.connection import Graph
from graph.notebook import as_igraph, as_networkx, connected_py2neo, frame
from graph.settings import Settings
from tests.building import Town, examples_of

pytest.importorskip("pandas", reason="the notebook extra is not installed")
pytest.importorskip("py2neo", reason="the notebook extra is not installed")


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """Three bodies in a ring, and one on its own."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(graph, examples_of("ties"))
    return graph


def test_a_frame_has_the_declared_columns(filled: Graph) -> None:
    """One row for the body without ties, with the columns of the question."""
    found = frame(filled, "gaps", "actors_without_ties", area="名張市")

    assert list(found["name"]) == ["ひとり会"]
    assert "sources_that_could_show" in found.columns


def test_networks_have_every_node_and_tie(filled: Graph) -> None:
    """Four bodies and three ties, in networkx and in igraph."""
    network, other = as_networkx(filled, area="名張市"), as_igraph(filled, area="名張市")

    assert (network.number_of_nodes(), network.number_of_edges()) == (4, 3)
    assert (other.vcount(), other.ecount()) == (4, 3)


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
