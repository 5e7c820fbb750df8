"""The map as a workbook that Kumu imports: sheets Elements and Connections, Label in A1."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.holdings import Holdings
from loaders.exporting import Written, ending_of
from loaders.harmless import harmless
from loaders.kumu.map import OF_CONNECTION, OF_ELEMENT, Cell, Map
from loaders.whole_files import archive, write_file

BEFORE_ANYTHING = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time that the workbook gives for itself: the same holdings give the same bytes."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook would take for an escaped character."""


class KumuWorkbook:
    """A map as a workbook."""

    name = "kumu"
    title_ja = "Kumu（Excelブック）"
    title_en = "Kumu (workbook)"
    suffix = ".xlsx"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the workbook.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, self.suffix)
        map_ = Map(holdings=holdings, wording=wording)
        book = Workbook()
        if book.active is not None:
            book.remove(book.active)
        book.properties.creator = "tsunagu"
        book.properties.created = book.properties.modified = BEFORE_ANYTHING
        _fill(book.create_sheet("Elements"), OF_ELEMENT, list(map_.elements()))
        _fill(book.create_sheet("Connections"), OF_CONNECTION, list(map_.connections()))
        written = write_file(out, _packed(book))
        return Written(files=(written,), counts=map_.carried.counts(holdings), left_out=map_.carried.left_out(holdings))


def _fill(sheet: Worksheet, first: Iterable[str], rows: list[dict[str, Cell]]) -> None:
    heads = list(dict.fromkeys((*first, *(head for row in rows for head in row))))
    sheet.append([_safe(head) for head in heads])
    for row in rows:
        sheet.append([_safe(row[head]) if head in row else None for head in heads])


def _safe(cell: Cell) -> Cell:
    return harmless(_ESCAPE.sub("_x005F_", cell)) if isinstance(cell, str) else cell


def _packed(book: Workbook) -> bytes:
    """The bytes of the workbook: texts in their own characters and no trace of the time at which it was packed."""
    made = BytesIO()
    book.save(made)
    with ZipFile(made) as packed:
        return archive({name: _plain(name, packed.read(name)) for name in packed.namelist()})


def _plain(name: str, content: bytes) -> bytes:
    if name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml":
        # The library writes every Japanese character as &#…;: three times as long, and unreadable to whoever looks into the file.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return bytes(etree.tostring(etree.fromstring(content, parser), xml_declaration=True, encoding="UTF-8"))
    if name == "docProps/core.xml":
        return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content)
    return content
