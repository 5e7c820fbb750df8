"""Kinds of fact, properties and values as people read them."""

from datetime import date

import pytest

from api.fact_words import kind_of_fact, property_named, value_worded
from api.wording import messages
from graph.messages import LANGUAGES
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import NodeKind, RelationshipKind, property_descriptions

KEPT_BY_WRITING = {"key", "sources", "evidence", "differs", "placed_in"}
NODES: list[NodeKind] = [kind for kind in node_kinds().values() if kind.is_fact]
TIES: list[RelationshipKind] = [kind for kind in relationship_kinds().values() if kind.is_fact]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_a_fact_has_its_words(language: str) -> None:
    """A property that somebody adds to the model is worded in both languages."""
    words = messages(language)
    of_nodes = {name for kind in NODES for name in property_descriptions(kind)}
    names = of_nodes.union(*(property_descriptions(kind) for kind in TIES)) - KEPT_BY_WRITING

    assert [name for name in sorted(names) if property_named(name, words) == name] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_fact_has_its_words(language: str) -> None:
    """Nobody reads MEMBER_OF."""
    words = messages(language)

    keys = [*(f"kind.{kind.label}" for kind in NODES), *(f"tie.{kind.type}" for kind in TIES)]

    assert [key for key in keys if not words.knows(key)] == []
    assert kind_of_fact("MEMBER_OF", words) == words("tie.MEMBER_OF")


@pytest.mark.parametrize(
    ("name", "value", "worded"),
    [
        ("valid_to", date(2027, 3, 31), "2027-03-31"),
        ("capacity", None, "記載なし"),
        ("capacity", 0, "0"),
        ("accepting", False, "いいえ"),
        ("layers", [2, 1], "1、2"),
        ("aliases", [], "記載なし"),
        ("status", "ended", "終了"),
        ("value", 12.0, "12"),
        ("actor_types", ["no_such_code"], "no_such_code"),
    ],
)
def test_values_are_worded(name: str, value: object, worded: str) -> None:
    """Days as text, lists sorted, codes by their names; not stated, 0 and no are three things."""
    assert value_worded(name, value, messages("ja")) == worded
