"""A file → its tables, whatever program wrote it. Nothing is repaired here."""

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.book import Book
from loaders.tables.packed_texts import is_packed_texts, packed_texts
from loaders.tables.text_table import text_book
from loaders.tables.workbook_file import ZIP, is_workbook, parts_of, workbook


def book_of(candidate: Candidate) -> Book:
    """The tables of a file; opened once, however many loaders ask.

    Raises:
        LoadStopped: it is empty, no table at all, damaged, locked, or larger than can be opened.
    """
    known = candidate.opened.get("book")
    if known is None:
        known = candidate.opened["book"] = _opened(candidate)
    if isinstance(known, LoadStopped):
        raise LoadStopped(known.key, **known.values)
    if not isinstance(known, Book):
        raise TypeError(type(known))
    return known


def _opened(candidate: Candidate) -> Book | LoadStopped:
    if not candidate.content.strip(b"\xef\xbb\xbf \t\r\n"):
        return LoadStopped("empty_file")
    try:
        if candidate.content.startswith(ZIP) and is_packed_texts(parts_of(candidate.content)):
            return packed_texts(candidate.content, candidate.name)
        if is_workbook(candidate.content):
            return workbook(candidate.content, candidate.name)
        return text_book(candidate.content, candidate.name)
    except LoadStopped as stopped:
        return stopped
