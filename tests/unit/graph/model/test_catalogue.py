"""The catalogue: everything the model names is declared, described and told apart."""

import importlib
import inspect
from dataclasses import fields
from pkgutil import iter_modules

import pytest

import graph.model
from graph.identity import identifier
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, NodeKind, Reference, Relationship, RelationshipKind, property_descriptions

LABELS = {
    "Organization",
    "Council",
    "Post",
    "Area",
    "Service",
    "Need",
    "Programme",
    "Observation",
    "ServiceCategory",
    "NeedCategory",
    "ActorType",
    "Scheme",
    "Guideline",
    "Source",
    "CaseStudy",
    "Evidence",
    "Finding",
    "Withdrawn",
}

TYPES = {
    "MEMBER_OF",
    "PROVIDES",
    "COLLABORATES_WITH",
    "SUPPORTS",
    "FUNDS",
    "COMMISSIONS",
    "ESTABLISHED",
    "CONNECTS",
    "REFERS_TO",
    "RAISED_IN",
    "ACTS_FOR",
    "HOLDS",
    "OPERATES_IN",
    "COVERS",
    "DELIVERED_IN",
    "PART_OF",
    "HAS_NEED",
    "ADDRESSES",
    "USES",
    "PRECEDES",
    "OBSERVED_IN",
    "ADJACENT_TO",
    "IN_CATEGORY",
    "IN_SCHEME",
    "OF_TYPE",
    "ANSWERED_BY",
    "DESCRIBED_IN",
    "FROM",
    "POSSIBLY_SAME_AS",
}

NODES, RELATIONSHIPS = list(node_kinds().values()), list(relationship_kinds().values())
UNDIRECTED = [kind for kind in RELATIONSHIPS if not kind.directed]


def test_every_label_of_the_model_is_declared() -> None:
    """What the graph is said to hold can be stored."""
    assert set(node_kinds()) >= LABELS


def test_every_type_of_the_model_is_declared() -> None:
    """What the graph is said to connect can be stored."""
    assert set(relationship_kinds()) >= TYPES


def test_no_person_is_a_node() -> None:
    """Posts and bodies, never persons."""
    assert not {"Person", "People", "Volunteer"} & set(node_kinds())


def test_no_label_is_a_type() -> None:
    """A word means one thing in a query."""
    assert not {label.upper() for label in node_kinds()} & set(relationship_kinds())


def test_no_label_and_no_type_is_declared_twice() -> None:
    """A second declaration would hide the first."""
    # Arrange
    modules = [importlib.import_module(f"graph.model.{one.name}") for one in iter_modules(graph.model.__path__)]
    kinds = {kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass)}

    # Act
    labels = [kind.label for kind in kinds if issubclass(kind, Node) and "label" in vars(kind)]
    types = [kind.type for kind in kinds if issubclass(kind, Relationship) and "type" in vars(kind)]

    # Assert
    assert sorted(labels) == sorted(node_kinds())
    assert sorted(types) == sorted(relationship_kinds())


@pytest.mark.parametrize("kind", [*NODES, *RELATIONSHIPS], ids=lambda kind: kind.__name__)
def test_every_property_is_described(kind: NodeKind | RelationshipKind) -> None:
    """The model page has a sentence for each, and for the kind itself."""
    # Act
    undescribed = {item.name for item in fields(kind)} - set(property_descriptions(kind)) - {"start", "end"}

    # Assert
    assert undescribed == set()
    assert all(text.strip() for text in property_descriptions(kind).values())
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")


@pytest.mark.parametrize("kind", RELATIONSHIPS, ids=lambda kind: kind.__name__)
def test_ends_are_declared_kinds_and_qualifiers_are_properties(kind: RelationshipKind) -> None:
    """A relationship stands between labels that exist, and is told apart by what it has."""
    assert {one.label for one in (*kind.starts, *kind.ends)} <= set(node_kinds())
    assert set(kind.qualifier) <= set(property_descriptions(kind))
    assert kind.merge_from in {"start", "end"}


@pytest.mark.parametrize("kind", RELATIONSHIPS, ids=lambda kind: kind.__name__)
def test_a_fact_stands_between_facts(kind: RelationshipKind) -> None:
    """What a source states cannot end at something that no source states."""
    if kind.is_fact:
        assert all(one.is_fact for one in (*kind.starts, *kind.ends))


@pytest.mark.parametrize("kind", UNDIRECTED, ids=lambda kind: kind.__name__)
def test_an_undirected_relationship_has_one_key_and_alike_ends(kind: RelationshipKind) -> None:
    """From either side it is the same, and either side may stand first."""
    # Arrange
    one, other = (Reference(label=kind.starts[0].label, id=identifier(text)) for text in "ab")

    # Act, Assert
    assert kind(start=one, end=other).key == kind(start=other, end=one).key
    assert kind.starts == kind.ends


def test_only_ties_suggestions_and_neighbours_have_no_direction() -> None:
    """The model draws three lines without an arrow."""
    assert {kind.type for kind in UNDIRECTED} == {"ADJACENT_TO", "COLLABORATES_WITH", "POSSIBLY_SAME_AS"}
