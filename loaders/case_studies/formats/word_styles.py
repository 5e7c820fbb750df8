"""Styles of a Word file: which paragraphs are headings, and which lists they belong to."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.case_studies.formats.word_names import number, value

HEADING = re.compile(r"(?:heading|見出し)\s*([1-9])", re.IGNORECASE)
TITLES = {"title": 1, "表題": 1, "subtitle": 2, "副題": 2}
CONTENTS = re.compile(r"(?:toc|目次)\s*(?:\d|heading|の見出し)|table of figures|図表目次|index\s*\d", re.IGNORECASE)
DEPTH = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
LOWEST_LEVEL = 9
"""An outline level from 0; 9 means running text."""
LONGEST_CHAIN = 20


class Styles:
    """What the style of a paragraph says of it, its own settings first, then those of the styles it is based on."""

    def __init__(self, root: BaseOxmlElement | None) -> None:
        styles = root.findall(qn("w:style")) if root is not None else []
        self._by_id = {one.get(qn("w:styleId"), ""): one for one in styles}
        self._default = next((one for one in styles if one.get(qn("w:type")) == "paragraph" and one.get(qn("w:default")) == "1"), None)

    def heading_level(self, paragraph: BaseOxmlElement) -> int | None:
        """1 for the highest heading; None for running text."""
        own = value(paragraph, "pPr/outlineLvl")
        if own is not None:
            return number(own, LOWEST_LEVEL) + 1 if number(own, LOWEST_LEVEL) < LOWEST_LEVEL else None
        for style in self._chain(paragraph):
            name = (value(style, "name") or "").strip().lower()
            if match := HEADING.fullmatch(name):
                return int(match[1])
            if name in TITLES:
                return TITLES[name]
            level = value(style, "pPr/outlineLvl")
            if level is not None:
                return number(level, LOWEST_LEVEL) + 1 if number(level, LOWEST_LEVEL) < LOWEST_LEVEL else None
        return None

    def is_contents(self, paragraph: BaseOxmlElement) -> bool:
        """Whether it is a line of a table of contents."""
        return any(CONTENTS.match(value(style, "name") or "") for style in self._chain(paragraph))

    def list_of(self, paragraph: BaseOxmlElement) -> tuple[str, int | None] | None:
        """Number of the list and level; the level is None where only the list's own levels say it. None outside lists."""
        for one in (paragraph, *self._chain(paragraph)):
            list_id = value(one, "pPr/numPr/numId")
            if list_id is not None:
                level = value(paragraph, "pPr/numPr/ilvl") or value(one, "pPr/numPr/ilvl")
                return (list_id, number(level) if level is not None else None) if list_id != "0" else None
        return None

    def style_ids(self, paragraph: BaseOxmlElement) -> list[str]:
        """The paragraph's style and those it is based on."""
        return [style.get(qn("w:styleId"), "") for style in self._chain(paragraph)]

    def depth(self, paragraph: BaseOxmlElement) -> int:
        """How deep an item lies by the name of its style (List Bullet 2), which is a list of its own in Word."""
        names = [DEPTH.fullmatch(value(style, "name") or "") for style in self._chain(paragraph)]
        return next((int(match[1]) - 1 for match in names if match), 0)

    def list_of_style(self, style_id: str) -> str | None:
        """The list that a list style stands for."""
        return value(self._by_id.get(style_id), "pPr/numPr/numId")

    def _chain(self, paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
        style = self._by_id.get(value(paragraph, "pPr/pStyle") or "", self._default)
        for _ in range(LONGEST_CHAIN):
            if style is None:
                return
            yield style
            style = self._by_id.get(value(style, "basedOn") or "")
