"""Sources, the cases in them, what they could have shown, and the evidence that stands in them."""

from dataclasses import dataclass
from datetime import date

from graph.model.areas import Area
from graph.model.councils import Council
from graph.model.definitions import Node, Relationship, described
from graph.model.needs import Need
from graph.model.observations import Observation
from graph.model.organizations import Organization, Post
from graph.model.programmes import Programme
from graph.model.services import Service

KINDS_OF_FACT = ("bodies", "ties", "seats", "services", "needs", "programmes", "observations")
"""What a source can declare that it speaks of."""


@dataclass(frozen=True, kw_only=True)
class Source(Node):
    """A document or file in one version."""

    label = "Source"
    is_fact = False

    dataset: str = described("Stays the same from version to version.", "")
    loader: str | None = described("The loader that read it.")
    title: str | None = described("As a reader would cite it.")
    licence: str | None = described("Licence or terms of use, with the origin to name.")
    checksum: str | None = described("SHA-256 of the file's bytes.")
    file: str | None = described("The file's name, without its folder.")
    as_of: date | None = described("The day its content holds for.")
    loaded_at: str | None = described("When it was loaded, ISO 8601 with time zone.")
    current: bool = described("True for the version that the graph shows.", True)
    complete: bool = described("False while it is being written: a load that broke off shows here.", True)
    mapping: str | None = described("How the columns of a list with heads of its own were read: its next version is read alike.")
    reading: str | None = described(
        "What a long source stated when it was last loaded to its end, in one word: the same again changes nothing."
    )


@dataclass(frozen=True, kw_only=True)
class CaseStudy(Node):
    """A case within a source."""

    label = "CaseStudy"
    is_fact = False

    dataset: str = described("The dataset of its source.", "")
    area_id: str | None = described("Id of the municipality that the case is about.")
    place: str | None = described("Where in the source it stands.")


@dataclass(frozen=True, kw_only=True)
class Evidence(Node):
    """A quoted span or cell on which a fact rests, down to its characters."""

    label = "Evidence"
    is_fact = False

    fact: str = described("Id of the node or relationship that it supports.", "")
    dataset: str = described("The dataset of its source.", "")
    quote: str = described("Exactly the characters at its place; a private name is masked, one ＊ each.", "")
    ordinal: int = described("Its number among equal quotations for one fact, from 1.", 1)
    line: int | None = described("Line from 1: of the file as it lies on disk, or of the text taken out of it where `place` is given.")
    starts_at: int | None = described("First character in the line, from 0.")
    ends_at: int | None = described("One past the last character.")
    sheet: str | None = described("Sheet of a workbook or name of the file.")
    row: int | None = described("Row of a table as its program counts them, the head being row 1.")
    column: str | None = described("Column of a table, by its head.")
    place: str | None = described(
        "Where a person finds it, where lines are none of the file: page 3, line 12; or who said it and when (graph/places.py)."
    )
    extractor: str = described("The rule that read it.", "")
    certainty: str = described("explicit, structural or inferred.", "explicit")
    review: str = described("open, confirmed, corrected or rejected.", "open")
    reviewed_by: str | None = described("Role of the reviewer, never a person.")
    reviewed_at: str | None = described("When, ISO 8601 with time zone.")
    reason: str | None = described("Why it was confirmed, corrected or rejected.")
    states: str = described("What it states of the fact, under the ids with which it was read, as JSON (graph/stated.py).", "")
    corrected: str | None = described("Values that a reviewer put in the place of stated ones, as JSON.")
    read_as: str | None = described("Id of the fact as it was read, where a merge made it part of another.")
    position: int = described("Its place among the dataset's statements of the fact, in the order of the file, from 1.", 1)
    load: str | None = described("Id of the load that brought it.")
    restored_at: str | None = described("When it was put back: no later version of its source retires it again.")
    area_id: str | None = described("Id of the municipality whose case or row it stands in.")
    repairs: tuple[str, ...] = described("Repairs made for reading, as 'before → after'; the quotation stays as it stood.", ())


# (:Source)-[:SPEAKS_OF]->(:Area)
@dataclass(frozen=True, kw_only=True)
class SpeaksOf(Relationship):
    """What a source could have shown: its scope, for one area and one kind of fact."""

    starts, type, ends = (Source,), "SPEAKS_OF", (Area,)
    qualifier = ("kind",)
    is_fact = False

    kind: str = described("bodies, ties, seats, services, needs, programmes or observations.", "services")
    coverage: str = described("exhaustive for a register; examples for a case study or a list that ends in 等.", "examples")
    categories: tuple[str, ...] = described("Codes to which the scope is limited; empty means all.", ())
    begins: date | None = described("First day of the period it speaks of.")
    ends_on: date | None = described("Last day of the period it speaks of.")


# (fact)-[:DESCRIBED_IN]->(:CaseStudy)
@dataclass(frozen=True, kw_only=True)
class DescribedIn(Relationship):
    """The case that names a thing."""

    starts, type, ends = (Organization, Council, Service, Need, Programme, Observation, Post, Area), "DESCRIBED_IN", (CaseStudy,)
    is_fact = False


# (:Evidence | :CaseStudy)-[:FROM]->(:Source)
@dataclass(frozen=True, kw_only=True)
class From(Relationship):
    """The version of the source in which evidence or a case stands."""

    starts, type, ends = (Evidence, CaseStudy), "FROM", (Source,)
    is_fact = False
