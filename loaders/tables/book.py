"""A file of tables as it was opened: sheets of cells, each cell the text that a person sees in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from loaders.contract import Problem

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that were merged into one: rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table of cells."""

    name: str | None
    """Its name in the workbook; None for a text file, which has only one."""
    rows: Callable[[], Iterator[Cells]]
    """Its rows from the first one, as often as it is called; a merged cell is filled into all that it covers."""
    merged: tuple[Merged, ...] = ()
    without_value: frozenset[tuple[int, int]] = frozenset()
    """Row and column, from 0, of formulas whose result the file does not hold."""
    hidden: bool = False
    height: int | None = None
    """About how many rows it has."""


@dataclass(frozen=True, kw_only=True)
class Book:
    """A file of tables."""

    file: str
    is_text: bool
    """CSV or the like; else a workbook."""
    sheets: tuple[Sheet, ...]
    notices: tuple[Problem, ...] = field(default=())
    """What there is to say of the file as a whole."""

    def called(self, *names: str) -> Sheet | None:
        """The sheet of one of these names; None where there is none."""
        return next((sheet for name in names for sheet in self.sheets if sheet.name == name), None)
