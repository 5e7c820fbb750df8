"""What a record of a thing is, what names it, and whether it comes from one of our own files."""

import re

from graph.errors import RecordRejected
from loaders.networks.cells import exact
from loaders.networks.words import PERSON, KindOfThing, kind_of_thing, known_kinds
from loaders.tables.row import Row

ORGANIZATION = KindOfThing(labels=("Organization",))
PREFIXES = {
    "Area": ("area",),
    "Organization": ("organization", "council"),
    "Council": ("council", "organization"),
    "Post": ("post",),
    "Service": ("service",),
    "Need": ("need",),
    "Programme": ("programme",),
    "Observation": ("observation",),
}
"""Label → how the identity in words of such a thing begins."""
_OWN_KEY = re.compile(r"(area|organization|council|post|service|need|programme|observation)\|.+", re.DOTALL)


class NamesPerson(Exception):
    """The record is a person: it is set aside."""


def kind_of(row: Row, *, has_types: bool) -> KindOfThing:
    """What a record is.

    Raises:
        RecordRejected: missing_value, unknown_kind.
        NamesPerson: a person.
    """
    if not has_types:
        return ORGANIZATION
    word = row.required("type")
    kind = kind_of_thing(word)
    if kind is None:
        raise RecordRejected("unknown_kind", row.place_of("type"), word=word, known=known_kinds())
    if kind == PERSON:
        raise NamesPerson
    return kind


def own_key(row: Row, labels: tuple[str, ...]) -> str | None:
    """The identity in words that our own files carry; None in every other file.

    Raises:
        RecordRejected: it is that of another kind of thing (key_of_another_kind).
    """
    key = exact(row, "key")
    if not (found := _OWN_KEY.fullmatch(key)):
        return None
    if found[1] not in {prefix for label in labels for prefix in PREFIXES[label]}:
        raise RecordRejected("key_of_another_kind", row.place_of("key"))
    return key


def name_field(row: Row) -> str:
    """The field whose cell names a thing.

    Raises:
        RecordRejected: none does (missing_value).
    """
    found = next((key for key in ("name", "label", "id") if row.text(key)), None)
    if found is None:
        row.required("label")
    return found or "label"
