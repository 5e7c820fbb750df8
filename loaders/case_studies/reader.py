"""Reading one case: first its names, then what its passages state, sentence by sentence."""

import re
from dataclasses import replace

from loaders.case_studies.actors import read_actors
from loaders.case_studies.answers import NeedReader
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.context import COUNTS_WORK, circled, headed, lead_of, subjects_of, topic_of, within_bracket
from loaders.case_studies.council_details import describe_councils
from loaders.case_studies.doing import relate_doing
from loaders.case_studies.finance_lines import read_finance_line
from loaders.case_studies.for_whom import note_for_whom
from loaders.case_studies.headings import opened_section, role_of
from loaders.case_studies.helping import relate_helping
from loaders.case_studies.item_names import name_item
from loaders.case_studies.layers import relate_layers
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.member_lists import read_members
from loaders.case_studies.members import relate_members
from loaders.case_studies.mentions import quoted_spans
from loaders.case_studies.naming import mentions_in
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.paying import relate_paying
from loaders.case_studies.places import relate_homes, relate_places
from loaders.case_studies.rows import is_prose, is_structured, read_network, read_row
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.splitting import bullets, sentences
from loaders.case_studies.things import Thing
from loaders.case_studies.together import relate_together
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.cleaning import Stretch
from loaders.people.private import is_private

COUNCIL_AND_LIST = re.compile(r"([^　:、。()…]{2,24})(?:\([^()]*\))?(?:　+|:|…+)([^:]*、.*)$")
LONGEST_TITLE = 25
LEGAL_FORM = re.compile(r"法人|\((一|公)財\)")
REMEMBERED = 5
"""How many sentences back a sentence may look."""


class Reader:
    """Reads the passages of one case into a casebook."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.book = Casebook(case)
        self.needs = NeedReader(self.book, case)
        self.set_aside: list[Stretch] = []

    def read(self) -> Casebook:
        """Everything that the case states."""
        self._set_cells_aside()
        self._titles()
        for passage in self.case.passages:
            if passage.role in {"actors", "provider"}:
                read_actors(self.book, passage)
        read_network(self.book, self.case)
        running = [passage for passage in self.case.passages if not is_structured(passage)]
        for passage in running:
            self._names_only(passage)
        for passage in self.case.passages:
            if is_structured(passage):
                read_row(self.book, passage, self.case)
        self.book.recent.clear()
        previous: list[Sentence] = []
        for passage in running:
            previous = self._passage(passage, previous)
        return self.book

    def _set_cells_aside(self) -> None:
        """Leave out the cells of names and values that combine a person with something private."""
        aside = [passage for passage in self.case.passages if is_structured(passage) and is_private(passage.stretch.text)]
        self.set_aside += [passage.stretch for passage in aside]
        self.case.passages = [passage for passage in self.case.passages if passage not in aside]

    def _titles(self) -> None:
        """Names above a table or narrative: the bodies that the case is about."""
        opening = [
            passage.stretch
            for passage in self.case.passages
            if passage.role == "overview" and passage.label is None and not passage.marked and len(passage.stretch.text) <= LONGEST_TITLE
        ]
        for title in [*self.case.titles, *opening]:
            if "による" not in title.text and (ending_of(title.text) or LEGAL_FORM.search(title.text) or title.text == self.case.area.name):
                thing = name_item(self.book, title, "title")
                if thing and thing.kind in ACTORS:
                    self.book.tie("OPERATES_IN", thing, self.book.municipality, title, "title", "structural")
                    self.book.coordinator = thing if self.book.coordinator in {None, thing} else None

    def _names_only(self, passage: Passage) -> None:
        """Note named bodies before anything else, so that short forms find them wherever they stand."""
        for bullet in bullets(passage.stretch):
            for sentence in sentences(bullet):
                if not is_private(sentence.text):
                    mentions_in(self.book, sentence, passage, only_names=True)

    def _passage(self, given: Passage, previous: list[Sentence]) -> list[Sentence]:
        """Read the sentences of a passage; those of the passage before are remembered under the same heading."""
        same = bool(previous) and previous[-1].passage.label == given.label and previous[-1].passage.within == given.within
        read: list[Sentence] = previous if same else []
        lead: Stretch | None = None
        for whole in bullets(given.stretch):
            district = within_bracket(self.book, whole)
            passage = replace(given, within=district) if district else given
            lead = lead_of(whole, lead)
            if lead is not None and lead is not whole:
                passage = replace(passage, topic=lead, activity=passage.activity or lead, above=lead)
            section = opened_section(whole.text)
            if section and role_of(section[1]) == "members":
                read_row(
                    self.book, replace(passage, stretch=whole.part(section.end(), len(whole.text)), role="members", above=lead), self.case
                )
                continue
            mark = circled(whole)
            if mark and passage.label is not None and not passage.number:
                passage = replace(passage, number=mark)
            if self._listed_members(whole):
                continue
            if passage.role == "finance" and read_finance_line(self.book, whole):
                continue
            bullet, head = headed(self.book, whole, passage)
            here = replace(passage, topic=head, head=head, marked=True) if head else passage
            for number, stretch in enumerate(sentences(bullet)):
                if is_private(stretch.text):
                    self.set_aside.append(stretch)
                    continue
                sentence = self._sentence(stretch, here, read, first=number == 0)
                self._relate(sentence, read)
                read = [*read[1 - REMEMBERED :], sentence]
        return read

    def _sentence(self, stretch: Stretch, passage: Passage, before: list[Sentence], first: bool) -> Sentence:
        if before and not first and COUNTS_WORK.search(before[-1].text):
            passage = replace(passage, role="services")
        mentions = mentions_in(self.book, stretch, passage)
        if passage.head is not None and self._is_service(passage.head):
            mentions = [mention for mention in mentions if mention.kind != "Service"]
        sentence = Sentence(stretch, passage, mentions)
        for mention in sentence.of("Service"):
            mention.thing.details.setdefault("statuses", set()).add(sentence.status)
            note_for_whom(self.book, mention.thing, stretch, mention.end, sentence.status)
        sentence.subjects, sentence.sure = subjects_of(self.book, sentence, before, first)
        sentence.topic = topic_of(self.book, self.case, sentence, before, first)
        recent = [m.thing for one in before[-2:] if self._belongs(one, passage) for m in one.of("Council")]
        councils = [*reversed(recent), *(thing for thing in sentence.topic if thing.kind == "Council")]
        sentence.before_council = councils[0] if councils else self._council_above(passage)
        return sentence

    def _council_above(self, passage: Passage) -> Thing | None:
        """The council that a labelled line of the same group names: 第1層協議体:A会議, and below it who sits on it."""
        for other in self.case.passages:
            if other.role == "layer_council" and other.group == passage.group and other.stretch.line < passage.stretch.line:
                name = re.match(r"「?([^()「」、。※　]{3,24})", other.stretch.text)
                return self.book.find(("Council",), name[1]) if name else None
        return None

    def _listed_members(self, bullet: Stretch) -> bool:
        """C　A、B、C or C:A、B: a known council and nothing but its members."""
        match = COUNCIL_AND_LIST.match(bullet.text)
        council = self.book.find(("Council",), match[1].strip("「」")) if match else None
        if not match or council is None or is_prose(match[2]) or "。" in match[2]:
            return False
        read_members(self.book, bullet.part(match.start(2), match.end(2)), council, "members_listed")
        return True

    @staticmethod
    def _belongs(one: Sentence, passage: Passage) -> bool:
        """Whether a sentence before may name the council that a line is about: not that of another item."""
        if passage.marked and passage.above is None and one.passage.stretch is not passage.stretch:
            return False
        return one.passage.group == passage.group or not passage.marked

    def _is_service(self, head: Stretch) -> bool:
        forms = [head.text, *(head.text[start:end] for start, end in quoted_spans(head.text))]
        return any(self.book.find(("Service",), form) for form in forms)

    def _relate(self, sentence: Sentence, before: list[Sentence]) -> None:
        relate_doing(self.book, sentence)
        relate_helping(self.book, sentence)
        relate_together(self.book, sentence)
        relate_paying(self.book, sentence)
        relate_members(self.book, sentence)
        relate_layers(self.book, sentence)
        describe_councils(sentence)
        self._headed_by(sentence, before)
        self.needs.read(sentence, before)
        relate_places(self.book, sentence)
        relate_homes(self.book, sentence)

    def _headed_by(self, sentence: Sentence, before: list[Sentence]) -> None:
        """The activity that a bullet begins with belongs to who acts in the row above."""
        head = sentence.passage.head
        if head is None or sentence.passage.actors is None or (before and before[-1].passage.head is head):
            return
        for service in [thing for thing in sentence.topic if thing.kind == "Service"][:1]:
            for actor in sentence.subjects:
                self.book.tie("PROVIDES", actor, service, head, "headed_bullet", sentence.sure, status="running")
