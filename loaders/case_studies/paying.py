"""Paying and ordering: who funds what, and who commissions whom."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.ordering import commissioned, ordered_by_noun
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import receives, says

RECEIVER_KINDS = (*ACTORS, "Service")
REACH = 24
"""How many characters may lie between a programme and the verb that uses it."""
GRANT_OF = re.compile(r"(?:さん)?(?:の|からの|から)(?:地域貢献|活動)?(?:助成金?|補助金?|寄[附付]金?|支援金)")
AIDED = re.compile(r"[」』]?\((助成|補助)")
"""A line that is nothing but the name of what pays."""
USED = re.compile(
    r"[」』]?(?:\([^()]*\))?(?:等)?(?:を活用|を使|を充て|が充て|で(?:半分|一部|すべて|全額)?(?:を)?(?:まかな|賄|補)|の助成|による助成|から助成|で(購入|実施|改修)|を受け|が使われ|[0-9万円]*を交付|\)?$|、|を財源|を創設|\s*…)"
)


def relate_paying(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of paying and ordering that the sentence states."""
    commissioned(casebook, sentence)
    ordered_by_noun(casebook, sentence)
    _programmes(casebook, sentence)
    _subsidised(casebook, sentence)
    _paid_by_body(casebook, sentence)


def _programmes(casebook: Casebook, sentence: Sentence) -> None:
    """What a named programme pays for: the service of the sentence, else what the passage is about, and who gets it."""
    for payer in [thing for thing in sentence.topic if thing.kind == "Programme"][:1]:
        for mention in sentence.of("Service"):
            casebook.tie("FUNDS", payer, mention.thing, sentence.stretch, "paid_for", "structural")
    for programme in sentence.of("Programme"):
        after = sentence.text[programme.end :]
        frame = _using(sentence, programme)
        uses = frame is not None and not frame.negated and says(frame, "uses", "pays") and _is_near(sentence, programme, frame)
        is_paid = uses or USED.match(after) or re.search(r"(財源|費|資金|代|原資|料|賃)[はにも:]", sentence.text[: programme.start])
        if programme.thing.details.get("kind") in {"plan", "ordinance"} or not is_paid:
            continue
        for receiver in _paid(sentence, programme, frame if uses else None):
            if receiver.kind in RECEIVER_KINDS:
                casebook.tie("FUNDS", programme.thing, receiver, sentence.stretch, "paid_for")


def _using(sentence: Sentence, programme: Mention) -> Frame | None:
    """The verb behind a programme; where it only says that the programme was set up, the next one."""
    behind = [one for one in sentence.frames if one.start >= programme.end][:2]
    if len(behind) > 1 and says(behind[0], "founds") and says(behind[1], "uses", "pays"):
        return behind[1]
    return behind[0] if behind else None


def _is_near(sentence: Sentence, programme: Mention, frame: Frame) -> bool:
    """Whether a verb speaks of a programme: near behind it, or behind the verb that sets it up."""
    before = [one for one in sentence.frames if programme.end <= one.start < frame.start]
    return frame.start - (before[-1].end if before else programme.end) <= REACH


def _paid(sentence: Sentence, programme: Mention, frame: Frame | None) -> list[Thing]:
    """Who or what gets the money of a programme."""
    after = sentence.text[programme.end :]
    if sentence.before_council and len(sentence.mentions) == 1 and AIDED.match(after):
        return [sentence.before_council]
    given = re.match(r"[」』]?[^、。]{0,12}を?交付|[」』]?を創設", after)
    to = [m.thing for m in sentence.marked(("へ", "に"), 0 if given else programme.end)]
    if to and (given or (frame is not None and says(frame, "pays"))):
        return to
    named = sentence.of("Service")
    behind = [m for m in named if m.start >= programme.end] if frame is not None else []
    services = [m.thing for m in (sentence.group_of(behind[0]) if behind else named[:1])]
    services = services or [t for t in sentence.topic if t.kind in RECEIVER_KINDS][:1]
    actors = sentence.acting(frame.start)[0] if frame is not None and not frame.passive and says(frame, "uses") else []
    bodies = [m.thing for m in actors if m.thing.kind in ACTORS and not m.thing.details.get("administration")]
    if not services and not bodies and frame is not None:
        bodies = [thing for thing in sentence.acting(frame.start)[1] if not thing.details.get("administration")][:1]
    return [*bodies, *services]


def _paid_by_body(casebook: Casebook, sentence: Sentence) -> None:
    """改修には Aの助成を 充てた; Aから 助成を 受けた; Aの寄附で 購入: a body gives the money."""
    for match in GRANT_OF.finditer(sentence.text):
        giver = next((m for m in sentence.of("Organization") if sentence.end_of(m) == match.start()), None)
        if giver is None or any(m.start < match.end() and match.start() < m.end for m in sentence.of("Programme")):
            continue
        frame = next((one for one in sentence.frames if one.end > match.start()), None)
        actors = sentence.acting(frame.start)[0] if frame is not None else []
        bodies = [m.thing for m in actors if m is not giver and m.thing.kind in ACTORS and not m.thing.details.get("administration")]
        services = [m.thing for m in sentence.of("Service")][-1:] or [t for t in sentence.topic if t.kind == "Service"][:1]
        for one in [*bodies, *services] or [thing for thing in sentence.subjects if thing is not giver.thing][:1]:
            if one.kind in RECEIVER_KINDS and one is not giver.thing:
                casebook.tie("FUNDS", giver.thing, one, sentence.stretch, "granted")


def _received(casebook: Casebook, sentence: Sentence, frame: Frame) -> None:
    for giver in sentence.given_by(frame, "補助|助成|寄附|寄付|支援"):
        for receiver in sentence.acting(frame.start)[1]:
            if receiver is not giver.thing and receiver.kind in ACTORS:
                casebook.tie("FUNDS", giver.thing, receiver, sentence.stretch, "subsidised")


def _subsidised(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに 補助; Aが Sの費用を 補助; Aは Bに対し …を 助成; Bは Aから 補助を 受けて."""
    for frame in sentence.frames:
        if frame.negated or not says(frame, "pays"):
            continue
        if receives(frame):
            _received(casebook, sentence, frame)
            continue
        actors = [m for m in sentence.acting(frame.start)[0] if m.kind == "Organization"]
        if not actors or sentence.of("Programme"):
            continue
        to = [m.thing for m in sentence.attached(frame, ("に", "へ"), RECEIVER_KINDS) if m not in actors]
        to = to or [
            m.thing for m in sentence.of(*RECEIVER_KINDS) if re.match(r"[」』]?(等|など)?に対し", sentence.text[sentence.end_of(m) :])
        ]
        described = [m.thing for m in sentence.of("Service") if m not in actors and m.end < frame.end]
        topics = [t for t in sentence.topic if t.kind == "Service"][:1]
        for actor in actors:
            for receiver in to or described[-1:] or topics:
                if receiver is not actor.thing:
                    casebook.tie("FUNDS", actor.thing, receiver, sentence.stretch, "subsidised")
