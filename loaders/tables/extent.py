"""How far the cells of a packed sheet reach, told before it is opened: a space in the last corner makes a sheet of billions of cells."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.errors import LoadStopped

MOST_CELLS = 10_000_000
"""Cells of the rectangle that a sheet fills, blank ones included: a table of 200,000 rows has 50 columns."""
PIECE = 1 << 20
OVERLAP = 400
"""Bytes of a piece that are looked at again with the next one: a cell's sign may be cut."""
LETTERS = 26

_FILLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>\s*<(?!/)')
_FAR_COLUMN = re.compile(rb'\br="[A-Z]{3}\d')
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"')


@dataclass
class Extent:
    """The rectangle that the filled cells of a sheet need."""

    top: int = 1 << 30
    left: int = 1 << 30
    bottom: int = 0
    right: int = 0
    last: str = field(default="")
    """The cell that made it larger last."""

    def take(self, letters: bytes, number: bytes) -> None:
        """One more filled cell."""
        row, column = int(number), column_of(letters.decode()) + 1
        self.top, self.left = min(self.top, row), min(self.left, column)
        if row > self.bottom or column > self.right:
            self.bottom, self.right = max(self.bottom, row), max(self.right, column)
            self.last = (letters + number).decode()

    @property
    def cells(self) -> int:
        """How many cells it has."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)


def column_of(letters: str) -> int:
    """The position of a column, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def see_that_it_is_no_wilderness(packed: zipfile.ZipFile, part: str, sheet: str) -> None:
    """See that the cells of a sheet stand together.

    Raises:
        LoadStopped: one of them is so far away that the sheet has too many cells (stray_cell, with the cell).
    """
    if not _may_be_too_large(packed, part):
        return
    extent = Extent()
    for piece in _pieces(packed, part):
        for found in _FILLED.finditer(piece):
            extent.take(found[1], found[2])
            if extent.cells > MOST_CELLS:
                raise LoadStopped("stray_cell", sheet=sheet, cell=extent.last, rows=extent.bottom, columns=extent.right)


def _may_be_too_large(packed: zipfile.ZipFile, part: str) -> bool:
    """A cheap look: few rows of columns up to ZZ are never too many cells."""
    bottom = 0
    for piece in _pieces(packed, part):
        if _FAR_COLUMN.search(piece):
            return True
        for found in _ROW.finditer(piece):
            bottom = max(bottom, int(found[1]))
    return bottom * (LETTERS + LETTERS**2) > MOST_CELLS


def _pieces(packed: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A packed part in overlapping pieces."""
    before = b""
    with packed.open(part) as opened:
        while piece := opened.read(PIECE):
            yield before + piece
            before = piece[-OVERLAP:]
