"""Facts: nodes and relationships that a source states, each with the evidence on which it rests."""

from dataclasses import dataclass, field
from datetime import date

from graph.model.definitions import Node, Relationship
from graph.model.sources import CaseStudy


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Where a fact stands in its source, down to the characters.

    `quote` is exactly `line[start:end]` (or the whole cell of a table): no repair, no trimming. The lines are those of the
    file as it lies on disk; of a page, a Word file or a PDF, those of the text that its loader takes out of it, and then
    `place` says where a person finds them. Only the characters of a private person's name are masked, one ＊ each.
    """

    quote: str
    extractor: str
    """Name of the rule that read it."""
    certainty: str = "explicit"
    """explicit (in words), structural (from a row label, a heading, the form of the table) or inferred."""
    line: int | None = None
    """From 1."""
    start: int | None = None
    """First character in the line, from 0."""
    end: int | None = None
    """One past the last character."""
    sheet: str | None = None
    row: int | None = None
    """The head is row 1."""
    column: str | None = None
    place: str | None = None
    """Where a person finds it, where a line is no line of a file on disk (`graph.places`): page 3, line 12."""
    area_id: str | None = None
    """The municipality whose case or row it stands in."""
    repairs: tuple[str, ...] = ()
    """'before → after' for each repair made for reading."""
    visibility: str = "public"
    copy_of: tuple[str, ...] = ()
    """Ids of the evidence that this is a copy of, word for word: it says nothing to a graph that knows all of them."""
    instead_of: tuple[str, ...] = ()
    """Ids of the evidence that this was a copy of before somebody changed it."""
    verified_on: date | None = None
    """The day for which the row itself says it (更新日); None: that of its dataset."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One node or relationship with its evidence.

    `also` declares a second kind of the same node (住民自治協議会 is Organization and Council); it has the same key.
    `codes` are taxonomy codes that a node is linked to: actor types, service categories, need categories.
    """

    what: Node | Relationship
    evidence: tuple[Quotation, ...]
    also: Node | None = None
    codes: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    case: CaseStudy | None = None

    @property
    def id(self) -> str:
        """The id of the node or relationship."""
        return self.what.id


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a source could have shown: an area and a kind of fact (`graph.model.sources.KINDS_OF_FACT`)."""

    area_id: str
    kind: str
    coverage: str
    """exhaustive or examples."""
    categories: tuple[str, ...] = ()
    """Codes to which it is limited; empty means all."""
    begins: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A source as its loader describes it; the checksum and the file's name are added by the run."""

    name: str
    """Stays the same from version to version of the file."""
    title: str
    licence: str | None = None
    as_of: date | None = None
    visibility: str = "public"
    scopes: tuple[Scope, ...] = ()
    cases: tuple[CaseStudy, ...] = field(default=())
    adds_only: bool = False
    """Whether a version that lacks what an earlier one stated says nothing about it: a part of a graph that was written out."""
    mapping: str | None = None
    """How the columns of a list with heads of its own were read: the next version is read alike."""
