"""Writing a typed-in fact: each saying is a source and a load of its own, so that `tsunagu undo` takes back just that one.

Nothing is retired: what others said stands beside it. The same saying once more changes nothing.
"""

import json
from dataclasses import replace
from hashlib import sha256

from graph.by_hand.added import Added, AddedFact
from graph.by_hand.finding import Finding
from graph.by_hand.saying import EXTRACTOR, Saying
from graph.by_hand.typed import Gathered, Typed
from graph.changing import Change, carry_out, plan_of_change
from graph.connection import Graph
from graph.deriving import plain, stated_properties
from graph.errors import QueryMisused
from graph.evidence import now
from graph.facts import Fact
from graph.identity import evidence_key, source_key
from graph.known import Known
from graph.messages import Messages
from graph.model.bookkeeping import Load
from graph.model.definitions import Node, Reference, Relationship
from graph.model.sources import Evidence, Source, SpeaksOf
from graph.places import role_worded
from graph.reading import Reader
from graph.reviews import REVIEW, Earlier
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.stated import Statement, encoded, fact_of, statement_of, strictest
from graph.withdrawing import Cause

VERSION = "1"
"""What somebody said has no second version."""
LOADS = "MATCH (l:Load {dataset: $dataset}) RETURN count(l) AS found"
NOT_COMPARED = frozenset({"key", "placed_in", "name", "aliases"})
"""What a merge may have changed since: not compared when something is said once more."""


def add(reader: Reader, typed: Typed, saying: Saying, *, words: Messages, dry_run: bool = False) -> Added:
    """Write what was typed in, with who said it as its evidence.

    Args:
        reader: the graph, on behalf of the audience whose bodies may be named.
        typed: what is stated.
        saying: who said it, when, and how.
        words: the language in which its source is titled.
        dry_run: whether only to say what would be written.

    Raises:
        QueryMisused: something of it does not fit; nothing is written.
        DatabaseUnavailable: the database went away; all of it is there, or nothing.
    """
    saying = saying.checked(today=reader.today)
    with reader.graph.single_writer():
        finding = Finding(reader, typed.area)
        gathered = typed.gathered(finding, saying)
        _see_that_nothing_gets_looser(finding, saying)
        return _Adding(reader.graph, finding, gathered, saying, words).add(dry_run=dry_run)


def _see_that_nothing_gets_looser(finding: Finding, saying: Saying) -> None:
    """The words name what they speak of: they cannot be for more people than it is.

    Raises:
        QueryMisused: they would be.
    """
    needed = strictest(saying.visibility, *(one.visibility for one in finding.named))
    if needed != saying.visibility:
        raise QueryMisused("looser_than_named", level=saying.visibility, needed=needed)


class _Adding:
    def __init__(self, graph: Graph, finding: Finding, gathered: Gathered, saying: Saying, words: Messages) -> None:
        self.graph, self.gathered, self.saying = graph, gathered, saying
        self.redirects = finding.ledger.redirects
        self.at = now()
        self.dataset = f"{EXTRACTOR}/{_digest(gathered, saying)}"
        subject = _name(gathered.facts[0]) or self.quote
        role = role_worded(saying.said_by, words)
        self.source = Source(
            key=source_key(self.dataset, VERSION),
            name=words("by_hand.title", role=role),
            visibility=saying.visibility,
            dataset=self.dataset,
            loader=EXTRACTOR,
            title=words("by_hand.title", role=role),
            as_of=saying.on,
            loaded_at=self.at,
        )
        self.load_name = words("by_hand.load", subject=subject, role=role, day=saying.on.isoformat())
        self.statements = [self._statement(fact) for fact in gathered.facts]

    @property
    def quote(self) -> str:
        """The words on which it all rests."""
        return self.gathered.quotation.quote

    def add(self, *, dry_run: bool) -> Added:
        """Compare with what was said before, and write."""
        facts = {one.evidence: fact_of(one, self.redirects) for one in self.statements}
        stored = Known(self.graph).evidence_of(sorted({*facts.values()}))
        known = {str(row.properties["fact"]) for row in stored}
        new = [one for one in self.statements if not self._was_said(one, facts[one.evidence], stored)]
        load = self._write(new, dry_run=dry_run) if new else None
        return Added(
            load=load,
            dataset=self.dataset,
            quote=self.quote,
            place=str(self.gathered.quotation.place),
            visibility=self.saying.visibility,
            facts=tuple(
                AddedFact(id=facts[one.evidence], kind=one.labels[0], name=_name(fact), is_new=facts[one.evidence] not in known)
                for one, fact in zip(self.statements, self.gathered.facts, strict=True)
            ),
            joined=tuple(self.gathered.joined),
            is_changed=bool(new),
            dry_run=dry_run,
        )

    def _was_said(self, statement: Statement, fact: str, stored: list[NodeRow]) -> bool:
        """Whether the same role said the same of the fact on the same day in the same words."""
        place, on = self.gathered.quotation.place, self.saying.on
        for row in stored:
            found = row.properties
            same_words = found["extractor"] == EXTRACTOR and (found["quote"], found.get("place")) == (self.quote, place)
            if found["fact"] == fact and same_words and found.get("verified_on") == on:
                before = statement_of({name: value for name, value in found.items() if name != "corrected"})
                if (_compared(before), before.codes) == (_compared(statement), statement.codes):
                    return True
        return False

    def _write(self, new: list[Statement], *, dry_run: bool) -> str | None:
        earlier = Earlier.of(self.graph, self.dataset)
        ids = {one.evidence for one in new}
        if rejected := sorted(ids & earlier.rejected.keys()):
            reason = earlier.rejected[rejected[0]].properties.get("reason") or "—"
            raise QueryMisused("said_and_rejected", id=rejected[0], reason=reason)
        load = self._load()
        evidence = [self._evidence(one, load, earlier) for one in new]
        change = Change(
            writing=evidence,
            places={row.id: [self.source.id] for row in evidence},
            entries=[self._source_row(), load, *earlier.changes(ids, set(), load)],
            relationships=[self._scope(index) for index in range(len(self.gathered.scopes))],
        )
        cause = Cause(why="typed_in", at=self.at, operation=load.id, dataset=self.dataset)
        (plan_of_change if dry_run else carry_out)(self.graph, change, cause)
        return None if dry_run else load.id

    def _statement(self, fact: Fact) -> Statement:
        what = fact.what
        start, end = what.ordered_ends() if isinstance(what, Relationship) else (None, None)
        return Statement(
            evidence=self._bare_evidence(fact).id,
            dataset=self.dataset,
            read_as=fact.id,
            labels=(what.type,) if isinstance(what, Relationship) else (what.label,),
            properties=stated_properties(what),
            start=start,
            end=end,
            codes=fact.codes,
            quoted=self.saying.visibility,
            verified_on=self.saying.on,
        )

    def _bare_evidence(self, fact: Fact) -> Evidence:
        quotation = self.gathered.quotation
        return Evidence(
            key=evidence_key(self.dataset, fact.id, quotation.quote, 1),
            name=quotation.quote[:40],
            visibility=self.saying.visibility,
            verified_on=self.saying.on,
            fact=fact.id,
            dataset=self.dataset,
            quote=quotation.quote,
            place=quotation.place,
            extractor=quotation.extractor,
            certainty=quotation.certainty,
            area_id=quotation.area_id,
        )

    def _evidence(self, statement: Statement, load: NodeRow, earlier: Earlier) -> NodeRow:
        fact = next(one for one in self.gathered.facts if one.id == statement.read_as)
        made = replace(self._bare_evidence(fact), load=load.id, states=statement.content())
        reviewed = earlier.reviewed.get(made.id, {})
        said_of_it = {name: reviewed[name] for name in REVIEW if name in reviewed}
        return NodeRow((Evidence.label,), plain(made.properties()) | {"sources": [self.dataset]} | said_of_it, is_fact=False)

    def _source_row(self) -> NodeRow:
        return NodeRow((Source.label,), plain(self.source.properties()) | {"sources": [self.dataset]}, is_fact=False)

    def _load(self) -> NodeRow:
        number = int(self.graph.read(LOADS, dataset=self.dataset)[0]["found"]) + 1
        load = Load(
            key=f"load|{self.dataset}|{number}",
            name=self.load_name,
            visibility=self.saying.visibility,
            dataset=self.dataset,
            number=number,
            source=self.source.id,
            loader=EXTRACTOR,
            began_at=self.at,
            state="complete",
        )
        return NodeRow((Load.label,), plain(load.properties()), is_fact=False)

    def _scope(self, index: int) -> RelationshipRow:
        scope = self.gathered.scopes[index]
        speaks = SpeaksOf(
            start=self.source.reference,
            end=Reference(label="Area", id=scope.area_id),
            kind=scope.kind,
            coverage=scope.coverage,
            categories=scope.categories,
            visibility=self.saying.visibility,
        )
        properties = plain(speaks.properties()) | {"sources": [self.dataset]}
        return RelationshipRow(speaks.type, speaks.start, speaks.end, properties, is_fact=False)


def _digest(gathered: Gathered, saying: Saying) -> str:
    """What makes two sayings two: who said what of which facts, when, in which words, for whose eyes."""
    facts = [[fact.id, encoded(stated_properties(fact.what)), list(fact.codes)] for fact in gathered.facts]
    content = [saying.said_by, saying.on.isoformat(), saying.visibility, gathered.quotation.quote, facts]
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _name(fact: Fact) -> str:
    return fact.what.name if isinstance(fact.what, Node) else ""


def _compared(statement: Statement) -> Properties:
    return {name: value for name, value in statement.properties.items() if name not in NOT_COMPARED}
