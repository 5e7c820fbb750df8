"""The words of network files: what they call a kind of thing, a kind of tie, a column."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.messages import LANGUAGES, Phrase, catalogue
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import RelationshipKind
from graph.taxonomy import Entry, taxonomy
from loaders.tables.heads import plain_head

BETWEEN_LABELS = "|"
"""Between the two labels of a thing that is both: Organization|Council."""


@dataclass(frozen=True, kw_only=True)
class KindOfThing:
    """What a word says that a thing is."""

    labels: tuple[str, ...]
    """The main label first; empty for a person."""
    codes: tuple[str, ...] = ()
    """Where the word is that of a kind of actor or of a category of services: its code."""


PERSON = KindOfThing(labels=())


@cache
def words() -> Any:
    """The content of words.yaml beside this file."""
    return yaml.safe_load((files("loaders.networks") / "words.yaml").read_text(encoding="utf-8"))


def kind_of_thing(word: str) -> KindOfThing | None:
    """What a word of a column of types says; None where nobody knows it. Two kinds of one thing stand beside each other: 組織|協議体."""
    whole = _kinds().get(plain_head(word))
    if whole is not None or BETWEEN_LABELS not in word:
        return whole
    parts = [_kinds().get(plain_head(part)) for part in word.split(BETWEEN_LABELS)]
    labels = sorted({label for part in parts if part for label in part.labels}, key=lambda label: (label != "Organization", label))
    return KindOfThing(labels=tuple(labels)) if all(parts) and labels == ["Organization", "Council"] else None


def kind_of_tie(word: str) -> RelationshipKind | None:
    """The relationship that a word names; None where nobody knows it."""
    type_ = _ties().get(plain_head(word))
    return relationship_kinds()[type_] if type_ else None


def denies_a_tie(word: str) -> bool:
    """Whether a word says that two are apart: 対立, 競合."""
    return plain_head(word) in {plain_head(one) for one in words()["no_ties"]}


def known_kinds() -> list[Phrase]:
    """The words for kinds of things that a message names, in the reader's language: each of them is read."""
    return worded(label for label in words()["kinds"] if label not in {"Post", "Observation"})


def known_ties() -> list[Phrase]:
    """The words for kinds of ties that a message names."""
    return worded(words()["ties"])


def worded(names: Iterable[str]) -> list[Phrase]:
    """Labels and types as our files call them."""
    return [Phrase("loaders", f"text.{name}") for name in names]


@cache
def _kinds() -> dict[str, KindOfThing]:
    found: dict[str, KindOfThing] = {}
    for label in node_kinds():
        if label in words()["kinds"]:
            for word in (*_own(label), *words()["kinds"][label]):
                found.setdefault(plain_head(word), KindOfThing(labels=(label,)))
    for word in words()["persons"]:
        found.setdefault(plain_head(word), PERSON)
    codes = taxonomy()
    people = {plain_head(word) for code in words()["not_as_actor"] for word in _forms(codes.actor_types[code])}
    for kinds, label in ((codes.actor_types, "Organization"), (codes.service_categories, "Service")):
        for code, entry in kinds.items():
            for word in map(plain_head, _forms(entry)):
                if word not in people:
                    found.setdefault(word, KindOfThing(labels=(label,), codes=(code,)))
    return found


@cache
def _ties() -> dict[str, str]:
    found: dict[str, str] = {}
    for type_, entries in words()["ties"].items():
        for word in _own(type_):
            found.setdefault(plain_head(word), type_)
        for word in entries:
            found.setdefault(plain_head(word), type_)
    return found


def _forms(entry: Entry) -> tuple[str, ...]:
    return (entry.ja, entry.en, *entry.synonyms)


def _own(name: str) -> Iterable[str]:
    """A label or type, and what our own files call it in each language."""
    yield name
    for language in LANGUAGES:
        if (word := catalogue("loaders", language).get(f"text.{name}")) is not None:
            yield word
