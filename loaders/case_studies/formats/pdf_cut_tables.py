"""A table that goes on on the next page or column: its parts are put together, and a row or cell that was cut with them."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.case_studies.formats.pdf_edges import NEAR
from loaders.case_studies.formats.pdf_joining import begins_anew, between, goes_on
from loaders.case_studies.formats.pdf_table import PADDING, FoundTable, TableCell, distinct, fits, nearest
from loaders.case_studies.formats.writing import cell_text

NARROWEST = 3.5
"""In sizes of its text: in a narrower cell each line is full, so that this says nothing."""


def go_on(first: FoundTable, second: FoundTable) -> bool:
    """Put a table behind one that ends the page or column before, where it is the same table.

    Its columns have to be those of the first. A head that is repeated is left out; a cell that is cut by the end of the page
    is put together. In another column of text only a table that is plainly cut goes on: the next may be alike.
    """
    by = first.box[0] - second.box[0]
    aside = abs(by) > NEAR
    part = second.moved(by) if aside else second
    if not fits(first, part):
        return False
    edges = distinct([*first.edges, *part.edges])
    _lay_out(first, edges)
    last_row = first.last_row
    rest = _without_repeated_head(first, part)
    skipped = min((cell.row for cell in rest), default=0)
    cut = all(cell.open for cell in first.cells if cell.row + cell.rows > last_row) or (bool(rest) and _is_cut(first, rest, edges))
    if aside and not cut and not skipped:
        return False
    first.last_page, first.last_box = second.page, second.box
    base = last_row + (0 if cut else 1) - skipped
    for cell in rest:
        column = nearest(edges, cell.box[0])
        moved = replace(cell, row=cell.row + base, column=column, columns=max(1, nearest(edges, cell.box[2]) - column))
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


def _is_cut(first: FoundTable, rest: Sequence[TableCell], edges: Sequence[float]) -> bool:
    """Whether a row is cut by the end of the page though a line is drawn there: all that it says goes on with what is above."""
    ends = {cell.column: cell for cell in first.cells if cell.row + cell.rows > first.last_row}
    begins = [cell for cell in rest if cell.row == rest[0].row]
    pairs = [(ends.get(nearest(edges, cell.box[0])), cell) for cell in begins]
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
        cell.column = nearest(edges, cell.box[0])
        cell.columns = max(1, nearest(edges, cell.box[2]) - cell.column)


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
