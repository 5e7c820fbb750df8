"""Properties of which only some values mean anything: the model's own word for each, or what our files call it."""

from collections.abc import Mapping

from graph.errors import RecordRejected
from graph.messages import LANGUAGES, Messages, catalogue
from graph.model.areas import AREA_LEVELS
from graph.model.definitions import VISIBILITY_LEVELS
from loaders.tables.heads import plain_head
from loaders.tables.row import Row

CHOICES: Mapping[str, tuple[str, ...]] = {
    "visibility": VISIBILITY_LEVELS,
    "Area.level": AREA_LEVELS,
    "Service.status": ("planned", "running", "ended"),
    "PROVIDES.status": ("planned", "running", "ended"),
    "Council.status": ("planned", "active", "ended"),
    "COLLABORATES_WITH.state": ("recorded", "absent"),
    "ACTS_FOR.function": ("needs", "resources", "network", "matching"),
}
"""Property, with the label or type where it is not one of all → its values."""


def choices_of(kind: str, name: str) -> tuple[str, ...]:
    """The values that a property of a label or type can have; none where every text is one."""
    return CHOICES.get(name) or CHOICES.get(f"{kind}.{name}", ())


def chosen(row: Row, kind: str, name: str, text: str) -> str:
    """The value that a cell means.

    Raises:
        RecordRejected: unknown_choice, with the values there are.
    """
    values = choices_of(kind, name)
    for value in values:
        if plain_head(text) in {plain_head(word) for word in (value, *_words(value))}:
            return value
    known = "、".join(f"{catalogue('loaders', LANGUAGES[0]).get(f'text.value.{value}', value)}（{value}）" for value in values)
    raise RecordRejected("unknown_choice", row.place_of(name), column=row.heading.head(name), value=text, known=known)


def worded(kind: str, name: str, value: str, words: Messages) -> str:
    """A value as our files call it; itself where they do not."""
    key = f"text.value.{value}"
    return words(key) if value in choices_of(kind, name) and words.knows(key) else value


def _words(value: str) -> tuple[str, ...]:
    found = (catalogue("loaders", language).get(f"text.value.{value}") for language in LANGUAGES)
    return tuple(word for word in found if word)
