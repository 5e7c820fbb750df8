"""Networks in memory: what becomes a body and a tie, and the components against another implementation."""

from random import Random
from typing import Any

import networkx
import pytest

from graph.network import Network
from tests.drawn import drawn


def parts(of: Network) -> set[frozenset[str]]:
    return {frozenset(group) for group in of.groups()}


def test_a_tie_is_one_whichever_way_and_however_often_it_is_named() -> None:
    """Ties have no direction and no weight."""
    # Act
    found = Network.of(drawn("abc", "ab", "ba", "ab"))

    # Assert
    assert found.ties == {frozenset("ab")}


def test_what_a_body_lacks_is_empty_and_never_missing() -> None:
    """The engines leave out null: lists that are not there are empty."""
    # Arrange
    one: dict[str, Any] = {"id": "a", "name": "い", "area_id": "市", "area": "市", "generic": None, "direct": None}

    # Act
    (body,) = Network.of({"bodies": [one]}).bodies

    # Assert
    assert (body.generic, body.is_part, body.neighbours, body.kinds, body.activities) == (False, False, frozenset(), frozenset(), ())


def test_the_order_of_bodies_does_not_depend_on_the_order_they_come_in() -> None:
    """Two engines collect in different orders; the network is the same."""
    assert Network.of(drawn("cab")).bodies == Network.of(drawn("abc")).bodies


def test_components_by_hand() -> None:
    """a-b-c, d-e and f alone are three parts, numbered from 0 in the order of the ids."""
    # Act
    found = Network.of(drawn("abcdef", "ab", "bc", "de")).components()

    # Assert
    assert found == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1, "f": 2}


def test_a_body_of_another_area_joins_those_that_are_tied_to_it_and_is_not_counted() -> None:
    """The recorded path leads through it; the area has two bodies."""
    # Act
    found = Network.of(drawn("abx", "ax", "xb", outside="x"))

    # Assert
    assert parts(found) == {frozenset("abx")}
    assert list(found.counted) == ["a", "b"]


def test_a_part_joins_and_is_not_counted() -> None:
    """The section of a body is no body of its own, and what it is tied to is joined to its whole."""
    # Act
    found = Network.of(drawn("abp", "bp", parts=["pa"]))

    # Assert
    assert parts(found) == {frozenset("abp")}
    assert list(found.counted) == ["a", "b"]
    assert found.parts_of == {"a": frozenset("p")}


def test_without_generic_actors_their_ties_are_gone_too() -> None:
    """A kind of actor could not connect two others."""
    # Act
    found = Network.of(drawn("abg", "ag", "gb", generic="g")).named()

    # Assert
    assert [body.id for body in found.bodies] == ["a", "b"]
    assert found.ties == frozenset()


def test_the_network_of_an_area_does_not_depend_on_what_else_is_asked() -> None:
    """Beside another area, an area has the same bodies and links as alone."""
    # Arrange
    row = drawn("abxyz", "ax", "xb", "yz", bodies={id_: {"area_id": "町", "area": "町"} for id_ in "xyz"})
    alone = Network.of({"bodies": [one for one in row["bodies"] if one["area_id"] == "市"]})

    # Act
    (_, _, city), _ = Network.of(row).by_area()

    # Assert
    assert (
        (city.ids, city.ties, list(city.counted))
        == (alone.ids, alone.ties, list(alone.counted))
        == (["a", "b", "x"], alone.ties, ["a", "b"])
    )


def test_an_empty_network_has_no_components() -> None:
    """Nothing in, nothing out."""
    assert Network.of({}).components() == {}


@pytest.mark.parametrize("seed", range(20))
def test_components_equal_the_reference_implementation(seed: int) -> None:
    """On networks by chance, the parts are those that networkx finds."""
    # Arrange
    chance = Random(seed)  # noqa: S311 - no secret
    names = "abcdefghijklmnop"
    ties = ["".join(chance.sample(names, 2)) for _ in range(chance.choice([3, 8, 14, 30]))]
    reference = networkx.Graph()
    reference.add_nodes_from(names)
    reference.add_edges_from(ties)

    # Act
    found = parts(Network.of(drawn(names, *ties)))

    # Assert
    assert found == {frozenset(part) for part in networkx.connected_components(reference)}
