"""What a record says, field by field: names as they are compared, and the properties of the model."""

import re
from collections.abc import Iterable
from typing import Any

from graph.errors import RecordRejected
from graph.model.definitions import NodeKind, RelationshipKind
from loaders.contract import Problem
from loaders.networks.choices import choices_of, chosen
from loaders.networks.record import unescaped
from loaders.networks.values import parsers
from loaders.people.houses import masked
from loaders.people.persons import persons_in
from loaders.tables.row import NOTHING, Row

FREE_TEXTS = frozenset({"text", "target", "address", "what", "need", "kind", "role", "part", "meets", "fee", "frequency", "days"})
"""Properties in which a source may have named somebody."""

_IN_BRACKETS = re.compile(r"[(（\[［【][^)）\]］】]*[)）\]］】]")
_OF_A_PERSON = re.compile(r"(?:[^:：]{1,12}[:：])?(?:さん|様|さま|氏|先生|副?会長|代表|理事長|委員長|民生委員|区長|職員|担当|[\s・、,])*")
"""What may stand beside a person's name without making it a body's."""


def word_of(row: Row, key: str) -> str | None:
    """The text of a cell in one line, without what made it harmless; None where it says nothing."""
    text = row.text(key)
    return unescaped(row, text) if text is not None else None


def exact(row: Row, key: str) -> str:
    """The whole cell, without what made it harmless; empty where it says nothing."""
    cell = row.cell(key)
    return unescaped(row, cell) if cell.strip() else ""


def reference_of(row: Row, key: str) -> str:
    """The name or id in a cell in the form in which ends of ties are looked up."""
    return unescaped(row, " ".join(row.cell(key).split()))


def names_a_person(text: str) -> bool:
    """Whether a private person's name stands in a text."""
    return bool(persons_in(text)) or masked(text) != text


def is_a_person(name: str) -> bool:
    """Whether a name is a private person's and nothing more: 山田 太郎, 山田太郎（区長）; not 山田太郎商店, a body called after one."""
    spans = persons_in(name)
    if not spans:
        return False
    rest = "".join(character for index, character in enumerate(name) if not any(start <= index < end for start, end in spans))
    return bool(_OF_A_PERSON.fullmatch(_IN_BRACKETS.sub("", rest)))


def properties_of(row: Row, kind: NodeKind | RelationshipKind, problems: list[Problem], *, is_own: bool) -> dict[str, Any]:
    """The properties of a kind that a record states.

    A text that names a person is left out with a warning.

    Raises:
        RecordRejected: a value is none of its property (unreadable_value, unknown_choice).
    """
    called = str(getattr(kind, "label", None) or getattr(kind, "type", ""))
    found: dict[str, Any] = {}
    for name, parse in _stated(row, kind):
        text = exact(row, name)
        if not text or (not is_own and text.strip() in NOTHING):
            continue
        if not is_own and name in FREE_TEXTS and names_a_person(text):
            values: dict[str, object] = {"column": row.heading.head(name)}
            problems.append(Problem(code="person_in_cell", place=row.place_of(name), kind="warning", values=values))
        elif choices_of(called, name):
            found[name] = chosen(row, called, name, text.strip())
        else:
            try:
                found[name] = parse(text)
            except ValueError as reason:
                raise RecordRejected("unreadable_value", row.place_of(name), column=row.heading.head(name), value=text) from reason
    if text := exact(row, "visibility"):
        found["visibility"] = chosen(row, called, "visibility", text.strip())
    return found


def _stated(row: Row, kind: NodeKind | RelationshipKind) -> Iterable[tuple[str, Any]]:
    return ((name, parse) for name, parse in parsers(kind).items() if name in row.cells)
