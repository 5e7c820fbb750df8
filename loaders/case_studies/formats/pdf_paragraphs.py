"""Lines of a PDF → paragraphs, headings and bullets: a sentence that the layout broke is one line again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.places import Place
from loaders.case_studies.document import Mark
from loaders.case_studies.formats.pdf_characters import BULLET
from loaders.case_studies.formats.pdf_cut_tables import go_on
from loaders.case_studies.formats.pdf_joining import begins_anew, between, goes_on, width_of_text
from loaders.case_studies.formats.pdf_lines import Line
from loaders.case_studies.formats.pdf_order import Item
from loaders.case_studies.formats.pdf_table import FoundTable
from loaders.case_studies.formats.writing import Writer

PLAIN_BULLET = re.compile(rf"(?:[{BULLET}‣▪◦∙⦁➢➤✓✔]|[-–](?=[\s　]))[\s　]*")
LEADERS = re.compile(r"(?:[.．…・‥･]\s?){4,}\s*[-－]?\s*[0-9０-９]{1,4}\s*[-－]?$")
ENOUGH_TEXT = 200
USUAL_SIZE = 10.5
SIZE_OF_A_HEADING = 1.15
LONGEST_HEADING = 60
SIZE_OF_A_NOTE = 0.92
WIDER_THAN_A_LINE = 1.35
"""A gap that is this much wider than the usual one parts paragraphs."""
INDENT = 0.7
DEEPER = 0.8
LARGEST_INDENT = 2.4
"""Of the first line of a paragraph and of the lines below a mark, in sizes of the text."""


@dataclass
class Paragraph:
    """Lines that are one, and the edges of their column."""

    gap_before: bool = False
    """Whether room is left above it."""
    lines: list[Line] = field(default_factory=list)
    indents: list[float] = field(default_factory=list)
    """How far each of its lines stands from the left edge of its column."""
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    """The edges of the column in which it ends."""

    def add(self, line: Line, edges: tuple[float, float]) -> None:
        """Put the next line behind the last."""
        self.text += between(self.lines[-1], line) if self.lines else ""
        self.marks.append(Mark(start=len(self.text), place=Place.of(page=line.page, line=line.number)))
        self.text += line.text
        self.left, self.right = edges
        self.lines.append(line)
        self.indents.append(line.x0 - self.left)


class Layout:
    """What holds for the whole document: the size of its text, the distance of its lines, the edges of its pages."""

    def __init__(self, items: Sequence[Item], widths: dict[int, float]) -> None:
        lines = [item.content for item in items if isinstance(item.content, Line)]
        tables = [item.content for item in items if isinstance(item.content, FoundTable)]
        in_cells = [line for table in tables for cell in table.cells for line in cell.lines]
        # Cells are often set smaller than the text; they say how large it is only where there is hardly any.
        own = lines if sum(len(line.glyphs) for line in lines) >= ENOUGH_TEXT else [*lines, *in_cells]
        self.size = _usual([(line.size, len(line.glyphs)) for line in own]) or USUAL_SIZE
        self.pitch = _usual([(gap, 1) for gap in _gaps(lines)]) or self.size * 1.6
        self._edges = {}
        for odd in (0, 1) if len(widths) > 3 else (None,):  # noqa: PLR2004 - a book has inner and outer margins
            pages = [page for page in widths if odd is None or page % 2 == odd]
            own = [one.content for one in items if isinstance(one.content, Line) and one.column is None and one.content.page in pages]
            for page in pages:
                self._edges[page] = width_of_text(own, widths[page] - min(line.x0 for line in own)) if own else (0.0, widths[page])
        sizes = {round(line.size, 1) for line in lines if self.is_heading(line)}
        once = len(sizes) > 1 and sum(round(line.size, 1) == max(sizes) for line in lines) == 1
        self._levels = {size: number + (1 if once else 2) for number, size in enumerate(sorted(sizes, reverse=True))}

    def edges(self, item: Item) -> tuple[float, float]:
        """Left and right edge of the text where a line stands."""
        assert isinstance(item.content, Line)  # noqa: S101 - tables are not asked for
        return item.column or self._edges[item.content.page]

    def is_heading(self, line: Line) -> bool:
        """Whether a line is set larger than the text."""
        return line.size >= SIZE_OF_A_HEADING * self.size

    def level(self, line: Line) -> int:
        """The level of a heading, by its size."""
        return self._levels.get(round(line.size, 1), 2)

    def is_note(self, line: Line) -> bool:
        """Whether a line is set smaller than the text, as footnotes are."""
        return line.size <= SIZE_OF_A_NOTE * self.size


def blocks_of(items: Sequence[Item], layout: Layout) -> list[Paragraph | FoundTable]:
    """Paragraphs and tables; what the end of a column or page cut is put together."""
    blocks: list[Paragraph | FoundTable] = []
    for item in items:
        one = item.content
        last = blocks[-1] if blocks else None
        if isinstance(one, FoundTable):
            if not (isinstance(last, FoundTable) and last.may_go_on_in(one) and go_on(last, one)):
                blocks.append(one)
            continue
        edges = layout.edges(item)
        before = _paragraph_before(blocks, one, layout)
        if before is None or not _belongs(before, one, edges[0], layout):
            gap = isinstance(last, Paragraph) and last.lines[-1].page == one.page and _gap(last.lines[-1], one) > _wide(layout, one)
            before = Paragraph(gap_before=gap)
            blocks.append(before)
        before.add(one, edges)
    return blocks


def write(blocks: Sequence[Paragraph | FoundTable], layout: Layout, writer: Writer) -> list[tuple[Place, str]]:
    """Write the blocks down; lines of a table of contents are left out and given back."""
    depths: list[float] = []
    contents: list[tuple[Place, str]] = []
    for block in blocks:
        if isinstance(block, FoundTable):
            writer.table(block.as_cells(), block.places)
            continue
        marks, first = block.marks, block.lines[0]
        bullet = PLAIN_BULLET.match(block.text)
        if LEADERS.search(block.text):
            contents.append((marks[0].place, block.text))
            continue
        if block.gap_before:
            writer.blank()
        if bullet:
            depths = [x for x in depths if x < first.x0 - DEEPER * first.size] + [first.x0]
            moved = [Mark(start=max(0, mark.start - bullet.end()), place=mark.place) for mark in marks]
            writer.item(len(depths) - 1, "-", block.text[bullet.end() :], *moved)
            continue
        depths = depths if first.x0 > block.left + DEEPER * first.size else []
        if layout.is_heading(first) and len(block.text) <= LONGEST_HEADING and "。" not in block.text:
            writer.heading(layout.level(first), block.text, *marks)
        else:
            writer.line(block.text, *marks)
    return contents


def _paragraph_before(blocks: Sequence[Paragraph | FoundTable], line: Line, layout: Layout) -> Paragraph | None:
    """The paragraph that a line may go on with; footnotes at the foot of a page stand between its parts."""
    for block in reversed(blocks):
        if not isinstance(block, Paragraph):
            return None
        at_foot = layout.is_note(block.lines[-1]) and not layout.is_note(line) and block.lines[-1].page < line.page
        if not at_foot:
            return block
    return None


def _belongs(paragraph: Paragraph, line: Line, left: float, layout: Layout) -> bool:
    """Whether a line goes on with a paragraph, by their words, the gap between them and how far they are indented."""
    before, size = paragraph.lines[-1], line.size
    follows = before.page == line.page and line.base > before.base
    if follows and _gap(before, line) > _wide(layout, line):
        return False
    if before.bold != line.bold and layout.is_heading(line):
        return False
    if not goes_on(before, line, paragraph.left, paragraph.right):
        return False
    indent, first = line.x0 - left, paragraph.indents[0]
    if len(paragraph.lines) > 1:
        return abs(indent - paragraph.indents[1]) <= INDENT * size
    if begins_anew(paragraph.text) or paragraph.text.startswith(BULLET):
        return -2 * INDENT * size <= indent - first <= (LARGEST_INDENT + 1) * size
    return -LARGEST_INDENT * size <= indent - first <= INDENT * size


def _wide(layout: Layout, line: Line) -> float:
    return WIDER_THAN_A_LINE * max(layout.pitch, line.size * 1.2) * max(1.0, line.size / layout.size)


def _gap(before: Line, after: Line) -> float:
    return after.base - before.base


def _gaps(lines: Sequence[Line]) -> list[float]:
    pairs = pairwise(lines)
    return [
        round(_gap(one, other) * 2) / 2
        for one, other in pairs
        if one.page == other.page and abs(one.size - other.size) < 1 and one.size < _gap(one, other) < 3 * one.size
    ]


def _usual(values: Sequence[tuple[float, int]]) -> float | None:
    """The value that most of the text has."""
    counts: dict[float, int] = {}
    for value, weight in values:
        counts[round(value, 1)] = counts.get(round(value, 1), 0) + weight
    return max(counts, key=lambda value: (counts[value], -value)) if counts else None
