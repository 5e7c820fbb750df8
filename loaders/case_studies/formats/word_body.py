"""The blocks of a Word file in their order: headings, paragraphs, lists, tables, text boxes, footnotes."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from graph.places import Place
from loaders.case_studies.formats.blocks import CellSink, LeftOut, Sink, TextSink
from loaders.case_studies.formats.word_archive import WordFile
from loaders.case_studies.formats.word_lists import Lists
from loaders.case_studies.formats.word_names import ALTERNATIVES, chosen, is_on, is_placeholder, local, value
from loaders.case_studies.formats.word_styles import Styles
from loaders.case_studies.formats.word_tables import cells_of, is_layout, rows_in
from loaders.case_studies.formats.word_text import Said, Words

TRANSPARENT = frozenset({"customXml", "ins", "moveTo", "smartTag", "sdtContent"})
CONTENTS = "Table of Contents"
MARK_OF_A_NOTE = "※"
UNITS = {"footnotes": "footnote", "endnotes": "endnote"}


class BodyWalker:
    """Goes through the text once and hands its blocks to a sink."""

    def __init__(self, file: WordFile, sink: TextSink) -> None:
        self.sink = sink
        self.left_out = LeftOut(sink)
        self.styles = Styles(file.part("styles"))
        self.lists = Lists(file.part("numbering"), self.styles)
        self.words = Words(self.left_out)
        self.notes = {kind: _notes(file.part(kind)) for kind in UNITS}
        self.boxes = 0
        self.numbers = dict.fromkeys(UNITS, 0)
        self.waiting: list[tuple[str, str]] = []
        """References to notes that stand in the block that is being read."""
        self.unfinished = Said()
        """What a paragraph says whose end was deleted, so that it goes on in the next."""

    def body(self, body: BaseOxmlElement) -> None:
        """The whole text, each note behind the block that refers to it."""
        for block in _blocks(body):
            self._block(block, self.sink)
            self._write_notes()

    def _block(self, block: BaseOxmlElement, sink: Sink) -> None:
        name = local(block)
        if name == "p":
            self._paragraph(block, sink)
        elif name == "tbl":
            self._table(block, sink)
        elif name == "sdt":
            if value(block, "sdtPr/docPartObj/docPartGallery") == CONTENTS:
                self.left_out.add("contents")
                return
            for inner in block.findall(qn("w:sdtContent")) if not is_placeholder(block) else ():
                self._blocks(inner, sink)
        elif name == "altChunk":
            self.left_out.add("embedded")
        elif name == "del":
            self.left_out.add("deleted", _raw(block))

    def _blocks(self, container: BaseOxmlElement, sink: Sink) -> None:
        for block in _blocks(container):
            self._block(block, sink)

    def _paragraph(self, paragraph: BaseOxmlElement, sink: Sink) -> None:
        if self.styles.is_contents(paragraph):
            if _raw(paragraph).strip():
                self.left_out.add("contents", _raw(paragraph))
            return
        said = self.words.said(paragraph)
        before, self.unfinished = self.unfinished, Said()
        said = Said(before.text + said.text, before.boxes + said.boxes, before.notes + said.notes)
        if is_on(paragraph, "pPr/rPr/del"):
            self.unfinished = said
            return
        self._write(paragraph, said, sink)
        self.waiting += said.notes
        for box in said.boxes:
            self._box(box, sink)

    def _write(self, paragraph: BaseOxmlElement, said: Said, sink: Sink) -> None:
        if not said.text.strip():
            if not said.boxes:
                sink.blank()
            return
        level, item = self.styles.heading_level(paragraph), self.lists.mark(paragraph)
        if level is not None:
            mark = item[1] if item and item[1] != "-" else ""
            sink.heading(level, f"{mark} {said.text}" if mark else said.text)
        elif item and item[1]:
            sink.item(item[0], item[1], said.text)
        else:
            sink.paragraph(said.text)

    def _box(self, box: BaseOxmlElement, sink: Sink) -> None:
        """A text box, behind the paragraph to which it is fastened."""
        self.boxes += 1
        before, self.sink.within = self.sink.within, Place.of(text_box=self.boxes)
        sink.blank()
        self._blocks(box, sink)
        sink.blank()
        self.sink.within = before

    def _table(self, table: BaseOxmlElement, sink: Sink) -> None:
        rows = list(rows_in(table, self.left_out))
        if is_layout(rows):
            for cell in (cell for row in rows for cell in row.cells):
                self._blocks(cell, sink)
            return
        with self.sink.opened_table() if sink is self.sink else nullcontext():
            cells = cells_of(rows, self._cell)
        sink.table(cells)

    def _cell(self, cell: BaseOxmlElement) -> str:
        sink = CellSink()
        self._blocks(cell, sink)
        return sink.text()

    def _write_notes(self) -> None:
        waiting, self.waiting = self.waiting, []
        for kind, id_ in waiting:
            self.numbers[kind] += 1
            note = self.notes[kind].get(id_)
            if note is None:
                continue
            self.sink.within = Place.of(**{UNITS[kind]: self.numbers[kind]})
            sink = CellSink()
            self._blocks(note, sink)
            self.sink.item(0, MARK_OF_A_NOTE, "\n".join(line.strip() for line in sink.lines if line.strip()))
            self.sink.within = None


def _blocks(container: Iterable[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    for child in container:
        if child.tag == ALTERNATIVES:
            yield from _blocks(chosen(child))
        elif local(child) in TRANSPARENT:
            yield from _blocks(child)
        else:
            yield child


def _notes(root: BaseOxmlElement | None) -> dict[str, BaseOxmlElement]:
    """Id → note; the lines that Word draws above notes are none."""
    notes = [one for one in root if one.get(qn("w:type")) in {None, "normal"}] if root is not None else []
    return {one.get(qn("w:id"), ""): one for one in notes}


def _raw(element: BaseOxmlElement) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t"), qn("w:delText")))
