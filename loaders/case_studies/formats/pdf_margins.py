"""What stands at the edge of every page: numbers of pages, running heads and feet. It is no part of the text."""

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.case_studies.formats.pdf_lines import Line

NUMBER_OF_A_PAGE = re.compile(
    r"[-－–—―・.\s　]*(?:p{1,2}\.?|page)?\s*[0-9０-９ⅰ-ⅻ]{1,4}(?:\s*(?:/|／|of)\s*[0-9０-９]{1,4})?\s*(?:ページ|頁)?[-－–—―・.\s　]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"[0-9０-９]+")
AT_THE_EDGE = 0.12
"""Share of the page's height within which running heads and feet stand."""
LINES_AT_AN_EDGE = 3
SAME_HEIGHT = 4.0
LEAST_PAGES = 3


def without_margins(pages: Sequence[tuple[float, list[Line]]]) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page without those of its margins, and what running heads and feet say.

    Args:
        pages: height and lines of each page, from the top.
    """
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages):
        for line in _at_edges(lines, height):
            seen[_form(line)].append((number, line.base))
    wanted = min(LEAST_PAGES, len(pages)) if len(pages) > 1 else LEAST_PAGES
    running = {form: places for form, places in seen.items() if len({page for page, _ in places}) >= wanted}
    kept, texts = [], []
    for height, lines in pages:
        edge = _at_edges(lines, height)
        gone = {id(line) for line in edge if NUMBER_OF_A_PAGE.fullmatch(line.text)}
        for line in edge:
            alike = [base for _, base in running.get(_form(line), ()) if abs(base - line.base) <= SAME_HEIGHT]
            if id(line) not in gone and len(alike) >= wanted:
                gone.add(id(line))
                texts.append(line.text)
        kept.append([line for line in lines if id(line) not in gone])
    return kept, texts


def _at_edges(lines: Sequence[Line], height: float) -> list[Line]:
    """The first and last lines of a page, where they stand near its edges."""
    first = [line for line in lines[:LINES_AT_AN_EDGE] if line.bottom <= height * AT_THE_EDGE]
    last = [line for line in lines[-LINES_AT_AN_EDGE:] if line.top >= height * (1 - AT_THE_EDGE)]
    return list({id(line): line for line in (*first, *last)}.values())


def _form(line: Line) -> str:
    return DIGITS.sub("#", line.text)
