"""How one fact came to be as it is: when it came, changed, went and came back, from which file, and what people said of it.

Nothing is kept for this: it follows from the evidence there is, from what was withdrawn, from the loads and from the ledger.
An audience sees what was stated for it; what was withdrawn is not for the public, which may no longer read it anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.changes import FieldChange, fields_between
from graph.coded_areas import coded_things
from graph.connection import Graph
from graph.deriving import derived_node, derived_relationship
from graph.errors import QueryMisused
from graph.known import Known
from graph.ledger import Ledger
from graph.lives import Cause, Life, Moment, lives_of
from graph.model.definitions import VISIBILITY_LEVELS, Node
from graph.reading import Reader
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import redirected, statement_of

CAME, CHANGED, SUPPORTED, WENT, CAME_BACK, REVIEWED, JOINED = "came", "changed", "supported", "went", "came_back", "reviewed", "joined"
LOOSEST = VISIBILITY_LEVELS[0]
EVIDENCE = "UNWIND $ids AS id MATCH (e:Evidence {fact: id}) RETURN properties(e) AS properties"
WITHDRAWN = "UNWIND $ids AS id MATCH (w:Withdrawn {fact: id}) RETURN properties(w) AS properties"
LOADS = "MATCH (l:Load) WHERE l.dataset IN $datasets RETURN properties(l) AS properties"


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened to a fact."""

    at: str
    """ISO 8601 with time zone."""
    kind: str
    """came, changed, supported (the same with other evidence), went, came_back, reviewed or joined."""
    why: str
    """load, retired, replaced, rejected, undone, merged, put_back, confirmed, corrected or reopened."""
    fields: tuple[FieldChange, ...] = ()
    dataset: str = ""
    file: str | None = None
    load: str | None = None
    by: str | None = None
    """A role."""
    reason: str | None = None
    """Notes of whoever decided: not for the public."""
    quotes: tuple[str, ...] = ()
    """What was said, in the words that came or went, as far as the audience may read them."""


@dataclass(frozen=True, kw_only=True)
class History:
    """A fact and what happened to it, the newest first."""

    fact: str
    label: str
    """Main label or type."""
    name: str
    stands: bool
    """Whether it is in the graph now."""
    events: tuple[Event, ...]


def history_of(reader: Reader, id_: str) -> History:
    """The history of a fact.

    Args:
        reader: asks the graph; its audience decides what is seen.
        id_: the fact; one that became part of another is told as that.

    Raises:
        QueryMisused: there is no such fact, or it is not for this audience (unknown_fact).
    """
    ledger = Ledger.of(reader.graph)
    fact = ledger.resolve(id_)
    lives = [one for one in _lives(reader, ledger, fact) if statement_of(one.evidence).visibility in reader.visible]
    telling = _Telling(reader, ledger, fact, lives)
    if not lives or not telling.may_be_seen():
        raise QueryMisused("unknown_fact", id=id_)
    return telling.told()


def _lives(reader: Reader, ledger: Ledger, fact: str) -> list[Life]:
    ids = [fact, *(gone for gone, kept in ledger.redirects.items() if kept == fact)]
    present = [row["properties"] for row in reader.graph.read(EVIDENCE, ids=ids)]
    records = [row["properties"] for row in reader.graph.read(WITHDRAWN, ids=ids)] if reader.audience != LOOSEST else []
    datasets = {one["dataset"] for one in present} | {dataset for one in records for dataset in (*one.get("sources", ()), one["dataset"])}
    loads = {row["properties"]["id"]: row["properties"] for row in reader.graph.read(LOADS, datasets=sorted(datasets))}
    return lives_of(present, records, loads)


@dataclass(frozen=True)
class _Reference:
    label: str
    id: str


class _Telling:
    def __init__(self, reader: Reader, ledger: Ledger, fact: str, lives: Sequence[Life]) -> None:
        self.reader, self.ledger, self.fact, self.lives = reader, ledger, fact, lives
        self.ends = _Ends(reader.graph)

    def may_be_seen(self) -> bool:
        """A relationship only with both its ends; one whose end is gone like what was withdrawn."""
        levels = [self.ends.level(one.label, one.id) for one in self._references()]
        return all(level in self.reader.visible if level else self.reader.audience != LOOSEST for level in levels)

    def told(self) -> History:
        """Everything, the newest first."""
        moments = sorted({one.begins for one in self.lives} | {one.ends for one in self.lives if one.ends is not None})
        events: list[Event] = []
        before: NodeRow | RelationshipRow | None = None
        was_there, last = False, None
        for moment in moments:
            after = self._fact_after(moment)
            if event := self._event(moment, before, after, came_before=was_there):
                events.append(event)
            before, was_there, last = after, was_there or after is not None, after or last
        events += self._joined()
        label = last.labels[0] if isinstance(last, NodeRow) else last.type if last else ""
        ordered = sorted(enumerate(events), key=lambda pair: (pair[1].at, pair[0]), reverse=True)
        return History(
            fact=self.fact, label=label, name=self._name(last), stands=before is not None, events=tuple(event for _, event in ordered)
        )

    def _fact_after(self, moment: Moment) -> NodeRow | RelationshipRow | None:
        standing = [statement_of(one.evidence) for one in self.lives if one.stands_after(moment)]
        if not standing:
            return None
        if standing[0].start is None:
            return derived_node(self.fact, standing)
        return derived_relationship(self.fact, [redirected(one, self.ledger.redirects) for one in standing])

    def _event(
        self, moment: Moment, before: NodeRow | RelationshipRow | None, after: NodeRow | RelationshipRow | None, *, came_before: bool
    ) -> Event | None:
        if before is None and after is None:
            return None
        came = [one for one in self.lives if one.begins == moment]
        went = [one for one in self.lives if one.ends == moment]
        cause = _cause(came, went, gone=after is None)
        fields = fields_between(before.properties, after.properties) if before and after else ()
        if after is None:
            kind = WENT
        elif before is None:
            kind = CAME_BACK if came_before else CAME
        else:
            kind = CHANGED if fields else REVIEWED if cause.why in {"confirmed", "corrected", "reopened"} else SUPPORTED
        load = cause.load if cause.load.get("visibility") in self.reader.visible else {}
        return Event(
            at=moment[0],
            kind=kind,
            why=cause.why,
            fields=fields,
            dataset=cause.dataset,
            file=load.get("file"),
            load=load.get("id"),
            by=cause.by,
            reason=cause.reason if self.reader.audience != LOOSEST else None,
            quotes=self._quotes(came or went),
        )

    def _quotes(self, lives: Sequence[Life]) -> tuple[str, ...]:
        readable = [one.evidence for one in lives if one.evidence["visibility"] in self.reader.visible]
        return tuple(dict.fromkeys(str(one["quote"]) for one in readable))

    def _joined(self) -> list[Event]:
        """Other names that became one with it, for those who may see the ledger."""
        entries = [one for one in self.ledger.entries if one["state"] == "merged" and one["visibility"] in self.reader.visible]
        return [
            Event(at=one["decided_at"], kind=JOINED, why="merged", by=one.get("by"), reason=one.get("reason"), quotes=(one["gone_name"],))
            for one in entries
            if self.ledger.resolve(one["kept"]) == self.fact
        ]

    def _references(self) -> list[_Reference]:
        statement = redirected(statement_of(self.lives[-1].evidence), self.ledger.redirects) if self.lives else None
        return [_Reference(end.label, end.id) for end in (statement.start, statement.end) if end] if statement else []

    def _name(self, row: NodeRow | RelationshipRow | None) -> str:
        if isinstance(row, NodeRow):
            return str(row.properties["name"])
        return " → ".join(self.ends.name(one.label, one.id) for one in self._references())


class _Ends:
    """What the ends of a relationship are called, and who may see them."""

    def __init__(self, graph: Graph) -> None:
        self._known = Known(graph)

    def level(self, label: str, id_: str) -> str | None:
        found = self._properties(label, id_)
        return str(found["visibility"]) if found else None

    def name(self, label: str, id_: str) -> str:
        return str(self._properties(label, id_).get("name") or "—")

    def _properties(self, label: str, id_: str) -> Mapping[str, object]:
        thing = coded_things().get(id_)
        if isinstance(thing, Node):
            return {"name": thing.name, "visibility": thing.visibility}
        self._known.read_nodes({label: [id_]})
        row = self._known.nodes.get(id_)
        properties: Properties = row.properties if row else {}
        return properties


def _cause(came: Sequence[Life], went: Sequence[Life], *, gone: bool) -> Cause:
    """What did it: of what goes the reason why, else what brought the new."""
    of_going = [one.ended_by for one in went if one.ended_by is not None]
    of_coming = [one.begun_by for one in came]
    first, *_ = [*of_going, *of_coming] if gone else [*of_coming, *of_going]
    return first
