"""What every loader promises.

`read` is input only: it raises, and repairs nothing. `transform` is pure: records become facts, and a record that
cannot be taken becomes a `Problem` with place, reason and advice. Writing, retiring and reporting are the same for all
(`loaders.run`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from graph.facts import Dataset, Fact
from graph.notices import Progress, Tell, silent, unwatched


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A file as it lies on disk, offered to the loaders, with whom a loader may tell how it gets on."""

    path: Path
    content: bytes
    as_of: date | None = None
    """The day the content holds for, as whoever loads says it: for a loader whose facts carry it where the file does not say."""
    progress: Progress = field(default=unwatched, compare=False, repr=False)
    """Told how far reading is, in whatever pieces the loader counts."""
    tell: Tell = field(default=silent, compare=False, repr=False)
    """Told what whoever loads has to know meanwhile."""

    dataset: str | None = None
    """Name of the dataset of which the file is a version, as whoever loads says it."""
    mapping: str | None = None
    """How the columns of a list of its own kind are read, as whoever loads says it (YAML)."""
    kept_mappings: Callable[[], Sequence[str]] = field(default=tuple, compare=False, repr=False)
    """Asks the graph how the lists in it were read, the newest first."""
    accepts_proposal: bool = False
    """Whether a list that nobody has said anything about may be read as its heads suggest: for a trial."""
    opened: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was made of the bytes already, by whoever made it: several loaders look at one file."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """Whether a loader takes a file, and what it looked for: shown when no loader does."""

    score: float
    """0: not mine; 1: certainly mine."""
    looked_for: str
    """Key of the catalogue: what this loader looks for in a file."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A record that was refused or set aside, or a warning about one that was taken.

    `code` is the key in the catalogue of the loader (`<code>` and `<code>.advice`), `place` says where (line 12;
    page 3, line 4; row 4, column valid_to; units of `graph.places` are shown in the reader's language), `values` fill the placeholders.
    """

    code: str
    place: str
    kind: str = "refused"
    """refused, set_aside or warning."""
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseRead:
    """A case that was found in a file: the municipality, where it begins, how many facts it gave."""

    name: str
    place: str
    facts: int


@dataclass(frozen=True, kw_only=True)
class Transformed:
    """What a loader made of a file.

    rows_in = taken + refused + set aside; `taken` maps each record's place to the ids of the facts it gave, so that
    the run can tell written from unchanged records.
    """

    dataset: Dataset
    facts: tuple[Fact, ...]
    rows_in: int
    taken: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()
    cases: tuple[CaseRead, ...] = ()
    """The cases that were found, for the report; empty where the source has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one record of a long table: its facts, or the problem for which it has none; warnings beside either."""

    place: str
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Streamed:
    """What a loader makes of a file of many records: one after the other, so that a national register fits in memory.

    A record has facts, or exactly one problem that is refused or set aside. Facts that several records state are given
    with each of them: the load joins them.
    """

    dataset: Dataset
    outcomes: Callable[[], Iterator[Outcome]]
    """The records from the first to the last, as often as it is called, each time the same."""
    notices: tuple[Problem, ...] = ()
    """What there is to say of the file as a whole: warnings."""
    expected: int | None = None
    """About how many records there are, for the report of progress; None: not known."""


class Loader(Protocol):
    """One source of facts."""

    name: str
    """As in `--source`; the folder's name."""
    title_ja: str
    title_en: str

    def recognise(self, candidate: Candidate) -> Recognition:
        """Look at the bytes and say whether this file is of this source."""
        ...

    def read(self, candidate: Candidate) -> Any:
        """Bytes → records of this source's own kind.

        Raises:
            LoadStopped: the file cannot be read at all.
        """
        ...

    def transform(self, records: Any, candidate: Candidate) -> Transformed | Streamed:
        """Records → facts. Pure: the same records give the same facts, in the same order.

        Raises:
            LoadStopped: nothing in it can be taken.
        """
        ...


@runtime_checkable
class OffersSecondReader(Protocol):
    """A loader that can have its sources read by a service of the user's own, too, where a load asks for that."""

    def with_second_reader(self) -> Loader:
        """The same loader, for one load with the second reader."""
        ...


@runtime_checkable
class ProposesMapping(Protocol):
    """A loader of lists with heads of their own: how they are read is proposed, and can be said otherwise."""

    def propose(self, candidate: Candidate, language: str) -> str:
        """A mapping for the file, as a text that a person can read and mend.

        Raises:
            LoadStopped: the file holds no such list.
        """
        ...


@runtime_checkable
class HasSettings(Protocol):
    """A loader with settings of its own."""

    def settings_shown(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Name → value for people to read, secrets hidden; `settings.<name>` in its catalogue says what each is for."""
        ...
