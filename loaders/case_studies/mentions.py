"""Mentions: where a sentence names bodies, councils, programmes, services and areas; the longest reading wins."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.things import Thing
from loaders.japanese.cleaning import Stretch


@dataclass(frozen=True)
class Candidate:
    """A possible reading of some characters: what it would be, and how sure it is (the lower, the surer)."""

    start: int
    end: int
    kind: str
    name: str
    rank: int
    codes: tuple[str, ...] = ()
    certainty: str = "explicit"
    rule: str = ""


@dataclass(frozen=True)
class Mention:
    """A thing and where the sentence names it."""

    start: int
    end: int
    thing: Thing
    rule: str = ""

    @property
    def kind(self) -> str:
        """The kind of the thing."""
        return self.thing.kind


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The readings that do not overlap: the surest first, then the longest, in the order of the text."""
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (c.rank, c.start - c.end, c.start)):
        if all(one.end <= other.start or one.start >= other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda c: c.start)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of what stands between quotation marks, without the marks; the outermost."""
    return [
        match.span(match.lastindex or 0)
        for match in re.finditer(r"「([^「」]{1,40})」|『([^『』]{1,40})』|(?<![^\s、。])“([^“”]{1,40})”", text)
    ]


def note(  # noqa: PLR0917 - the parts of one statement
    casebook: Casebook, sentence: Stretch, start: int, end: int, thing: Thing, rule: str
) -> Mention:
    """A mention, with its characters as evidence of the thing."""
    casebook.quote(thing, sentence.part(start, end), rule)
    return Mention(start, end, thing, rule)
