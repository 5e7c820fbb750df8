"""Persons in the rows of a table: rows that must not be read at all, columns that never are, names masked in the rest.

A row that puts a person's name beside a telephone, a birth date, an address or a care level is set aside. An office or a
company has a telephone and an address of its own: of its row only the column of persons is left out, unless a mobile
number, a birth date or a care level stands there, which no body has.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.japanese.cleaning import MASK
from loaders.people.established import has_a_corporate_number, is_established
from loaders.people.free_text import Memory, masked_address, masked_remark
from loaders.people.heads import Column, columns_of, holds
from loaders.people.known import Known
from loaders.people.masking import is_only_a_person
from loaders.people.person_cells import Sureness, masked_text, may_be_somebody, names_somebody, person_as_name
from loaders.people.persons import surname_of
from loaders.people.private_matters import PrivateMatters, weak_in_text

SHORTEST_SURNAME = 2
"""A shorter one is too often a part of another word."""


@dataclass(frozen=True)
class SetAside:
    """Why a row is not read; nothing of its content."""

    code: str
    """Key of the catalogue of `loaders.people`."""
    head: str
    """The column that names a person."""
    beside: str = ""
    """The column with what belongs to the private life; empty where the name alone is enough."""

    @property
    def values(self) -> dict[str, object]:
        """For the placeholders of the message, but for the place."""
        return {"column": self.head, "beside": self.beside}


class Reading(NamedTuple):
    """What may be read of a row."""

    cells: Mapping[str, str]
    """Without the columns that are never read, names masked; empty where the row is set aside."""
    set_aside: SetAside | None = None
    masked: int = 0
    """How many characters of names were masked or left out of cells that are read."""


@dataclass
class _Found:
    """What was found in one row, by the heads of its columns."""

    persons: list[str] = field(default_factory=list)
    """Columns whose cell is a person's name."""
    doubtful: list[str] = field(default_factory=list)
    """Columns of names whose cell may be a person's name."""
    changed: dict[str, str] = field(default_factory=dict)
    """Columns whose cell is read with names masked, or left empty."""


class PersonRules:
    """The rules for the rows of one table.

    Args:
        heads: all heads of the table, in their order.
        name_heads: the columns that name bodies: first the one that names what the row is about.
        free_text_heads: the columns with free text; None: every column that its head does not show to be something else.
        established: whether a name shows an established body.
    """

    def __init__(
        self,
        heads: Sequence[str],
        *,
        name_heads: Sequence[str],
        free_text_heads: Collection[str] | None = None,
        established: Callable[[str], bool] = is_established,
    ) -> None:
        columns = columns_of(heads, name_heads, free_text_heads)
        self.left_out = tuple(head for head in heads if columns[head] is Column.PERSONS)
        """Heads of the columns that are never read: told once for the file."""
        self._open = frozenset(head for head in heads if columns[head] is Column.OPEN)
        self._left_out_or_open = tuple(head for head in heads if columns[head] in {Column.PERSONS, Column.OPEN})
        self._names = tuple(name_heads)
        self._established = established
        self._numbers = tuple(head for head in heads if holds(head, "corporate_numbers"))
        self._matters = PrivateMatters(columns)
        self._who = Memory(person_as_name)
        remark = Memory(masked_remark)
        self._places = frozenset(head for head in heads if columns[head] is Column.ADDRESSES)
        texts = [head for head in heads if columns[head] in {Column.TEXT, Column.ADDRESSES}]
        self._texts = tuple((head, masked_address if head in self._places else remark) for head in texts)
        self._rest = frozenset(heads) - frozenset(self.left_out)

    def of(self, cells: Mapping[str, str]) -> Reading:
        """What may be read of a row: head → cell, as it stands in the file."""
        found = _Found()
        for head, mask in self._texts:
            if (cell := cells.get(head)) and (masked := mask(cell)) != cell:
                found.changed[head] = masked
        for head in self._left_out_or_open:
            if cell := cells.get(head):
                self._look(head, cell, found)
        for head in self._names:
            if (cell := cells.get(head)) and (sureness := self._who(cell)):
                self._doubt(head, sureness, found)
        if not (found.persons or found.doubtful or found.changed):
            return Reading(self._readable(cells, found))
        if set_aside := self._set_aside(cells, found):
            return Reading({}, set_aside)
        found.changed |= dict(self._named_again(cells, found))
        return Reading(self._readable(cells, found), masked=sum(_hidden(cells[head], cell) for head, cell in found.changed.items()))

    def _look(self, head: str, cell: str, found: _Found) -> None:
        """A cell below a head of persons, or below one that may name a body, too."""
        if head not in self._open:
            if names_somebody(cell):
                found.persons.append(head)
        elif (without := _without_persons(cell)) != cell:
            found.persons.append(head)
            found.changed[head] = without

    def _doubt(self, head: str, sureness: Sureness, found: _Found) -> None:
        """A cell of the columns of names that is, or perhaps is, a person's name."""
        if sureness is Sureness.SURE:
            found.persons.append(head)
            found.changed[head] = ""
        else:
            found.doubtful.append(head)

    def _set_aside(self, cells: Mapping[str, str], found: _Found) -> SetAside | None:
        named = [*found.persons, *(head for head in found.changed if head not in found.persons), *found.doubtful]
        if strong := self._matters.strong_in_row(cells):
            return SetAside(f"people.{strong.kind}", named[0], strong.head)
        if self._names and self._names[0] in found.persons:
            return SetAside("people.subject", self._names[0])
        if self._is_established(cells):
            return None
        if found.persons and (weak := self._matters.weak_in_row(cells)):
            return SetAside(f"people.{weak.kind}", found.persons[0], weak.head)
        for head, masked in found.changed.items():
            if head not in self._places and (weak := weak_in_text(masked, head)):
                return SetAside(f"people.{weak.kind}", head, head)
        return None

    def _is_established(self, cells: Mapping[str, str]) -> bool:
        """Whether what the row is about is an established body, by its name or by its 法人番号."""
        subject = cells.get(self._names[0], "") if self._names else ""
        return self._established(subject) or any(has_a_corporate_number(cells.get(head, "")) for head in self._numbers)

    def _named_again(self, cells: Mapping[str, str], found: _Found) -> Iterator[tuple[str, str]]:
        """Texts of the row that name again whom its column of persons names: 山田が送迎する."""
        texts = {head: found.changed.get(head, cells.get(head, "")) for head, _ in self._texts if head not in self._places}
        for name in {cells.get(head, "").strip() for head in found.persons if head in self.left_out}:
            again = {head: text for head, text in texts.items() if name[:SHORTEST_SURNAME] in text}
            surname = surname_of(name) if again else ""
            if len(surname) < SHORTEST_SURNAME:
                continue
            known = Known(full=frozenset({name}), surnames=frozenset({surname}))
            for head, text in again.items():
                if (masked := masked_text(text, known)) != text:
                    yield head, masked

    def _readable(self, cells: Mapping[str, str], found: _Found) -> Mapping[str, str]:
        if not self.left_out and not found.changed:
            return cells
        return {head: found.changed.get(head, cell) for head, cell in cells.items() if head in self._rest}


def _without_persons(cell: str) -> str:
    """A cell that may name a body or a person, without the persons; empty where nothing else stands there."""
    masked = "" if may_be_somebody(cell) else masked_text(cell, label=True)
    return "" if is_only_a_person(masked) else masked


def _hidden(before: str, after: str) -> int:
    return after.count(MASK) - before.count(MASK) if after else len(before.strip())
