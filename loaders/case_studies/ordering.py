"""Orders: who has whom do something, by a verb or a noun."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import receives, says


def commissioned(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに 委託; Aから Bに 委託され; Aから 委託を受け (B acts); Aから 業務を 受託."""
    for frame in sentence.frames:
        if frame.negated or not (says(frame, "orders") or "受託" in {frame.norm, frame.noun}) or frame.norm == "依頼":
            continue
        from_whom = sentence.given_by(frame, "業務委託|委託|依頼")
        to_whom = sentence.attached(frame, ("に", "へ"))
        if frame.norm == "受託" or receives(frame):
            doers = [m.thing for m in _described_body(sentence, frame)] or sentence.acting(frame.start, passive=True)[1][:1]
            pairs = [(giver.thing, doer) for giver in from_whom for doer in doers]
        elif to_whom:
            givers = [m.thing for m in from_whom] or sentence.acting(frame.start)[1]
            pairs = [(giver, m.thing) for giver in givers for m in to_whom]
        else:
            pairs = []
        _order(casebook, sentence, frame, pairs)
        _hold_posts(sentence, [receiver for _, receiver in pairs])


def _hold_posts(sentence: Sentence, receivers: list[Thing]) -> None:
    """Coordinators' posts that are given to one body with its order: what they do, that body does; of two bodies, nobody knows which."""
    for post in {id(m.thing): m.thing for m in sentence.of("Organization") if sentence.is_post(m.thing)}.values() if receivers else ():
        known = post.details.get("holder", receivers[0])
        post.details["holder"] = receivers[0] if len(receivers) == 1 and known is receivers[0] else None


def _described_body(sentence: Sentence, frame: Frame) -> list[Mention]:
    """市から委託を受けた B: the body that the clause describes."""
    return [m for m in sentence.of("Organization") if frame.head is not None and 0 <= m.start - frame.head <= 1]


def _order(casebook: Casebook, sentence: Sentence, frame: Frame, pairs: list[tuple[Thing, Thing]]) -> None:
    objects = [m.thing for m in sentence.attached(frame, ("を",), ("Service",))] or [
        m.thing for m in sentence.of("Service") if sentence.particles[m.start] in {"を", "の"} and m.end <= frame.start
    ][-1:]
    if not objects and re.search(r"(運行|運営|実施|業務|配達|製造|調理)(は|を|の)?.{0,6}委託", sentence.text):
        objects = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    if not objects and sentence.passage.head is not None:
        objects = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    for giver, receiver in pairs:
        if giver.kind == receiver.kind == "Organization" and giver is not receiver:
            casebook.tie("COMMISSIONS", giver, receiver, sentence.stretch, "commissioned")
            for service in objects:
                casebook.tie("PROVIDES", receiver, service, sentence.stretch, "commissioned", status=sentence.status)


def ordered_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aから Bへの 委託; Aの 委託を 受けて; Aからの 委託料 (for whoever speaks); Bに 委託 in a bracket."""
    for giver in sentence.marked(("から", "の")):
        after = sentence.text[giver.end :]
        if match := re.match(r"から(.{2,20}?)への(業務)?委託", after):
            receivers = [m for m in sentence.of("Organization") if giver.end < m.start < giver.end + match.end()]
            pairs = [(giver.thing, m.thing) for m in receivers]
        elif re.match(r"(さん)?(からの|の)委託(料|金|事業)", after):
            speaker = casebook.speaker()
            pairs = [(giver.thing, speaker)] if speaker else []
        else:
            continue
        for one, other in pairs:
            if one.kind == other.kind == "Organization" and one is not other:
                casebook.tie("COMMISSIONS", one, other, sentence.stretch, "ordered")
