"""Context: who acts where a sentence does not say, and what its passage is about."""

import re
from functools import cache

from loaders.case_studies.activities import activities_of
from loaders.case_studies.actors import read_actors
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.for_whom import note_for_whom
from loaders.case_studies.frames import frames_of
from loaders.case_studies.headings import DISTRICT, role_of
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.naming import candidates_in, council_named, mentions_in, service_named
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.states import status_in
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import says
from loaders.japanese.cleaning import Stretch
from loaders.japanese.morphology import is_nominal

SPEAKER = re.compile(r"^([^:。、「」()]{2,20}):")
HEAD = re.compile(
    r"^([^…:。、「」　・()]{2,24}(?:「[^「」]{2,16}」)?|「[^「」]{2,16}」)(?P<bracket>\([^()]{1,14}\))?[」]?"
    r"(?:[\s　]*…+[\s　]*|\s*:\s*|　|(?:(?<![ァ-ヺー])・|・(?![ァ-ヺー]))(?=[^、。]{2,}[、。は-をん].{10,}))"
)
AS_ROLE = re.compile(r"(として|の関わり|の支援|の役割|の取組|の取り組み|による)")
COUNTS_WORK = re.compile(r"(事業|活動|取組|取り組み)は.{0,8}(あり|次|以下)")
FOUNDED = re.compile(r"の(立ち上げ|設立|結成)")
LONGEST_LEAD = 30
WHEN = re.compile(r"(?:\d{4}年|令和|平成|昭和|同年|同月|翌年|[HRS]\d|\d{1,2}月|\d{1,2}日|[春夏秋冬]$)")
"""A head that says when and names nothing."""
BOTH = re.compile(r".{0,14}?(両者|双方|両団体|両法人|両会|両校)(は|が|で)")
NETWORK = re.compile(r"(ネットワーク|協議体|会議|委員会|連絡会|の会|よりあい|寄り合い|寄合)$")
HEAD_BRACKET = re.compile(r"^[^()。、]{2,24}\(([^()、]{1,10})\)[」]?(?:…|:)")
END_BRACKET = re.compile(r"\(([^()、]{1,10})\)[。]?$")
CATEGORY_HEADS = tuple(
    ("category", text)
    for text in ("見守り", "移動", "居場所", "配食", "買い物", "家事", "除雪", "通いの場", "サロン", "会食", "相談", "防災", "健康づくり")
)
ABOUT = re.compile(r"(の結果|の試行|の状況)?について$")
ROLES_OF_PROVIDER = {"activity", "services", "how", "outlook", "finance"}
"""Where the body that the case is about is taken to act, when nobody else is named."""


def headed(book: Casebook, bullet: Stretch, passage: Passage) -> tuple[Stretch, Stretch | None]:
    """A bullet without the name of the activity that it begins with, and that name: 配食…AがBを回る."""
    match = HEAD.match(bullet.text)
    if not match or WHEN.match(match[1]) or match[1].count("(") > match[1].count(")"):
        return bullet, None
    mark = match[0][match.end("bracket") - match.start() if match["bracket"] else match.end(1) - match.start() :].strip("」 　")
    rest = bullet.text[match.end() :]
    listed = mark.startswith("…") or (passage.role == "services" and mark == ":")
    if not listed and mark == ":" and not passage.label_is_speaker:
        listed = role_of(match[1]) == "activity" and any(says(frame, "does", "works") and not frame.negated for frame in frames_of(rest))
    before = bullet.raw[: bullet.places[0][0]].rstrip(" 　")[-1:] if bullet.places else ""
    if not listed and not mark and "　" in match[0] and before and before in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮・●○":
        listed = role_of(match[1]) == "activity" and bool(frames_of(rest))
    if not is_nominal(match[1].rstrip("」")) and not match[1].endswith("」"):
        listed = False
    head = bullet.part(match.start(1), match.end(1))
    titled = Passage(stretch=head, role="title")
    kinds = {candidate.kind for candidate in candidates_in(book, head, titled)}
    allowed = {"Service", "Programme", "Council"} if mark.startswith("…") else {"Service", "Programme"}
    if kinds - allowed or not (kinds or listed or passage.role == "services" or quoted_spans(head.text)):
        return bullet, None
    layered = match["bracket"] and re.search(r"第[12]層|協議体", match["bracket"])
    if mark.startswith("…") and ((not kinds and NETWORK.search(match[1])) or layered):
        book.quote(council_named(book, match[1]), head, "headed_council")
        services = []
    elif kinds:
        services = [m.thing for m in mentions_in(book, head, titled) if m.kind == "Service" and head.text[m.end :] in {"", "」"}]
    else:
        codes = codes_of(match[1]) or codes_of(bullet.text)[:1]
        if not codes and not listed:
            return bullet, None
        service = service_named(book, Candidate(0, len(head.text), "Service", head.text, 1, codes))
        services = [book.quote(service, head, "headed_bullet")]
    for named in services:
        note_for_whom(book, named, bullet, match.end(1), status_in(bullet.text) or "running")
    return bullet.part(match.end(), len(bullet.text)), head


def within_bracket(book: Casebook, bullet: Stretch) -> Stretch | None:
    """The district in the bracket behind the name or the sentence of an item: ついで便(渡瀬):…; …行けない(渡瀬)."""
    for pattern in (HEAD_BRACKET, END_BRACKET):
        match = pattern.search(bullet.text)
        if match and (DISTRICT.match(match[1]) or book.find(("Area",), match[1])):
            return bullet.part(*match.span(1))
    return None


def circled(bullet: Stretch) -> str:
    """The circled number before an item of a cell; empty where there is none."""
    mark = bullet.raw[: bullet.places[0][0]].rstrip(" 　")[-1:] if bullet.places else ""
    return mark if mark and mark in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" else ""


def lead_of(bullet: Stretch, lead: Stretch | None) -> Stretch | None:
    """The item of a cell to which a deeper one (・) belongs: the last marked ●, ○ or a number that only names something."""
    mark = bullet.raw[: bullet.places[0][0]].rstrip(" 　")[-1:] if bullet.places else ""
    if mark in "●○■◆①②③④⑤⑥⑦⑧⑨⑩" and mark:
        plain = re.sub(r"\([^()]*\)", "", bullet.text)
        named = len(plain) <= LONGEST_LEAD and "。" not in plain and (plain.endswith(("」", ":")) or is_nominal(plain))
        return bullet if named and not frames_of(plain) else None
    return lead if not mark or mark not in "●○■◆▶◇" else None


def subjects_of(book: Casebook, sentence: Sentence, before: list[Sentence], first: bool) -> tuple[list[Thing], str]:
    """Who acts by default, and how sure that is.

    The speaker of the line, else the sentence before, the row above (主体), whoever was founded just before, the
    heading, and last the body that the case is about.
    """
    speaker = _speaker(sentence)
    if speaker:
        return [speaker], "explicit"
    passage, last = sentence.passage, before[-1] if before else None
    if last and BOTH.match(sentence.text):
        both = last.cleft_heads() or [m.thing for m in last.of(*ACTORS)][-2:]
        return both, "structural"
    goes_on = last and (not first or (last.passage.group == passage.group and passage.actors is None and not passage.marked))
    if last and goes_on:
        spoken = _of_sentence_before(last)
        if spoken and (not first or spoken is not last.subjects):
            return spoken[:3], "structural"
    if passage.actors is not None:
        return _of_row_above(book, passage)
    founded = [m.thing for m in last.of(*ACTORS) if FOUNDED.search(last.text[m.end : m.end + 18])] if last and first else []
    if founded:
        return founded, "structural"
    return _of_heading(book, passage)


def _of_row_above(book: Casebook, passage: Passage) -> tuple[list[Thing], str]:
    """Several bodies in the row above leave open who of them does it: the first is a conclusion, not a statement."""
    acting = read_actors(book, passage, quietly=True)
    if passage.function is None and len(acting) > 1:
        return acting, "inferred"
    return (acting, "structural") if len(acting) == 1 else (acting[:1], "inferred")


def _speaker(sentence: Sentence) -> Thing | None:
    """The body before the colon that a line begins with, as in minutes."""
    match = SPEAKER.match(sentence.text)
    opening = sentence.mentions[0] if sentence.mentions else None
    if match and opening and opening.kind in ACTORS and (opening.start, opening.end) == (0, match.end(1)):
        return opening.thing
    return None


def _of_sentence_before(last: Sentence) -> list[Thing]:
    spoken = last.cleft_heads() or [m.thing for m in last.marked(("は",))] or [m.thing for m in last.marked(("が",))] or last.subjects
    if COUNTS_WORK.search(last.text):
        spoken = [m.thing for m in last.marked(("の",))][:1] or spoken
    return spoken


def _of_heading(book: Casebook, passage: Passage) -> tuple[list[Thing], str]:
    for heading in (passage.label, passage.topic):
        if heading is not None and AS_ROLE.search(heading.text):
            found = [m.thing for m in mentions_in(book, heading, passage) if m.kind in ACTORS]
            by = [m.thing for m in mentions_in(book, heading, passage) if m.kind in ACTORS and heading.text.startswith("による", m.end)]
            if found:
                return (by or found)[:1], "structural"
    provider = (book.case_provider or book.coordinator) if passage.role in ROLES_OF_PROVIDER and passage.function is None else None
    return ([provider], "inferred") if provider else ([], "structural")


def topic_of(book: Casebook, case: Case, sentence: Sentence, before: list[Sentence], first: bool) -> list[Thing]:
    """What the passage is about: services, councils and programmes of its heading, else of the sentence before."""
    passage = sentence.passage
    found = _of_topic(book, passage.topic, sentence) if passage.topic is not None else []
    if not found and passage.activity is not None:
        found = activities_of(book, Case(area=case.area, prefecture=case.prefecture), passage)
    if not found and passage.role in {"activity", "finance", "outlook"}:
        found = activities_of(book, case, passage)
    near: list[Thing] = []
    for one in before[-1:]:
        services = [m.thing for m in reversed(one.of("Service"))]
        other_line = one.passage.stretch is not passage.stretch
        if not first or (one.passage.group == passage.group and not passage.marked and other_line):
            near = services
        if not first and not near:
            near = list(one.topic)
    return [*found, *near]


def _of_topic(book: Casebook, heading: Stretch, sentence: Sentence) -> list[Thing]:
    about = ABOUT.search(heading.text)
    topic = heading.part(0, about.start()) if about else heading
    if sentence.passage.activity is None and sentence.passage.head is None and topic.text in bare_categories():
        return []
    mentions = mentions_in(book, topic, Passage(stretch=topic, role="title"))
    found = [m.thing for m in mentions if m.kind in {"Service", "Council", "Programme"}]
    if not found:
        _service_of_heading(book, heading, sentence)
        named = book.find(("Service",), heading.text)
        found = [named] if named else []
    return found


@cache
def bare_categories() -> frozenset[str]:
    """Words for kinds of service that as a heading only sort what stands below."""
    return frozenset(rule_data("services")["weak"]) | {text for _, text in CATEGORY_HEADS}


def _service_of_heading(book: Casebook, heading: Stretch, sentence: Sentence) -> None:
    """A name between quotation marks in a heading is a service where the text below does it and says what it is."""
    if not heading.places:
        return
    before = heading.raw[max(0, heading.places[0][0] - 1) : heading.places[0][0]]
    spans = [(0, len(heading.text))] if before == "「" else quoted_spans(heading.text)
    codes = codes_of(sentence.text)[:1]
    if len(spans) != 1 or not codes or not sentence.says("provide") or sentence.passage.role == "needs":
        return
    start, end = spans[0]
    service = service_named(book, Candidate(start, end, "Service", heading.text[start:end], 1, codes))
    book.quote(service, heading.part(start, end), "service_of_heading")
