"""The network of a region as it may be compared: named bodies that are at home there, and ties between two of them."""

from graph.connection import Graph
from graph.model.places import PartOf
from graph.model.services import Provides
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from graph.regions import region_networks
from tests.building import TODAY, Town, examples_of


def reader(graph: Graph, audience: str = "members") -> Reader:
    """Asks for members, unless told otherwise."""
    return Reader(graph, audience=audience, today=TODAY)


def pairs(graph: Graph, area: str, audience: str = "members") -> set[frozenset[str]]:
    """The ties of a region by the names of the two."""
    names = {row["id"]: row["name"] for row in graph.read("MATCH (o:Organization) RETURN o.id AS id, o.name AS name")}
    network = region_networks(reader(graph, audience), [area])[0].network
    return {frozenset(names[network.vs[end]["name"]] for end in edge) for edge in network.get_edgelist()}


def test_ties_are_between_named_bodies_of_the_region(graph: Graph) -> None:
    """Directly or through a service; kinds of actor, absent ties and bodies of elsewhere do not count."""
    # Arrange
    town, elsewhere = Town(), Town("伊賀市")
    a, b, c, kind = town.body("い会"), town.body("ろ会"), town.body("は会"), town.body("自治会", generic=True)
    far = elsewhere.body("よその会")
    town.join(CollaboratesWith, a, b)
    town.join(CollaboratesWith, a, c, state="absent")
    town.join(CollaboratesWith, b, kind)
    town.join(CollaboratesWith, c, far)
    service = town.service("配食", "SHOP")
    for body in (b, c):
        town.join(Provides, body, service)
    elsewhere.into(graph, examples_of("ties"), dataset="elsewhere")
    town.into(graph, examples_of("ties"))

    # Act and assert
    assert pairs(graph, "名張市") == {frozenset(("い会", "ろ会")), frozenset(("ろ会", "は会"))}


def test_the_tie_of_a_part_is_its_wholes(graph: Graph) -> None:
    """A part is no body of its own; its tie joins the whole, once."""
    # Arrange
    town = Town()
    whole, other, part = town.body("市役所"), town.body("社協"), town.body("市役所高齢課")
    town.join(PartOf, part, whole)
    town.join(CollaboratesWith, part, other)
    town.join(CollaboratesWith, whole, other)
    town.into(graph, examples_of("ties"))

    # Act and assert
    assert pairs(graph, "名張市") == {frozenset(("市役所", "社協"))}


def test_each_audience_has_its_own_network(graph: Graph) -> None:
    """A tie that members know is not in the public's figures."""
    # Arrange
    town = Town()
    a, b, c = town.body("い会"), town.body("ろ会"), town.body("は会")
    town.join(CollaboratesWith, a, b)
    town.join(CollaboratesWith, b, c, visibility="members")
    town.into(graph, examples_of("ties"))

    # Act and assert
    assert pairs(graph, "名張市", "public") == {frozenset(("い会", "ろ会"))}
    assert len(pairs(graph, "名張市")) == 2


def test_reasons_come_with_the_region(graph: Graph) -> None:
    """Small, of one source, and of different levels: each is told, and the days of the source beside it."""
    # Arrange
    town = Town()
    district = town.district("東地区")
    town.ring("い会", "ろ会", "は会")
    town.into(graph, examples_of("ties"))

    # Act
    alone = region_networks(reader(graph), ["名張市"])[0]
    mixed = region_networks(reader(graph), ["名張市", district.id])

    # Assert
    assert alone.reasons == ("too_few_bodies", "too_few_sources")
    assert len(alone.sources) == 1
    assert alone.oldest == alone.newest
    assert all("other_levels" in one.reasons for one in mixed)
