"""Edges as a table with Source and Target, alone or in a ZIP beside a table of nodes."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.gephi.fields import OF_EDGES, OF_NODES, SOURCE
from loaders.networks.fields import THINGS, TIES, unread
from loaders.networks.naming import stem_of
from loaders.networks.records import Listed, NetworkFile
from loaders.tables.book import Book
from loaders.tables.heads import Column, heading_of, plain_head
from loaders.tables.opening import book_of
from loaders.tables.table import Table
from loaders.tables.workbook_file import is_workbook

LARGEST = 512
"""Megabytes that a ZIP may have when it is unpacked."""
TABLES = (".csv", ".tsv", ".txt")
ENDS = {"source", "target"}


def is_edges(candidate: Candidate) -> bool:
    """Whether a text begins with the heads Source and Target, as Gephi has them."""
    try:
        book = book_of(candidate)
        first = next(iter(book.sheets[0].rows()), ())
    except LoadStopped:
        return False
    return book.is_text and {plain_head(cell.removeprefix("\ufeff")) for cell in first} >= ENDS


def is_archive(candidate: Candidate) -> bool:
    """Whether a ZIP holds a table of edges."""
    try:
        return any(is_edges(one) for one in _entries(candidate))
    except LoadStopped:
        return False


def read_edges(candidate: Candidate) -> NetworkFile:
    """A table of edges, whose ends are names.

    Raises:
        LoadStopped: it is no such table, or as for opening one.
    """
    table = _table(candidate, OF_EDGES, None)
    if table is None:
        raise LoadStopped("no_network")
    title = stem_of(candidate.name)
    columns = unread(TIES, table.heading.unknown)
    return NetworkFile(source=SOURCE, title=title, things=Listed(), ties=table, things_listed=False, has_types=False, unread=columns)


def read_archive(candidate: Candidate) -> NetworkFile:
    """A ZIP of a table of edges and one of nodes.

    Raises:
        LoadStopped: it cannot be opened (archive_too_large), or holds no table of edges (no_network).
    """
    nodes = edges = None
    for one in _entries(candidate):
        if is_edges(one):
            edges = edges or _table(one, OF_EDGES, one.name)
        else:
            nodes = nodes or _table(one, OF_NODES, one.name)
    if edges is None:
        raise LoadStopped("no_network")
    columns = [*unread(TIES, edges.heading.unknown), *(unread(THINGS, nodes.heading.unknown) if nodes else ())]
    return NetworkFile(
        source=SOURCE,
        title=stem_of(candidate.name),
        things=nodes or Listed(),
        ties=edges,
        things_listed=nodes is not None,
        has_types=nodes is not None and "type" in nodes.heading.where,
        unread=tuple(dict.fromkeys(columns)),
    )


def _table(candidate: Candidate, columns: tuple[Column, ...], name: str | None) -> Table | None:
    """The table with these columns; None where its heads are others."""
    book = book_of(candidate)
    sheet = replace(book.sheets[0], name=name)
    heading = heading_of(sheet, columns)
    if not book.is_text or heading is None or heading.missing:
        return None
    if heading.repeated:
        raise LoadStopped("repeated_columns", columns="、".join(heading.repeated))
    return Table(source=SOURCE, book=Book(file=book.file, is_text=True, sheets=(sheet,)), sheet=sheet, heading=heading, screens=False)


def _entries(candidate: Candidate) -> list[Candidate]:
    """The tables in a ZIP, unpacked once.

    Raises:
        LoadStopped: it is none, is damaged, or is too large.
    """
    if not is_workbook(candidate.content) or not candidate.content.startswith(b"PK"):
        raise LoadStopped("no_network")
    if "gephi" not in candidate.opened:
        candidate.opened["gephi"] = _unpacked(candidate.content)
    found = candidate.opened["gephi"]
    if isinstance(found, LoadStopped):
        raise LoadStopped(found.key, **found.values)
    return list(found)


def _unpacked(content: bytes) -> list[Candidate] | LoadStopped:
    found: list[Candidate] = []
    left = LARGEST << 20
    try:
        with ZipFile(BytesIO(content)) as packed:
            for entry in packed.infolist():
                name = PurePosixPath(entry.filename).name
                if not name.lower().endswith(TABLES) or entry.flag_bits & 1:
                    continue
                with packed.open(entry) as opened:
                    text = opened.read(left + 1)
                left -= len(text)
                if left < 0:
                    return LoadStopped("archive_too_large", limit=LARGEST)
                found.append(Candidate(path=Path(name), content=text))
    except (BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        return LoadStopped("archive_too_large", limit=LARGEST)
    return found
