"""Locating: where the words that a proposal quotes stand in the text; what stands nowhere is no quotation."""

from collections.abc import Iterable

from loaders.case_studies.extractors.contract import Piece, Quoted
from loaders.japanese.cleaning import MASK, Stretch, cleaned

NEARBY = 3
"""How many lines a reader may be wrong by in counting."""
SHORTEST, LONGEST = 2, 500
"""Characters of a quotation."""


def located(pieces: Iterable[Piece], quoted: Quoted) -> Stretch | None:
    """The quoted characters at their place, in the named line or the nearest one; None where no line near has them.

    They are looked for as they are, and then as both read when cleaned (width, spaces that break words, tags), where each
    character remembers its place in the raw line. Masked characters stay masked; a quotation of nothing else is none.
    """
    quote = quoted.quote.strip()
    if not SHORTEST <= len(quote) <= LONGEST or not quote.replace(MASK, "").strip():
        return None
    near = sorted((piece for piece in pieces if abs(piece.line - quoted.line) <= NEARBY), key=lambda piece: abs(piece.line - quoted.line))
    wanted = cleaned(0, quote).text.strip(" 　\n")
    for piece in near:
        if found := _exact(piece, quote) or _cleaned(piece, wanted):
            return found
    return None


def _exact(piece: Piece, quote: str) -> Stretch | None:
    at = piece.masked.find(quote, piece.start, piece.end)
    if at < 0:
        return None
    view = cleaned(piece.line, piece.masked, piece.start, piece.end)
    within = [index for index, (start, end) in enumerate(view.places) if at <= start and end <= at + len(quote)]
    found = view.part(within[0], within[-1] + 1) if within else None
    return found if found and found.text else None


def _cleaned(piece: Piece, wanted: str) -> Stretch | None:
    view = cleaned(piece.line, piece.masked, piece.start, piece.end)
    at = view.text.find(wanted) if len(wanted) >= SHORTEST else -1
    if at < 0:
        return None
    found = view.part(at, at + len(wanted))
    return found if found.text else None
