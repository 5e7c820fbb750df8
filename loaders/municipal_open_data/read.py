"""The table of a file, and which kind of the standard it is."""

from dataclasses import dataclass

from loaders.contract import Candidate
from loaders.municipal_open_data.kinds import KINDS, Kind
from loaders.tables.table import Table, likeness, table_of

SOURCE = "municipal_open_data"


@dataclass(frozen=True, kw_only=True)
class Published:
    """A table and its kind."""

    kind: Kind
    table: Table


def read_published(candidate: Candidate) -> Published:
    """The table of a file, as the kind whose columns it has most of.

    Raises:
        LoadStopped: as for `table_of`.
    """
    kind = max(KINDS, key=lambda one: likeness(candidate, one.columns))
    return Published(kind=kind, table=table_of(candidate, SOURCE, kind.columns))


def alike(candidate: Candidate) -> float:
    """How far a file is one of the kinds."""
    return max(likeness(candidate, kind.columns) for kind in KINDS)
