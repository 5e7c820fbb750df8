"""Tables of a PDF: ruled cells with their text, merged cells, and a table that goes on on the next page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pdfplumber.page import Page
from pdfplumber.table import TableFinder

from graph.places import Place
from loaders.case_studies.formats.grid import Cell, is_table
from loaders.case_studies.formats.pdf_edges import NEAR, is_drawn, missing_edges
from loaders.case_studies.formats.pdf_joining import begins_anew, between, goes_on
from loaders.case_studies.formats.pdf_lines import Line, lines_of
from loaders.case_studies.formats.pdf_margins import AT_THE_EDGE
from loaders.case_studies.formats.pdf_page import Glyph, PageContent
from loaders.case_studies.formats.writing import cell_text

FARTHEST = 2.5
"""Of a line below the cell that it belongs to, in sizes of the text."""
MOST_EDGES = 3_000
"""A page with more is a map or drawing."""
NARROWEST = 3.5
"""In sizes of its text: in a narrower cell each line is full, so that this says nothing."""
PADDING = 1.5
"""Most room between the line of a cell and its text, in sizes of the text."""

Box = tuple[float, float, float, float]


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
    """The page on which it ends."""

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and end, from the left."""
        return _distinct([one for cell in self.cells for one in (cell.box[0], cell.box[2])])

    @property
    def last_row(self) -> int:
        """Number of the last row in which cells begin, from 0."""
        return max(cell.row for cell in self.cells)

    def as_cells(self) -> list[Cell]:
        """The cells for the grid."""
        return [Cell(one.row, one.column, cell_text(one.texts), one.rows, one.columns) for one in self.cells]


def take_tables(content: PageContent, before: FoundTable | None = None) -> list[FoundTable]:
    """The tables of a page from the top; their glyphs are taken from the page.

    Args:
        content: the page.
        before: the last table of the page before, of which the first on this page may be the rest.
    """
    page = content.page
    if page is None or len(page.edges) > MOST_EDGES:
        return []
    found: list[FoundTable] = []
    for boxes in sorted(_cells(page), key=lambda boxes: -max(box[3] - box[1] for box in boxes)):
        whole = _around(boxes)
        if any(_is_within(whole, other.box) for other in found):
            continue
        edge = content.height * AT_THE_EDGE
        rest = before is not None and not any(edge < glyph.bottom < whole[1] and glyph.text.strip() for glyph in content.glyphs)
        table = _table(content, boxes, whole, before if rest else None)
        if table is not None:
            found.append(table)
            inside = [glyph for cell in table.cells for glyph in content.glyphs if _holds(cell.box, glyph)]
            taken = {id(glyph) for glyph in inside}
            content.glyphs = [glyph for glyph in content.glyphs if id(glyph) not in taken]
    found.sort(key=lambda table: (table.box[1], table.box[0]))
    for number, table in enumerate(found, start=1):
        rows = sorted({cell.row for cell in table.cells})
        table.places = {row: Place.of(page=content.number, table=number, row=seen) for seen, row in enumerate(rows, start=1)}
    return found


def _cells(page: Page) -> list[list[Box]]:
    horizontal, vertical = missing_edges(page)
    finder = TableFinder(page, {"explicit_horizontal_lines": horizontal, "explicit_vertical_lines": vertical})
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in table.cells] for table in finder.tables]


def _table(content: PageContent, boxes: Sequence[Box], whole: Box, before: FoundTable | None) -> FoundTable | None:
    """The table of these cells; None where they only frame text and are not the rest of the table before."""
    columns = _distinct([one for box in boxes for one in (box[0], box[2])])
    rows = _distinct([one for box in boxes for one in (box[1], box[3])])
    cells = []
    for box in boxes:
        x0, top, x1, bottom = (_index(edges, value) for edges, value in zip((columns, rows) * 2, box, strict=True))
        lines = lines_of([glyph for glyph in content.glyphs if _holds(box, glyph)], content.number)
        cells.append(TableCell(box, lines, row=top, column=x0, rows=max(1, bottom - top), columns=max(1, x1 - x0)))
    table = FoundTable(content.number, whole, cells, last_page=content.number)
    if not is_table([Cell(one.row, one.column, "x" if one.lines else "") for one in cells]) and not (before and _fits(before, table)):
        return None
    for cell in cells:
        at_end = abs(cell.box[3] - whole[3]) <= NEAR
        cell.open = at_end and content.page is not None and not is_drawn(content.page, cell.box[0], cell.box[2], cell.box[3])
        if cell.open:
            cell.box = _with_what_runs_over(content, cell.box)
            cell.lines = lines_of([glyph for glyph in content.glyphs if _holds(cell.box, glyph)], content.number)
        in_column = [one for one in cells if one.column == cell.column and one.lines]
        padding = min((min(line.x0 for line in one.lines) - one.box[0] for one in in_column), default=0.0)
        cell.texts = [text for text, _ in _texts(cell.lines, cell.box, padding)]
    return table


def _with_what_runs_over(content: PageContent, box: Box) -> Box:
    """An open cell at the end of a page, with lines that run over its lower end and stand between its sides."""
    bottom = box[3]
    for line in lines_of([glyph for glyph in content.glyphs if (glyph.top + glyph.bottom) / 2 > box[3]], content.number):
        if line.x0 < box[0] or line.x1 > box[2] or line.base - bottom > FARTHEST * line.size:
            break
        bottom = max(bottom, line.bottom)
    return box[0], box[1], box[2], bottom


def _texts(lines: Sequence[Line], box: Box, padding: float) -> list[tuple[str, Line]]:
    """The lines of a cell, put together where one goes on in the next; with the last line of each."""
    found: list[tuple[str, Line]] = []
    for line in lines:
        room = max(0.0, min(padding, PADDING * line.size))
        left, right = box[0] + room, box[2] - room
        if found and goes_on(found[-1][1], line, left, right):
            found[-1] = (found[-1][0] + between(found[-1][1], line) + line.text, line)
        else:
            found.append((line.text, line))
    return found


def go_on(first: FoundTable, second: FoundTable) -> bool:
    """Put a table behind one that ends the page before, where it is the same table.

    Its columns have to stand where those of the first stand. A head that is repeated is left out; a cell that is cut by the
    end of the page is put together.
    """
    if not _fits(first, second):
        return False
    edges = _distinct([*first.edges, *second.edges])
    _lay_out(first, edges)
    last_row, first.last_page = first.last_row, second.page
    rest = _without_repeated_head(first, second)
    if not rest:
        return True
    skipped = min(cell.row for cell in rest)
    cut = all(cell.open for cell in first.cells if cell.row + cell.rows > last_row) or _is_cut(first, rest, edges)
    base = last_row + (0 if cut else 1) - skipped
    for cell in rest:
        column = _index(edges, cell.box[0])
        moved = replace(cell, row=cell.row + base, column=column, columns=max(1, _index(edges, cell.box[2]) - column))
        above = next((one for one in first.cells if one.column == column and one.row + one.rows > last_row), None)
        at_the_cut = cell.row == skipped and above is not None
        if at_the_cut and above is not None and (cut or above.open or (column == 0 and not cell.texts)):
            _put_together(above, moved)
        else:
            first.cells.append(moved)
    for row, place in second.places.items():
        if row >= skipped:
            first.places.setdefault(row + base, place)
    return True


def _fits(first: FoundTable, second: FoundTable) -> bool:
    """Whether the columns of a table stand where those of the other stand."""
    if abs(first.box[0] - second.box[0]) > NEAR or abs(first.box[2] - second.box[2]) > NEAR:
        return False
    return _among(second.edges, first.edges) or _among(first.edges, second.edges)


def _is_cut(first: FoundTable, rest: Sequence[TableCell], edges: Sequence[float]) -> bool:
    """Whether a row is cut by the end of the page though a line is drawn there: all that it says goes on with what is above."""
    ends = {cell.column: cell for cell in first.cells if cell.row + cell.rows > first.last_row}
    begins = [cell for cell in rest if cell.row == rest[0].row]
    pairs = [(ends.get(_index(edges, cell.box[0])), cell) for cell in begins]
    if any(above is None for above, _ in pairs) or not any(above and above.lines and not cell.lines for above, cell in pairs):
        return False
    goes = [above is not None and _goes_on(above, cell) for above, cell in pairs if cell.lines]
    return bool(goes) and all(goes)


def _goes_on(above: TableCell, below: TableCell) -> bool:
    """Whether the text of a cell goes on: in the same sentence, or with the next bullet of its list."""
    if not above.lines:
        return False
    left, right = _room(above)
    first = below.lines[0]
    if begins_anew(first.text):
        return begins_anew(above.lines[-1].text) or any(begins_anew(line.text) for line in above.lines)
    return right - left > NARROWEST * first.size and goes_on(above.lines[-1], first, left, right)


def _room(cell: TableCell) -> tuple[float, float]:
    """Left and right edge of the text in a cell."""
    padding = max(0.0, min(line.x0 for line in cell.lines) - cell.box[0])
    return cell.box[0] + padding, cell.box[2] - min(padding, PADDING * cell.lines[0].size)


def _lay_out(table: FoundTable, edges: Sequence[float]) -> None:
    """Count the columns of a table by these edges, which are more than its own."""
    for cell in table.cells:
        cell.column = _index(edges, cell.box[0])
        cell.columns = max(1, _index(edges, cell.box[2]) - cell.column)


def _among(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether each of these edges is one of the others."""
    return all(any(abs(edge - other) <= NEAR for other in others) for edge in some)


def _put_together(above: TableCell, below: TableCell) -> None:
    """One cell that the end of a page has cut."""
    above.rows = below.row + below.rows - above.row
    above.open = below.open
    texts = list(below.texts)
    if texts and above.lines and below.lines and goes_on(above.lines[-1], below.lines[0], *_room(above)):
        above.texts[-1] += between(above.lines[-1], below.lines[0]) + texts.pop(0)
    above.texts += texts
    above.lines = above.lines + below.lines


def _without_repeated_head(first: FoundTable, second: FoundTable) -> list[TableCell]:
    """The cells of a table without the rows at its top that the table before begins with too."""

    def row(table: FoundTable, number: int) -> list[tuple[int, str]]:
        return sorted((round(one.box[0]), cell_text(one.texts)) for one in table.cells if one.row == number)

    repeated = 0
    while repeated < min(first.last_row, second.last_row + 1) and row(first, repeated) == row(second, repeated) != []:
        repeated += 1
    if repeated and not any(text for number in range(repeated) for _, text in row(second, number)):
        repeated = 0
    return [cell for cell in second.cells if cell.row >= repeated]


def _holds(box: Box, glyph: Glyph) -> bool:
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]


def _is_within(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] - NEAR and inner[1] >= outer[1] - NEAR and inner[2] <= outer[2] + NEAR and inner[3] <= outer[3] + NEAR


def _around(boxes: Sequence[Box]) -> Box:
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))
