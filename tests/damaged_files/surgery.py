"""Workbooks, and what can be done to their parts."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def book_of(rows: Iterable[Sequence[object]], title: str = "ニーズ") -> tuple[Workbook, Worksheet]:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book, sheet


def saved(book: Workbook) -> bytes:
    """A workbook as a file."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_parts(content: bytes, changed: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """A packed file with parts changed or added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            change = changed.get(part.filename, old.read(part))
            new.writestr(part.filename, change(old.read(part)) if callable(change) else change)
        for name in changed.keys() - set(old.namelist()):
            change = changed[name]
            new.writestr(name, change(b"") if callable(change) else change)
    return written.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP of some parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return written.getvalue()


def bomb(name: str, megabytes: int, before: Mapping[str, bytes]) -> bytes:
    """A ZIP with one part that unpacks to very much more than it takes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for one, content in before.items():
            new.writestr(one, content)
        with new.open(name, "w") as part:
            for _ in range(megabytes):
                part.write(bytes(1 << 20))
    return written.getvalue()


def lying(content: bytes) -> bytes:
    """A ZIP whose directory says that every part unpacks to ten bytes."""
    changed, at = bytearray(content), 0
    while (at := changed.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", changed, at + 24, 10)
        at += 4
    return bytes(changed)


def locked(content: bytes) -> bytes:
    """A ZIP whose parts say that they are encrypted."""
    changed = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := changed.find(sign, at)) >= 0:
            changed[at + offset] |= 1
            at += 4
    return bytes(changed)


def compound(stream: str) -> bytes:
    """The beginning of a file of older Office programs with the name of a stream."""
    return OLE + bytes(504) + stream.encode("utf-16-le") + bytes(512)
