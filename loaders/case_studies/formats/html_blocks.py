"""The blocks of a page in the order in which they stand: headings, paragraphs, lists; tables are `html_tables`."""

import re
from collections.abc import Iterator
from contextlib import nullcontext

from lxml.html import HtmlElement

from loaders.case_studies.formats.blocks import CellSink, LeftOut, Sink, TextSink
from loaders.case_studies.formats.html_tables import cells_of, is_layout, rows_in
from loaders.case_studies.formats.numbering import wording

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "nobr", "output", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
})  # fmt: skip
"""What stands within a line; everything else begins and ends one."""
UNSEEN = frozenset({
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "svg", "math", "canvas", "audio", "video",
    "source", "track", "map", "area", "param", "rt", "rp", "rtc", "col", "colgroup", "select", "option", "optgroup", "datalist",
    "input", "button", "textarea", "meter", "progress",
})  # fmt: skip
EMBEDDED = frozenset({"iframe", "object", "embed", "frame"})
AROUND = frozenset({"nav", "footer"})
"""What a site puts around every page; within an article a footer is its own."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SYMBOL_FONT = re.compile(r"font-family\s*:\s*[\"']?(?:wingdings|symbol)", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")
LINE = "\v"
"""A break of the line that the page asks for, apart from those of its source."""
ORDER = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def one_space(text: str) -> str:
    """The text as a browser shows it: space and line ends of the source are one space; breaks that the page asks for stay."""
    return "\n".join(line.strip(" ") for line in SPACE.sub(" ", text).split(LINE))


class PageWalker:
    """Goes through a page once and hands its blocks to a sink."""

    def __init__(self, sink: Sink, left_out: LeftOut) -> None:
        self.sink = sink
        self.left_out = left_out
        self.inline: list[str] = []
        self.depth = 0
        """How many lists we are in."""
        self.mark: str | None = None
        """The mark of the item that has begun and has no text yet."""

    def page(self, root: HtmlElement) -> None:
        """A whole page; where it says what its main part is, that part."""
        mains = [one for one in root.iter("main", "div", "section") if one.tag == "main" or one.get("role") == "main"]
        if len(mains) == 1 and mains[0].text_content().strip():
            for text in _texts_around(mains[0]):
                self._leave_out("around", text)
            root = mains[0]
        self.element(root)
        self.flush()

    def element(self, element: HtmlElement) -> None:
        """One element with everything in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if self._is_left_out(element, tag):
            return
        if tag in INLINE or ":" in tag:
            self._inline(element)
        elif tag == "br":
            self.inline.append(LINE)
        elif tag == "img":
            self._leave_out("pictures", element.get("alt") or "")
        elif tag == "table":
            self.flush()
            self._table(element)
        elif tag in LISTS:
            self.flush()
            self._list(element, tag)
        elif tag == "pre":
            self.flush()
            self.inline.append(element.text_content().replace("\n", LINE))
            self.flush()
        elif tag == "dl":
            self.flush()
            self._definitions(element)
        else:
            self._block(element, tag)

    def flush(self) -> None:
        """End the block: its text goes to the sink."""
        text, self.inline = one_space("".join(self.inline)), []
        if not text.strip():
            return
        if self.mark is not None:
            mark, self.mark = self.mark, None
            self.sink.item(self.depth - 1, mark, text)
        else:
            self.sink.paragraph(text)

    def _inside(self, element: HtmlElement) -> None:
        self.inline.append(element.text or "")
        for child in element:
            self.element(child)
            self.inline.append(child.tail or "")

    def _inline(self, element: HtmlElement) -> None:
        text = (element.text or "").strip()
        if len(text) == 1 and SYMBOL_FONT.search(element.get("style") or ""):
            self.inline.append("・")  # a bullet that a word processor wrote in the page
            for child in element:
                self.inline.append(child.tail or "")
            return
        self._inside(element)

    def _block(self, element: HtmlElement, tag: str) -> None:
        self.flush()
        if tag in HEADINGS:
            inner = self._within(element)
            self.sink.heading(HEADINGS[tag], inner)
            return
        self._inside(element)
        self.flush()
        if tag in {"p", "blockquote", "section", "article", "hr", "address", "figure"} and self.depth == 0:
            self.sink.blank()

    def _within(self, element: HtmlElement) -> str:
        """The text of an element, what is unseen left out."""
        sink = CellSink()
        walker = PageWalker(sink, self.left_out)
        walker._inside(element)
        walker.flush()
        return "\n".join(sink.lines)

    def _list(self, element: HtmlElement, tag: str) -> None:
        self.depth += 1
        number = _number(element.get("start"), 1)
        for child in element:
            if child.tag != "li":
                self.element(child)
                self.inline.append(child.tail or "")
                continue
            self.flush()
            number = _number(child.get("value"), number)
            style = ORDER.get(child.get("type") or element.get("type") or "1", "decimal")
            self.mark = f"{wording(style, number)}." if tag == "ol" else "-"
            number += 1
            self._inside(child)
            self.flush()
            self.mark = None
        self.flush()
        self.depth -= 1
        if self.depth == 0:
            self.sink.blank()

    def _definitions(self, element: HtmlElement) -> None:
        """A term and, beside it, what is said of it, as label and value; several values stand below it."""
        term, values = "", 0
        pairs = (one for child in element for one in (child if child.tag == "div" else [child]))
        for child in (one for one in pairs if one.tag in {"dt", "dd"}):
            if child.tag == "dt":
                if term and not values:
                    self.sink.paragraph(term)
                term, values = self._within(child), 0
            else:
                said = self._within(child)
                values += 1
                if term and values == 1 and "\n" not in said:
                    self.sink.paragraph(f"{term}　{said}")
                else:
                    self.sink.paragraph(f"{term}\n{said}" if values == 1 else said)
        if term and not values:
            self.sink.paragraph(term)
        self.sink.blank()

    def _table(self, element: HtmlElement) -> None:
        rows = list(rows_in(element))
        for caption in element.findall("caption"):
            self.sink.paragraph(self._within(caption))
        if is_layout(element, rows):
            for cell in (cell for row in rows for cell in row):
                self._inside(cell)
                self.flush()
            return
        with self.sink.opened_table() if isinstance(self.sink, TextSink) else nullcontext():
            cells = cells_of(rows, self._within_cell)
        self.sink.table(cells)

    def _within_cell(self, cell: HtmlElement) -> str:
        sink = CellSink()
        walker = PageWalker(sink, self.left_out)
        walker._inside(cell)
        walker.flush()
        return sink.text()

    def _is_left_out(self, element: HtmlElement, tag: str) -> bool:
        if not tag or tag in UNSEEN:
            return True
        if tag in EMBEDDED:
            self._leave_out("embedded", element.get("title") or element.get("src") or "")
        elif tag == "del":
            self._leave_out("deleted", _text_of(element))
        elif element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
            self._leave_out("hidden", _text_of(element))
        elif (tag in AROUND or element.get("role") in {"navigation", "contentinfo"}) and not _is_in_an_article(element):
            self._leave_out("around", _text_of(element))
        else:
            return False
        return True

    def _leave_out(self, kind: str, text: str) -> None:
        if text.strip() or kind in {"pictures", "embedded"}:
            self.left_out.add(kind, text)


def _is_in_an_article(element: HtmlElement) -> bool:
    return element.tag == "footer" and any(True for _ in _ancestors(element, {"article", "section", "main", "blockquote"}))


def _ancestors(element: HtmlElement, tags: set[str]) -> Iterator[HtmlElement]:
    return (one for one in element.iterancestors() if one.tag in tags)


def _text_of(element: HtmlElement) -> str:
    """What an element says, its pieces apart."""
    return " ".join(text.strip() for text in element.itertext() if text.strip())


def _texts_around(main: HtmlElement) -> Iterator[str]:
    """What stands on a page outside its main part."""
    for inner in (main, *main.iterancestors()):
        for beside in (*inner.itersiblings(preceding=True), *inner.itersiblings()):
            if beside.tag not in UNSEEN and (text := _text_of(beside)):
                yield text


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise
