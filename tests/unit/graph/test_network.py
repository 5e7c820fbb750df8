"""Networks in memory: what becomes a body and a tie, and the components against another implementation."""

from random import Random
from typing import Any

import networkx
import pytest

from graph.network import Network


def network(names: str, *ties: str, generic: str = "") -> Network:
    bodies = [{"id": name, "name": name, "area_id": "市", "area": "市", "generic": name in generic} for name in names]
    return Network.of({"bodies": bodies, "ties": [{"start": tie[0], "end": tie[1]} for tie in ties]})


def parts(of: Network) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for id_, number in of.components().items():
        found.setdefault(number, set()).add(id_)
    return {frozenset(part) for part in found.values()}


def test_a_tie_is_one_whichever_way_and_however_often_it_is_named() -> None:
    """Ties have no direction and no weight; a body has no tie with itself."""
    # Act
    found = network("abc", "ab", "ba", "ab", "cc")

    # Assert
    assert found.ties == {frozenset("ab")}


def test_what_a_body_lacks_is_empty_and_never_missing() -> None:
    """The engines leave out null: lists that are not there are empty."""
    # Arrange
    one: dict[str, Any] = {"id": "a", "name": "い", "area_id": "市", "area": "市", "generic": None, "councils": None}

    # Act
    (body,) = Network.of({"bodies": [one]}).bodies

    # Assert
    assert (body.generic, body.councils, body.categories, body.needs) == (False, frozenset(), frozenset(), frozenset())


def test_the_order_of_bodies_does_not_depend_on_the_order_they_come_in() -> None:
    """Two engines collect in different orders; the network is the same."""
    assert network("cab") == network("abc")


def test_components_by_hand() -> None:
    """a-b-c, d-e and f alone are three parts, numbered from 0 in the order of the ids."""
    # Act
    found = network("abcdef", "ab", "bc", "de").components()

    # Assert
    assert found == {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1, "f": 2}


def test_a_tie_with_a_body_that_is_not_in_the_network_joins_nothing() -> None:
    """Two bodies tied to one outside the asked areas are not joined by it."""
    assert parts(network("ab", "ax", "xb")) == {frozenset("a"), frozenset("b")}


def test_without_generic_actors_their_ties_are_gone_too() -> None:
    """A kind of actor could not connect two others."""
    # Act
    found = network("abg", "ag", "gb", generic="g").named()

    # Assert
    assert [body.id for body in found.bodies] == ["a", "b"]
    assert found.ties == frozenset()


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
    found = parts(network(names, *ties))

    # Assert
    assert found == {frozenset(part) for part in networkx.connected_components(reference)}
