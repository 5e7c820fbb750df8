"""A table of a source: the sheet whose heads are the source's, and its rows, each becoming facts or one problem."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.errors import LoadStopped, RecordRejected
from graph.facts import Fact
from loaders.contract import Candidate, Outcome, Problem
from loaders.tables.book import Book, Cells, Sheet
from loaders.tables.heads import Column, Heading, heading_of
from loaders.tables.opening import book_of
from loaders.tables.row import Row
from loaders.tables.screen import Screen, Unscreened

LONGEST_CELL = 32_767
"""Characters, as many as a spreadsheet takes: a longer cell is no entry of a table."""
NO_CELLS: frozenset[str] = frozenset()
PARTLY_ALIKE = 0.45
"""Heads that lack a required column score at most this: too little to be taken for the source's own."""

Take = Callable[[Row], tuple[Iterable[Fact], Iterable[Problem]]]
"""A row → its facts and warnings; it raises RecordRejected where the row cannot be taken."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """One sheet whose heads are those of a source."""

    source: str
    book: Book
    sheet: Sheet
    heading: Heading
    columns: Sequence[Column] = ()
    screens: bool = True
    """False where the source looks for persons itself, as a network does whose ties repeat the names of its things."""
    is_form: bool = False
    """Whether its form is given, as that of our own template is: then there is no advice on it."""

    def rows(self) -> Iterator[Row]:
        """Every row with at least one filled cell, from the first."""
        for number, cells in enumerate(self.sheet.rows()):
            if number > self.heading.row and not self._is_blank(number, cells):
                yield self._row(number, cells)

    def outcomes(self, take: Take) -> Iterator[Outcome]:
        """Every row as facts or as the problem for which it has none; no rule sees a person in it."""
        wide = len(self.heading.heads)
        screen = self._screen
        for number, cells in enumerate(self.sheet.rows()):
            if number <= self.heading.row or self._is_blank(number, cells):
                continue
            row = self._row(number, cells)
            try:
                _refuse_cells(row, cells, wide, is_text=self.book.is_text)
                screened = screen.of(row, cells)
                if screened.problem:
                    yield Outcome(place=row.place, problems=(screened.problem,))
                    continue
                row = replace(row, cells=self._by_key(screened.cells)) if screened.cells is not cells else row
                facts, warnings = take(row)
                yield Outcome(place=row.place, facts=tuple(facts), problems=(*screened.notices, *warnings))
            except RecordRejected as refused:
                yield Outcome(place=row.place, problems=(problem_of(refused),))

    def shown(self, numbers: Container[int] | None = None) -> Iterator[tuple[int, Cells]]:
        """Rows as they may be shown to whoever has the file, by their number: private names masked, what is set aside left out.

        A row whose cells have slipped is given without cells, since what stands below which head is not known, and so is every row of a
        source that looks for persons itself.

        Args:
            numbers: which rows; default: all.
        """
        wide = len(self.heading.heads)
        for number, cells in enumerate(self.sheet.rows()):
            if number <= self.heading.row or self._is_blank(number, cells) or (numbers is not None and number + 1 not in numbers):
                continue
            if not self.screens or any(cell.strip() for cell in cells[wide:]):
                yield number + 1, ()
                continue
            screened = self._screen.of(self._row(number, cells), cells[:wide])
            if not screened.problem:
                yield number + 1, screened.cells

    @property
    def never_shown(self) -> frozenset[int]:
        """Positions of the columns of persons, which are never read."""
        return self._screen.left_out

    @property
    def expected(self) -> int | None:
        """About how many rows there are, for the report of progress."""
        return self.sheet.height

    def notices(self) -> tuple[Problem, ...]:
        """What there is to say of the file as a whole, and of this sheet."""
        return (*self.book.notices, *self._screen.notices(self.sheet.name or self.book.file))

    @cached_property
    def _screen(self) -> Screen | Unscreened:
        return Screen(self.heading, self.columns) if self.screens else Unscreened()

    def _is_blank(self, number: int, cells: Cells) -> bool:
        """Whether nothing stands in a row, no formula that awaits its result either."""
        text = "".join(cells)
        if text and not text.isspace():
            return False
        awaited = self.sheet.without_value
        return not (awaited and any((number, column) in awaited for column in self.heading.where.values()))

    def _by_key(self, cells: Cells) -> dict[str, str]:
        wide = len(cells)
        return {key: cells[column] if column < wide else "" for key, column in self.heading.where.items()}

    def _row(self, number: int, cells: Cells) -> Row:
        where = self.heading.where
        without_value = self.sheet.without_value
        unreckoned = frozenset(key for key, column in where.items() if (number, column) in without_value) if without_value else NO_CELLS
        return Row(
            source=self.source,
            sheet=self.sheet.name,
            number=number + 1,
            cells=self._by_key(cells),
            heading=self.heading,
            without_value=unreckoned,
        )


def table_of(candidate: Candidate, source: str, columns: Sequence[Column], *, sheets: Sequence[str] = ()) -> Table:
    """The table of a source in a file.

    Args:
        candidate: the file.
        source: name of the loader.
        columns: those that the source knows.
        sheets: names that the sheet may have; default: the sheet whose heads are most alike.

    Raises:
        LoadStopped: the file cannot be opened, has no such sheet or heads, lacks a required column (missing_columns),
            has one twice (repeated_columns), or no rows (no_records).
    """
    book = book_of(candidate)
    chosen = [sheet for sheet in book.sheets if sheet.name in sheets] if sheets and not book.is_text else list(book.sheets)
    read = [(sheet, heading) for sheet in chosen if (heading := heading_of(sheet, columns)) is not None]
    if not read:
        raise LoadStopped("no_heads", columns="、".join(column.heads[0] for column in columns if column.required))
    sheet, heading = max(read, key=lambda pair: (len(pair[1].where) - len(pair[1].missing), not pair[0].hidden))
    if heading.missing:
        raise LoadStopped("missing_columns", columns="、".join(column.heads[0] for column in heading.missing))
    if heading.repeated:
        raise LoadStopped("repeated_columns", columns="、".join(heading.repeated))
    table = Table(source=source, book=book, sheet=sheet, heading=heading, columns=tuple(columns))
    if next(table.rows(), None) is None:
        raise LoadStopped("no_records")
    return table


def likeness(candidate: Candidate, columns: Sequence[Column]) -> float:
    """How far a file's heads are those of a source: 1 with every required column; 0 with less than half of them."""
    try:
        book = book_of(candidate)
        headings = [heading for sheet in book.sheets if (heading := heading_of(sheet, columns)) is not None]
    except LoadStopped:
        return 0.0
    required = sum(column.required for column in columns)
    missing = min((len(heading.missing) for heading in headings), default=required)
    if not missing:
        return 1.0
    share = 1 - missing / required
    return PARTLY_ALIKE * share if share > 1 / 2 else 0.0


def problem_of(refused: RecordRejected) -> Problem:
    """A refused row as the report names it."""
    return Problem(code=refused.key, place=refused.place, values={name: value for name, value in refused.values.items() if name != "place"})


def _refuse_cells(row: Row, cells: Cells, wide: int, *, is_text: bool) -> None:
    """Refuse a row whose cells have slipped, or hold what no cell of a table holds."""
    if len(cells) > wide and is_text and (surplus := sum(bool(cell.strip()) for cell in cells[wide:])):
        raise RecordRejected("surplus_cells", row.place, count=surplus)
    if max(map(len, cells), default=0) <= LONGEST_CELL:
        return
    for column, text in enumerate(cells):
        if len(text) > LONGEST_CELL:
            raise RecordRejected("cell_too_long", row.place_at(column), limit=LONGEST_CELL, length=len(text))
