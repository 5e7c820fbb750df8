"""Glyphs → lines as they are seen: what stands on one line of the page, in pieces where a wide gap parts it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.case_studies.formats.pdf_page import Glyph

SAME_LINE = 0.35
"""How far apart two characters of one line may stand, in their size: figures stand lower than kana, notes higher."""
GAP_OF_A_WORD = 0.2
GAP_OF_A_CHARACTER = 0.9
GAP_OF_A_PIECE = 1.8
"""In sizes: a space between Latin words, a wide space, and what may be the gap between two columns."""
SIZE_OF_RUBY = 0.62
HEIGHT_OF_RUBY = (0.6, 1.5)
KANA = frozenset(chr(code) for code in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD)))
SPACES = " 　"


@dataclass(frozen=True)
class Line:
    """What stands on one line of a page, or a piece of it."""

    page: int
    glyphs: tuple[Glyph, ...]
    number: int = 0
    """Which line of the page it is, from 1, in the order of reading."""
    spaced: bool = False
    """Whether a space is written at its end."""

    @cached_property
    def text(self) -> str:
        """Its characters, with a space where one is seen."""
        return text_of(self.glyphs)

    @cached_property
    def x0(self) -> float:
        """Where its first character begins."""
        return self.glyphs[0].x0

    @cached_property
    def x1(self) -> float:
        """Where its last character ends."""
        return max(glyph.x1 for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes: dict[float, int] = {}
        for glyph in self.glyphs:
            sizes[round(glyph.size, 1)] = sizes.get(round(glyph.size, 1), 0) + 1
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def base(self) -> float:
        """The height on which it stands, from the top of the page."""
        return sorted(glyph.base for glyph in self.glyphs)[len(self.glyphs) // 2]

    @cached_property
    def top(self) -> float:
        """Its upper edge."""
        return min(glyph.top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(glyph.bottom for glyph in self.glyphs)

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(glyph.bold for glyph in self.glyphs if glyph.text not in SPACES)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page or cell from the top, each in one piece."""
    return [Line(page, tuple(_trimmed(row)), spaced=row[-1].text in SPACES) for row in _without_ruby(_rows(glyphs))]


def pieces_of(line: Line) -> list[Line]:
    """The pieces of a line that a wide gap parts."""
    pieces: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if pieces and glyph.x0 - pieces[-1][-1].x1 <= GAP_OF_A_PIECE * max(glyph.size, pieces[-1][-1].size):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [Line(line.page, tuple(trimmed)) for piece in pieces if (trimmed := _trimmed(piece))]


def joined(pieces: Sequence[Line]) -> Line:
    """Pieces beside each other as one line."""
    return Line(pieces[0].page, tuple(sorted((glyph for piece in pieces for glyph in piece.glyphs), key=lambda glyph: glyph.x0)))


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The characters of a line; a gap that is wide enough to be seen is a space."""
    text, before, typed = "", None, False
    for glyph in glyphs:
        if glyph.text in SPACES:
            typed = True
            continue
        if before is not None:
            gap, size = glyph.x0 - before.x1, max(before.size, glyph.size)
            latin = not is_wide(before.text[-1:]) and not is_wide(glyph.text[:1])
            # A space that is written says nothing of its width: programs write a wide one as a narrow one, moved.
            if gap > GAP_OF_A_CHARACTER * size:
                text += "　"
            elif typed or (latin and gap > GAP_OF_A_WORD * size):
                text += " "
        text, before, typed = text + glyph.text, glyph, False
    return text


def is_wide(character: str) -> bool:
    """Whether a character is as wide as a kanji: no space is written beside it."""
    return bool(character) and unicodedata.east_asian_width(character) in "WFA"


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that stand on one height, each row from the left."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (one.base, one.x0)):
        row = next((row for row in reversed(rows[-4:]) if _on_one_line(row, glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    ordered = [sorted(row, key=lambda glyph: glyph.x0) for row in rows if _trimmed(row)]
    return sorted(ordered, key=lambda row: row[0].base)


def _on_one_line(row: Sequence[Glyph], glyph: Glyph) -> bool:
    largest = max(row, key=lambda one: one.size)
    size = min(largest.size, glyph.size) if glyph.size > largest.size * SIZE_OF_RUBY else largest.size
    return abs(glyph.base - largest.base) <= SAME_LINE * size


def _without_ruby(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows without those that only say how the characters below them are read."""
    kept = []
    for number, row in enumerate(rows):
        below = rows[number + 1 : number + 4]
        if not any(_is_ruby(row, other) for other in below):
            kept.append(row)
    return kept


def _is_ruby(row: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    size, reading = max(glyph.size for glyph in below), max(glyph.size for glyph in row)
    height = (below[0].base - row[0].base) / size
    return (
        reading <= SIZE_OF_RUBY * size
        and HEIGHT_OF_RUBY[0] <= height <= HEIGHT_OF_RUBY[1]
        and all(glyph.text in KANA for glyph in row if glyph.text not in SPACES)
        and row[0].x0 >= below[0].x0 - size
        and row[-1].x1 <= below[-1].x1 + size
    )


def _trimmed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without the spaces at both ends."""
    found = list(glyphs)
    while found and found[-1].text in SPACES:
        found.pop()
    while found and found[0].text in SPACES:
        found.pop(0)
    return found
