"""Lists of a Word file: the mark that Word shows before an item, which stands nowhere in its text."""

import re
from collections import defaultdict

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.case_studies.formats.numbering import wording
from loaders.case_studies.formats.word_names import number, value
from loaders.case_studies.formats.word_styles import Styles
from loaders.case_studies.formats.writing import LIST_MARKS

LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")
SYMBOLS = {
    0xF06C: "●", 0xF06D: "○", 0xF0A1: "○", 0xF0A4: "◎", 0xF06E: "■", 0xF06F: "□", 0xF071: "□", 0xF0A8: "□",
    0xF075: "◆", 0xF074: "◆", 0xF076: "◆", 0xF0B2: "◇", 0xF0E0: "→", 0xF0E8: "⇒", 0xF0F0: "⇒", 0xF0A7: "-", 0xF0B7: "-",
}  # fmt: skip
"""Signs of the fonts Wingdings and Symbol, as Word keeps them, that mean something to a reader; the rest are bullets."""
SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
PRIVATE = 0xF000


def symbol(character: str, font: str = "") -> str:
    """A sign of a symbol font as text; `-` for one that is only a bullet."""
    code = ord(character)
    if font.lower().startswith(SYMBOL_FONTS) and code < 0x100:  # noqa: PLR2004 - such fonts have 256 signs
        code += PRIVATE
    return SYMBOLS.get(code, "-") if 0xE000 <= code <= 0xF8FF else character  # noqa: PLR2004 - the private use area


class Lists:
    """Counts the items of every list as Word does."""

    def __init__(self, root: BaseOxmlElement | None, styles: Styles) -> None:
        self._styles = styles
        kinds = root.findall(qn("w:abstractNum")) if root is not None else []
        self._kinds = {one.get(qn("w:abstractNumId")): one for one in kinds}
        lists = root.findall(qn("w:num")) if root is not None else []
        self._lists = {one.get(qn("w:numId")): one for one in lists}
        self._counts: dict[str | None, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()

    def mark(self, paragraph: BaseOxmlElement) -> tuple[int, str] | None:
        """Depth from 0 and mark of a paragraph that is an item; the mark is empty where Word shows none. None outside lists."""
        found = self._styles.list_of(paragraph)
        if found is None:
            return None
        list_id, level = found
        kind = self._kind(list_id)
        if kind is None:
            return None
        own = min(self._level_of_style(kind, paragraph) if level is None else level, LEVELS - 1)
        mark = self._mark(list_id, kind, own)
        return max(own, self._styles.depth(paragraph)), mark

    def _mark(self, list_id: str, kind: BaseOxmlElement, depth: int) -> str:
        form = value(self._level(kind, depth), "numFmt") or "decimal"
        count = self._counted(list_id, kind, depth)
        text = value(self._level(kind, depth), "lvlText") or ""
        if form == "bullet":
            font = value(self._level(kind, depth), "rPr/rFonts", "w:ascii") or ""
            sign = symbol(text[0], font) if text else ""
            return sign if not sign or sign in LIST_MARKS else "-"
        return PLACEHOLDER.sub(lambda match: self._shown(kind, int(match[1]) - 1, count), text).strip()

    def _shown(self, kind: BaseOxmlElement, depth: int, counts: dict[int, int]) -> str:
        form = value(self._level(kind, depth), "numFmt") or "decimal"
        return "" if form in {"none", "bullet"} else wording(form, counts.get(depth, self._start(kind, depth)))

    def _counted(self, list_id: str, kind: BaseOxmlElement, depth: int) -> dict[int, int]:
        """The numbers of the levels after this item: its own goes on, those below it begin anew."""
        counts = self._counts[kind.get(qn("w:abstractNumId"))]
        override = self._override(list_id, depth)
        if override is not None and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))
            counts[depth] = override
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else self._start(kind, depth)
        for below in range(depth + 1, LEVELS):
            if value(self._level(kind, below), "lvlRestart") != "0":
                counts.pop(below, None)
        return counts

    def _override(self, list_id: str, depth: int) -> int | None:
        for one in self._lists[list_id].findall(qn("w:lvlOverride")):
            start = value(one, "startOverride")
            if number(one.get(qn("w:ilvl"))) == depth and start is not None:
                return number(start)
        return None

    def _start(self, kind: BaseOxmlElement, depth: int) -> int:
        return number(value(self._level(kind, depth), "start"), 1)

    def _kind(self, list_id: str, through: int = 3) -> BaseOxmlElement | None:
        """The definition of a list; one that only names a list style is that style's."""
        kind = self._kinds.get(value(self._lists.get(list_id), "abstractNumId"))
        style = value(kind, "numStyleLink")
        linked = self._styles.list_of_style(style) if style else None
        return self._kind(linked, through - 1) if linked and linked != list_id and through else kind

    def _level(self, kind: BaseOxmlElement, depth: int) -> BaseOxmlElement | None:
        return next((one for one in kind.findall(qn("w:lvl")) if number(one.get(qn("w:ilvl"))) == depth), None)

    def _level_of_style(self, kind: BaseOxmlElement, paragraph: BaseOxmlElement) -> int:
        """The level that names the paragraph's style as its own."""
        styles = self._styles.style_ids(paragraph)
        levels = [one for one in kind.findall(qn("w:lvl")) if value(one, "pStyle") in styles]
        return number(levels[0].get(qn("w:ilvl"))) if levels else 0
