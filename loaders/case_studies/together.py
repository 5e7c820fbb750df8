"""Working together: who collaborates with whom, who hands matters on to whom, and what is recorded as absent."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import says
from loaders.japanese.cleaning import Stretch

NEAR = 30
WORDS = re.compile(r"(一体的|共同|協働|連携|協力し|協定|覚書|取り決め|タイアップ|合同)")


PARTNER = re.compile(
    r"[^、。がはをに]{0,4}?と(の)?[^、。が]{0,10}?(?P<kind>協働|共同|共催|合同|連携(?!先|を図る)|協力(?=し)|協定|覚書|取り決め|タイアップ|ともに)"
)
AGREEMENT = re.compile(r"協定|覚書")
POLICY = re.compile(r"の(施策|事業|計画|政策)に(も)?(反映|つな)")
SIGNS = frozenset({"締結", "結ぶ", "交わす", "取り交わす"})
TALKS = frozenset({"協議", "共に", "一緒"})
SIGNED_WITHIN = 16
NEAR_VERB = 16
UNSOLVED = re.compile(r"解決(でき|が難し|に至ら|困難)|解決しない|まとまらない")
SIGNED = re.compile(r"と.{0,4}(?P<kind>締結|結ん|結び|取り交わ)")


def relate_together(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of working together that the sentence states."""
    if sentence.says("absent"):
        _absent(casebook, sentence)
        return
    _lists(casebook, sentence)
    _with(casebook, sentence)
    _handed_on(casebook, sentence)
    _pushed_together(casebook, sentence)


def _pairs(casebook: Casebook, group: list[Mention], sentence: Sentence, state: str, rule: str) -> None:
    kind = WORDS.search(sentence.text)
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            if one.thing is not other.thing:
                casebook.tie(
                    "COLLABORATES_WITH", one.thing, other.thing, sentence.stretch, rule, state=state, kind=kind[0] if kind else None
                )


def _pushed_together(casebook: Casebook, sentence: Sentence) -> None:
    """AとBで 推進した C: both support the council."""
    for mention in sentence.marked(("で",)):
        match = re.match(r"で(推進|設置|運営)した[「『]?", sentence.text[mention.end :])
        council = next((m for m in sentence.of("Council") if match and m.start == mention.end + match.end()), None)
        for one in sentence.group_of(mention) if council else []:
            if council and one.thing is not council.thing:
                casebook.tie("SUPPORTS", one.thing, council.thing, sentence.stretch, "pushed_together")


def relate_agreement_cell(casebook: Casebook, doers: list[Thing], partner: Thing, cell: Stretch) -> None:
    """村と 協定締結済 in the row of a body."""
    for doer in doers:
        casebook.tie("COLLABORATES_WITH", doer, partner, cell, "agreement_cell", "structural", state="recorded", kind="協定")


def _absent(casebook: Casebook, sentence: Sentence) -> None:
    """まだ連携はない: recorded as absent, never a tie."""
    bodies = [m for m in sentence.of(*ACTORS) if m.start < len(sentence.text)]
    if len({m.thing.name for m in bodies}) == 2:  # noqa: PLR2004 - more than two leave it open between whom
        _pairs(casebook, bodies, sentence, "absent", "absent_tie")


def _lists(casebook: Casebook, sentence: Sentence) -> None:
    """AとBが 共同で; A・B・Cの 協働により; AとBで 推進."""
    for stem in sentence.stems("collaborate"):
        if stem.start() and re.match(r"[一-龯ァ-ヺー]", sentence.text[stem.start() - 1]):
            continue
        before = [m for m in sentence.of(*ACTORS) if 0 <= stem.start() - m.end <= NEAR]
        if not before:
            continue
        group = sentence.group_of(before[-1])
        between = sentence.text[group[-1].end : stem.start()]
        if len(group) > 1 and re.match(r"(さん|等|など)?(が|の|で|は、?|による)?[^がはをに、。]{0,14}$", between):
            _pairs(casebook, group, sentence, "recorded", "worked_together")
    for mention in sentence.marked(("で",)):
        group = sentence.group_of(mention)
        if len(group) > 1 and re.match(r"で(推進|取り組|進め|協議|連携)", sentence.text[mention.end :]):
            _pairs(casebook, group, sentence, "recorded", "worked_together")


def _with(casebook: Casebook, sentence: Sentence) -> None:
    """Aは Bと 連携; Bとの 共同により (Aは by default); Aは B及びCと 覚書を 交わし; AとBが 協定を 結ぶ."""
    for partner in sentence.marked(("と",)):
        group = sentence.group_of(partner)
        match = PARTNER.match(sentence.text[sentence.end_of(partner) :])
        if not match or partner is not group[-1]:
            continue
        actors, things, sure = sentence.acting(partner.start)
        if not actors:
            later = sentence.marked(("が",), partner.end)
            things, sure = ([m.thing for m in later], "explicit") if later and not things else (things, sure)
        _tie(casebook, sentence, things, group, match["kind"][-3:], "worked_with", sure)
    for match in re.finditer(r"と(?:の|、)?間(?:で|に)", sentence.text):
        group = next((sentence.group_of(m) for m in reversed(sentence.of(*ACTORS)) if sentence.end_of(m) == match.start()), [])
        if len(group) > 1 and AGREEMENT.search(sentence.text, match.end()):
            _pairs(casebook, group, sentence, "recorded", "agreement")
    for frame in sentence.frames:
        signed = frame.norm in SIGNS and AGREEMENT.search(sentence.text, max(0, frame.start - SIGNED_WITHIN), frame.end)
        if frame.negated or not (signed or (says(frame, "joins") and frame.norm not in SIGNS and frame.norm not in TALKS)):
            continue
        actors, things, sure = sentence.acting(frame.start)
        group = sentence.attached(frame, ("と",))
        if group and not set(group) & set(actors):
            _tie(casebook, sentence, things, group, "協定" if signed else frame.norm, "worked_with", sure)
        elif signed and len(actors) > 1:
            _pairs(casebook, actors, sentence, "recorded", "agreement")


def _tie(  # noqa: PLR0917 - the parts of one statement
    casebook: Casebook, sentence: Sentence, things: list[Thing], group: list[Mention], kind: str, rule: str, sure: str
) -> None:
    for actor in things:
        for partner in group:
            if actor.kind in ACTORS and actor is not partner.thing:
                casebook.tie("COLLABORATES_WITH", actor, partner.thing, sentence.stretch, rule, sure, state="recorded", kind=kind)


def _into_policy(casebook: Casebook, sentence: Sentence) -> None:
    """Cに つなげ、市の施策に 反映: the council hands it on to the administration."""
    for office in sentence.marked(("の",)):
        if office.thing.details.get("administration") and POLICY.match(sentence.text, office.end):
            for council in [m for m in sentence.of("Council") if m.end <= office.start][-1:]:
                casebook.tie("REFERS_TO", council.thing, office.thing, sentence.stretch, "into_policy")


def _handed_on(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに つなぐ; Aから Bに 報告され."""
    _into_policy(casebook, sentence)
    for frame in sentence.frames:
        if frame.negated or not (says(frame, "hands_on") or sentence.verb_is(frame, "refer")):
            continue
        targets = sentence.attached(frame, ("に", "へ")) or _told(sentence, frame)
        if not targets or re.match(r"(から|との連絡)", sentence.text[frame.end :]):
            continue
        sources = [m for m in sentence.attached(frame, ("から",)) if m not in targets] or [
            m for m in sentence.of(*ACTORS) if re.match(r"を(通じて|介して|通して|経由して)", sentence.text[sentence.end_of(m) :])
        ]
        things, sure = ([m.thing for m in sources], "explicit") if sources else _who_tells(sentence, frame)
        for actor in things:
            for target in targets:
                if actor.kind in ACTORS and actor is not target.thing:
                    casebook.tie("REFERS_TO", actor, target.thing, sentence.stretch, "handed_on", sure)


def _who_tells(sentence: Sentence, frame: Frame) -> tuple[list[Thing], str]:
    """Who hands the matter on; what a council could not settle, the council hands on."""
    actors, things, sure = sentence.acting(frame.start, passive=True)
    if actors and sentence.is_post(actors[-1].thing):
        return [thing for thing in sentence.subjects if not sentence.is_post(thing)][:1], "structural"
    if not actors and UNSOLVED.search(sentence.text) and sentence.before_council:
        return [sentence.before_council], "structural"
    return (things[:1] if not actors else things), sure


def _told(sentence: Sentence, frame: Frame) -> list[Mention]:
    """The body right before the verb that a comma or a quotation parts from its particle."""
    near = [m for m in sentence.marked(("に", "へ"), 0, frame.start) if frame.start - sentence.end_of(m) <= NEAR_VERB]
    return [m for m in near[-1:] if sentence.frame_of(m.start) is frame]
