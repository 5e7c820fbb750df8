"""The archive of a Word file: whether it is one, and whether it is whole, readable and of a sensible size."""

import re
import zipfile
import zlib
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from graph.errors import LoadStopped

MAGIC = b"PK\x03\x04"
CONTENT_TYPES = "[Content_Types].xml"
A_MAIN_PART = re.compile(rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled")
NAME_OF_A_PART = b"word/document"
MOST_PARTS = 10_000
MOST_BYTES = 500_000_000
MOST_BYTES_OF_TEXT = 100_000_000
"""Unpacked; the longest report is far below, and an archive that was made to burst is far above."""
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    IndexError,
    AttributeError,
    EOFError,
    NotImplementedError,
    OSError,
)
"""What a damaged archive makes the libraries raise."""


def is_word(content: bytes) -> bool:
    """Whether it is the archive of a Word file, or what a damaged one has left."""
    if not content.startswith(MAGIC):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(CONTENT_TYPES) as types:
            return A_MAIN_PART.search(types.read(MOST_BYTES_OF_TEXT)) is not None
    except DAMAGED:
        return NAME_OF_A_PART in content
    except RuntimeError:  # its parts are locked
        return NAME_OF_A_PART in content


class WordFile:
    """The parts of a Word file as trees.

    Raises:
        LoadStopped: it is damaged, locked with a password, or larger than any report.
    """

    def __init__(self, content: bytes, name: str) -> None:
        _check_size(content, name)
        try:
            self._main = OpcPackage.open(BytesIO(content)).part_related_by(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
            self.root = _root(self._main)
            body = self.root.find(qn("w:body"))
        except DAMAGED as reason:
            raise LoadStopped("case_studies.damaged", file=name) from reason
        if body is None:
            raise LoadStopped("case_studies.damaged", file=name)
        self.body: BaseOxmlElement = body
        self.name = name

    def part(self, kind: str) -> BaseOxmlElement | None:
        """The tree of a part (styles, numbering, footnotes, endnotes); None where there is none."""
        return next(iter(self.parts(kind)), None)

    def parts(self, kind: str) -> list[BaseOxmlElement]:
        """Every part of a kind that belongs to the text: header, footer."""
        ending = f"/{kind}"
        found = [one.target_part for one in self._main.rels.values() if not one.is_external and one.reltype.endswith(ending)]
        try:
            return [_root(one) for one in found]
        except DAMAGED as reason:
            raise LoadStopped("case_studies.damaged", file=self.name) from reason


def _root(part: Part) -> BaseOxmlElement:
    root: BaseOxmlElement = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    return root


def _check_size(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except DAMAGED as reason:
        raise LoadStopped("case_studies.damaged", file=name) from reason
    # The sizes may lie, but zipfile unpacks no more of a part than it claims.
    text = sum(one.file_size for one in parts if one.filename.endswith((".xml", ".rels")))
    whole = sum(one.file_size for one in parts)
    if len(parts) > MOST_PARTS or text > MOST_BYTES_OF_TEXT or whole > MOST_BYTES:
        raise LoadStopped("case_studies.too_large", file=name, limit=MOST_BYTES_OF_TEXT // 1_000_000)
    if any(one.flag_bits & 1 for one in parts):
        raise LoadStopped("case_studies.locked", file=name)
