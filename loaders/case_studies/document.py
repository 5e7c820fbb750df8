"""What every format is read into: a text of lines, with the places where a person finds them, and what was left out."""

from dataclasses import dataclass, field

from graph.places import Place
from loaders.case_studies.extractors.contract import Proposals


@dataclass(frozen=True, kw_only=True)
class Mark:
    """From this character of a line on, the text stands at this place of the file."""

    start: int
    place: Place


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something of the file that is not among the lines, or not as it stands: told to whoever loads it."""

    code: str
    """Key of the catalogue."""
    place: Place
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text as the rules read it: headings `## …`, tables `| a | b |`, bullets `- …`, `<br>` for a break within a cell."""

    name: str
    """The file's name without its folder."""
    lines: tuple[str, ...]
    """Of a text file: as `str.splitlines()` counts them; a byte order mark stays the first character of line 1."""
    marks: tuple[tuple[Mark, ...], ...] = ()
    """For each line where it stands in the file; empty for a text file, whose lines are those of the file."""
    notes: tuple[Note, ...] = ()
    second_reading: tuple[tuple[str, Proposals], ...] | None = None
    """Id of each case's municipality with what a second reader proposes for it; None where none was asked."""

    def place_in_file(self, line: int, start: int = 0) -> Place | None:
        """Where a character stands in the file, where that is another place than its line; `line` counts from 1."""
        marks = self.marks[line - 1] if self.marks else ()
        before = [mark.place for mark in marks if mark.start <= start]
        return before[-1] if before else marks[0].place if marks else None

    def place(self, line: int, start: int = 0) -> Place:
        """Where a person finds a character: its place in the file, else its line."""
        return self.place_in_file(line, start) or Place.of(line=line)
