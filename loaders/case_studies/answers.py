"""Answers: which needs a sentence states, of which district, and which services it ties to them."""

import re

from loaders.case_studies.activities import activities_of
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.naming import mentions_in
from loaders.case_studies.needs import stated_needs
from loaders.case_studies.passages import Case
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.japanese.cleaning import Stretch

AREA_OF_NEED = re.compile(r"(?:にある[^、。]{0,14})?(では|には|でも|は|の|で|に)")
SO = re.compile(
    r"(そんな(声|悩み|思い)|そうした(要望|悩み|状況)|この(要望|相談|話|結果)を受け|こうした(要望|意見|話)|それを受け|ここから|そこから|このような(声|状況)|その(要望|結果)|これらを受け|このため|そのため|そこで|これを受け|これに応え|こうした(声|状況|課題|中)|この(声|状況|課題)|その声|これらの声|これを機に|それならと|そうした声)"
)
REFERENCE = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}|\(\d{1,2}\)[①-⑳]?|[①-⑳]))(?:の声|の課題|の困りごと)?(?:を受け|に対応|への?対応|に応え|を踏まえ|の解消|の解決)"
)
LINK = re.compile(
    r"[」』]?(?:[^。]{0,22}?(?:声|要望|相談|意見|訴え|課題|話|悩み|困りごと|結果|指摘|問題).{0,10}?(?:を受け|に応え|にお応え|にこたえ|に応じ|を踏まえ|から|をきっかけ|をもとに|もあり)"
    r"|.{0,12}?(?:ことから|を受け|に応え|にお応え|ため|に対し|を踏まえ))"
)
OF_THEIR = re.compile(r"の(悩み|課題|困りごと|声|問題|要望|訴え|不安)")
"""Behind a district: whose trouble it is."""
BULLET_MARKS = "●○◆■◇□▶・※①②③④⑤⑥⑦⑧⑨⑩⑪⑫>＞-―—"
BY_NUMBER = re.compile(r"対応|番号|課題に")


class NeedReader:
    """Reads the needs of a case; the last one stays in mind for the sentence that answers it."""

    def __init__(self, book: Casebook, case: Case) -> None:
        self.book = book
        self.case = case
        self.last: list[Thing] = []
        self.numbered: dict[str, list[Thing]] = {}
        """The number of a line → the needs that it states."""

    def read(self, sentence: Sentence, before: list[Sentence]) -> None:
        """The needs of a sentence, and what answers this one or the one before."""
        self._answers_by_number(sentence)
        self._answers_the_last(sentence)
        earlier, self.last = self.last, []
        for where, codes in stated_needs(sentence.stretch, sentence.passage.role):
            for area in self._areas(sentence, where, before):
                need = self.book.need(where, codes, area)
                self.book.tie("HAS_NEED", area, need, where, "stated_need")
                self._answered(sentence, need, where)
                if sentence.passage.number:
                    self.numbered.setdefault(sentence.passage.number, []).append(need)
                self.last.append(need)
                if sentence.passage.role == "needs" and sentence.text.endswith("ため"):
                    for service in activities_of(self.book, self.case, sentence.passage):
                        self.book.tie("ADDRESSES", service, need, sentence.stretch, "reason_row", "structural")
        if not self.last and not sentence.of("Service"):
            self.last = earlier if before and before[-1].passage.group == sentence.passage.group else []

    def _answers_by_number(self, sentence: Sentence) -> None:
        """3.1を受けて開始; 3①に対応: the needs that the line of that number states; a row whose numbers answer those of another."""
        passage = sentence.passage
        if passage.number and passage.label is not None and passage.role != "needs" and BY_NUMBER.search(passage.label.text):
            for service in [thing for thing in sentence.topic if thing.kind == "Service"][:1]:
                for need in self.numbered.get(passage.number, []):
                    self.book.tie("ADDRESSES", service, need, sentence.stretch, "answers_number", "structural")
        for match in REFERENCE.finditer(sentence.text):
            services = [m.thing for m in sentence.of("Service")][:1] or [t for t in sentence.topic if t.kind == "Service"][:1]
            for need in self.numbered.get(match[1], []):
                for service in services:
                    self.book.tie("ADDRESSES", service, need, sentence.stretch, "answers_number")

    def _answers_the_last(self, sentence: Sentence) -> None:
        """このため、Aが Sを …; そんな声から生まれたのが S; an arrow after the need."""
        stretch = sentence.stretch
        arrow = stretch.raw[: stretch.places[0][0]].rstrip("　 ").endswith(("→", "⇒"))
        if not self.last or not (arrow or SO.match(sentence.text)):
            return
        services = [m.thing for m in sentence.of("Service")] or [thing for thing in sentence.topic if thing.kind == "Service"][:1]
        for service in services[:2]:
            for need in self.last:
                self.book.tie("ADDRESSES", service, need, stretch, "answers_need_before")

    def _areas(self, sentence: Sentence, where: Stretch, before: list[Sentence]) -> list[Thing]:
        """The districts that the sentence names with the need, else the one of heading or paragraph, else the municipality."""
        start = max(sentence.text.find(where.text), 0)
        end = start + len(where.text)
        areas = [m for m in sentence.of("Area") if m.thing is not self.book.municipality]
        after = [m for m in areas if m.start >= end - 1 and OF_THEIR.match(sentence.text, m.end)]
        after += [m for m in areas if re.match(r"に(集中|多)", sentence.text[m.end :])]
        near = [m for m in areas if m.end <= end and AREA_OF_NEED.match(sentence.text, m.end)]
        named = after[-1:] or near[-1:]
        if named:
            return [one.thing for one in sentence.group_of(named[0])]
        above = self._area_above(sentence, before)
        return [above or self.book.municipality]

    def _area_above(self, sentence: Sentence, before: list[Sentence]) -> Thing | None:
        passage = sentence.passage
        within = self.book.within(passage)
        if within:
            return within
        if passage.label is not None:
            found = [m.thing for m in mentions_in(self.book, passage.label, passage) if m.kind == "Area"]
            if len(found) == 1:
                return found[0]
        mark = sentence.stretch.raw[: sentence.stretch.places[0][0]].rstrip(" 　")[-1:] if sentence.stretch.places else ""
        if passage.marked or passage.role == "outlook" or (mark and mark in BULLET_MARKS):
            return None
        near = [m.thing for one in before[-1:] if one.passage.group == passage.group for m in one.of("Area") if not m.thing.generic]
        return near[-1] if near else None

    def _answered(self, sentence: Sentence, need: Thing, where: Stretch) -> None:
        """The services that the same sentence ties to the need: needが…ため、Sを…; 「need」の声に応えて S."""
        at = sentence.text.find(where.text) + len(where.text)
        link = LINK.match(sentence.text, at)
        if not link:
            return
        services = [m.thing for m in sentence.of("Service") if m.start >= link.end()]
        if not services:
            services = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
        for service in services:
            self.book.tie("ADDRESSES", service, need, sentence.stretch, "answers_need")
