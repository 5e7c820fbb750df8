"""A table of a PDF: its cells, where they stand on the page and in its grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.places import Place
from loaders.case_studies.formats.grid import Cell
from loaders.case_studies.formats.pdf_edges import NEAR
from loaders.case_studies.formats.pdf_lines import Line
from loaders.case_studies.formats.writing import cell_text

Box = tuple[float, float, float, float]
PADDING = 1.5
"""Most room between the line of a cell and its text, in sizes of the text."""


@dataclass
class TableCell:
    """A cell: its place in the grid of its table, and its lines as they are seen."""

    box: Box
    lines: list[Line]
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    open: bool = False
    """Whether no line is drawn below it: at the end of a page it may go on on the next."""
    texts: list[str] = field(default_factory=list)
    """Its lines, those put together that are one."""


@dataclass
class FoundTable:
    """A table with its cells."""

    page: int
    box: Box
    cells: list[TableCell]
    places: dict[int, Place] = field(default_factory=dict)
    """Row → its place."""
    last_page: int = 0
    last_box: Box = (0.0, 0.0, 0.0, 0.0)
    """The page on which it ends, and where it stands there."""

    def __post_init__(self) -> None:
        self.last_page, self.last_box = self.last_page or self.page, self.last_box if any(self.last_box) else self.box

    def may_go_on_in(self, other: "FoundTable") -> bool:
        """Whether another table stands where this one would go on: on the next page, or in the next column."""
        beside = other.page == self.last_page and other.box[0] > self.last_box[2] and other.box[1] < self.last_box[3]
        return beside or other.page == self.last_page + 1

    def moved(self, by: float) -> "FoundTable":
        """The same table further to the right."""
        x0, top, x1, bottom = self.box
        return replace(self, box=(x0 + by, top, x1 + by, bottom), cells=[_moved(cell, by) for cell in self.cells])

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and end, from the left."""
        return distinct([one for cell in self.cells for one in (cell.box[0], cell.box[2])])

    @property
    def last_row(self) -> int:
        """Number of the last row in which cells begin, from 0."""
        return max(cell.row for cell in self.cells)

    def as_cells(self) -> list[Cell]:
        """The cells for the grid."""
        return [Cell(one.row, one.column, cell_text(one.texts), one.rows, one.columns) for one in self.cells]


def _moved(cell: TableCell, by: float) -> TableCell:
    x0, top, x1, bottom = cell.box
    lines = [replace(line, glyphs=tuple(replace(one, x0=one.x0 + by, x1=one.x1 + by) for one in line.glyphs)) for line in cell.lines]
    return replace(cell, box=(x0 + by, top, x1 + by, bottom), lines=lines)


def distinct(values: list[float]) -> list[float]:
    """Edges from left to right or from the top, those that are one taken once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def nearest(edges: Sequence[float], value: float) -> int:
    """The number of the edge that is meant."""
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))


def fits(first: FoundTable, second: FoundTable) -> bool:
    """Whether the columns of a table stand where those of the other stand."""
    if abs(first.box[0] - second.box[0]) > NEAR or abs(first.box[2] - second.box[2]) > NEAR:
        return False
    return _among(second.edges, first.edges) or _among(first.edges, second.edges)


def _among(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether each of these edges is one of the others."""
    return all(any(abs(edge - other) <= NEAR for other in others) for edge in some)
