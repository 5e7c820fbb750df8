"""Bytes of a register → its rows, each cell exactly as it stands. Nothing is repaired here."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.heads import Column, heading_of
from loaders.tables.opening import book_of
from loaders.tables.table import Table

REQUIRED = (
    "registration_no",
    "transport_type",
    "org_name",
    "service_area",
    "service_area_municipalities",
    "valid_from",
    "valid_to",
)
"""Columns without which a row says too little."""

LISTS = frozenset({"service_area", "service_area_municipalities", "transport_type"})
COLUMNS = tuple(Column(key=name, heads=(name,), required=True, names_a_body=name == "org_name", lists=name in LISTS) for name in REQUIRED)

LARGEST_CELL = 1_000_000
"""Characters; some cells hold all routes of a municipality."""

SAMPLE = 65_536
"""Bytes in which the head of a register stands."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters that no table holds."""

PARTLY_ALIKE = 0.7
"""A head that lacks a required column scores below this."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row of the table."""

    row: int
    """As a spreadsheet counts: the head is row 1."""
    cells: Mapping[str, str]
    """Head → cell, as it stands; a cell that the row lacks is empty."""
    surplus: int = 0
    """How many filled cells stand to the right of the last head."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """A whole table."""

    records: tuple[Record, ...]
    table: Table | None = field(default=None, compare=False, repr=False)
    """The same as a table, for what is said of the file's form."""


def read_register(content: bytes) -> Register:
    """Bytes → rows.

    Raises:
        LoadStopped: empty_file, not_text, broken_table, missing_columns, repeated_columns or no_records.
    """
    if not content.strip():
        raise LoadStopped("empty_file")
    lines = _table(decoded(content))
    head = tuple(cell.strip() for cell in lines[0])
    if missing := [column for column in REQUIRED if column not in head]:
        raise LoadStopped("missing_columns", columns="、".join(missing))
    if repeated := sorted({column for column in head if column and head.count(column) > 1}):
        raise LoadStopped("repeated_columns", columns="、".join(repeated))
    records = tuple(_record(head, row, cells) for row, cells in enumerate(lines[1:], start=2) if any(cell.strip() for cell in cells))
    if not records:
        raise LoadStopped("no_records")
    return Register(records=records)


def table_in(candidate: Candidate) -> Table | None:
    """The register as a table; None where the file is none."""
    try:
        book = book_of(candidate)
    except LoadStopped:
        return None
    heading = heading_of(book.sheets[0], COLUMNS)
    return Table(source="transport_register", book=book, sheet=book.sheets[0], heading=heading, columns=COLUMNS) if heading else None


def likeness(content: bytes) -> float:
    """How far the head is that of a register: 1 with every required column, 0 with less than most of them."""
    try:
        head = {cell.strip() for cell in next(csv.reader(io.StringIO(decoded(_beginning(content)), newline="")), [])}
    except (LoadStopped, csv.Error):
        return 0.0
    share = sum(column in head for column in REQUIRED) / len(REQUIRED)
    if share == 1:
        return 1.0
    return PARTLY_ALIKE * share if share > 1 / 2 else 0.0


def decoded(content: bytes) -> str:
    """The text of UTF-8 with or without byte order mark, else of CP932.

    Raises:
        LoadStopped: it is neither, or holds control characters that no table holds.
    """
    for encoding in ("utf-8-sig", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    raise LoadStopped("not_text")


def _beginning(content: bytes) -> bytes:
    """The first lines, whole: enough for the head of a table."""
    return content[: content.rfind(b"\n", 0, SAMPLE) + 1] or content[:SAMPLE] if len(content) > SAMPLE else content


def _table(text: str) -> list[list[str]]:
    limit = csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise LoadStopped("broken_table", line=reader.line_num) from error
    finally:
        csv.field_size_limit(limit)


def _record(head: tuple[str, ...], row: int, cells: list[str]) -> Record:
    filled = cells + [""] * (len(head) - len(cells))
    return Record(
        row=row,
        cells=dict(zip(head, filled, strict=False)),
        surplus=sum(bool(cell.strip()) for cell in cells[len(head) :]),
    )
