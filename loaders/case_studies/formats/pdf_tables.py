"""Finding the tables of a page: ruled cells with their text, merged cells, cells that the end of the page leaves open."""

from collections.abc import Sequence

from pdfplumber.page import Page
from pdfplumber.table import TableFinder

from graph.places import Place
from loaders.case_studies.formats.grid import Cell, is_table
from loaders.case_studies.formats.pdf_edges import NEAR, Edge, is_drawn, missing_edges, whole_edges
from loaders.case_studies.formats.pdf_joining import between, goes_on
from loaders.case_studies.formats.pdf_lines import Line, lines_of
from loaders.case_studies.formats.pdf_margins import AT_THE_EDGE
from loaders.case_studies.formats.pdf_page import Glyph, PageContent
from loaders.case_studies.formats.pdf_table import PADDING, Box, FoundTable, TableCell, distinct, fits, nearest

FARTHEST = 2.5
"""Of a line below the cell that it belongs to, in sizes of the text."""


def take_tables(content: PageContent, page: Page, before: FoundTable | None = None) -> list[FoundTable]:
    """The tables of a page from the top; their glyphs are taken from the page.

    Args:
        content: what is on the page.
        page: the page itself, for its lines.
        before: the last table of the page before, of which the first on this page may be the rest.
    """
    edges = whole_edges(page)
    content.is_drawing = edges is None
    if edges is None:
        return []
    found: list[FoundTable] = []
    for boxes in sorted(_cells(page, *edges), key=lambda boxes: -max(box[3] - box[1] for box in boxes)):
        whole = _around(boxes)
        if any(_is_within(whole, other.box) for other in found):
            continue
        edge = content.height * AT_THE_EDGE
        rest = before is not None and not any(edge < glyph.bottom < whole[1] and glyph.text.strip() for glyph in content.glyphs)
        table = _table(content, page, boxes, before if rest else None)
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


def _cells(page: Page, horizontal: list[Edge], vertical: list[Edge]) -> list[list[Box]]:
    across, down = missing_edges(horizontal, vertical)
    finder = TableFinder(page, {"explicit_horizontal_lines": across, "explicit_vertical_lines": down})
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in table.cells] for table in finder.tables]


def _table(content: PageContent, page: Page, boxes: Sequence[Box], before: FoundTable | None) -> FoundTable | None:
    """The table of these cells; None where they only frame text and are not the rest of the table before."""
    whole = _around(boxes)
    columns = distinct([one for box in boxes for one in (box[0], box[2])])
    rows = distinct([one for box in boxes for one in (box[1], box[3])])
    cells = []
    for box in boxes:
        x0, top, x1, bottom = (nearest(edges, value) for edges, value in zip((columns, rows) * 2, box, strict=True))
        lines = lines_of([glyph for glyph in content.glyphs if _holds(box, glyph)], content.number)
        cells.append(TableCell(box, lines, row=top, column=x0, rows=max(1, bottom - top), columns=max(1, x1 - x0)))
    table = FoundTable(content.number, whole, cells)
    if not is_table([Cell(one.row, one.column, "x" if one.lines else "") for one in cells]) and not (before and fits(before, table)):
        return None
    for cell in cells:
        at_end = abs(cell.box[3] - whole[3]) <= NEAR
        cell.open = at_end and not is_drawn(page, cell.box[0], cell.box[2], cell.box[3])
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


def _holds(box: Box, glyph: Glyph) -> bool:
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]


def _is_within(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] - NEAR and inner[1] >= outer[1] - NEAR and inner[2] <= outer[2] + NEAR and inner[3] <= outer[3] + NEAR


def _around(boxes: Sequence[Box]) -> Box:
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)
