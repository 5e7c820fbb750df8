"""Reading one case: first its names, then what its passages state, then where its services are held."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.doing import relate_doing
from loaders.case_studies.members import relate_members, relate_plain_list
from loaders.case_studies.mentions import Mention
from loaders.case_studies.naming import mentions_in, name_item
from loaders.case_studies.needs import stated_needs
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.paying import relate_paying
from loaders.case_studies.places import relate_places
from loaders.case_studies.private import is_private
from loaders.case_studies.rows import read_actors, read_network, read_row
from loaders.case_studies.sentences import ACTORS, Sentence
from loaders.case_studies.splitting import bullets, sentences
from loaders.case_studies.together import relate_together
from loaders.case_studies.vocabulary import ending_of

LONGEST_TITLE = 25
STRUCTURED = {"actors", "members", "absent_members", "provider", "supporter", "secretariat", "population", "share_65_plus", "share_75_plus", "council", "status", "target", "supporter", "layer_council", "post"}
SPEAKER = re.compile(r"^([^:。、「」()]{2,20}):")
AS_ROLE = re.compile(r"(として|の関わり|の支援|の役割|の取組|の取り組み)")


class Reader:
    """Reads the passages of one case into a casebook."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.book = Casebook(case)
        self.set_aside: list[Stretch] = []
        self.needs: list[tuple[Thing, Sentence | None, int]] = []

    def read(self) -> Casebook:
        """Everything that the case states."""
        for title in self.case.titles:
            self._title(title)
        for passage in self.case.passages:
            if passage.role == "overview" and passage.label is None and len(passage.stretch.text) <= LONGEST_TITLE and not passage.marked:
                self._title(passage.stretch)
        for passage in self.case.passages:
            if passage.role in {"actors", "provider"}:
                read_actors(self.book, passage)
        read_network(self.book, self.case)
        for passage in self.case.passages:
            if self._is_structured(passage):
                read_row(self.book, passage, self.case)
        for passage in self.case.passages:
            self._names_only(passage)
        previous: list[Sentence] = []
        for passage in self.case.passages:
            if not self._is_structured(passage):
                previous = self._passage(passage, previous)
        return self.book

    @staticmethod
    def _is_structured(passage: Passage) -> bool:
        """Whether a row or column gives the passage a meaning of its own, so that no sentence is looked for."""
        return passage.role in STRUCTURED or (passage.role == "services" and bool(passage.column))

    def _title(self, title: Stretch) -> None:
        """A name above a table or narrative: the body that the case is about."""
        thing = name_item(self.book, title, "title") if ending_of(title.text) or re.search(r"法人|\((一|公)財\)", title.text) or title.text == self.case.area.name else None
        if thing and thing.kind in ACTORS:
            self.book.tie("OPERATES_IN", thing, self.book.municipality, title, "title", "structural")

    def _names_only(self, passage: Passage) -> None:
        """Note named bodies before anything else, so that short forms find them wherever they stand."""
        if self._is_structured(passage):
            return
        for bullet in bullets(passage.stretch):
            for sentence in sentences(bullet):
                if not is_private(sentence.text):
                    mentions_in(self.book, sentence, passage, only_names=True)

    def _passage(self, passage: Passage, previous: list[Sentence]) -> list[Sentence]:
        same = bool(previous) and previous[-1].passage.label == passage.label and previous[-1].passage.within == passage.within
        read: list[Sentence] = previous if same else []
        for bullet in bullets(passage.stretch):
            first = True
            for stretch in sentences(bullet):
                if is_private(stretch.text):
                    self.set_aside.append(stretch)
                    continue
                sentence = self._sentence(stretch, passage, read, first)
                self._relate(sentence, read)
                read = [*read[-4:], sentence]
                first = False
        return read

    def _sentence(self, stretch: Stretch, passage: Passage, before: list[Sentence], first: bool) -> Sentence:
        mentions = mentions_in(self.book, stretch, passage)
        sentence = Sentence(stretch, passage, mentions)
        sentence.subjects, sentence.sure = self._subjects(sentence, before, first)
        sentence.topic = self._topic(sentence, before)
        recent = [m.thing for one in before[-2:] if one.passage.group == passage.group or not passage.marked for m in one.of("Council")]
        sentence.before_council = next(iter([*reversed(recent), *(t for t in sentence.topic if t.kind == "Council")]), None)
        return sentence

    def _subjects(self, sentence: Sentence, before: list[Sentence], first: bool) -> tuple[list[Thing], str]:
        """Who acts by default: the speaker, the sentence before, the row above, the heading, whoever was founded just before."""
        passage = sentence.passage
        speaker = SPEAKER.match(sentence.text)
        if speaker and sentence.mentions and sentence.mentions[0].start == 0 and sentence.mentions[0].end == speaker.end(1) and sentence.mentions[0].kind in ACTORS:
            return [sentence.mentions[0].thing], "explicit"
        last = before[-1] if before else None
        if last and (not first or (last.passage.group == passage.group and passage.actors is None and not passage.marked)):
            spoken = [m.thing for m in last.marked(("は", "が"))] or last.subjects
            if spoken and (not first or spoken is not last.subjects):
                return spoken[:3], "structural"
        if passage.actors is not None:
            acting = read_actors(self.book, passage, quietly=True)
            # Several bodies in the row above leave open who of them does it: the first is a conclusion, not a statement.
            return (acting, "structural") if len(acting) == 1 else (acting[:1], "inferred")
        if last and first:
            founded = [m.thing for m in last.of(*ACTORS) if re.search(r"の(立ち上げ|設立|結成)", last.text[m.end : m.end + 18])]
            if founded:
                return founded, "structural"
            if last.subjects and any(s.details.get("founded_above") for s in last.subjects):
                return last.subjects, "structural"
        for heading in (passage.label, passage.topic):
            if heading is not None and AS_ROLE.search(heading.text):
                found = [m.thing for m in mentions_in(self.book, heading, passage) if m.kind in ACTORS]
                if found:
                    return found[:1], "structural"
        provider = self.book.case_provider
        return ([provider], "inferred") if provider else ([], "structural")

    def _topic(self, sentence: Sentence, before: list[Sentence]) -> list[Thing]:
        """What the passage is about: services and councils of the sentence before or of the heading."""
        passage = sentence.passage
        found: list[Mention] = []
        if passage.topic is not None:
            listing = Passage(stretch=passage.topic, role="title")
            found = [m for m in mentions_in(self.book, passage.topic, listing) if m.kind in {"Service", "Council"}]
        near = [m.thing for one in before[-1:] if one.passage.group == passage.group and not sentence.passage.marked for m in one.of("Service")][-1:]
        near = near or [thing for one in before[-1:] if one.stretch.line == sentence.stretch.line for thing in [*(m.thing for m in one.of("Service")[-1:]), *one.topic]]
        return [*(m.thing for m in found), *near]

    def _relate(self, sentence: Sentence, before: list[Sentence]) -> None:
        relate_doing(self.book, sentence)
        relate_together(self.book, sentence)
        relate_paying(self.book, sentence)
        relate_members(self.book, sentence)
        relate_plain_list(self.book, sentence)
        self._needs(sentence, before)
        relate_places(self.book, sentence)

    def _needs(self, sentence: Sentence, before: list[Sentence]) -> None:
        for where, codes in stated_needs(sentence.stretch, sentence.passage.role):
            need = self.book.need(where, codes)
            area = next((m.thing for m in sentence.of("Area")), None) or self.book.within(sentence.passage) or self.book.municipality
            self.book.tie("HAS_NEED", area, need, where, "stated_need")
            self._answered(sentence, need, where)

    def _answered(self, sentence: Sentence, need: Thing, where: Stretch) -> None:
        """The services that the same sentence ties to the need: needが…ため、Sを…; 「need」の声に応えて S."""
        at = sentence.text.find(where.text) + len(where.text)
        link = re.match(r"[」』]?.{0,12}?(ことから|を受け|に応え|にお応え|ため|に対し)", sentence.text[at:])
        for service in sentence.of("Service") if link else []:
            if service.start >= at + (link.end() if link else 0):
                self.book.tie("ADDRESSES", service.thing, need, sentence.stretch, "answers_need")
