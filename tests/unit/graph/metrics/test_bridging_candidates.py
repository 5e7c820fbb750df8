"""Bridging candidates on small networks by hand, and on networks by chance against another implementation."""

from itertools import combinations
from random import Random
from typing import Any

import networkx
import pytest

from graph.metrics.bridging_candidates import bridging_candidates


def body(name: str, *, area: str = "市", generic: bool = False, **shared: list[str]) -> dict[str, Any]:
    return {"id": name, "name": name.upper(), "area_id": area, "area": area, "generic": generic, **shared}


def row(bodies: list[dict[str, Any]], *ties: str) -> dict[str, Any]:
    return {"bodies": bodies, "ties": [{"start": tie[0], "end": tie[1]} for tie in ties]}


def test_the_row_of_a_pair_by_hand() -> None:
    """a-b-c and d-e: b and d sit on one council, so an introduction joins three with two."""
    # Arrange
    shared = body("d", councils=["協議体", "部会"], sources=["報告", "登録簿"])
    bodies = [body("a", sources=["名簿"]), body("b", councils=["協議体"], sources=["報告"]), body("c"), shared, body("e")]

    # Act
    found = bridging_candidates(row(bodies, "ab", "bc", "de"), limit=20)

    # Assert
    assert found == [
        {
            "area_id": "市",
            "area": "市",
            "a_id": "b",
            "a": "B",
            "b_id": "d",
            "b": "D",
            "component_a": 3,
            "component_b": 2,
            "pairs_newly_connected": 6,
            "shared_councils": ["協議体"],
            "shared_categories": [],
            "shared_needs": [],
            "sources_that_could_show": ["報告", "登録簿"],
        }
    ]


def test_the_smaller_id_comes_first_with_its_own_component() -> None:
    """Whatever order the bodies come in, the same pair is the same row."""
    # Arrange
    bodies = [body("z", councils=["協議体"]), body("a", councils=["協議体"]), body("y")]

    # Act
    one, other = (bridging_candidates(row(order, "zy"), limit=20) for order in (bodies, bodies[::-1]))

    # Assert
    assert one == other
    assert [(pair["a_id"], pair["component_a"], pair["b_id"], pair["component_b"]) for pair in one] == [("a", 1, "z", 2)]


def test_pairs_stand_in_the_documented_order() -> None:
    """Pairs newly connected, then shared councils, needs and services, then the ids."""
    # Arrange: ab is one group of two; c, d and e stand alone
    bodies = [
        body("a", councils=["x"], needs=["n"]),
        body("b"),
        body("c", councils=["x"]),
        body("d", councils=["x"], needs=["n"]),
        body("e", needs=["n"], categories=["k"]),
    ]

    # Act
    found = bridging_candidates(row(bodies, "ab"), limit=20)

    # Assert
    assert [pair["a_id"] + pair["b_id"] for pair in found] == ["ad", "ac", "ae", "cd", "de"]


def test_at_most_the_limit_is_returned() -> None:
    """The first of the order are kept."""
    # Arrange
    network = row([body(name, councils=["x"]) for name in "abcd"])

    # Act
    found = bridging_candidates(network, limit=2)

    # Assert
    assert found == bridging_candidates(network, limit=20)[:2]
    assert len(found) == 2


def test_generic_actors_neither_connect_nor_appear() -> None:
    """A path through 自治会 as a kind is no path."""
    # Arrange
    bodies = [body("a", councils=["x"]), body("b", councils=["x"]), body("g", generic=True, councils=["x"])]

    # Act
    found = bridging_candidates(row(bodies, "ag", "gb"), limit=20)

    # Assert
    assert [(pair["a_id"], pair["b_id"], pair["component_a"]) for pair in found] == [("a", "b", 1)]


def test_other_areas_and_shared_nothing_are_left_out() -> None:
    """A pair lies in one area and has something in common."""
    # Arrange
    bodies = [body("a", councils=["x"]), body("b", area="町", councils=["x"]), body("c", councils=["y"])]

    # Act
    found = bridging_candidates(row(bodies), limit=20)

    # Assert
    assert found == []


@pytest.mark.parametrize("nothing", [{}, {"bodies": [], "ties": []}])
def test_an_empty_network_has_no_candidates(nothing: dict[str, Any]) -> None:
    """Nothing in, nothing out."""
    assert bridging_candidates(nothing, limit=20) == []


@pytest.mark.parametrize("seed", range(20))
def test_components_and_pairs_equal_the_reference_implementation(seed: int) -> None:
    """On networks by chance, the pairs and their components are those that networkx finds."""
    # Arrange
    chance = Random(seed)  # noqa: S311 - no secret
    bodies = [
        body(f"{number:02}", area=chance.choice("市町"), generic=chance.random() < 0.2, councils=chance.sample(["x", "y", "z"], 1))
        for number in range(18)
    ]
    ends = [tuple(chance.sample([one["id"] for one in bodies], 2)) for _ in range(chance.choice([4, 9, 16]))]
    reference = networkx.Graph()
    named = {one["id"]: one for one in bodies if not one["generic"]}
    reference.add_nodes_from(named)
    reference.add_edges_from(pair for pair in ends if set(pair) <= named.keys())
    component = {id_: part for part in map(frozenset, networkx.connected_components(reference)) for id_ in part}
    expected = {
        (one, other): len(component[one]) * len(component[other])
        for one, other in combinations(sorted(named), 2)
        if component[one] != component[other]
        and named[one]["area_id"] == named[other]["area_id"]
        and named[one]["councils"] == named[other]["councils"]
    }

    # Act
    found = bridging_candidates({"bodies": bodies, "ties": [{"start": a, "end": b} for a, b in ends]}, limit=10_000)

    # Assert
    assert {(pair["a_id"], pair["b_id"]): pair["pairs_newly_connected"] for pair in found} == expected
