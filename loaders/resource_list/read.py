"""Bytes of a list → its rows under the columns that a mapping names: given, kept from the last version, or proposed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from graph.errors import LoadStopped
from graph.messages import Phrase
from loaders.contract import Candidate, Problem
from loaders.resource_list.mapping import ListMapping, mapping_of
from loaders.resource_list.meanings import meanings
from loaders.resource_list.proposing import columns_to_find, dataset_of, list_in, proposed
from loaders.tables.as_of import day_held_for
from loaders.tables.book import Sheet
from loaders.tables.heads import Column, Heading, plain_head
from loaders.tables.opening import book_of
from loaders.tables.table import Table

SOURCE = "resource_list"
PACKAGE = f"loaders.{SOURCE}"
SHOWN_AT_MOST = 30


@dataclass(frozen=True, kw_only=True)
class MappedList:
    """A list with what its columns mean."""

    table: Table
    mapping: ListMapping
    notices: tuple[Problem, ...]
    as_of: date | None
    """The day that the lines above the heads name."""


def read_list(candidate: Candidate) -> MappedList:
    """The list of a file.

    Raises:
        LoadStopped: no_list; mapping_needed where nobody has said how it is read; mapping_other_heads where the mapping speaks
            of columns that the list has not; and what a mapping itself is refused for.
    """
    book = book_of(candidate)
    given = _given(candidate)
    mapping, notices = (given, ()) if given else _kept_or_proposed(candidate)
    mapping = replace(mapping, dataset=candidate.dataset or mapping.dataset)
    found = list_in(book, sheet=mapping.sheet) or list_in(book)
    sheet, heading = (found.sheet, found.heading) if found else _by_heads(book.sheets, mapping)
    heading = _meaning(sheet, heading, mapping)
    columns = _columns(mapping)
    table = Table(source=SOURCE, book=book, sheet=sheet, heading=heading, columns=columns)
    if next(table.rows(), None) is None:
        raise LoadStopped("no_records")
    above = [cell for cells in islice(sheet.rows(), heading.row) for cell in cells if cell.strip()]
    return MappedList(table=table, mapping=mapping, notices=notices, as_of=day_held_for(above))


def _given(candidate: Candidate) -> ListMapping | None:
    """The mapping that somebody gives with the file; None where nobody does.

    Where it does not name the dataset, the file does: lists without a name would take each other's place.
    """
    if candidate.mapping is None:
        return None
    mapping = mapping_of(candidate.mapping)
    return mapping if mapping.dataset else replace(mapping, dataset=dataset_of(candidate))


def _kept_or_proposed(candidate: Candidate) -> tuple[ListMapping, tuple[Problem, ...]]:
    """The mapping of an earlier version of the list, else the one that is proposed, where that may be used."""
    proposal = proposed(candidate)
    if proposal is None:
        raise LoadStopped("no_list")
    if (kept := _kept(candidate, proposal)) is not None:
        return kept, (*_other_name(candidate, kept), *_new_columns(kept, proposal, candidate.name))
    shown = _shown(proposal)
    if not candidate.accepts_proposal:
        raise LoadStopped("mapping_needed", file=candidate.name, columns=shown)
    return proposal, (Problem(code="mapping_proposed", place=candidate.name, kind="warning", values={"columns": shown}),)


def _still_read(text: str) -> ListMapping | None:
    """A mapping that a source keeps; None where it has words that we do not know (any more)."""
    try:
        return mapping_of(text)
    except LoadStopped:
        return None


def _kept(candidate: Candidate, proposal: ListMapping) -> ListMapping | None:
    """The mapping of an earlier version, by its name; else the reading of a list of the same heads, for a list of its own.

    An office may keep several lists of one form: the heads tell how a list is read, and not that it follows another.
    """
    heads = {plain_head(head) for head in proposal.columns}
    fitting = [
        kept
        for text in candidate.kept_mappings()
        if (kept := _still_read(text)) and {plain_head(head) for head, key in kept.columns.items() if meanings()[key].is_read} <= heads
    ]
    named = candidate.dataset or proposal.dataset
    if same := [kept for kept in fitting if kept.dataset == named]:
        return same[0]
    alike = [
        kept
        for kept in fitting
        if {plain_head(head) for head in kept.columns} == heads and proposal.municipality in {kept.municipality, None}
    ]
    return replace(alike[0], dataset=proposal.dataset) if alike else None


def _other_name(candidate: Candidate, kept: ListMapping) -> tuple[Problem, ...]:
    """What there is to say of a list that is read as one of another name is."""
    known = {one.dataset for text in candidate.kept_mappings() if (one := _still_read(text))}
    if kept.dataset in known or candidate.dataset:
        return ()
    values: dict[str, object] = {"dataset": kept.dataset or SOURCE}
    return (Problem(code="mapping_by_heads", place=candidate.name, kind="warning", values=values),)


def _new_columns(kept: ListMapping, proposal: ListMapping, file: str) -> tuple[Problem, ...]:
    known = {plain_head(head) for head in kept.columns}
    new = [head for head in proposal.columns if plain_head(head) not in known]
    if not new:
        return ()
    return (Problem(code="mapping_new_columns", place=file, kind="warning", values={"columns": "、".join(new)}),)


def _shown(mapping: ListMapping) -> list[Phrase]:
    """How each column is read, in the reader's words."""
    pairs = [Phrase(PACKAGE, f"text.meaning.{key}", before=f"{head} → ") for head, key in mapping.columns.items() if key != "ignore"]
    return pairs[:SHOWN_AT_MOST]


def _by_heads(sheets: Iterable[Sheet], mapping: ListMapping) -> tuple[Sheet, Heading]:
    """The sheet that has the heads of a mapping somebody wrote, whatever they are called."""
    wanted = {plain_head(head) for head, key in mapping.columns.items() if meanings()[key].is_read}
    for sheet in sheets:
        for number, cells in enumerate(islice(sheet.rows(), 20)):
            if wanted <= {plain_head(cell) for cell in cells}:
                return sheet, Heading(row=number, heads=cells, where={})
    raise LoadStopped("mapping_other_heads", columns="、".join(head for head, key in mapping.columns.items() if meanings()[key].is_read))


def _meaning(sheet: Sheet, heading: Heading, mapping: ListMapping) -> Heading:
    """The heads with what the mapping says of them."""
    where: dict[str, int] = {}
    missing: list[str] = []
    for head, key in mapping.columns.items():
        if not meanings()[key].is_read:
            continue
        if places := _places_of(head, heading):
            where[key] = places[0]
            if len(places) > 1 and _say_different_things(sheet, heading.row, places):
                raise LoadStopped("repeated_columns", columns=head)
        else:
            missing.append(head)
    if missing:
        raise LoadStopped("mapping_other_heads", columns="、".join(missing))
    return Heading(row=heading.row, heads=heading.heads, where=where)


def _places_of(head: str, heading: Heading) -> list[int]:
    """Where a head stands: as it is written, else in a form that is compared alike."""
    exactly = [position for position, one in enumerate(heading.heads) if one == head]
    return exactly or [position for position, one in enumerate(heading.heads) if one.strip() and plain_head(one) == plain_head(head)]


def _say_different_things(sheet: Sheet, row: int, places: Sequence[int]) -> bool:
    """Whether columns of one head differ: those of a merged head do not, where the cells below are merged or blank, too."""
    for cells in islice(sheet.rows(), row + 1, None):
        first, *others = (cells[place].strip() if place < len(cells) else "" for place in places)
        if any(other not in {"", first} for other in others):
            return True
    return False


def _columns(mapping: ListMapping) -> tuple[Column, ...]:
    given = set(mapping.columns.values())
    return tuple(column for column in columns_to_find() if column.key in given and meanings()[column.key].is_read)
