"""Tables of a page: rows and cells as a browser lays them out, and tables that only put a page in order."""

from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from loaders.case_studies.formats.grid import MOST_COLUMNS, Cell

MOST_DIGITS = 9
SHARE_IN_NESTED = 0.5
HEADINGS_AND_RULES = ("h1", "h2", "h3", "h4", "h5", "h6", "hr")


def rows_in(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The rows of a table, without those of tables within it; its foot stands last."""
    groups = [child for child in table if child.tag in {"thead", "tbody", "tfoot", "tr"}]
    for group in sorted(groups, key=lambda one: 0 if one.tag == "thead" else 2 if one.tag == "tfoot" else 1):
        for row in [group] if group.tag == "tr" else group.findall("tr"):
            yield [cell for cell in row if cell.tag in {"td", "th"}]


def is_layout(table: HtmlElement, rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Whether a table only puts a page in order: its cells are parts of the page and read one after the other.

    So is a table of one column; one with headings in it; and one around other tables, where it has one row or its text is
    mostly theirs.
    """
    if table.get("role") in {"presentation", "none"} or max((len(row) for row in rows), default=0) <= 1:
        return True
    if any(cell.tag == "th" for row in rows for cell in row):
        return False
    inner = [one for one in table.iterdescendants("table") if one.text_content().strip()]
    if any(True for _ in table.iterdescendants(*HEADINGS_AND_RULES)):
        return True
    if not inner:
        return False
    outermost = [one for one in inner if next(one.iterancestors("table")) is table]
    own, theirs = len(table.text_content()), sum(len(one.text_content()) for one in outermost)
    return len(rows) == 1 or theirs > SHARE_IN_NESTED * own


def cells_of(rows: Sequence[Sequence[HtmlElement]], text_of: Callable[[HtmlElement], str]) -> list[Cell]:
    """The cells of a table with the rows and columns that they cover."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, elements in enumerate(rows):
        column = 0
        for element in elements:
            while (row, column) in taken:
                column += 1
            width = max(1, min(_span(element.get("colspan"), 1), MOST_COLUMNS - column))
            height = min(_span(element.get("rowspan"), len(rows)), len(rows) - row)
            cells.append(Cell(row, column, text_of(element), rows=height, columns=width))
            taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
            column += width
            if column >= MOST_COLUMNS:
                break
    return cells


def _span(text: str | None, for_zero: int) -> int:
    """The number of rows or columns; 0 means up to the end, anything that is no number 1."""
    number = int(text) if text and text.strip().isdecimal() and len(text) <= MOST_DIGITS else 1
    return number or for_zero
