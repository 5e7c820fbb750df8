"""Heads of a table: which row they stand in, and which column of ours each is, by the names that files give it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.tables.book import Cells, Sheet

SEARCHED = 20
"""Rows at the beginning of a sheet among which the heads are looked for: titles and notes stand above them."""

LONGEST_HEAD = 500
"""Characters: what is longer is a text and no head."""

_BRACKETS = re.compile(r"[(（\[［【][^)）\]］】]*[)）\]］】]$")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column that a source knows."""

    key: str
    """What our rules call it."""
    heads: tuple[str, ...]
    """What files call it, the most usual first."""
    required: bool = False
    """Whether a table without it says too little to be taken."""
    names_a_body: bool = False
    """Whether it names a body: the first such column says what a row is about."""
    is_text: bool = False
    """Whether it is free text, whatever its head says."""
    lists: bool = False
    """Whether a cell of it is meant to name several things."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The heads of a sheet."""

    row: int
    """Where they end, from 0: what follows is data."""
    heads: tuple[str, ...]
    """As they stand, by position; two rows of heads in one: 対象者 年齢."""
    where: Mapping[str, int]
    """Key of a column → its position."""
    missing: tuple[Column, ...] = ()
    """Required columns that are not there."""
    repeated: tuple[str, ...] = ()
    """Heads that stand twice and could both be one of ours."""
    unknown: tuple[str, ...] = field(default=())
    """Filled heads that are none of ours."""

    def head(self, key: str) -> str:
        """How the file words a column; our own key where it has none."""
        return self.heads[self.where[key]] if key in self.where else key


def plain_head(text: str) -> str:
    """A head in the form in which heads are compared: 事業所名 カナ, 事業所名_カナ and 【必須】事業所名カナ are alike."""
    if len(text) > LONGEST_HEAD:
        return text
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"^【[^】]*】", "", plain)
    return re.sub(r"[\s_・*※◎●:\u200b-\u200f\u202a-\u202e\u2060\ufeff]", "", plain)


def heading_of(sheet: Sheet, columns: Sequence[Column]) -> Heading | None:
    """The heads of a sheet: the row among the first ones with most of these columns; None where none has any."""
    names = _names(columns)
    best: tuple[int, int] = (0, 0)
    found: Heading | None = None
    above: Cells = ()
    for number, cells in enumerate(islice(sheet.rows(), SEARCHED)):
        for heads in _ways_to_read(above, cells):
            heading = _heading(number, heads, columns, names)
            worth = (len(heading.where) - len(heading.missing), -len(heading.repeated))
            if heading.where and worth > best:
                best, found = worth, heading
        above = cells
    return found


def _names(columns: Iterable[Column]) -> dict[str, tuple[str, int]]:
    """Plain head → key, and how usual it is."""
    found: dict[str, tuple[str, int]] = {}
    for column in columns:
        for rank, head in enumerate(column.heads):
            found.setdefault(plain_head(head), (column.key, rank))
    return found


def _ways_to_read(above: Cells, cells: Cells) -> Iterable[Cells]:
    """One row of heads, or two of which the upper one names groups."""
    yield cells
    if any(above) and any(cells):
        yield tuple(_joined(above, cells))


def _joined(above: Cells, cells: Cells) -> Iterable[str]:
    group = ""
    for position in range(max(len(above), len(cells))):
        upper = above[position].strip() if position < len(above) else ""
        lower = cells[position].strip() if position < len(cells) else ""
        group = upper or group
        yield f"{upper or group} {lower}" if lower and (upper or group) and lower != upper else (lower or upper)


def _heading(row: int, heads: Cells, columns: Sequence[Column], names: Mapping[str, tuple[str, int]]) -> Heading:
    taken: dict[str, list[tuple[int, int]]] = {}
    unknown: list[str] = []
    for position, head in enumerate(heads):
        if not head.strip():
            continue
        meant = _meant(head, names)
        if meant is None:
            unknown.append(head)
        else:
            taken.setdefault(meant[0], []).append((meant[1], position))
    where = {key: min(places)[1] for key, places in taken.items()}
    repeated = [heads[position] for places in taken.values() for rank, position in sorted(places)[1:] if rank == min(places)[0]]
    return Heading(
        row=row,
        heads=heads,
        where=where,
        missing=tuple(column for column in columns if column.required and column.key not in where),
        repeated=tuple(dict.fromkeys(repeated)),
        unknown=tuple(unknown),
    )


def _meant(head: str, names: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """The column that a head names: in full, without its group, without what stands in brackets at its end."""
    if len(head) > LONGEST_HEAD:
        return None
    last = head.rpartition(" ")[2]
    for form in (head, last, _BRACKETS.sub("", head), _BRACKETS.sub("", last)):
        if (found := names.get(plain_head(form))) is not None:
            return found
    return None
