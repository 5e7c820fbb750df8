"""Glyphs laid out by hand: text of a size from a place on a page."""

from loaders.case_studies.formats.pdf_lines import Line, is_wide, lines_of
from loaders.case_studies.formats.pdf_page import Glyph

SIZE = 10.0


def glyphs(text: str, x: float = 50, base: float = 100, *, size: float = SIZE, bold: bool = False) -> list[Glyph]:
    """The glyphs of one line: wide characters are as wide as high, the others half; `_` is a gap of one size, written nowhere."""
    found = []
    for character in text:
        width = size if is_wide(character) or character == "_" else size / 2
        if character != "_":
            found.append(Glyph(character, x, x + width, base - size, base, base, size, bold))
        x += width
    return found


def line(text: str, x: float = 50, base: float = 100, *, size: float = SIZE, page: int = 1) -> Line:
    """One line."""
    (made,) = lines_of(glyphs(text, x, base, size=size), page)
    return made
