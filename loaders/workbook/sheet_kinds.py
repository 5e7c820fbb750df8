"""What a sheet of the template is: its columns, and what of the model each of them is."""

from dataclasses import dataclass
from functools import cached_property

MARK, KEY, COPY, START_KEY, END_KEY = "mark", "key", "copy", "start_key", "end_key"
"""Columns that are no entries: the sign of an example, the identity in words, the sign of a copy, identities of the ends."""
MANY_TAKE = frozenset({"codes", "layers", "names", "areas", "list"})
"""Kinds of field that take several values, separated by ;"""


@dataclass(frozen=True, kw_only=True)
class Tie:
    """The relationship that the names in a column stand for, between the row's thing and each of them."""

    type: str
    labels: tuple[str, ...]
    """What the names may be names of."""
    inward: bool = False
    """Whether the named thing is where the relationship begins."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column."""

    key: str
    kind: str = "text"
    """text, list, count, number, date, yes_no, choice, open_choice, codes, layers, layer, name, names, area, areas, shown, mark, key."""
    property: str | None = None
    """The property of the model that it is."""
    choices: tuple[str, ...] = ()
    """Codes, for choice and codes; `words` says where their wording is."""
    words: str = "value"
    """value: `text.value.<code>`; tie: `text.tie.<code>`; else the kind of code of the taxonomy."""
    tie: Tie | None = None
    required: bool = False
    width: int = 14


@dataclass(frozen=True, kw_only=True)
class SheetKind:
    """One sheet."""

    name: str
    label: str | None
    """The label of the model that its rows are; None for ties."""
    fields: tuple[Field, ...]

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Key → column."""
        return {one.key: one for one in self.fields}

    @cached_property
    def ties(self) -> tuple[Field, ...]:
        """The columns that name other things."""
        return tuple(one for one in self.fields if one.tie)
