"""Declarations: ids from keys, absent properties left out, undirected relationships stored once."""

from dataclasses import dataclass, fields

from graph.identity import identifier
from graph.model.areas import AdjacentTo, Area
from graph.model.councils import MemberOf
from graph.model.definitions import Node, Reference, Relationship, described, property_descriptions, stated
from graph.model.organizations import Organization
from graph.model.places import ActsFor, Covers
from graph.model.services import Service
from graph.model.ties import CollaboratesWith

A = Reference(label="Organization", id=identifier("a"))
B = Reference(label="Organization", id=identifier("b"))


def test_the_id_comes_from_the_key_and_nothing_else() -> None:
    """A loader that words the name in another way names the same node."""
    assert Organization(key="k", name="一").id == Organization(key="k", name="二").id == identifier("k")


def test_a_reference_is_label_and_id() -> None:
    """The end of a relationship needs no more."""
    node = Area(key="area|352012")
    assert node.reference == Reference(label="Area", id=node.id)


def test_absent_is_left_out_and_no_is_not() -> None:
    """None, an empty text and an empty set are absent; False and 0 are values."""
    # Act
    said = stated(Service(key="k", name="見本", accepting=False, capacity=0, target="", days=None))

    # Assert
    assert said["accepting"] is False
    assert said["capacity"] == 0
    assert not {"target", "days", "fee"} & set(said)


def test_properties_carry_the_id() -> None:
    """What is stored can be found again."""
    node = Organization(key="k", name="見本")
    assert node.properties()["id"] == node.id
    assert node.properties()["name"] == "見本"


def test_an_undirected_relationship_is_the_same_from_both_sides() -> None:
    """COLLABORATES_WITH, ADJACENT_TO: stored once, smaller id first."""
    for kind in (CollaboratesWith, AdjacentTo):
        there, back = kind(start=A, end=B), kind(start=B, end=A)
        assert there.key == back.key
        assert there.id == back.id
        assert there.ordered_ends() == back.ordered_ends()
        assert there.ordered_ends()[0].id < there.ordered_ends()[1].id


def test_a_directed_relationship_is_not() -> None:
    """A seat of A on B is no seat of B on A."""
    assert MemberOf(start=A, end=B).id != MemberOf(start=B, end=A).id
    assert MemberOf(start=B, end=A).ordered_ends() == (B, A)


def test_the_qualifier_tells_two_relationships_apart_and_other_properties_do_not() -> None:
    """Two functions for one area are two relationships; two wordings of a part are one cover."""
    assert ActsFor(start=A, end=B, function="needs").id != ActsFor(start=A, end=B, function="network").id
    assert Covers(start=A, end=B, part="東").id == Covers(start=A, end=B, part="西").id


def test_a_tie_recorded_as_absent_is_not_the_recorded_tie() -> None:
    """Both can be said by different sources."""
    assert CollaboratesWith(start=A, end=B).id != CollaboratesWith(start=A, end=B, state="absent").id


def test_types_are_part_of_the_key() -> None:
    """Two types between the same ends are two relationships."""
    assert MemberOf(start=A, end=B).id != Covers(start=A, end=B).id


def test_a_description_belongs_to_the_property() -> None:
    """`described` gives default and sentence; the order is that of the declaration."""

    # Arrange
    @dataclass(frozen=True, kw_only=True)
    class Sample(Node):
        label = "Sample"

        first: str | None = described("The first.")
        second: int = described("The second.", 2)

    # Act
    descriptions = property_descriptions(Sample)

    # Assert
    assert list(descriptions)[-2:] == ["first", "second"]
    assert descriptions["second"] == "The second."
    assert {item.name: item.default for item in fields(Sample)}["second"] == 2


def test_the_ends_of_a_relationship_are_no_properties() -> None:
    """Start and end are stored as the graph's own, not as values."""
    assert not {"start", "end"} & set(property_descriptions(Relationship))
