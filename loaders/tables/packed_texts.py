"""A ZIP of texts (one CSV for each table): its tables as sheets, each called after its file."""

import io
import zipfile
from pathlib import PurePosixPath

from loaders.tables.book import Book, Sheet
from loaders.tables.text_table import text_book

ENDINGS = (".csv", ".tsv", ".txt")
NAMES_ARE_UTF8 = 0x800
"""The flag of an entry whose name is UTF-8; other names are what Windows of the country writes."""


def is_packed_texts(names: list[str]) -> bool:
    """Whether the parts of a ZIP are texts and nothing of a workbook."""
    own = [name for name in names if not name.endswith("/") and not name.startswith("__MACOSX/")]
    return any(name.lower().endswith(".csv") for name in own) and not any(name.startswith(("xl/", "[Content_Types]")) for name in own)


def packed_texts(content: bytes, file: str) -> Book:
    """The tables of a ZIP, in the order of the archive; other files in it are left alone.

    Raises:
        LoadStopped: a table in it is no text.
    """
    sheets: list[Sheet] = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for part in packed.infolist():
            path = PurePosixPath(_name(part))
            if part.is_dir() or path.suffix.lower() not in ENDINGS or path.parts[0] == "__MACOSX":
                continue
            text = packed.read(part)
            if text.strip(b"\xef\xbb\xbf \t\r\n"):
                sheets += [Sheet(name=path.stem, rows=one.rows) for one in text_book(text, file).sheets]
    return Book(file=file, is_text=True, sheets=tuple(sheets))


def _name(part: zipfile.ZipInfo) -> str:
    if part.flag_bits & NAMES_ARE_UTF8:
        return part.filename
    try:
        return part.filename.encode("cp437").decode("cp932")
    except UnicodeError:
        return part.filename
