"""One tie of a network file → relationships of the model. Nothing is guessed: a word that nobody knows is said to be so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.messages import Phrase
from graph.model.definitions import Relationship, RelationshipKind, property_descriptions
from graph.model.places import ActsFor
from graph.model.ties import CollaboratesWith
from loaders.contract import Problem
from loaders.networks.cells import properties_of, word_of
from loaders.networks.kinds import NamesPerson
from loaders.networks.thing import Thing
from loaders.networks.things import Things
from loaders.networks.tie_words import direction_of, word_field
from loaders.networks.words import denies_a_tie, kind_of_tie, known_ties, worded
from loaders.tables.row import Row

BODIES = frozenset({"Organization", "Council"})


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What a record says of its kind."""

    kind: RelationshipKind
    certainty: str
    quoted: str
    """The field whose cell says it."""
    wording: str | None = None
    """The source's own word for working together."""


def take_tie(row: Row, things: Things) -> tuple[Iterable[Fact], Iterable[Problem]]:
    """A record of a tie as facts.

    Raises:
        RecordRejected: it cannot be taken.
    """
    try:
        start, end = things.end(row, "source"), things.end(row, "target")
    except NamesPerson:
        return (), (Problem(code="tie_of_person", place=row.place, kind="set_aside"),)
    if start.node.id == end.node.id:
        raise RecordRejected("tie_to_itself", row.place)
    problems: list[Problem] = []
    meant = _meant(row, start, end, problems)
    properties = properties_of(row, meant.kind, problems, is_own=start.is_own)
    if meant.kind is CollaboratesWith and meant.wording and "kind" not in row.cells:
        properties["kind"] = meant.wording
    if meant.kind is ActsFor and "function" not in properties:
        row.required("function")
    facts = list(_relationships(row, meant, properties, start, end))
    implied = [] if things.file.things_listed else [fact for one in (start, end) for fact in one.facts(things.area)]
    return (*implied, *facts), problems


def _meant(row: Row, start: Thing, end: Thing, problems: list[Problem]) -> Meant:
    """The kind of a tie.

    Raises:
        RecordRejected: no word, or none that anybody knows, between things that are not both bodies; a word that denies a tie.
    """
    field = word_field(row)
    between_bodies = bool(start.labels & BODIES and end.labels & BODIES)
    if field is None:
        if not between_bodies:
            raise RecordRejected("tie_without_type", row.place, known=known_ties())
        return Meant(kind=CollaboratesWith, certainty="structural", quoted="target")
    word = word_of(row, field) or ""
    if (kind := kind_of_tie(word)) is not None:
        wording = word if kind is CollaboratesWith and word != kind.type and not start.is_own else None
        return Meant(kind=kind, certainty="explicit", quoted=field, wording=wording)
    if denies_a_tie(word):
        raise RecordRejected("no_tie", row.place_of(field), word=word)
    if not between_bodies:
        raise RecordRejected("unknown_tie", row.place_of(field), word=word, known=known_ties())
    problems.append(Problem(code="taken_as_working_together", place=row.place_of(field), kind="warning", values={"word": word}))
    return Meant(kind=CollaboratesWith, certainty="inferred", quoted=field, wording=word)


def _relationships(row: Row, meant: Meant, properties: dict[str, Any], start: Thing, end: Thing) -> Iterator[Fact]:
    """One relationship, or one in each direction where the file says so.

    Raises:
        RecordRejected: the kind does not stand between such things (tie_not_allowed), or the file leaves open in which direction.
    """
    kind, direction = meant.kind, direction_of(row)
    forward, backward = _fits(kind, start, end), _fits(kind, end, start)
    if not (forward or (backward and direction != "directed")):
        starts, ends = (worded(one.label for one in allowed) for allowed in (kind.starts, kind.ends))
        raise RecordRejected("tie_not_allowed", row.place, type=Phrase("loaders", f"text.{kind.type}"), starts=starts, ends=ends)
    if direction == "undirected" and kind.directed and forward and backward:
        raise RecordRejected("direction_left_open", row.place)
    quotation = row.quotation(meant.quoted, "tie", start.area_id or end.area_id, meant.certainty)
    if forward:
        yield _fact(kind, start, end, properties, quotation)
    if backward and kind.directed and (direction == "mutual" or not forward):
        yield _fact(kind, end, start, properties, quotation)


def _fits(kind: RelationshipKind, start: Thing, end: Thing) -> bool:
    return bool(start.labels & {one.label for one in kind.starts} and end.labels & {one.label for one in kind.ends})


def _fact(kind: RelationshipKind, start: Thing, end: Thing, properties: dict[str, Any], quotation: Quotation) -> Fact:
    known = property_descriptions(kind)
    given = {name: value for name, value in properties.items() if name in known}
    relationship: Relationship = kind(start=start.node.reference, end=end.node.reference, **given)
    return Fact(what=relationship, evidence=(quotation,))
