"""Records of a file that is no table (JSON, GEXF, GraphML), offered like the rows of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from graph.errors import RecordRejected
from loaders.contract import Outcome, Problem
from loaders.networks.fields import Dialect, field_called, unread
from loaders.networks.record import Record
from loaders.tables.heads import Heading
from loaders.tables.row import Row
from loaders.tables.table import LONGEST_CELL, Take, problem_of


class Records(Protocol):
    """The things or the ties of a file, one after the other."""

    def rows(self) -> Iterator[Row]:
        """Every record."""
        ...

    def outcomes(self, take: Take) -> Iterator[Outcome]:
        """Every record as facts or as the problem for which it has none."""
        ...


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Records that were read one by one."""

    listed: tuple[Row, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Every record."""
        return iter(self.listed)

    def outcomes(self, take: Take) -> Iterator[Outcome]:
        """Every record as facts or as the problem for which it has none."""
        for row in self.listed:
            try:
                _refuse_long(row)
                facts, problems = take(row)
                yield Outcome(place=row.place, facts=tuple(facts), problems=tuple(problems))
            except RecordRejected as refused:
                yield Outcome(place=row.place, problems=(problem_of(refused),))


def _refuse_long(row: Row) -> None:
    for key, text in row.cells.items():
        if len(text) > LONGEST_CELL:
            raise RecordRejected("cell_too_long", row.place_of(key), limit=LONGEST_CELL, length=len(text))


@dataclass(frozen=True, kw_only=True)
class NetworkFile:
    """A file of a network as it was read."""

    source: str
    """Name of the loader."""
    title: str
    """As the file calls itself; else its name without date and ending."""
    things: Records
    ties: Records
    things_listed: bool = True
    """Whether the file lists its things; else the ends of its ties are things, known by name."""
    has_types: bool = True
    """Whether the file says of its things what they are."""
    unread: tuple[str, ...] = ()
    """Columns that say something which nobody reads."""
    notices: tuple[Problem, ...] = ()


@dataclass
class Collected:
    """Records while a file is gone through: attributes by the name that the file gives them."""

    source: str
    of: str
    dialect: Dialect
    called: str
    """What the file calls the list of them: nodes, edges, elements."""
    listed: list[Row] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)
    """Fields of which some record says something."""

    def add(self, cells: Iterable[tuple[str, str]], fixed: Mapping[str, str]) -> None:
        """One record.

        Args:
            cells: the file's own names and values; the first of two that mean one field stands.
            fixed: fields that the format itself names.
        """
        found = {key: value for key, value in fixed.items() if value}
        heads = dict.fromkeys(found, "")
        for name, value in cells:
            key = field_called(self.of, name, self.dialect)
            if key is None:
                if value:
                    self.unknown[name] = None
            elif value and key not in found:
                found[key], heads[key] = value, name
        self.fields |= found.keys()
        names = tuple(head or key for key, head in heads.items())
        heading = Heading(row=0, heads=names, where={key: index for index, key in enumerate(heads)})
        self.listed.append(Record(source=self.source, sheet=self.called, number=len(self.listed) + 1, cells=found, heading=heading))

    def records(self) -> Listed:
        """All of them."""
        return Listed(listed=tuple(self.listed))

    def unread(self) -> tuple[str, ...]:
        """Names of attributes that nobody reads."""
        return unread(self.of, self.unknown)
