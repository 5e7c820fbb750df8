"""What an extractor promises: a case in, proposals out.

A proposal is no fact. It says what could be read where, in the words of the text; whether it enters is decided by
`loaders.case_studies.extractors.accepting`, the same way for whoever proposes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from graph.model.areas import Area
from loaders.case_studies.passages import Case

SECOND_READER = "second_reader"
"""How the evidence names the reader that the user adds to the rules."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Characters of one line that speak of the case: the whole line, or one cell of a table."""

    line: int
    """From 1, in the file as it lies on disk."""
    start: int
    end: int
    masked: str
    """The whole line, each character of a private person's name being ＊; as long as the line on disk."""

    @property
    def text(self) -> str:
        """What may leave this machine."""
        return self.masked[self.start : self.end]


@dataclass(frozen=True, kw_only=True)
class CaseText:
    """One municipality of a document with the lines that speak of it."""

    case: Case
    """As the rules see it, divided into passages."""
    pieces: tuple[Piece, ...]
    """In the order of the text."""

    @property
    def area(self) -> Area:
        """The municipality."""
        return self.case.area

    @property
    def name(self) -> str:
        """Prefecture and municipality."""
        return f"{self.case.prefecture.name}{self.case.area.name}"


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """Words of the text and the line in which they are said to stand."""

    line: int
    quote: str


@dataclass(frozen=True, kw_only=True)
class ProposedThing(Quoted):
    """Something that the text may name."""

    label: str
    """A label of the model."""
    name: str
    other_names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """Codes of the taxonomy: actor types, service categories or need categories."""
    status: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProposedTie(Quoted):
    """A relationship that the text may state, its ends by their names."""

    type: str
    """A type of the model."""
    start: str
    end: str
    details: Mapping[str, str] = field(default_factory=dict)
    """What tells it from others of its type: function, state, status."""


@dataclass(frozen=True, kw_only=True)
class Unusable:
    """Why a part of a case brought no proposals."""

    reason: str
    """`answer_not_json`, …: the end of a key of the catalogue."""
    line: int
    """The first line of the part."""


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """What an extractor makes of one case."""

    things: tuple[ProposedThing, ...] = ()
    ties: tuple[ProposedTie, ...] = ()
    malformed: int = 0
    """Entries that are no proposals at all."""
    unusable: tuple[Unusable, ...] = ()

    def joined(self, other: "Proposals") -> "Proposals":
        """These and those of another part of the same case."""
        return Proposals(
            things=self.things + other.things,
            ties=self.ties + other.ties,
            malformed=self.malformed + other.malformed,
            unusable=self.unusable + other.unusable,
        )


class Extractor(Protocol):
    """Reads a case."""

    name: str
    """As it stands on the evidence."""

    def propose(self, text: CaseText) -> Proposals:
        """What the case states, as far as this reader sees.

        Raises:
            LoadStopped: it cannot read at all; nothing of the source is to be written.
        """
        ...
