"""A table as text: its encoding, what separates its cells, and its rows one by one, however many there are."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from graph.errors import LoadStopped
from loaders.tables.book import Book, Cells, Sheet

ENCODINGS = ("utf-8", "cp932")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte order mark → encoding."""
SEPARATORS = (",", "\t", ";")
PIECE = 1 << 20
LARGEST_FIELD = 1 << 28
"""Characters that the reader takes into one cell; what is too long for us is refused with its row."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_QUOTED = re.compile(r'"[^"]*"')


def text_book(content: bytes, file: str, *, separator: str | None = None) -> Book:
    """The table of a text file; rows are read when they are asked for.

    Args:
        content: its bytes.
        file: its name.
        separator: what separates its cells, where its format says so; default: what stands most often between them.

    Raises:
        LoadStopped: not_text (with the line) where it is neither UTF-8, UTF-16 with its mark nor CP932, or holds signs that no
            table holds.
    """
    encoding = _encoding(content)
    between = separator or _separator(content, encoding)

    def rows() -> Iterator[Cells]:
        return _rows(content, encoding, between)

    return Book(file=file, is_text=True, sheets=(Sheet(name=None, rows=rows, height=content.count(b"\n") + 1),))


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            _see_that_it_is_text(content, encoding)
            return encoding
    for encoding in ENCODINGS:
        try:
            _see_that_it_is_text(content, encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise LoadStopped("not_text", line=_line_of_first_fault(content))


def _see_that_it_is_text(content: bytes, encoding: str) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    for begin in range(0, len(content), PIECE):
        piece = content[begin : begin + PIECE]
        text = decoder.decode(piece, final=begin + PIECE >= len(content))
        if found := _NO_TEXT.search(text):
            raise LoadStopped("not_text", line=lines + text.count("\n", 0, found.start()))
        lines += text.count("\n")


def _line_of_first_fault(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return content.count(b"\n", 0, fault.start) + 1
    return 1


def _separator(content: bytes, encoding: str) -> str:
    """What stands most often between the cells of the first lines."""
    sample = content[: PIECE >> 4].decode(encoding, errors="ignore")
    plain = _QUOTED.sub("", "\n".join(sample.splitlines()[:20]))
    counted = Counter({separator: plain.count(separator) for separator in SEPARATORS})
    return max(SEPARATORS, key=lambda separator: (counted[separator], separator == ","))


def _rows(content: bytes, encoding: str, separator: str) -> Iterator[Cells]:
    csv.field_size_limit(LARGEST_FIELD)
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield tuple(cells)
    except csv.Error as error:
        raise LoadStopped("broken_table", line=reader.line_num) from error
