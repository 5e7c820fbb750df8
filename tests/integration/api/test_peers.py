"""Many regions side by side without their names."""

import pytest

from api.peers import examinable, peers, regions_of_level
from graph.connection import Graph
from graph.executors import executor
from graph.metrics.comparison.kept import Kept
from graph.metrics.comparison.many import Terms, examine_all
from graph.model.organizations import Organization
from graph.reading import Reader
from tests.building import TODAY, Town, examples_of
from tests.engines import TestDatabase

BODIES, SOURCES = 20, 3


@pytest.fixture(scope="module")
def country(embedded_database: TestDatabase) -> Graph:
    """A town that bears a test, two that do not, and one of which a list of members is known."""
    graph = embedded_database.empty()
    for number in range(SOURCES):
        town = Town("名張市")
        town.ring(*(f"第{place}の会" for place in range(BODIES)))
        town.into(graph, examples_of("ties"), dataset=f"名張市{number}")
    for name in ("伊賀市", "津市"):
        small = Town(name)
        small.ring("い会", "ろ会", "は会", "に会")
        small.into(graph, examples_of("ties"), dataset=name)
    listed = Town("松阪市")
    listed.body("ひとり会")
    listed.into(graph, examples_of("bodies"), dataset="松阪市")
    return graph


def test_every_region_with_a_record_is_examined_and_none_is_named(country: Graph) -> None:
    """Those that bear it are tested; of the others is counted why not; a list of members gives no figure of ties."""
    # Arrange
    reader = Reader(country, audience="members", today=TODAY)
    areas = regions_of_level(reader, "municipality")

    # Act
    with executor() as here, Kept(None, {}) as kept:
        found = peers(examine_all(examinable(reader, areas), Terms(seed=1, draws=20), here, kept))

    # Assert
    assert (len(areas), found["regions"], found["tested"]) == (4, 4, 1)
    assert found["refused"]["too_few_bodies"] == 3
    assert found["refused"]["lists_members"] == 1
    assert found["figures"]["mean_degree"] == {"regions": 3, "lower": 2, "median": 2, "upper": 2}
    assert found["figures"]["bodies"] == {"regions": 3, "lower": 4, "median": 4, "upper": 12}
    assert found["against_chance"]["degree_centralization"]["median"] == 0
    assert "張" not in str(found)
    assert regions_of_level(reader, "district") == []


def test_what_leaves_for_a_processor_has_no_bodies_names(country: Graph) -> None:
    """Numbers only; a tie is between two of them."""
    reader = Reader(country, audience="members", today=TODAY)

    sent = str(list(examinable(reader, regions_of_level(reader, "municipality"))))

    bodies = [row["id"] for row in country.read(f"MATCH (o:{Organization.label}) RETURN o.id AS id")]
    assert not any(id_ in sent for id_ in bodies)
    assert "の会" not in sent


def test_the_public_sees_less(country: Graph) -> None:
    """Networks are those of the audience."""
    public = Reader(country, audience="public", today=TODAY)

    assert {one.reasons for one in examinable(public, regions_of_level(public, "municipality"))}


def test_nothing_has_no_figures() -> None:
    """No region, no quartile."""
    assert peers([]) == {"regions": 0, "tested": 0, "refused": {}, "figures": {}, "against_chance": {}}
