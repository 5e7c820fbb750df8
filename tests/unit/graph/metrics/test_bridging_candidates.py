"""Bridging candidates on small networks by hand, and on networks by chance against another implementation."""

from datetime import date, timedelta
from itertools import combinations
from math import log
from random import Random
from typing import Any

import networkx
import pytest

from graph.metrics.bridging_candidates import bridging_candidates
from tests.drawn import DAY, drawn, running


def asked(row: dict[str, Any], *, limit: int = 20) -> list[dict[str, Any]]:
    return bridging_candidates(row, limit=limit, as_of=DAY)


def named(found: list[dict[str, Any]]) -> list[str]:
    return [pair["a_id"] + pair["b_id"] for pair in found]


def test_the_row_of_a_pair_by_hand() -> None:
    """a-b-c and d-e: b and d sit on one council of three, so an introduction joins three with two; a knows b."""
    # Arrange: near each other newly are b-d, a-d, c-d and b-e
    row = drawn("abcde", "ab", "bc", "de", councils={"協議体": "bda"}, bodies={"d": {"sources": ["報告"]}})

    # Act
    first, *_ = asked({**row, "councils": [{**row["councils"][0], "members": row["councils"][0]["members"][:2]}]})

    # Assert
    assert first == {
        "area_id": "市",
        "area": "市",
        "a_id": "b",
        "a": "b",
        "b_id": "d",
        "b": "d",
        "component_a": 3,
        "component_b": 2,
        "pairs_newly_connected": 6,
        "pairs_within_two_steps": 4,
        "effective_size_rise_a": 1.0,
        "effective_size_rise_b": 1.0,
        "needs_newly_answered": [],
        "reasons": ["council"],
        "shared_councils": ["協議体"],
        "shared_categories": [],
        "shared_needs": [],
        "adamic_adar": pytest.approx(1 / log(2), abs=1e-9),
        "precedent_region": None,
        "precedent": None,
        "precedent_evidence": [],
        "introducer_ids": [],
        "introducers": [],
        "facts": ["b@協議体", "d@協議体"],
        "sources_that_could_show": ["報告", "資料"],
    }


def test_the_smaller_id_comes_first_with_its_own_component() -> None:
    """Whatever order the bodies come in, the same pair is the same row."""
    # Act
    one, other = (asked(drawn(order, "zy", councils={"協議体": "za"})) for order in ("zay", "yaz"))

    # Assert
    assert one == other
    assert [(pair["a_id"], pair["component_a"], pair["b_id"], pair["component_b"]) for pair in one] == [("a", 1, "z", 2)]


def test_pairs_stand_in_the_documented_order() -> None:
    """Pairs newly connected, then shared councils, needs and fields, then the ids."""
    # Arrange: ab is one group of two; c, d and e stand alone
    bodies = {id_: {"services": [running(f"s{id_}", f"K{id_}", "N_SHOP")]} for id_ in "ad"} | {
        "e": {"services": [running("s", "K", "N_SHOP")]}
    }

    # Act
    found = asked(drawn("abcde", "ab", councils={"x": "acd"}, bodies=bodies))

    # Assert
    assert named(found) == ["ad", "ac", "ae", "cd", "de"]


def test_at_most_the_limit_is_returned() -> None:
    """The first of the order are kept."""
    # Arrange
    row = drawn("abcd", councils={"x": "abcd"})

    # Act
    found = asked(row, limit=2)

    # Assert
    assert found == asked(row)[:2]
    assert len(found) == 2


def test_generic_actors_neither_connect_nor_appear() -> None:
    """A path through 自治会 as a kind is no path."""
    assert named(asked(drawn("abg", "ag", "gb", generic="g", councils={"x": "abg"}))) == ["ab"]


def test_parts_are_no_candidates_and_connect() -> None:
    """Who works with the section of a body has a path to the body."""
    assert named(asked(drawn("abcp", "cp", parts=["pa"], councils={"x": "abcp"}))) == ["ab", "bc"]


def test_other_areas_and_shared_nothing_are_left_out() -> None:
    """A pair lies in one area and has something in common."""
    assert asked(drawn("abc", councils={"x": "ab", "y": "c"}, bodies={"b": {"area_id": "町", "area": "町"}})) == []


@pytest.mark.parametrize(
    "more",
    [
        {"status": "planned"},
        {"status": "ended"},
        {"status": None},
        {"valid_to": DAY - timedelta(days=1)},
        {"valid_from": DAY + timedelta(days=1)},
    ],
)
def test_only_running_services_are_something_to_share(more: dict[str, Any]) -> None:
    """Planned, ended and lapsed ones are not, nor one whose state nobody states."""
    # Arrange
    bodies = {"a": {"services": [running("s", "SHOP")]}, "b": {"services": [running("t", "SHOP", **more)]}}

    # Act
    found = asked(drawn("ab", bodies=bodies))

    # Assert
    assert found == []
    assert named(asked(drawn("ab", bodies={**bodies, "b": {"services": [running("t", "SHOP", valid_to=DAY)]}}))) == ["ab"]


def test_a_seat_that_ended_is_not_shared() -> None:
    """The last day of a seat is still one of it."""
    # Arrange
    row = drawn("ab", councils={"x": "ab"})
    seat = row["councils"][0]["members"][0]

    # Act
    until = {
        day: len(
            asked({**row, "councils": [{**row["councils"][0], "members": [{**seat, "until": day}, row["councils"][0]["members"][1]]}]})
        )
        for day in (DAY, date(2020, 3, 31))
    }

    # Assert
    assert until == {DAY: 1, date(2020, 3, 31): 0}


@pytest.mark.parametrize(
    ("row", "who"),
    [
        (drawn("abz", "az", councils={"x": "ab", "y": "bz"}), ["z"]),
        (drawn("abz", councils={"x": "ab", "y": "abz"}), []),
        (drawn("abz", councils={"x": "az", "y": "bz"}, bodies={id_: {"services": [running(id_, "SHOP")]} for id_ in "ab"}), ["z"]),
        (drawn("abz", "az", "bz", councils={"x": "ab"}), None),
    ],
    ids=["tied and seated", "only on the shared council", "seated with each", "tied to both: a path leads"],
)
def test_who_could_introduce_them(row: dict[str, Any], who: list[str] | None) -> None:
    """Somebody tied to one and tied to or seated with the other; on different councils being seated with each is enough."""
    assert {tuple(pair["introducers"]) for pair in asked(row) if pair["a_id"] + pair["b_id"] == "ab"} == (
        {tuple(who)} if who is not None else set()
    )


def test_a_precedent_of_their_kinds_is_named_and_is_no_reason_of_its_own() -> None:
    """A tie elsewhere between their kinds, whichever way round; one of the same area is no precedent."""
    # Arrange
    kinds = {"a": {"kinds": ["A_COOP"]}, "b": {"kinds": ["A_SHAKYO"]}, "c": {"kinds": ["A_SHAKYO"]}}
    told = {"id": "r", "a": "社協", "b": "生協", "a_kinds": ["A_SHAKYO"], "b_kinds": ["A_COOP"], "case_study": "萩市", "evidence": ["e"]}
    here, there = {**told, "id": "q", "area_id": "市", "case_study": "市"}, {**told, "area_id": "町"}

    # Act
    (pair,) = asked(drawn("abc", councils={"x": "ab"}, bodies=kinds, precedents=[here, there]))

    # Assert
    assert (pair["reasons"], pair["precedent_region"], pair["precedent"], pair["precedent_evidence"]) == (
        ["council", "precedent"],
        "萩市",
        "社協 - 生協",
        ["e"],
    )


def test_an_answer_comes_newly_within_reach_of_a_group_in_which_nobody_answers() -> None:
    """Of the needs stated for the area: what one of the two answers and nobody in the group of the other does."""
    # Arrange: c, which is tied to a, answers SHOP too; nobody states MEAL, and another area states SNOW
    bodies = {
        "a": {"services": [running("s", "WATCH", "N_WATCH", "N_MEAL")]},
        "b": {"services": [running("t", "SHOP", "N_SHOP", "N_SNOW")]},
        "c": {"services": [running("u", "SHOP", "N_SHOP")]},
    }
    needs = [{"area_id": "市", "code": "N_WATCH"}, {"area_id": "市", "code": "N_SHOP"}, {"area_id": "町", "code": "N_SNOW"}]

    # Act
    found = asked({**drawn("abc", "ac", councils={"x": "ab"}, bodies=bodies), "needs": needs})

    # Assert
    assert {pair["a_id"] + pair["b_id"]: pair["needs_newly_answered"] for pair in found}["ab"] == ["N_WATCH"]


@pytest.mark.parametrize("nothing", [{}, {"bodies": [], "councils": []}])
def test_an_empty_network_has_no_candidates(nothing: dict[str, Any]) -> None:
    """Nothing in, nothing out."""
    assert asked(nothing) == []


@pytest.mark.parametrize("seed", range(20))
def test_pairs_components_and_adamic_adar_equal_the_reference_implementation(seed: int) -> None:
    """On networks by chance they are those that networkx finds, Adamic-Adar in the network of bodies and councils."""
    # Arrange
    chance = Random(seed)  # noqa: S311 - no secret
    names = "abcdefghijklmnop"
    ties = ["".join(chance.sample(names, 2)) for _ in range(chance.choice([4, 9, 16]))]
    councils = {f"協議体{number}": "".join(chance.sample(names, 4)) for number in range(4)}
    reference = networkx.Graph()
    reference.add_nodes_from(names)
    reference.add_edges_from(ties)
    seats = networkx.Graph((council, member) for council, members in councils.items() for member in members)
    component = {id_: part for part in map(frozenset, networkx.connected_components(reference)) for id_ in part}
    apart = [
        pair
        for pair in combinations(names, 2)
        if component[pair[0]] != component[pair[1]] and any(set(pair) <= set(of) for of in councils.values())
    ]
    adamic_adar = {(a, b): value for a, b, value in networkx.adamic_adar_index(seats, apart)}

    # Act
    found = asked(drawn(names, *ties, councils=councils), limit=10_000)

    # Assert
    assert {(pair["a_id"], pair["b_id"]): pair["pairs_newly_connected"] for pair in found} == {
        (a, b): len(component[a]) * len(component[b]) for a, b in apart
    }
    assert {(pair["a_id"], pair["b_id"]): pair["adamic_adar"] for pair in found} == pytest.approx(adamic_adar, abs=1e-9)
