"""The columns and attributes that network files have: our own names, the words of the field, and what is left alone."""

from collections.abc import Iterable
from functools import cache

from graph.messages import LANGUAGES, catalogue
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import property_descriptions
from loaders.networks.words import words
from loaders.tables.heads import Column, plain_head

THINGS, TIES = "of_things", "of_ties"

Dialect = tuple[tuple[str, tuple[str, ...]], ...]
"""What one tool calls a field that another calls otherwise: field, heads."""


@cache
def columns(of: str, dialect: Dialect = (), required: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """What a sheet of things or of ties may have.

    Args:
        of: THINGS or TIES.
        dialect: what the tool calls its own fields.
        required: keys without which the sheet is none of its kind.
    """
    named = {key: tuple(heads) for key, heads in words()["heads"][of].items()}
    for key, heads in dialect:
        named[key] = (*heads, *named.get(key, ()))
    keys = dict.fromkeys((*named, "visibility", "verified_on", "sources", *(("placed_in",) if of == THINGS else ()), *properties(of)))
    found = [Column(key=key, heads=tuple(_heads(key, named.get(key, ()))), required=key in required) for key in keys]
    return tuple(found)


@cache
def properties(of: str) -> tuple[str, ...]:
    """Every property that some kind of thing (or of tie) can have, in the order of the model."""
    kinds = (node_kinds() if of == THINGS else relationship_kinds()).values()
    names = dict.fromkeys(name for kind in kinds if kind.is_fact for name in property_descriptions(kind))
    kept = {"key", "name", "visibility", "verified_on", "sources", "evidence", "differs", "placed_in"}
    return tuple(name for name in names if name not in kept)


@cache
def field_called(of: str, head: str, dialect: Dialect = ()) -> str | None:
    """The field that a head names; None where it is none of ours."""
    for column in columns(of, dialect):
        if plain_head(head) in {plain_head(one) for one in column.heads}:
            return column.key
    return None


def unread(of: str, heads: Iterable[str]) -> tuple[str, ...]:
    """The heads that say something which nobody reads."""
    alone = {plain_head(one) for one in words()["left_alone"]["things" if of == THINGS else "ties"]}
    return tuple(head for head in dict.fromkeys(heads) if plain_head(head) not in alone)


def _heads(key: str, own: Iterable[str]) -> Iterable[str]:
    yield from own
    yield key
    for language in LANGUAGES:
        if (word := catalogue("loaders", language).get(f"text.head.{key}")) is not None:
            yield word
