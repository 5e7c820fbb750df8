"""Answers: which needs a sentence states, of which district, and which services it ties to them."""

import re

from loaders.case_studies.activities import activities_of
from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.naming import mentions_in
from loaders.case_studies.needs import stated_needs
from loaders.case_studies.passages import Case
from loaders.case_studies.sentences import Sentence

AREA_OF_NEED = re.compile(r"(?:にある[^、。]{0,14})?(では|には|でも|は|の|で|に)")
SO = re.compile(
    r"(このため|そのため|そこで|これを受け|これに応え|こうした(声|状況|課題|中)|この(声|状況|課題)|その声|これらの声|これを機に|それならと|そうした声)"
)
REFERENCE = re.compile(r"(\d{1,2}(?:\.\d{1,2}|\(\d{1,2}\)[①-⑳]?|[①-⑳]))(?:の声|の課題|の困りごと)?(?:を受け|に対応|への?対応|に応え|を踏まえ|の解消|の解決)")
LINK = re.compile(r"[」』]?.{0,12}?(ことから|を受け|に応え|にお応え|ため|に対し)")


class NeedReader:
    """Reads the needs of a case; the last one stays in mind for the sentence that answers it."""

    def __init__(self, book: Casebook, case: Case) -> None:
        self.book = book
        self.case = case
        self.last: Thing | None = None
        self.numbered: dict[str, list[Thing]] = {}
        """The number of a line → the needs that it states."""

    def read(self, sentence: Sentence, before: list[Sentence]) -> None:
        """The needs of a sentence, and what answers this one or the one before."""
        self._answers_by_number(sentence)
        self._answers_the_last(sentence)
        self.last = None
        for where, codes in stated_needs(sentence.stretch, sentence.passage.role):
            area = self._area(sentence, where, before)
            need = self.book.need(where, codes, area)
            self.book.tie("HAS_NEED", area, need, where, "stated_need")
            self._answered(sentence, need, where)
            if sentence.passage.number:
                self.numbered.setdefault(sentence.passage.number, []).append(need)
            self.last = need
            if sentence.passage.role == "needs" and sentence.text.endswith("ため"):
                for service in activities_of(self.book, self.case, sentence.passage):
                    self.book.tie("ADDRESSES", service, need, sentence.stretch, "reason_row", "structural")

    def _answers_by_number(self, sentence: Sentence) -> None:
        """3.1を受けて開始; 3①に対応: the needs that the line of that number states."""
        for match in REFERENCE.finditer(sentence.text):
            services = [m.thing for m in sentence.of("Service")][:1] or [t for t in sentence.topic if t.kind == "Service"][:1]
            for need in self.numbered.get(match[1], []):
                for service in services:
                    self.book.tie("ADDRESSES", service, need, sentence.stretch, "answers_number")

    def _answers_the_last(self, sentence: Sentence) -> None:
        """このため、Aが Sを …; an arrow after the need."""
        stretch = sentence.stretch
        arrow = stretch.raw[: stretch.places[0][0]].rstrip("　 ").endswith(("→", "⇒"))
        for service in sentence.of("Service") if self.last and (arrow or SO.match(sentence.text)) else []:
            if self.last:
                self.book.tie("ADDRESSES", service.thing, self.last, stretch, "answers_need_before")

    def _area(self, sentence: Sentence, where: Stretch, before: list[Sentence]) -> Thing:
        """The district that the sentence names before the need, else the one of heading or paragraph, else the municipality."""
        end = max(sentence.text.find(where.text), 0) + len(where.text)
        named = [m for m in sentence.of("Area") if m.end <= end and AREA_OF_NEED.match(sentence.text, m.end)]
        named += [m for m in sentence.of("Area") if re.match(r"に(集中|多)", sentence.text[m.end :])]
        if named:
            return named[0].thing
        return self._area_above(sentence, before) or self.book.municipality

    def _area_above(self, sentence: Sentence, before: list[Sentence]) -> Thing | None:
        passage = sentence.passage
        within = self.book.within(passage)
        if within:
            return within
        if passage.label is not None:
            found = [m.thing for m in mentions_in(self.book, passage.label, passage) if m.kind == "Area"]
            if len(found) == 1:
                return found[0]
        if passage.marked or passage.role == "outlook":
            return None
        near = [m.thing for one in before[-1:] if one.passage.group == passage.group for m in one.of("Area") if not m.thing.generic]
        return near[-1] if near else None

    def _answered(self, sentence: Sentence, need: Thing, where: Stretch) -> None:
        """The services that the same sentence ties to the need: needが…ため、Sを…; 「need」の声に応えて S."""
        at = sentence.text.find(where.text) + len(where.text)
        link = LINK.match(sentence.text, at)
        for service in sentence.of("Service") if link else []:
            if link and service.start >= link.end():
                self.book.tie("ADDRESSES", service.thing, need, sentence.stretch, "answers_need")
