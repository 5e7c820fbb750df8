"""How surely lines hold case studies, whatever format they come from."""

import re
from collections.abc import Callable, Sequence

from graph.errors import LoadStopped
from loaders.case_studies.document import Document
from loaders.contract import Candidate

REGION = re.compile(r"[都道府県][一-龯々ぁ-んァ-ヶー]{1,8}?[市区町村]")
SHORTEST_TEXT = 20
ONE_CHARACTER = 2
SHARE_OF_SHORT_LINES = 0.6


def likeness(lines: Sequence[str], *, structured: bool, named_so: bool) -> float:
    """How surely lines hold case studies.

    Args:
        lines: the text.
        structured: whether it has headings, tables or bullets.
        named_so: whether the file's name ends as its format's do.
    """
    if one_character_a_line(lines):
        return 0.5  # ours to refuse, with the reason
    has_region = any(REGION.search(line) for line in lines)
    if has_region and structured:
        return 1.0 if named_so else 0.6
    if has_region and named_so:
        return 0.5
    return 0.2 if named_so else 0.0


def likeness_when_read(read: Callable[[Candidate], Document], candidate: Candidate) -> float:
    """How surely a file of a format that always has headings and tables holds case studies; what cannot be read is ours to refuse."""
    try:
        document = read(candidate)
    except LoadStopped:
        return 0.5
    return likeness(document.lines, structured=True, named_so=True)


def one_character_a_line(lines: Sequence[str]) -> bool:
    """Whether the text came out of vertical writing, one character a line: it makes no sentences."""
    filled = [line.strip() for line in lines if line.strip()]
    return len(filled) > SHORTEST_TEXT and sum(len(line) <= ONE_CHARACTER for line in filled) > SHARE_OF_SHORT_LINES * len(filled)
