"""Every measure of one area's network."""

import networkx as nx
import pytest

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from graph.reading import Reader
from graph.region_measures import region_measures
from tests.building import TODAY, Town, examples_of
from tests.engines import TestDatabase

NAMES = ("い会", "ろ会", "は会", "に会", "ほ会", "へ会")
KINDS = (*(("NPO",),) * 3, *(("SHAKYO",),) * 2, ())
TIES = ((0, 1), (1, 2), (2, 0), (2, 3), (3, 4))
COUNCILS = 16


@pytest.fixture(scope="module")
def town(embedded_database: TestDatabase) -> Graph:
    """Six bodies of which one has no tie; sixteen councils, on which the first two always sit together."""
    graph = embedded_database.empty()
    made = Town("名張市")
    bodies = [made.body(name, actor_types=kinds) for name, kinds in zip(NAMES, KINDS, strict=True)]
    for a, b in TIES:
        made.join(CollaboratesWith, bodies[a], bodies[b])
    for number in range(COUNCILS):
        together = (0, 1) if number % 4 == 0 else ()
        made.council(f"第{number}協議体", members=[bodies[place] for place in {*together, 2 + number % 3}])
    made.into(graph, examples_of("ties", "seats"))
    listed = Town("津市")
    listed.body("ひとり会")
    listed.into(graph, examples_of("bodies"), dataset="津市")
    return graph


def test_the_measures_are_those_of_the_recorded_ties(town: Graph) -> None:
    """As networkx has them for the same bodies and ties; a body without ties is one of them."""
    found = region_measures(Reader(town, audience="members", today=TODAY), "名張市", seed=1)
    other = nx.Graph(TIES)
    other.add_node(5)

    assert (found["network"]["bodies"], found["network"]["ties"]) == (6, 5)
    assert found["network"]["transitivity"] == pytest.approx(nx.transitivity(other), abs=1e-9)
    assert found["network"]["efficiency"] == pytest.approx(nx.global_efficiency(other), abs=1e-9)
    each = {one["name"]: one for one in found["bodies"]}
    expected = nx.constraint(other)
    for place, name in enumerate(NAMES):
        known = each[name]["constraint"]
        assert known == (pytest.approx(expected[place], abs=1e-9) if other.degree(place) else None)
        assert each[name]["is_articulation_point"] == (place in set(nx.articulation_points(other)))
        assert each[name]["core"] == nx.core_number(other)[place]


def test_sectors_are_those_of_a_comparison(town: Graph) -> None:
    """A body that fits no sector is left out and counted; four of five ties are within a sector."""
    found = region_measures(Reader(town, audience="members", today=TODAY), "名張市", seed=1)["sectors"]

    assert found["left_out"] == 1
    assert {(one["a"], one["b"]): one["ties"] for one in found["mixing"]} == {
        ("civic", "civic"): 3,
        ("civic", "support"): 1,
        ("support", "support"): 1,
    }
    assert found["e_i"] == pytest.approx((1 - 4) / 5, abs=1e-9)


def test_seats_are_of_two_modes(town: Graph) -> None:
    """No tie comes of a seat; who shares more councils than chance gives comes first."""
    found = region_measures(Reader(town, audience="members", today=TODAY), "名張市", seed=1)

    assert (found["councils"]["councils"], found["councils"]["seats"]) == (COUNCILS, COUNCILS + 8)
    assert found["councils"]["seats_a_council"] == 1.5
    assert not found["backbone"]["is_refused"]
    first = found["backbone"]["pairs"][0]
    assert {first["a"], first["b"], first["councils"]} == {"い会", "ろ会", 4}


def test_the_public_is_told_of_no_body(town: Graph) -> None:
    """Figures of the whole stay; whom they are about does not."""
    found = region_measures(Reader(town, audience="public", today=TODAY), "名張市", seed=1)

    assert (found["bodies"], found["backbone"]["pairs"]) == ([], [])
    assert not any(name in str(found) for name in NAMES)


def test_a_list_of_members_has_no_figures_of_ties(town: Graph) -> None:
    """Only how many it lists."""
    found = region_measures(Reader(town, audience="members", today=TODAY), "津市", seed=1)

    assert found["lists_members"]
    assert {name for name, value in found["network"].items() if value is not None} == {"bodies"}
    assert (found["bodies"], found["sectors"], found["communities"]) == ([], None, None)
    assert found["backbone"]["is_refused"]
