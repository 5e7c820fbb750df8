"""A sheet as a PDF for printing: A4 or A3 lying, one page, the fonts inside."""

from typing import Any

from visualizations.drawing import FONT_SIZE
from visualizations.sheet.fonts import installed, japanese
from visualizations.sheet.network import Box, box_of, network_svg, runs_of, sample_svg
from visualizations.sheet.papers import PAPERS, known_paper
from visualizations.sheet.sheet import Sheet
from visualizations.sheet.typesetting import typeset

MARGIN = 22
BESIDE_PICTURE = 62
"""Millimetres of the height that title, legend and sources take, about."""
SMALLEST_NAME = 5.0
"""Points: below it the sheet says how names become larger."""
MOST_SOURCES = 24
"""Above it the sources stand on a page of their own."""
POINTS = 72 / 25.4


def pdf_of(sheet: Sheet, *, paper: str = "A4", tables: bool = False) -> bytes:
    """The sheet as a PDF.

    Args:
        sheet: what stands on it.
        paper: A4 or A3.
        tables: whether what is drawn follows as tables with its sentences.

    Raises:
        QueryMisused: another paper.
        SettingsInvalid: this computer has no Japanese font.
    """
    content = content_of(sheet, known_paper(paper)) | {"tables": list(sheet.tables) if tables else []}
    return typeset("sheet", content, made_on=sheet.made_on)


def content_of(sheet: Sheet, paper: str) -> dict[str, Any]:
    """Everything that the template shows, as plain data."""
    network, box = network_svg(sheet, family=f"'{japanese(installed())[0]}'")
    small = bool(sheet.nodes) and _size_of_names(box, paper) < SMALLEST_NAME
    notes = [sheet.left_out, sheet.words("sheet.missing"), sheet.words("sheet.small_names") if small else None]
    return {
        "title": sheet.title,
        "language": sheet.language,
        "paper": paper.lower(),
        "summary": sheet.summary,
        "about": list(sheet.about),
        "banner": sheet.banner,
        "empty": sheet.empty,
        "network": network,
        "legend": [{"label": entry.label, "count": entry.count, "sample": sample_svg(entry)} for entry in sheet.legend],
        "notes": [note for note in notes if note],
        "sources_head": sheet.sources_head,
        "sources": list(sheet.sources),
        "sources_apart": len(sheet.sources) > MOST_SOURCES,
        "between": sheet.words("sheet.between_sources"),
    }


def best_paper(sheet: Sheet) -> str:
    """The smallest paper on which names can be read, else the largest."""
    box = box_of(sheet, runs_of(sheet))
    return next((paper for paper in PAPERS if _size_of_names(box, paper) >= SMALLEST_NAME), [*PAPERS][-1])


def _size_of_names(box: Box, paper: str) -> float:
    """Points of the names on a paper, about."""
    wide, high = PAPERS[paper]
    return min((wide - MARGIN) / box.width, (high - BESIDE_PICTURE) / box.height) * FONT_SIZE * POINTS
