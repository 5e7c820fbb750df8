"""A filled-in workbook → its rows, sheet by sheet, as they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph.errors import LoadStopped, RecordRejected
from graph.messages import LANGUAGES
from graph.places import Place
from loaders.contract import Candidate, Problem
from loaders.tables.book import Book, Sheet
from loaders.tables.heads import Column, Heading, heading_of
from loaders.tables.opening import book_of
from loaders.tables.row import Row
from loaders.tables.table import Table
from loaders.workbook.about import About, about_of
from loaders.workbook.cells import said
from loaders.workbook.marks import mark_of, sum_of
from loaders.workbook.sheet_kinds import COPY, KEY, MARK, Field, SheetKind
from loaders.workbook.sheets import BY_NAME, SHEETS
from loaders.workbook.wording import heads, of_column, sheet_name, sheet_names, words

SOURCE = "workbook"
NAMING = frozenset({"name", "aliases", "start", "end", "area", "source"})
"""Columns that hold names of bodies and places, which are public."""
FEWEST_SHEETS = 2
"""By so many names of sheets a workbook is known as ours."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One filled row of a sheet."""

    sheet: SheetKind
    row: Row
    texts: Mapping[str, str]
    """Key of a column → what its cell says, as it stands; a column that is not there is missing."""
    is_copy: bool = False
    """Whether it was written out of a graph and not touched since."""
    originals: tuple[str, ...] = ()
    """Ids of the evidence that it was made of."""

    def text(self, key: str) -> str | None:
        """What a cell says; None where it says nothing. Of a copy every character counts.

        Raises:
            RecordRejected: it holds an error of the spreadsheet, or a formula without result.
        """
        if self.is_copy:
            return self.texts.get(key) or None
        found = self.row.text(key)
        return None if found is None else said(found)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.row.place

    def place_of(self, key: str) -> Place:
        """Where one of its cells stands."""
        return self.row.place_of(key)

    def is_example(self) -> bool:
        """Whether it is marked as an example."""
        return bool(mark := self.texts.get(MARK, "").strip()) and mark.casefold() in _example_marks()


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What was read of a file."""

    file: str
    about: About
    entries: tuple[Entry, ...]
    """Every row that is no untouched example, in the order of the sheets."""
    refused: tuple[Problem, ...] = ()
    """Rows whose cells have slipped or hold what no cell holds."""
    problems: tuple[Problem, ...] = ()
    """What there is to say of the file as a whole: warnings."""
    tables: tuple[Table, ...] = ()
    """The sheets themselves."""


def columns_of(sheet: SheetKind) -> tuple[Column, ...]:
    """The columns of a sheet as tables know them."""
    return tuple(
        Column(key=one.key, heads=heads(sheet, one), required=one.required, names_a_body=one.key in NAMING or one.tie is not None)
        for one in sheet.fields
    )


def sheets_in(book: Book) -> dict[str, Sheet]:
    """Our sheets that a file has, by their names; of a single text by its heads."""
    if book.is_text and len(book.sheets) == 1 and book.sheets[0].name is None:
        kind = _kind_of(book.sheets[0])
        return {kind.name: book.sheets[0]} if kind else {}
    found = {kind.name: sheet for kind in SHEETS if (sheet := book.called(*sheet_names(kind.name)))}
    if len(found) >= FEWEST_SHEETS or (book.is_text and any(has_our_heads(name, sheet) for name, sheet in found.items())):
        return found
    return {}


def has_our_heads(name: str, sheet: Sheet) -> bool:
    """Whether a sheet has the columns that ours of that name needs, and one that no other table has."""
    heading = heading_of(sheet, columns_of(BY_NAME[name]))
    return heading is not None and not heading.missing and bool({MARK, KEY, COPY} & heading.where.keys())


def read(candidate: Candidate) -> Filled:
    """Read every sheet of ours.

    Raises:
        LoadStopped: the file cannot be opened, is none of ours, or a sheet lacks a column that it needs.
    """
    book = book_of(candidate)
    found = sheets_in(book)
    if not found:
        raise LoadStopped("not_our_template")
    about, problems = about_of(book)
    entries: list[Entry] = []
    refused: list[Problem] = []
    tables: list[Table] = []
    warnings = [*book.notices, *problems, *_unknown_sheets(book, found)]
    for kind in SHEETS:
        if kind.name in found and (heading := _heading(kind, found[kind.name])):
            table = Table(source=SOURCE, book=book, sheet=found[kind.name], heading=heading, columns=columns_of(kind), is_form=True)
            tables.append(table)
            for problem in _refused(kind, table, entries):
                (warnings if problem.kind == "warning" else refused).append(problem)
            if heading.unknown:
                place = Place.of(sheet=found[kind.name].name or book.file)
                values: dict[str, object] = {"columns": "、".join(heading.unknown)}
                warnings.append(Problem(code="unknown_columns", place=place, kind="warning", values=values))
    if not entries and not refused:
        raise LoadStopped("nothing_filled_in")
    return Filled(
        file=candidate.name, about=about, entries=tuple(entries), refused=tuple(refused), problems=tuple(warnings), tables=tuple(tables)
    )


def _heading(kind: SheetKind, sheet: Sheet) -> Heading | None:
    heading = heading_of(sheet, columns_of(kind))
    if heading is None:
        if any(any(cell.strip() for cell in cells) for cells in sheet.rows()):
            raise LoadStopped("sheet_without_heads", sheet=sheet.name or "—")
        return None
    if heading.missing:
        names = "、".join(column.heads[0] for column in heading.missing)
        raise LoadStopped("sheet_without_columns", sheet=sheet.name or "—", columns=names)
    if heading.repeated:
        raise LoadStopped("repeated_columns", columns="、".join(heading.repeated))
    return heading


def _refused(kind: SheetKind, table: Table, entries: list[Entry]) -> Iterator[Problem]:
    """Put the rows of a sheet among the entries; those that are not taken come back with their reason, and what was masked.

    A row that was written out and not touched is read as it is: it names nobody whom the graph does not name.
    """
    screened: list[Row] = []

    def take(row: Row) -> tuple[tuple[()], tuple[()]]:
        screened.append(row)
        return (), ()

    for raw, outcome in zip(table.rows(), table.outcomes(take), strict=True):
        entry = _entry(kind, raw)
        if _is_untouched_example(entry):
            continue
        if not entry.is_copy:
            yield from outcome.problems
            if any(problem.kind != "warning" for problem in outcome.problems):
                continue
            entry = replace(_entry(kind, screened[-1]), originals=entry.originals)
        entries.append(entry)


def _entry(kind: SheetKind, row: Row) -> Entry:
    texts = {one.key: said(row.cell(one.key)) for one in kind.fields if one.key in row.cells}
    mark = mark_of(texts.get(COPY, ""))
    return Entry(
        sheet=kind,
        row=row,
        texts=texts,
        is_copy=mark is not None and mark.sum == sum_of(kind, texts),
        originals=mark.evidence if mark else (),
    )


def _is_untouched_example(entry: Entry) -> bool:
    if not entry.is_example():
        return False
    return any(all(entry.texts.get(key, "") == text for key, text in example.items()) for example in _examples(entry.sheet.name))


@cache
def _examples(name: str) -> tuple[Mapping[str, str], ...]:
    kind = next(one for one in SHEETS if one.name == name)
    return tuple(example_of(kind, language) for language in LANGUAGES)


def example_of(kind: SheetKind, language: str) -> dict[str, str]:
    """The example of a sheet: key of a column → text; what it leaves empty is empty."""
    return {one.key: _example(kind, one, language) for one in kind.fields}


def _example(kind: SheetKind, field: Field, language: str) -> str:
    key = f"text.example.{kind.name}.{field.key}"
    if field.key == MARK:
        return words(language)("text.mark")
    return of_column("example", kind, field, language) if words(language).knows(key) else ""


@cache
def _example_marks() -> frozenset[str]:
    return frozenset(words(language)("text.mark").casefold() for language in LANGUAGES)


def _kind_of(sheet: Sheet) -> SheetKind | None:
    """Which of our sheets a single table is: it has the columns that only we have, and most of the others."""
    best: tuple[float, SheetKind] | None = None
    for kind in SHEETS:
        heading = heading_of(sheet, columns_of(kind))
        if heading is None or heading.missing or not {KEY, COPY} & heading.where.keys() or MARK not in heading.where:
            continue
        share = len(heading.where) / len(kind.fields) - len(heading.unknown)
        if best is None or share > best[0]:
            best = (share, kind)
    return best[1] if best else None


def _unknown_sheets(book: Book, found: Mapping[str, Sheet]) -> Iterator[Problem]:
    ours = {id(sheet) for sheet in found.values()}
    beside = {*sheet_names("about"), *sheet_names("lists")}
    for sheet in book.sheets:
        if id(sheet) in ours or sheet.name in beside or sheet.name is None:
            continue
        if any(any(cell.strip() for cell in cells) for cells in sheet.rows()):
            yield Problem(code="unknown_sheet", place=Place.of(sheet=sheet.name), kind="warning", values={"sheets": _names_of_ours()})


def _names_of_ours() -> str:
    return "・".join(sheet_name(kind.name, LANGUAGES[0]) for kind in SHEETS)


def rejected(entry: Entry, key: str, code: str, **values: object) -> RecordRejected:
    """A row that cannot be taken because of one of its cells."""
    return RecordRejected(code, entry.place_of(key), **values)
