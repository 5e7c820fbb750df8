"""Bytes of a list → its rows under the columns that a mapping names: given, kept from the last version, or proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from graph.errors import LoadStopped
from loaders.contract import Candidate, Problem
from loaders.resource_list.mapping import ListMapping, mapping_of
from loaders.resource_list.meanings import meanings
from loaders.resource_list.proposing import columns_to_find, list_in, proposed
from loaders.tables.as_of import day_held_for
from loaders.tables.book import Sheet
from loaders.tables.heads import Column, Heading, plain_head
from loaders.tables.opening import book_of
from loaders.tables.table import Table

SOURCE = "resource_list"
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
    given = mapping_of(candidate.mapping) if candidate.mapping is not None else None
    mapping, notices = (given, ()) if given else _kept_or_proposed(candidate)
    found = list_in(book, sheet=mapping.sheet) or list_in(book)
    sheet, heading = (found.sheet, found.heading) if found else _by_heads(book.sheets, mapping)
    heading = _meaning(heading, mapping)
    columns = _columns(mapping)
    table = Table(source=SOURCE, book=book, sheet=sheet, heading=heading, columns=columns)
    if next(table.rows(), None) is None:
        raise LoadStopped("no_records")
    above = [cell for cells in islice(sheet.rows(), heading.row) for cell in cells if cell.strip()]
    return MappedList(table=table, mapping=mapping, notices=notices, as_of=day_held_for(above))


def _kept_or_proposed(candidate: Candidate) -> tuple[ListMapping, tuple[Problem, ...]]:
    """The mapping of an earlier version of the list, else the one that is proposed, where that may be used."""
    proposal = proposed(candidate)
    if proposal is None:
        raise LoadStopped("no_list")
    heads = {plain_head(head) for head in proposal.columns}
    for text in candidate.kept_mappings():
        kept = mapping_of(text)
        if {plain_head(head) for head, key in kept.columns.items() if meanings()[key].is_read} <= heads and _is_of(kept, proposal):
            return kept, _new_columns(kept, proposal, candidate.name)
    shown = _shown(proposal)
    if not candidate.accepts_proposal:
        raise LoadStopped("mapping_needed", file=candidate.name, columns=shown)
    return proposal, (Problem(code="mapping_proposed", place=candidate.name, kind="warning", values={"columns": shown}),)


def _is_of(kept: ListMapping, proposal: ListMapping) -> bool:
    """Whether a kept mapping is that of the same list: same name, or the same heads altogether."""
    same_heads = {plain_head(head) for head in kept.columns} == {plain_head(head) for head in proposal.columns}
    same_place = kept.municipality == proposal.municipality or proposal.municipality is None
    return kept.dataset == proposal.dataset or (same_heads and same_place)


def _new_columns(kept: ListMapping, proposal: ListMapping, file: str) -> tuple[Problem, ...]:
    known = {plain_head(head) for head in kept.columns}
    new = [head for head in proposal.columns if plain_head(head) not in known]
    if not new:
        return ()
    return (Problem(code="mapping_new_columns", place=file, kind="warning", values={"columns": "、".join(new)}),)


def _shown(mapping: ListMapping) -> str:
    pairs = [f"{head} → {key}" for head, key in mapping.columns.items() if key != "ignore"]
    return "、".join(pairs[:SHOWN_AT_MOST])


def _by_heads(sheets: Iterable[Sheet], mapping: ListMapping) -> tuple[Sheet, Heading]:
    """The sheet that has the heads of a mapping somebody wrote, whatever they are called."""
    wanted = {plain_head(head) for head, key in mapping.columns.items() if meanings()[key].is_read}
    for sheet in sheets:
        for number, cells in enumerate(islice(sheet.rows(), 20)):
            if wanted <= {plain_head(cell) for cell in cells}:
                return sheet, Heading(row=number, heads=cells, where={})
    raise LoadStopped("mapping_other_heads", columns="、".join(head for head, key in mapping.columns.items() if meanings()[key].is_read))


def _meaning(heading: Heading, mapping: ListMapping) -> Heading:
    """The heads with what the mapping says of them."""
    positions = {plain_head(head): position for position, head in reversed(list(enumerate(heading.heads))) if head.strip()}
    where: dict[str, int] = {}
    missing: list[str] = []
    for head, key in mapping.columns.items():
        if not meanings()[key].is_read:
            continue
        if (position := positions.get(plain_head(head))) is None:
            missing.append(head)
        else:
            where[key] = position
    if missing:
        raise LoadStopped("mapping_other_heads", columns="、".join(missing))
    return Heading(row=heading.row, heads=heading.heads, where=where)


def _columns(mapping: ListMapping) -> tuple[Column, ...]:
    given = set(mapping.columns.values())
    return tuple(column for column in columns_to_find() if column.key in given and meanings()[column.key].is_read)
