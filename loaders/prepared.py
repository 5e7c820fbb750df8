"""What whoever loads a file may say about it, and a file that was read and checked, ready to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.batches import Batch
from graph.facts import Dataset
from graph.model.sources import Source
from graph.stated_facts import StatedFacts
from loaders.contract import CaseRead, Loader, Problem
from loaders.report import Repair
from loaders.tables.table import Table


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What whoever loads a file may say about it."""

    source: str | None = None
    """The loader to use; None: recognised by the content."""
    as_of: date | None = None
    """The day the content holds for, where the file does not say."""
    licence: str | None = None
    title: str | None = None
    dataset: str | None = None
    """Name of the dataset of which the file is a version, in place of the one that its loader gives it."""
    visibility: str = "public"
    """How visible the source is, where its loader does not say that it is stricter."""
    second_reader: bool = False
    """Whether the second reader of the user's settings is asked, too; only of a public source."""
    mapping: str | None = None
    """How the columns of a list with heads of its own are read (YAML)."""
    accepts_proposal: bool = False
    """Whether such a list may be read as its heads suggest, where nobody has said anything."""
    retire_freely: bool = False
    """Whether a version may take away most of what the one before it stated."""
    keeps_tables: bool = False
    """Whether the tables of the file are wanted afterwards, to be marked: a national register is large."""
    dry_run: bool = False


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A file that was read and checked, ready to be written."""

    loader: Loader
    file: str
    dataset: Dataset
    source: Source
    rows_in: int
    taken: int
    """How many records gave facts."""
    problems: tuple[Problem, ...]
    batch: Batch | None
    """What it states; None where that is kept on disk, since it is long."""
    stated: StatedFacts | None = None
    records: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Id of a fact → numbers of the records that state it; empty where it is long."""
    cases: tuple[CaseRead, ...] = ()
    repairs: tuple[Repair, ...] = ()
    """What was repaired for reading."""
    choices: Choices = field(default_factory=Choices)
    tables: tuple[Table, ...] = field(default=(), repr=False)
    """The tables of the file; none where its source is no table."""

    @property
    def loaded_at(self) -> str:
        """When the load began."""
        return str(self.source.loaded_at)
