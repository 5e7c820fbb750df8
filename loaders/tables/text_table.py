"""A table as text: its encoding, what separates its cells, and its rows one by one, however many there are."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from graph.errors import LoadStopped
from loaders.tables.book import Book, Cells, Sheet

ENCODINGS = ("utf-8", "cp932", "euc_jp")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Byte order mark → encoding."""
HALF_WIDTH = re.compile(r"[ｦ-ﾟ]")
ASCII = re.compile(r"[\x00-\x7f]")
MOST_HALF_WIDTH = 0.2
"""Share of half-width kana: of texts in EUC-JP that are read as CP932 they are most of the letters, of no other."""
SEPARATORS = (",", "\t", ";")
PIECE = 1 << 20
LOOKED_AT = 20
"""Rows at the beginning whose width is looked at before anything else."""
MOST_COLUMNS = 16_384
"""As many as a spreadsheet has."""
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
        LoadStopped: too_many_columns; or not_text (with the line) where it is neither UTF-8, UTF-16 with its mark nor CP932, or
            holds signs that no table holds.
    """
    encoding = _encoding(content)
    between = separator or _separator(content, encoding)

    def rows() -> Iterator[Cells]:
        return _rows(content, encoding, between)

    if any(len(cells) > MOST_COLUMNS for cells in islice(rows(), LOOKED_AT)):
        raise LoadStopped("too_many_columns", limit=MOST_COLUMNS)
    return Book(file=file, is_text=True, sheets=(Sheet(name=None, rows=rows, height=content.count(b"\n") + 1),))


def _encoding(content: bytes) -> str:
    marked = [encoding for mark, encoding in MARKS if content.startswith(mark)]
    for encoding in marked or ENCODINGS:
        try:
            _see_that_it_is_text(content, encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp932" and _is_rather_euc(content):
            continue
        return encoding
    raise LoadStopped("not_text", line=_line_of_first_fault(content, *marked))


def _is_rather_euc(content: bytes) -> bool:
    """Whether a text that is neither UTF-8 nor sense in CP932 is EUC-JP, as older systems write."""
    letters = ASCII.sub("", content[:PIECE].decode("cp932", errors="ignore"))
    if len(HALF_WIDTH.findall(letters)) <= MOST_HALF_WIDTH * len(letters):
        return False
    try:
        _see_that_it_is_text(content, "euc_jp")
    except UnicodeDecodeError:
        return False
    return True


def _see_that_it_is_text(content: bytes, encoding: str) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    for begin in range(0, len(content), PIECE):
        piece = content[begin : begin + PIECE]
        text = decoder.decode(piece, final=begin + PIECE >= len(content))
        if found := _NO_TEXT.search(text):
            raise LoadStopped("not_text", line=lines + text.count("\n", 0, found.start()))
        lines += text.count("\n")


def _line_of_first_fault(content: bytes, encoding: str = "utf-8") -> int:
    try:
        content.decode(encoding)
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
    begins = 1
    try:
        for cells in reader:
            begins = reader.line_num + 1
            yield tuple(cells)
    except csv.Error as error:
        raise LoadStopped("broken_table", line=begins) from error
