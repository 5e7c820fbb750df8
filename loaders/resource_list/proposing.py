"""A mapping for a list that nobody has seen before: proposed by its heads, by its cells, and by what stands above them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath

from graph.areas import CodedArea
from loaders.contract import Candidate
from loaders.resource_list.mapping import ListMapping
from loaders.resource_list.meanings import meanings, meant_by_head, meant_by_values
from loaders.tables.areas import Unresolved, resolved
from loaders.tables.book import Book, Cells, Sheet
from loaders.tables.heads import Column, Heading, heading_of
from loaders.tables.opening import book_of

LOOKED_AT = 200
"""Rows by whose cells meanings are proposed."""
LONGEST_TITLE = 200
"""Characters of a title: what is longer is a text, which may speak of any place."""
OFFERING = ("days", "frequency", "fee", "target", "capacity", "category", "contents")
"""Meanings that a service has and a body has not."""
LISTING = frozenset({"area", "category", "contents", "days", "target"})
"""Meanings whose cells may name several."""
LEAST_KNOWN = 2
"""Columns that a list must have beside the name, so that a table of anything is not taken for one."""

_PLACE = re.compile(r"[一-鿿ヶケぁ-ゖァ-ヺ]{1,8}?[市町村区]")
_BEFORE = re.compile(r"[とやのをはが]|及び|および")
"""What joins the name of a place to what stands before it: 伊賀市と名張市."""
_WHEN = re.compile(r"[\s_\-（(]*(?:令和|平成|R|H)?\s*\d{1,4}[年.\-_/]?\d{0,2}[月.\-_/]?\d{0,2}日?(?:版|現在|度|更新)?[)）]?$")


@dataclass(frozen=True, kw_only=True)
class FoundList:
    """A sheet that may be a list, and its heads."""

    sheet: Sheet
    heading: Heading


def columns_to_find() -> list[Column]:
    """The columns that lists usually have, for finding the row of heads."""
    return [
        Column(
            key=one.key, heads=one.heads, required=one.key == "name", names_a_body=one.key in {"name", "provider"}, lists=one.key in LISTING
        )
        for one in meanings().values()
        if one.heads
    ]


def list_in(book: Book, *, sheet: str | None = None) -> FoundList | None:
    """The sheet that is most like a list; None where none has a name and something beside it."""
    found = [
        FoundList(sheet=one, heading=heading)
        for one in book.sheets
        if (sheet is None or one.name in {sheet, None}) and (heading := heading_of(one, columns_to_find())) is not None
    ]
    lists = [one for one in found if "name" in one.heading.where and len(one.heading.where) > LEAST_KNOWN]
    return max(lists, key=lambda one: (not one.sheet.hidden, len(one.heading.where)), default=None)


def proposed(candidate: Candidate) -> ListMapping | None:
    """The mapping for a file; None where it holds no list."""
    book = book_of(candidate)
    found = list_in(book)
    if found is None:
        return None
    columns, by_values = _columns(found)
    municipality = None if "municipality" in columns.values() else _municipality(candidate, found)
    return ListMapping(
        columns=columns,
        rows=_rows(columns),
        dataset=_dataset(candidate, municipality),
        municipality=municipality.full_name if municipality else None,
        sheet=found.sheet.name,
        by_values=by_values,
    )


def dataset_of(candidate: Candidate) -> str:
    """The name that is proposed for the dataset of a file, whatever list it holds."""
    found = proposed(candidate)
    return found.dataset if found and found.dataset else _dataset(candidate, None)


def _columns(found: FoundList) -> tuple[dict[str, str], frozenset[str]]:
    """Every head with the meaning proposed for it, and which were proposed by their cells."""
    rows = list(islice((cells for number, cells in enumerate(found.sheet.rows()) if number > found.heading.row), LOOKED_AT))
    columns: dict[str, str] = {}
    by_values: set[str] = set()
    for position, head in enumerate(found.heading.heads):
        if not head.strip() or head in columns:
            continue
        meaning = meant_by_head(head)
        if meaning is None:
            meaning = meant_by_values([cells[position] for cells in rows if position < len(cells)]) or "ignore"
            if meaning != "ignore":
                by_values.add(head)
        if meaning in columns.values() and meanings()[meaning].is_read:
            meaning = "ignore"
            by_values.discard(head)
        columns[head] = meaning
    return columns, frozenset(by_values)


def _rows(columns: dict[str, str]) -> str:
    given = set(columns.values())
    if not given & set(OFFERING):
        return "body"
    return "service" if "provider" in given else "both"


def _municipality(candidate: Candidate, found: FoundList) -> CodedArea | None:
    """The one municipality that the title above the heads, the sheet or the file's name tells."""
    above = islice(found.sheet.rows(), found.heading.row)
    named = {
        area
        for text in (*_texts(above), found.sheet.name or "", PurePath(candidate.name).stem)
        if len(text) <= LONGEST_TITLE
        for part in _PLACE.findall(text)
        if (area := _named(part)) is not None
    }
    return named.pop() if len(named) == 1 else None


def _named(part: str) -> CodedArea | None:
    """The municipality that a piece of a title ends with."""
    for text in (part, *(part[joined.end() :] for joined in _BEFORE.finditer(part))):
        area = resolved(text, None)
        if not isinstance(area, Unresolved):
            return area if area.area.level != "prefecture" else None
    return None


def _texts(rows: Iterator[Cells]) -> Sequence[str]:
    return [cell for cells in rows for cell in dict.fromkeys(cells) if cell.strip()]


def _dataset(candidate: Candidate, municipality: CodedArea | None) -> str:
    """A name that the next version of the list has too: that of the file without its date."""
    stem = PurePath(candidate.name).stem
    while (shorter := _WHEN.sub("", stem)) != stem and shorter:
        stem = shorter
    return "/".join(["resource_list", *([municipality.area.name] if municipality else []), stem.strip(" _-") or "list"])
