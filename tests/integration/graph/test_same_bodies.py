"""Bodies that two sources state and that are one beyond doubt become one, and stay as people decide."""

from dataclasses import replace

from graph import merging
from graph.connection import Graph
from graph.facts import Dataset
from graph.ledger import Ledger
from graph.model.organizations import Organization
from graph.same_bodies import join_certain
from tests.building import Town, load_facts
from tests.engines import facts_of, fingerprint

PLACE = "伊賀市上野1丁目2番3号"


def two_sources(graph: Graph) -> tuple[str, str]:
    """One body under two keys."""
    town = Town()
    one = Organization(key="organization|first", name="見本の会", address=PLACE, placed_in=town.area.id)
    other = replace(one, key="organization|second", address="三重県伊賀市上野１－２－３")
    for name, body in (("甲", one), ("乙", other)):
        source = Town()
        source.state(body)
        load_facts(graph, Dataset(name=name, title=name), source.facts)
    return one.id, other.id


def test_they_become_one_by_an_entry_that_says_why(graph: Graph) -> None:
    """The body has the evidence of both; loading compares nothing again."""
    # Arrange
    first, second = two_sources(graph)

    # Act
    (joined,) = join_certain(graph, {second})
    again = join_certain(graph, {first, second})

    # Assert
    (body,) = facts_of(graph, "Organization")
    (entry,) = Ledger.of(graph).entries
    assert len(body["evidence"]) == 2
    assert (entry["id"], entry["by"], entry["reason"]) == (joined.decision, "rule", "double.certain.place")
    assert again == []


def test_what_was_taken_back_is_not_joined_again(graph: Graph) -> None:
    """Undone by hand, the two stay two."""
    # Arrange
    first, second = two_sources(graph)
    before = {line for line in fingerprint(graph) if line.startswith("['Organization']")}
    (joined,) = join_certain(graph, {first})

    # Act
    merging.undo(graph, joined.decision, by="coordinator")
    again = join_certain(graph, {first, second})

    # Assert
    assert again == []
    assert {line for line in fingerprint(graph) if line.startswith("['Organization']")} == before


def test_only_bodies_of_the_load_are_looked_at(graph: Graph) -> None:
    """Another load decides nothing about bodies that it does not state."""
    two_sources(graph)
    assert join_certain(graph, {"of-another-load"}) == []
