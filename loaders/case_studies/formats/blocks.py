"""Blocks of a page or a Word file: where they are written to, in the text itself or within a cell."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from graph.places import Place
from loaders.case_studies.document import Mark
from loaders.case_studies.formats.grid import Cell, flattened
from loaders.case_studies.formats.writing import HAS_MARK, LIST_MARKS, Writer, cell_text, lines_in

SHOWN_OF_A_TEXT = 40
SHOWN_OF_ALL = 120
BULLET_IN_A_CELL = "・"
"""Rules know it as a bullet wherever it stands; `-` they know only at the beginning of a line."""


class Sink(Protocol):
    """Takes blocks in their order."""

    def heading(self, level: int, text: str) -> None:
        """A heading; level 1 is the highest."""
        ...

    def paragraph(self, text: str) -> None:
        """A paragraph; breaks of lines within it stay."""
        ...

    def item(self, depth: int, mark: str, text: str) -> None:
        """An item of a list, its mark as the reader sees it, `-` for any bullet."""
        ...

    def table(self, cells: Sequence[Cell]) -> None:
        """A table."""
        ...

    def blank(self) -> None:
        """Space between blocks."""
        ...


class LeftOut:
    """What is not among the lines, by kind, so that it is told once for each kind and never left out silently."""

    def __init__(self, sink: "TextSink") -> None:
        self.sink = sink
        self._found: dict[str, list[tuple[Place, str]]] = {}

    def add(self, kind: str, text: str = "") -> None:
        """Something was left out here; `text` is what it says."""
        self._found.setdefault(kind, []).append((self.sink.here(), " ".join(text.split())[:SHOWN_OF_A_TEXT]))

    def tell(self) -> None:
        """A note for each kind: the first place, how often, and how the texts begin."""
        for kind, found in self._found.items():
            shown = " / ".join(text for text in dict.fromkeys(text for _, text in found) if text) or "—"
            self.sink.writer.note(f"left_out_{kind}", found[0][0], count=len(found), text=shown[:SHOWN_OF_ALL])


class TextSink:
    """The text itself: its paragraphs and tables are counted, so that a person finds them."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.paragraphs = 0
        self.tables = 0
        self.within: Place | None = None
        """A footnote or text box: everything in it has this place."""

    def here(self) -> Place:
        """Where we are: in the paragraph that is written next, or in what `within` says."""
        return self.within or Place.of(paragraph=self.paragraphs + 1)

    @contextmanager
    def opened_table(self) -> Iterator[None]:
        """While the cells of the next table are read, that is where we are."""
        before, self.within = self.within, self.within or Place.of(table=self.tables + 1)
        try:
            yield
        finally:
            self.within = before

    def heading(self, level: int, text: str) -> None:
        """A heading is counted as a paragraph."""
        if text.strip():
            self.writer.heading(level, text, self._counted())

    def paragraph(self, text: str) -> None:
        """Each of its lines is a line."""
        lines = [line for line in lines_in(text) if line.strip()]
        mark = self._counted() if lines else None
        for line in lines:
            self.writer.line(line, *([mark] if mark else []))

    def item(self, depth: int, mark: str, text: str) -> None:
        """An item is counted as a paragraph."""
        if text.strip():
            self.writer.item(depth, mark, text, self._counted())

    def table(self, cells: Sequence[Cell]) -> None:
        """A table with at least one cell that holds text."""
        if any(cell.text for cell in cells):
            self.tables += 1
            rows = sorted({cell.row for cell in cells})
            places = {row: self.within or Place.of(table=self.tables, row=number) for number, row in enumerate(rows, start=1)}
            self.writer.table(cells, places)

    def blank(self) -> None:
        """An empty line."""
        self.writer.blank()

    def _counted(self) -> Mark:
        mark = Mark(start=0, place=self.here())
        if self.within is None:
            self.paragraphs += 1
        return mark


class CellSink:
    """One cell: paragraphs, items and tables within it become its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def text(self) -> str:
        """What the cell holds, its lines with a break between them."""
        return cell_text(self.lines)

    def heading(self, level: int, text: str) -> None:  # noqa: ARG002 - a cell knows no levels
        """A heading in a cell is a line of it."""
        self.paragraph(text)

    def paragraph(self, text: str) -> None:
        """Each of its lines is a line."""
        self.lines += lines_in(text)

    def item(self, depth: int, mark: str, text: str) -> None:  # noqa: ARG002 - a cell knows no depth
        """A line with the mark that rules know within cells."""
        first, *others = [line for line in lines_in(text) if line.strip()] or [""]
        shown = "" if not mark or (mark == "-" and HAS_MARK.match(first)) else BULLET_IN_A_CELL if mark == "-" else mark
        if first:
            self.lines.append(shown + (" " if shown and shown not in LIST_MARKS else "") + first.lstrip())
        self.lines += others

    def table(self, cells: Sequence[Cell]) -> None:
        """A table within the cell: one line a row."""
        if text := flattened(cells):
            self.lines += text.split("<br>")

    def blank(self) -> None:
        """Nothing: a cell has no empty lines."""
