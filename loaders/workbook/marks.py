"""The sign that a row is a copy: a sum of what it says, and the evidence in the graph that it was made of.

A row whose sum is still right was not touched since it was written out. It repeats the graph; what it states is a copy of
that evidence (`graph.facts.Quotation.copy_of`), which a graph that has the originals leaves out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from loaders.workbook.cells import canonical
from loaders.workbook.sheet_kinds import COPY, MARK, SheetKind

LENGTH = 16
NOT_SUMMED = frozenset({MARK, COPY, "source", "checked", "quote"})
"""Columns that say nothing of the thing itself: to change them changes no fact."""


@dataclass(frozen=True, kw_only=True)
class CopyMark:
    """What the last column of a row that was written out holds."""

    sum: str
    evidence: tuple[str, ...]


def sum_of(sheet: SheetKind, texts: Mapping[str, str]) -> str:
    """The sum of a row: equal as long as it says the same, in whatever language and form."""
    said = [sheet.name, *(canonical(one, texts.get(one.key, "")) for one in sheet.fields if one.key not in NOT_SUMMED)]
    return sha256("\x1f".join(said).encode()).hexdigest()[:LENGTH]


def marked(sheet: SheetKind, texts: Mapping[str, str], evidence: Iterable[str]) -> str:
    """The sign of a row."""
    return " ".join([sum_of(sheet, texts), *evidence])


def mark_of(cell: str) -> CopyMark | None:
    """The sign in a cell; None where there is none."""
    first, *evidence = cell.split() or [""]
    return CopyMark(sum=first, evidence=tuple(evidence)) if len(first) == LENGTH and evidence else None
