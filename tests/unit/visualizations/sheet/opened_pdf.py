"""A PDF as its reader sees it: the text of its pages, their size, and the fonts that are inside."""

import io
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from visualizations.sheet.fonts import JAPANESE, installed

needs_japanese_font = pytest.mark.skipif(
    not {family.casefold() for family in JAPANESE} & {family.casefold() for family in installed().families()},
    reason="no Japanese font on this computer (Debian: fonts-noto-cjk)",
)


@dataclass(frozen=True)
class OpenedPdf:
    """What is in the file."""

    text: str
    """Without spaces and breaks: a name in three lines stands there as one."""
    pages: int
    size: tuple[int, int]
    """Millimetres of the first page."""
    embedded: set[str]
    """Names of fonts whose outlines are in the file."""
    used: set[str]
    """Names of fonts in which something is set."""


def opened(content: bytes) -> OpenedPdf:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        text = "".join("".join(char["text"] for char in page.chars) for page in pdf.pages)
        first = pdf.pages[0]
        used = {str(char["fontname"]) for page in pdf.pages for char in page.chars}
        embedded = {name for page in pdf.pages for name in _embedded(page)}
        size = (round(first.width / 72 * 25.4), round(first.height / 72 * 25.4))
        return OpenedPdf("".join(text.split()), len(pdf.pages), size, embedded, used)


def _embedded(page: Any) -> set[str]:
    found = set()
    fonts = resolve1(resolve1(page.page_obj.resources).get("Font", {}))
    for reference in _fonts_within(page.page_obj.resources, fonts):
        font = resolve1(reference)
        for descendant in map(resolve1, resolve1(font.get("DescendantFonts", [font]))):
            descriptor = resolve1(descendant.get("FontDescriptor", {}))
            if {"FontFile", "FontFile2", "FontFile3"} & descriptor.keys():
                found.add(str(resolve1(descendant["BaseFont"]).name))
    return found


def _fonts_within(resources: Any, fonts: Any) -> list[Any]:
    """Fonts of a page, and of the drawings on it."""
    found = list(fonts.values())
    for reference in resolve1(resolve1(resources).get("XObject", {})).values():
        inner = resolve1(getattr(resolve1(reference), "attrs", {}).get("Resources", {}))
        found += _fonts_within(inner, resolve1(inner.get("Font", {})))
    return found
