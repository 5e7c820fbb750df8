"""The text of a paragraph of a Word file as a reader sees it: tracked insertions in, deletions and hidden text out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from loaders.case_studies.formats.blocks import LeftOut
from loaders.case_studies.formats.word_lists import symbol
from loaders.case_studies.formats.word_names import ALTERNATIVES, chosen, is_on, is_placeholder, local

TRANSPARENT = frozenset({"hyperlink", "smartTag", "fldSimple", "customXml", "ins", "moveTo", "dir", "bdo", "sdt", "sdtContent"})
DELETED = "del"
DRAWINGS = frozenset({"drawing", "pict", "object"})
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
PICTURES = frozenset({"blip", "imagedata"})
NOT_TEXT = frozenset({"chart", "relIds", "OLEObject"})
"""Charts, diagrams and files within the file: their words lie elsewhere and are not read."""


@dataclass
class Said:
    """What a paragraph says, and what hangs on it."""

    text: str = ""
    """Breaks of lines within it as line ends."""
    boxes: list[BaseOxmlElement] = field(default_factory=list)
    """The contents of text boxes that are fastened to it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(footnotes or endnotes, id) for each reference."""


class Words:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, left_out: LeftOut) -> None:
        self._left_out = left_out
        self._fields: list[bool] = []
        """For each field that we are in, whether we are past its code and in what it shows."""

    def said(self, paragraph: BaseOxmlElement) -> Said:
        """What a paragraph says."""
        found = Said()
        self._inline(paragraph, found)
        return found

    def _inline(self, element: Iterable[BaseOxmlElement], found: Said) -> None:
        for child in element:
            name = local(child)
            if name == "r":
                self._run(child, found)
            elif name in TRANSPARENT:
                if not is_placeholder(child):
                    self._inline(child, found)
            elif name == DELETED:
                self._left_out.add("deleted", "".join(one.text or "" for one in child.iter(qn("w:delText"))))
            elif child.tag == ALTERNATIVES:
                self._inline(chosen(child), found)
            elif name in {"oMath", "oMathPara"}:
                found.text += "".join(one.text or "" for one in child.iter() if local(one) == "t")
            elif name in {"subDoc", "altChunk"}:
                self._left_out.add("embedded")

    def _run(self, run: BaseOxmlElement, found: Said) -> None:
        if is_on(run, "rPr/vanish"):
            self._left_out.add("hidden", "".join(one.text or "" for one in run.iter(qn("w:t"))))
            return
        for child in run:
            self._piece(child, found)

    def _piece(self, piece: BaseOxmlElement, found: Said) -> None:
        name = local(piece)
        if name == "fldChar":
            self._field(piece.get(qn("w:fldCharType")))
        elif name in SIGNS or name in {"t", "sym"}:
            found.text += _sign(piece, name) if all(self._fields) else ""
        elif name in NOTES:
            found.notes.append((NOTES[name], piece.get(qn("w:id"), "")))
        elif name == "commentReference":
            self._left_out.add("comments")
        elif name in DRAWINGS:
            self._drawing(piece, found)
        elif name == "ruby":
            for base in piece.findall(qn("w:rubyBase")):
                self._inline(base, found)
        elif piece.tag == ALTERNATIVES:
            for one in chosen(piece):
                self._piece(one, found)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, drawing: BaseOxmlElement, found: Said) -> None:
        """Text boxes of a drawing are read; a picture, chart or embedded file is told."""
        found.boxes += _outermost(drawing, qn("w:txbxContent"))
        inner = {local(one) for one in drawing.iter()}
        about = next((one.get("descr") or "" for one in drawing.iter() if local(one) == "docPr"), "")
        if inner & NOT_TEXT:
            self._left_out.add("embedded", about)
        elif inner & PICTURES:
            self._left_out.add("pictures", about)


def _outermost(element: BaseOxmlElement, tag: str) -> list[BaseOxmlElement]:
    """Elements of a name that lie in no other of that name; of two ways to write the same, one."""
    if element.tag == tag:
        return [element]
    if element.tag == ALTERNATIVES:
        return [one for child in chosen(element) for one in _outermost(child, tag)]
    return [one for child in element for one in _outermost(child, tag)]


def _sign(piece: BaseOxmlElement, name: str) -> str:
    if name == "t":
        return piece.text or ""
    return _symbol(piece) if name == "sym" else SIGNS[name]


def _symbol(piece: BaseOxmlElement) -> str:
    code = piece.get(qn("w:char"), "")
    try:
        sign = symbol(chr(int(code, 16)), piece.get(qn("w:font"), ""))
    except (ValueError, OverflowError):
        return ""
    return "・" if sign == "-" else sign
