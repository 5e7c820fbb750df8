"""A file → its tables, whatever program wrote it. Nothing is repaired here."""

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.book import Book
from loaders.tables.text_table import text_book
from loaders.tables.workbook_file import is_workbook, workbook


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
        if is_workbook(candidate.content):
            return workbook(candidate.content, candidate.name)
        return text_book(candidate.content, candidate.name)
    except LoadStopped as stopped:
        return stopped
