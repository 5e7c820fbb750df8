"""A record of a file that is no table: its texts are as they stand, nothing was put before them to make a cell harmless."""

from dataclasses import dataclass

from loaders.harmless import as_written
from loaders.tables.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Row):
    """A record of JSON, GEXF or GraphML."""


def unescaped(row: Row, text: str) -> str:
    """The text of a cell without what made it harmless."""
    return text if isinstance(row, Record) else as_written(text)
