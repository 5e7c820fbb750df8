"""Tables with merged cells → the grid of a Markdown table, the same for every format.

A cell that is merged downwards stands in each of its rows, one that is merged sideways in each of its columns: what it says
holds for all of them. Only a label at the left edge stands once in its row, as Markdown writers leave it: `| 参画者 | | … |`.
A row that is one cell over the whole width is no row at the head of a table, but its caption.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BREAK = "<br>"
MOST_COLUMNS = 200
"""More columns than any table has; a page that claims more is made to claim these."""


@dataclass(frozen=True)
class Cell:
    """A cell where it begins, with the rows and columns that it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """One row of the grid, and which row of the table it is, as its cells count them."""

    row: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """The captions above a table, and its rows."""

    captions: tuple[Row, ...]
    rows: tuple[Row, ...]


def grid_of(cells: Sequence[Cell]) -> Grid:
    """The grid of a table; rows and columns in which no cell begins are none."""
    rows = {row: index for index, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: index for index, column in enumerate(sorted({cell.column for cell in cells}))}
    texts = [[""] * len(columns) for _ in rows]
    captions: list[Row] = []
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        covered = [columns[column] for column in columns if cell.column <= column < cell.column + cell.columns]
        height = [rows[row] for row in rows if cell.row <= row < cell.row + cell.rows]
        if len(covered) == len(columns) > 1 and height == [len(captions)]:
            captions.append(Row(cell.row, (cell.text,)))
            continue
        for row in height:
            for column in covered[:1] if covered[0] == 0 else covered:
                texts[row][column] = cell.text
    return Grid(tuple(captions), tuple(Row(row, tuple(texts[number])) for row, number in rows.items() if number >= len(captions)))


def is_table(cells: Sequence[Cell]) -> bool:
    """Whether the cells make a table and not a frame around text: two columns and, somewhere, two cells in a row."""
    return len({cell.column for cell in cells if cell.text}) > 1


def flattened(cells: Sequence[Cell]) -> str:
    """A table within a cell: a line for each row, its cells beside each other."""
    lines: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        if cell.text:
            lines.setdefault(cell.row, []).append(cell.text)
    return BREAK.join("　".join(line) for line in lines.values())
