"""Private persons' names are masked before anything else is read: one ＊ a character, in the lines themselves.

Cases, names, quotations and titles are read from the masked lines alone (the types ask for them), so that no rule can
forget it; places in a line stay what they are in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.case_studies.document import Document
from loaders.case_studies.tables import Row, is_row, rows_of
from loaders.japanese.cleaning import Stretch, cleaned
from loaders.people.known import Known
from loaders.people.masking import hidden, places_of
from loaders.people.person_words import names_column, places_named
from loaders.people.persons import Span, is_whole_name, persons_in, surname_of


@dataclass(frozen=True, kw_only=True)
class MaskedDocument:
    """A text as it lies on disk, but for the names of private persons."""

    name: str
    lines: tuple[str, ...]
    masked: tuple[tuple[int, int], ...]
    """Each line that held names, counted from 1, and how many characters of it are masked."""


@dataclass(frozen=True)
class _View:
    """A line or cell as it is searched for names."""

    stretch: Stretch
    label: bool

    def persons(self, known: Known) -> list[Span]:
        return persons_in(self.stretch.text, known, label=self.label)


def masked(document: Document) -> MaskedDocument:
    """The document with every private name masked: first those that are seen by themselves, then the same names elsewhere."""
    views = list(_views(document))
    known = _known(document, views)
    places: dict[int, set[int]] = {}
    for view in views:
        for span in view.persons(known):
            places.setdefault(view.stretch.line, set()).update(places_of(view.stretch, span))
    lines = tuple(hidden(raw, places.get(number, set())) for number, raw in enumerate(document.lines, start=1))
    return MaskedDocument(name=document.name, lines=lines, masked=tuple((line, len(found)) for line, found in sorted(places.items())))


def _views(document: Document) -> Iterator[_View]:
    table: list[tuple[int, str]] = []
    for number, raw in enumerate(document.lines, start=1):
        if is_row(raw):
            table.append((number, raw))
            continue
        yield from _cells(rows_of(table))
        table = []
        yield _View(cleaned(number, raw), label=False)
    yield from _cells(rows_of(table))


def _cells(rows: list[Row]) -> Iterator[_View]:
    """Every cell; the head of its column or the cell before it may say that it holds a name."""
    for row in rows:
        for index, cell in enumerate(row.cells):
            head, before = rows[0].text(index), row.text(index - 1) if index else ""
            is_head = row is rows[0]
            yield _View(cell, label=bool(names_column().match(before)) or (not is_head and bool(names_column().match(head))))


def _known(document: Document, views: list[_View]) -> Known:
    places = frozenset(name for raw in document.lines for name in places_named().findall(raw))
    known = Known(places=places)
    full, surnames = set(), set()
    for view in views:
        for start, end in view.persons(known):
            name = view.stretch.text[start:end]
            surnames.add(surname_of(name))
            if is_whole_name(name):
                full.add(name)
    return Known(full=frozenset(full), surnames=frozenset(surnames - {""}), places=places)
