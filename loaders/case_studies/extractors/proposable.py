"""What may be proposed: labels, types and codes, taken from the declarations of the model and from the taxonomy."""

from collections.abc import Mapping
from functools import cache

from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Relationship, property_descriptions
from graph.taxonomy import CONTEXT_NEED, Entry, taxonomy

LABELS = ("Organization", "Council", "Service", "Need", "Programme", "Area")
"""What a case names and a reader may propose. Posts are held by one person in a small place, numbers need their unit and
day: neither is proposed."""
STATUSES = ("planned", "running", "ended")
FUNCTIONS = ("needs", "resources", "network", "matching")
STATES = ("recorded", "absent")
DETAILS: Mapping[str, tuple[str, ...]] = {"function": FUNCTIONS, "state": STATES, "status": STATUSES}
"""Property of a relationship → the values that it may have."""


@cache
def things() -> dict[str, type[Node]]:
    """Label → declaration, of the labels that may be proposed."""
    return {label: kind for label, kind in node_kinds().items() if label in LABELS}


@cache
def ties() -> dict[str, type[Relationship]]:
    """Type → declaration, of the types that join what may be proposed."""
    return {type_: kind for type_, kind in relationship_kinds().items() if kind.is_fact and starts(kind) and ends(kind)}


def starts(kind: type[Relationship]) -> list[str]:
    """The labels at which it may start."""
    return [one.label for one in kind.starts if one.label in LABELS]


def ends(kind: type[Relationship]) -> list[str]:
    """The labels at which it may end."""
    return [one.label for one in kind.ends if one.label in LABELS]


def needed(kind: type[Relationship]) -> tuple[str, ...]:
    """The details that tell one from another of its type and have no natural value: the function of ACTS_FOR."""
    return tuple(name for name in kind.qualifier if name == "function")


def details_of(kind: type[Relationship]) -> tuple[str, ...]:
    """The details that it may have."""
    declared = property_descriptions(kind)
    return tuple(name for name in DETAILS if name in declared)


@cache
def codes_for(label: str) -> dict[str, Entry]:
    """Code → entry, of the codes that a thing of this label may have."""
    kinds = {
        "Organization": taxonomy().actor_types,
        "Service": taxonomy().service_categories,
        "Need": {code: entry for code, entry in taxonomy().need_categories.items() if code != CONTEXT_NEED},
    }
    return dict(kinds.get(label, {}))
