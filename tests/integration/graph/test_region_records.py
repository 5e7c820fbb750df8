"""On what a region's network rests, as the graph has it."""

from graph.connection import Graph
from graph.model.observations import Observation, ObservedIn
from graph.model.programmes import Funds
from graph.model.services import Provides
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from graph.region_records import region_record
from graph.regions import region_networks
from tests.building import TODAY, Town, examples_of


def in_two_sources(graph: Graph) -> None:
    """1 has a ring of three; 2 says again that い and ろ are tied, that に funds い, and that ほ stands behind い's service."""
    first, second = Town(), Town()
    a, *_ = first.ring("い会", "ろ会", "は会")
    service = first.service("配食", "SHOPBUS", by=[a])
    first.into(graph, examples_of("ties"), dataset="1")
    four, five = second.body("に会", actor_types=("MUNI",)), second.body("ほ会")
    again, other = second.bodies("い会", "ろ会")
    second.join(CollaboratesWith, again, other)
    second.join(Funds, four, again)
    second.state(service, codes=("SHOPBUS",))
    second.join(Provides, five, service)
    seen = Observation(
        key=f"{second.area.id} 65 2025", name="9,000", indicator="persons_65_plus", value=9_000, as_of=TODAY, placed_in=second.area.id
    )
    second.state(seen)
    second.join(ObservedIn, seen, second.area)
    second.into(graph, examples_of("services"), dataset="2")


def test_every_tie_knows_its_sources_and_kinds(graph: Graph) -> None:
    """A tie of two sources, one through a service that needs both its facts, one that a part has; sectors and cover of the bodies."""
    # Arrange
    in_two_sources(graph)

    # Act
    reader = Reader(graph, audience="members", today=TODAY)
    region = region_networks(reader, ["名張市"])[0]
    record = region_record(reader, region)

    # Assert
    names = {row["id"]: row["name"][0] for row in graph.read("MATCH (o:Organization) RETURN o.id AS id, o.name AS name")}
    vertices = [names[id_] for id_ in region.network.vs["name"]]
    ties = {
        "".join(sorted(vertices[end] for end in edge)): {tuple("".join(sorted(of)) for of in way) for way in ways}
        for edge, ways in zip(region.network.get_edgelist(), record.sourced.of_ties, strict=True)
    }
    assert ties["いろ"] == {("12",)}
    assert ties["いは"] == ties["はろ"] == {("1",)}
    assert ties["いに"] == {("2",)}
    assert {tuple(sorted(way)) for way in ties["いほ"]} == {("1", "2")}
    assert dict(zip(vertices, map("".join, map(sorted, record.sourced.of_bodies)), strict=True)) == {
        "い": "12",
        "ろ": "12",
        "は": "1",
        "に": "2",
        "ほ": "2",
    }
    assert dict(zip(vertices, region.network.vs["covered"], strict=True)) == {"い": True, "ろ": True, "は": True, "に": False, "ほ": False}
    assert dict(zip(vertices, region.network.vs["sector"], strict=True))["に"] == "public"
    assert record.kinds == {"BY_SERVICE": 1, "COLLABORATES_WITH": 3, "FUNDS": 1}
    assert record.verified == 0
    assert record.categories is not None
    assert record.categories.categories == ("SHOPBUS",)
    assert record.categories.people is not None
    assert (record.boundary.level, sorted(record.boundary.coverage)) == ("municipality", ["examples"])
    assert record.boundary.newest == TODAY
    assert record.sourced.sources == ("1",)


def test_where_no_source_speaks_of_services_there_is_no_number(graph: Graph) -> None:
    """None, and not 0: nobody looked."""
    town = Town()
    town.ring("い会", "ろ会", "は会")
    town.into(graph, examples_of("ties"))

    reader = Reader(graph, audience="members", today=TODAY)

    assert region_record(reader, region_networks(reader, ["名張市"])[0]).categories is None


def test_what_is_confirmed_counts_as_verified(graph: Graph) -> None:
    """One of three ties has a sentence that somebody confirmed; without ties there is no share."""
    # Arrange
    town, bare = Town(), Town("伊賀市")
    town.ring("い会", "ろ会", "は会")
    town.into(graph, examples_of("ties"))
    bare.bodies("に会", "ほ会")
    bare.into(graph, examples_of("ties"), dataset="bare")
    fact = graph.read("MATCH (:Organization)-[r:COLLABORATES_WITH]->(:Organization) RETURN r.id AS id ORDER BY id")[0]["id"]
    graph.write(lambda transaction: transaction.run("MATCH (e:Evidence {fact: $fact}) SET e.review = 'confirmed'", fact=fact))

    # Act
    reader = Reader(graph, audience="members", today=TODAY)
    found = [region_record(reader, region).verified for region in region_networks(reader, ["名張市", "伊賀市"])]

    # Assert
    assert found == [1 / 3, None]
