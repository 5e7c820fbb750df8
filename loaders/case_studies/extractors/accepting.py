"""Accepting: which proposals become facts, and why the others do not.

What the rules read stays as it is: a proposal of the same fact adds nothing, and none takes anything away. What enters is
inferred, open for review, and rests on words that stand in the text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from graph.areas import area_index
from graph.facts import Fact, Quotation
from graph.identity import normalised
from loaders.case_studies.building import Builder
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.extractors import proposable
from loaders.case_studies.extractors.contract import CaseText, Proposals, ProposedThing, ProposedTie, Quoted
from loaders.case_studies.extractors.locating import located
from loaders.case_studies.extractors.masking import names_a_person
from loaders.case_studies.extractors.naming import labels_of, named_by_rules, thing_for
from loaders.case_studies.naming import ACTORS
from loaders.case_studies.things import Thing, Tie
from loaders.japanese.cleaning import MASK, Stretch, cleaned

CERTAINTY = "inferred"


class Dropped(Exception):
    """A proposal that does not enter; the reason is the end of a key of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Tally:
    """What became of the proposals of one case."""

    proposed: int = 0
    accepted: int = 0
    known: int = 0
    """Read by the rules already, or proposed twice."""
    dropped: Counter[str] = field(default_factory=Counter)
    lines: dict[str, list[int]] = field(default_factory=dict)
    """Reason → the lines that the dropped proposals named."""

    def drop(self, reason: str, line: int) -> None:
        """Count a proposal that does not enter."""
        self.dropped[reason] += 1
        self.lines.setdefault(reason, []).append(line)


class Accepting:
    """Decides on the proposals for one case that the rules have read.

    Args:
        book: what the rules named.
        builder: what they stated.
        text: the lines of the case.
        extractor: name of the reader, for the evidence.
    """

    def __init__(self, book: Casebook, builder: Builder, text: CaseText, extractor: str) -> None:
        self.tally = Tally()
        self._book = book
        self._builder = builder
        self._text = text
        self._extractor = extractor
        self._proposed: dict[str, list[Thing]] = {}
        """Normalised name → what was proposed under it."""
        self._new: dict[Thing, Quotation] = {}
        """What was named for the first time, and by which words: naming it again as the rules do adds none."""
        self._ties: list[tuple[Tie, int]] = []
        """Proposed ties with the lines that they name."""
        self._implied: list[Tie] = []
        """What a new district or need is by its identity: part of the municipality, a need of its area."""

    def take(self, proposals: Proposals) -> tuple[Fact, ...]:
        """The facts that the proposals add to those of the rules."""
        self.tally.proposed = len(proposals.things) + len(proposals.ties) + proposals.malformed
        for _ in range(proposals.malformed):
            self.tally.drop("malformed", 0)
        homes = {normalised(tie.end): tie for tie in proposals.ties if tie.type == "HAS_NEED"}
        for one in sorted(proposals.things, key=lambda one: (one.label == "Need", one.label != "Area")):
            with self._counted(one):
                self._thing(one, homes)
        for tie in proposals.ties:
            with self._counted(tie):
                self._tie(tie)
        return self._built()

    @contextmanager
    def _counted(self, one: Quoted) -> Iterator[None]:
        try:
            yield
        except Dropped as reason:
            self.tally.drop(reason.reason, one.line)

    def _built(self) -> tuple[Fact, ...]:
        """The new facts; what turns out to be stated already is counted as known."""
        ties = [tie for tie, _ in self._ties]
        self._book.ties += ties
        for thing, quotation in self._new.items():
            thing.quotes = [quotation]
        facts = self._builder.added(self._new, [*ties, *self._implied])
        ids = {fact.id for fact in facts}
        nodes = [self._builder.nodes[id(thing)].id for thing in self._new]
        relationships = [(self._builder.relationship_of(tie), line) for tie, line in self._ties]
        for missing in [line for one, line in relationships if one is None]:
            self.tally.drop("end_unknown", missing)
        found = [*nodes, *(one.id for one, _ in relationships if one is not None)]
        self.tally.accepted = len(set(found) & ids)
        self.tally.known += len(found) - self.tally.accepted
        return facts

    def _thing(self, one: ProposedThing, homes: Mapping[str, ProposedTie]) -> None:
        if one.label not in proposable.things():
            raise Dropped("unknown_label")
        known_codes = proposable.codes_for(one.label)
        if any(code not in known_codes for code in one.codes) or (one.label == "Need" and not one.codes):
            raise Dropped("unknown_code")
        if one.status not in {None, *proposable.STATUSES}:
            raise Dropped("unknown_value")
        where = self._located(one)
        name = where if one.label == "Need" else self._name(where, one.name)
        if MASK in name.quote or (one.label in ACTORS and names_a_person(name.text)):
            raise Dropped("person")
        if one.label == "Area" and self._is_outside(name.text):
            raise Dropped("outside")
        thing = self._need(one, name, homes) if one.label == "Need" else thing_for(self._book, one, name)
        for other in (name.text, one.name, *self._spoken(one.other_names)):
            things = self._proposed.setdefault(normalised(other), [])
            things += [thing] if thing not in things else []
        if self._is_read(thing):
            self.tally.known += 1
            return
        self._new[thing] = name.quotation(self._extractor, self._book.area_id, CERTAINTY)
        self._imply(thing)

    def _is_read(self, thing: Thing) -> bool:
        return id(thing) in self._builder.nodes or thing in self._new

    def _need(self, one: ProposedThing, where: Stretch, homes: Mapping[str, ProposedTie]) -> Thing:
        """The need, of the district that a proposal names for it, else of the municipality."""
        home = homes.get(normalised(one.name))
        areas = self._meant(home.start, ["Area"]) if home else []
        return self._book.need(where, tuple(sorted(one.codes)), areas[0] if len(areas) == 1 else self._book.municipality)

    def _imply(self, thing: Thing) -> None:
        if thing.kind == "Area":
            self._implied.append(Tie("PART_OF", thing, self._book.municipality, (self._new[thing],)))
        elif thing.kind == "Need":
            self._implied.append(Tie("HAS_NEED", thing.details["area"], thing, (self._new[thing],)))

    def _tie(self, one: ProposedTie) -> None:
        kind = proposable.ties().get(one.type)
        if kind is None:
            raise Dropped("unknown_type")
        details = {name: value for name, value in one.details.items() if name in proposable.details_of(kind)}
        if any(value not in proposable.DETAILS[name] for name, value in details.items()) or set(proposable.needed(kind)) - details.keys():
            raise Dropped("unknown_value")
        where = self._located(one)
        start, end = self._ends(one, proposable.starts(kind), proposable.ends(kind))
        if start is end:
            raise Dropped("same_ends")
        if not self._names_one(where, (one.start, one.end), (start, end)):
            raise Dropped("ends_not_quoted")
        quotation = where.quotation(self._extractor, self._book.area_id, CERTAINTY)
        self._ties.append((Tie(one.type, start, end, (quotation,), tuple(sorted(details.items()))), one.line))

    def _located(self, one: ProposedThing | ProposedTie) -> Stretch:
        where = located(self._text.pieces, one)
        if where is None:
            raise Dropped("not_in_text")
        return where

    def _name(self, where: Stretch, name: str) -> Stretch:
        """The characters of the quotation that are the name."""
        text = cleaned(0, name).text.strip("「」『』“” 　\n")
        at = where.text.find(text) if text else -1
        if at < 0:
            raise Dropped("name_not_quoted")
        return where.part(at, at + len(text))

    def _spoken(self, names: Iterable[str]) -> list[str]:
        """The other names that stand anywhere in the case."""
        whole = normalised("\n".join(piece.text for piece in self._text.pieces))
        return [name for name in names if normalised(name) and normalised(name) in whole]

    def _is_outside(self, name: str) -> bool:
        """Whether it is a prefecture, or a municipality other than that of the case."""
        own = self._book.case
        return name not in {own.area.name, f"{own.prefecture.name}{own.area.name}"} and bool(area_index().find(name))

    def _ends(self, one: ProposedTie, starts: list[str], ends: list[str]) -> tuple[Thing, Thing]:
        """The two things that the names mean: exactly one each, the same kind as the other where a name leaves it open."""
        first, second = self._meant(one.start, starts), self._meant(one.end, ends)
        pairs = [(a, b) for a in first for b in second]
        if len(pairs) > 1:
            pairs = [(a, b) for a, b in pairs if a.kind == b.kind]
        if len(pairs) != 1:
            raise Dropped("end_unknown")
        return pairs[0]

    def _meant(self, name: str, labels: list[str]) -> list[Thing]:
        """The things that are so called, may have one of the labels, and will be in the graph."""
        proposed = [thing for thing in self._proposed.get(normalised(name), []) if set(labels) & labels_of(thing)]
        found = {id(thing): thing for thing in (*proposed, *named_by_rules(self._book, name, labels))}
        return [thing for thing in found.values() if self._is_read(thing)]

    def _names_one(self, where: Stretch, names: tuple[str, str], things: tuple[Thing, Thing]) -> bool:
        """Whether the quotation names one of the ends, by any of its names."""
        words = normalised(where.text)
        forms = {normalised(form) for form in (*names, *(form for thing in things for form in (thing.name, *thing.names)))}
        return any(form and form in words for form in forms)
