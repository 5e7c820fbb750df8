"""Tables of a Word file: rows and cells, merged across columns (gridSpan, hMerge) and rows (vMerge)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.case_studies.formats.blocks import LeftOut
from loaders.case_studies.formats.grid import MOST_COLUMNS, Cell
from loaders.case_studies.formats.word_names import is_on, local, number, value

TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


@dataclass(frozen=True)
class TableRow:
    """The cells of a row, and how many columns are left free before them."""

    before: int
    cells: tuple[BaseOxmlElement, ...]


def rows_in(table: BaseOxmlElement, left_out: LeftOut) -> Iterator[TableRow]:
    """The rows of a table; one whose deletion is tracked is left out."""
    for row in _children(table, "tr"):
        if is_on(row, "trPr/del"):
            left_out.add("deleted", "".join(one.text or "" for one in row.iter(qn("w:t"), qn("w:delText"))))
            continue
        yield TableRow(number(value(row, "trPr/gridBefore")), tuple(_children(row, "tc")))


def is_layout(rows: Sequence[TableRow]) -> bool:
    """Whether a table is a frame around text: one column that holds text, or one row around other tables."""
    columns = {column for row in rows for column, cell, _ in _placed(row) if _holds_text(cell)}
    holds_tables = any(True for row in rows for cell in row.cells for _ in cell.iter(qn("w:tbl")))
    return len(columns) <= 1 or (len(rows) == 1 and holds_tables)


def cells_of(rows: Sequence[TableRow], text_of: Callable[[BaseOxmlElement], str]) -> list[Cell]:
    """The cells of a table with the rows and columns that they cover."""
    begun: dict[int, Cell] = {}
    """Column → the cell that the next row may go on with."""
    cells: dict[tuple[int, int], Cell] = {}
    for index, row in enumerate(rows):
        open_cells: dict[int, Cell] = {}
        for column, element, width in _placed(row):
            above = begun.get(column)
            if _goes_on(element, "vMerge") and above is not None:
                cell = replace(above, rows=index - above.row + 1)
            elif _goes_on(element, "hMerge") and open_cells:
                left = open_cells[max(open_cells)]
                cell = replace(left, columns=column + width - left.column)
            else:
                cell = Cell(index, column, text_of(element), columns=width)
            cells[cell.row, cell.column] = cell
            open_cells[cell.column] = cell
        begun = open_cells
    return list(cells.values())


def _placed(row: TableRow) -> Iterator[tuple[int, BaseOxmlElement, int]]:
    """Column, element and width of each cell."""
    column = row.before
    for cell in row.cells:
        width = max(1, min(number(value(cell, "tcPr/gridSpan"), 1), MOST_COLUMNS))
        if column >= MOST_COLUMNS:
            return
        yield column, cell, width
        column += width


def _goes_on(cell: BaseOxmlElement, name: str) -> bool:
    """Whether a cell is only the continuation of a merged one."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn(f'w:{name}')}")
    return merged is not None and merged.get(qn("w:val")) in {None, "continue"}


def _holds_text(cell: BaseOxmlElement) -> bool:
    return any((one.text or "").strip() for one in cell.iter(qn("w:t")))


def _children(element: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in TRANSPARENT:
            yield from _children(child, name)
