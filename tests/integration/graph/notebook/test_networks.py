"""The network of an area for igraph and networkx: names, kinds and visibility, alike on both engines."""

import pytest

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from graph.notebook import as_igraph, as_networkx
from tests.building import Town, examples_of

pytest.importorskip("networkx", reason="the notebook extra is not installed")


@pytest.fixture
def filled(graph: Graph) -> Graph:
    """Three bodies in a ring, one on its own, and one with its tie for members."""
    town = Town("名張市")
    first, *_ = town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    hidden = town.body("会員だけの会", visibility="members")
    town.join(CollaboratesWith, hidden, first, visibility="members")
    town.into(graph, examples_of("ties"))
    return graph


def test_the_public_network_is_what_is_given_unless_told_otherwise(filled: Graph) -> None:
    """Four bodies and three ties; one body and one tie more for members, marked so."""
    for of_public, of_members in (
        (as_igraph(filled, area="名張市"), as_igraph(filled, area="名張市", audience="members")),
        (
            as_igraph(filled, area="名張市").from_networkx(as_networkx(filled, area="名張市")),
            as_igraph(filled).from_networkx(as_networkx(filled, area="名張市", audience="members")),
        ),
    ):
        assert (of_public.vcount(), of_public.ecount()) == (4, 3)
        assert set(of_public.vs["visibility"]) == set(of_public.es["visibility"]) == {"public"}
        assert (of_members.vcount(), of_members.ecount()) == (5, 4)
        assert of_members.vs.select(visibility="members")["name"] == ["会員だけの会"]
        assert sorted(of_members.es["visibility"]) == ["members", "public", "public", "public"]


def test_vertices_and_edges_say_what_they_are(filled: Graph) -> None:
    """Name, kind and ends are the same through both, and the graph knows for whom it is."""
    drawn, network = as_igraph(filled, area="名張市"), as_networkx(filled, area="名張市")

    assert sorted(drawn.vs["name"]) == sorted(["いろは会", "すずらん会", "ひとり会", "ふれあい会"])
    assert set(drawn.vs["kind"]) == {"Organization"}
    assert (drawn["area"], drawn["audience"]) == ("名張市", "public") == (network.graph["area"], network.graph["audience"])
    assert {(drawn.vs[edge.source]["id"], drawn.vs[edge.target]["id"], edge["id"]) for edge in drawn.es} == set(network.edges(keys=True))
    assert {network.nodes[id_]["name"] for id_ in network} == set(drawn.vs["name"])
    assert {kind for _, _, kind in network.edges(data="type")} == {"COLLABORATES_WITH"} == set(drawn.es["type"])


def test_an_area_without_anything_is_an_empty_network(filled: Graph) -> None:
    """No failure."""
    assert (as_igraph(filled, area="津市").vcount(), as_networkx(filled, area="津市").number_of_nodes()) == (0, 0)
