"""A workbook of Kumu: its sheets Elements and Connections."""

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.kumu.fields import CONNECTIONS, ELEMENTS, OF_CONNECTIONS, OF_ELEMENTS, SOURCE
from loaders.networks.fields import THINGS, TIES, unread
from loaders.networks.naming import stem_of
from loaders.networks.records import Listed, NetworkFile
from loaders.tables.book import Book, Sheet
from loaders.tables.heads import heading_of
from loaders.tables.opening import book_of
from loaders.tables.table import Table


def is_kumu_book(candidate: Candidate) -> bool:
    """Whether a file has a sheet Elements with labels, or Connections with both ends."""
    try:
        book = book_of(candidate)
    except LoadStopped:
        return False
    return not book.is_text and bool(_table(book, ELEMENTS) or _table(book, CONNECTIONS))


def read_book(candidate: Candidate) -> NetworkFile:
    """The elements and connections of a workbook.

    Raises:
        LoadStopped: it cannot be opened, has no such sheet (no_network), or heads stand twice (repeated_columns).
    """
    book = book_of(candidate)
    elements, connections = _table(book, ELEMENTS), _table(book, CONNECTIONS)
    if book.is_text or not (elements or connections):
        raise LoadStopped("no_network")
    for table in (elements, connections):
        if table and table.heading.repeated:
            raise LoadStopped("repeated_columns", columns="、".join(table.heading.repeated))
    return NetworkFile(
        source=SOURCE,
        title=stem_of(candidate.name),
        things=elements or Listed(),
        ties=connections or Listed(),
        things_listed=elements is not None,
        has_types=elements is not None and "type" in elements.heading.where,
        unread=tuple(
            dict.fromkeys(
                head
                for of, table in ((THINGS, elements), (TIES, connections))
                for head in (unread(of, table.heading.unknown) if table else ())
            )
        ),
        notices=book.notices,
    )


def _table(book: Book, name: str) -> Table | None:
    """The sheet of that name with its heads; None where there is none."""
    for sheet in book.sheets:
        if (sheet.name or "").strip().casefold() == name and (table := _with_heads(book, sheet, name)):
            return table
    return None


def _with_heads(book: Book, sheet: Sheet, name: str) -> Table | None:
    heading = heading_of(sheet, OF_ELEMENTS if name == ELEMENTS else OF_CONNECTIONS)
    return None if heading is None or heading.missing else Table(source=SOURCE, book=book, sheet=sheet, heading=heading, screens=False)
