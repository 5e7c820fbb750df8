"""What every loader promises.

`read` is input only: it raises, and repairs nothing. `transform` is pure: records become facts, and a record that
cannot be taken becomes a `Problem` with place, reason and advice. Writing, retiring and reporting are the same for all
(`loaders.run`).
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from graph.facts import Dataset, Fact


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A file as it lies on disk, offered to the loaders."""

    path: Path
    content: bytes

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

    def transform(self, records: Any, candidate: Candidate) -> Transformed:
        """Records → facts. Pure: the same records give the same facts, in the same order.

        Raises:
            LoadStopped: nothing in it can be taken.
        """
        ...
