"""Writing a document down line by line, as Markdown that the rules read, with the place of each line in its file."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from graph.places import Place
from loaders.case_studies.document import Document, Mark, Note
from loaders.case_studies.formats.grid import BREAK, Cell, grid_of

LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
"""Control characters, soft hyphens, spaces without width, marks of direction and of variants: nobody sees them."""
WIDE = str.maketrans("<>", "＜＞")
LIST_MARKS = "●○◆■◇□▶▲△▼▽☆★◎※・"
"""Marks that the rules know; other bullets are written as `-`."""
HAS_MARK = re.compile(rf"^\s*(?:[{LIST_MARKS}①-⑳]|[-*+] |[(（]?\d{{1,2}}[)）.．])")
DEEPEST_HEADING = 6
SPACES_A_LEVEL = 2


def plain(text: str) -> str:
    """The text without characters that nobody sees; `<` and `>`, which rules take for a tag, are written wide."""
    composed = unicodedata.normalize("NFC", text) if "\u3099" in text or "\u309a" in text else text
    return INVISIBLE.sub("", composed).translate(WIDE)


def lines_in(text: str) -> list[str]:
    """The lines of a text, without spaces at their ends."""
    return [line.rstrip(" \t\u3000\xa0") for line in LINE_ENDS.split(plain(text))]


def cell_text(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; a bar would end the cell, so that it is written wide."""
    return BREAK.join(line.strip(" \t\u3000\xa0") for line in lines if line.strip()).replace("|", "｜")


class Writer:
    """Takes headings, lines, list items and tables in their order, and gives the document."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._marks: list[tuple[Mark, ...]] = []
        self.notes: list[Note] = []

    def heading(self, level: int, text: str, *marks: Mark) -> None:
        """A heading, on one line of its own."""
        wording = " ".join(line.strip() for line in lines_in(text) if line.strip())
        if wording:
            before = "#" * max(1, min(level, DEEPEST_HEADING)) + " "
            self.blank()
            self._add(before + wording, _moved(marks, len(before)))
            self.blank()

    def line(self, text: str, *marks: Mark) -> None:
        """A line of running text. One that would begin like a row of a table is kept from being one."""
        if text.strip():
            wide = text.lstrip().startswith("|") and text.count("|") > 1
            self._add(text.replace("|", "｜") if wide else text, marks)

    def item(self, depth: int, mark: str, text: str, *marks: Mark) -> None:
        """An item of a list: `mark` is what the reader sees before it, empty for none and `-` for any bullet."""
        first, *others = [line for line in lines_in(text) if line.strip()] or [""]
        indent = " " * (SPACES_A_LEVEL * depth)
        before = indent + (mark if not mark or mark in LIST_MARKS else f"{mark} ")
        if first:
            self.line(before + first.lstrip(), *_moved(marks, len(before)))
        for other in others:
            self.line(indent + other.lstrip(), *marks[:1])

    def blank(self) -> None:
        """An empty line, where the line before is none."""
        if self._lines and self._lines[-1]:
            self._add("", ())

    def table(self, cells: Sequence[Cell], places: Mapping[int, Place]) -> None:
        """A table.

        Args:
            cells: its cells, their lines joined by `cell_text`.
            places: the place of each row in which cells begin.
        """
        grid = grid_of(cells)
        for caption in grid.captions:
            for line in caption.texts[0].split(BREAK):
                self.line(line, Mark(start=0, place=places[caption.row]))
        self.blank()
        for number, row in enumerate(grid.rows):
            self._add("| " + " | ".join(row.texts) + " |", (Mark(start=0, place=places[row.row]),))
            if number == 0:
                self._add("|" + "---|" * len(row.texts), ())
        self.blank()

    def note(self, code: str, place: Place, **values: object) -> None:
        """Say that something was left out; its message names the place."""
        self.notes.append(Note(code=f"case_studies.{code}", place=place, values={"place": place, **values}))

    def holds_text(self) -> bool:
        """Whether anything was written."""
        return any(self._lines)

    def document(self, name: str) -> Document:
        """What was written."""
        last = len(self._lines) - 1 if self._lines and not self._lines[-1] else len(self._lines)
        return Document(name=name, lines=tuple(self._lines[:last]), marks=tuple(self._marks[:last]), notes=tuple(self.notes))

    def _add(self, text: str, marks: Sequence[Mark]) -> None:
        self._lines.append(text)
        self._marks.append(tuple(marks))


def _moved(marks: Sequence[Mark], by: int) -> tuple[Mark, ...]:
    """The marks of a text before which something was put; the first still counts from the beginning of the line."""
    return tuple(Mark(start=mark.start + by if number else 0, place=mark.place) for number, mark in enumerate(marks))
