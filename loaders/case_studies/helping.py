"""Helping: who supports whom or what, by help, by work, by goods and by rooms."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import receives, says

ASKS = frozenset({"呼び掛ける", "求める", "募る", "依頼", "打診", "要請"})
"""Help that is asked for is not yet given."""
ONLY_WITH_OBJECT = frozenset({"教える", "指導", "世話", "手伝う", "派遣", "用意", "出す"})
NOUN_OF = re.compile(
    r"(?:[」』])?(?:等|など)?(?:[、・][^。がはをに]{0,14})?(?:等|など)?の(?:活動|連携|運営|立ち上げ|主体的な活動|取組|取り組み)?"
)
TARGETS = (*ACTORS, "Service")
WORK_OF = re.compile(
    r"(等|など)?の(活動|取組|取り組み|運営|連携|立ち上げ|設立|活動等|主体的な活動|開催|実施|開設|周知|準備|会場|世話)*(を|に|にも)?$"
)
WITH_HELP_OF = re.compile(r"(等|など|さん)?の(協力|支援|後援|助言|応援|指導|手助け)(により|を得て|を受けて|のもと|の下|で)")
HELP = "協力|支援|助言|指導|応援|後押し|提供|お力添え|力添え|派遣|後援|手ほどき|アドバイス"
GOODS_FROM = re.compile(r"(さん)?から.{0,25}(ご?提供|寄贈|寄付|寄附|いただ|届|借り|仕入)")
HELPS_ALSO = re.compile(r"(さん)?にも?(お力添え|協力)")


def relate_helping(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of support that the sentence states."""
    for frame in sentence.frames:
        if frame.negated or says(frame, "plans") or frame.norm in ASKS:
            continue
        if says(frame, "supports"):
            _supported(casebook, sentence, frame)
        if says(frame, "gives") or frame.norm in {"借りる", "借り受ける", "仕入れる"}:
            _given(casebook, sentence, frame)
    _with_help(casebook, sentence)
    _goods_from(casebook, sentence)
    _helped_by_noun(casebook, sentence)
    _helped_together(casebook, sentence)


def _supported(casebook: Casebook, sentence: Sentence, frame: Frame) -> None:
    """Aが Bを 支援; Aが Bの活動に 協力; Bは Aの支援を 受け."""
    if receives(frame):
        for helper in sentence.given_by(frame, HELP):
            for target in _receivers(sentence, frame, helper):
                _support(casebook, sentence, helper, target, "help_received")
        return
    actors, things, sure = sentence.acting(frame.start)
    near = [m for m in sentence.of(*TARGETS) if m.end <= frame.start and _is_object(sentence, m, frame)]
    targets = [one.thing for m in near[-1:] for one in sentence.group_of(m)]
    if (
        not targets
        and actors
        and frame.norm not in ONLY_WITH_OBJECT
        and not sentence.attached(frame, ("を",), ("Organization", "Council", "Service", "Programme"))
    ):
        targets = _about(sentence, actors)
    for actor in things if targets else []:
        for target in targets:
            runs = any(tie.type == "PROVIDES" and tie.start is actor and tie.end is target for tie in casebook.ties)
            if actor.kind in ACTORS and actor is not target and not runs and not sentence.is_post(actor):
                casebook.tie("SUPPORTS", actor, target, sentence.stretch, "supported", sure)


def _is_object(sentence: Sentence, mention: Mention, frame: Frame) -> bool:
    """Whether a mention is what the verb helps: Bを 支援, Bの活動を 支援, Bに 協力."""
    if sentence.cleft(frame) or any(mention in sentence.cleft(one) for one in sentence.frames):
        return False
    between = sentence.text[mention.end : frame.noun_at if frame.noun_at >= 0 else frame.start]
    attached = mention in sentence.attached(frame, ("を", "に", "へ"), (mention.kind,))
    return attached or (len(between) <= 14 and not re.search(r"[。、]", between) and WORK_OF.match(between) is not None)  # noqa: PLR2004 - a short phrase


def _about(sentence: Sentence, actors: list[Mention]) -> list[Thing]:
    """What help without an object is for: the service of the sentence that the helper does not run, else the topic."""
    named = [m.thing for m in sentence.of("Service") if m.end <= actors[0].start or sentence.particles[m.start] in {"に", "へ", "の"}]
    return named[-1:] or [thing for thing in sentence.topic if thing.kind == "Service"][:1]


def _receivers(sentence: Sentence, frame: Frame, helper: Mention) -> list[Thing]:
    """Who or what gets the help: the acting bodies and the service of the sentence, else the topic."""
    actors, things, _ = sentence.acting(frame.start)
    bodies = [m.thing for m in actors if m is not helper] or [thing for thing in things if thing is not helper.thing][:1]
    services = [m.thing for m in sentence.of("Service")][-1:] or [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    return [*(thing for thing in bodies if thing.kind in ACTORS), *services]


def _given(casebook: Casebook, sentence: Sentence, frame: Frame) -> None:
    """Aが 区画を 提供, Aが 車を 貸し出し, Aから 借りて: goods, rooms and people for what is done."""
    if any(m for m in sentence.attached(frame, ("を",), ("Service",))):
        return
    takes = receives(frame) or frame.norm in {"借りる", "借り受ける", "仕入れる"}
    acting = sentence.acting(frame.start)[0]
    givers = sentence.given_by(frame, HELP) if takes else [m for m in acting if not sentence.is_post(m.thing)]
    to = [m.thing for m in sentence.attached(frame, ("に", "へ"), TARGETS) if m not in givers]
    named = [m.thing for m in sentence.of("Service")]
    targets = to or named[-1:] or [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    for giver in givers:
        for target in targets:
            _support(casebook, sentence, giver, target, "gave")


def _with_help(casebook: Casebook, sentence: Sentence) -> None:
    """Aの協力により Bを 結成, Aの協力を得て Sを 開く."""
    for helper in sentence.marked(("の",)):
        if WITH_HELP_OF.match(sentence.text, helper.end):
            made = (
                sentence.marked(("を", "も"), helper.end, kinds=TARGETS)[:1]
                or [m for m in sentence.of("Service") if m.start > helper.end][:1]
            )
            for one in made:
                for each in sentence.group_of(helper):
                    _support(casebook, sentence, each, one.thing, "helped_to_make")


def _goods_from(casebook: Casebook, sentence: Sentence) -> None:
    """野菜は Aから ご提供いただき; Aにも お力添え; Aが 世話役."""
    topic = [m.thing for m in sentence.of("Service")][:1] or [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    for giver in sentence.marked(("から", "に", "も")) if topic else []:
        if sentence.text.rfind("「", 0, giver.start) > sentence.text.rfind("」", 0, giver.start):
            continue  # what somebody says of it
        if GOODS_FROM.match(sentence.text, giver.end) or HELPS_ALSO.match(sentence.text, giver.end):
            for one in sentence.group_of(giver):
                _support(casebook, sentence, one, topic[0], "gave")
    if re.search(r"が(世話役|事務局)(を|と)", sentence.text) and casebook.last_council and not sentence.of("Council"):
        for carer in sentence.marked(("が",))[:1]:
            casebook.tie("SUPPORTS", carer.thing, casebook.last_council, sentence.stretch, "looks_after")


def _helped_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Sの活動支援; Bの連携支援: help that a noun states."""
    for stem in sentence.stems("support"):
        if any(frame.start <= stem.start() < frame.end for frame in sentence.frames):
            continue
        near = [m for m in sentence.of(*TARGETS) if m.end <= stem.start() and NOUN_OF.fullmatch(sentence.text[m.end : stem.start()])]
        for actor in sentence.acting(stem.start())[1] if near else []:
            for target in [one.thing for one in sentence.group_of(near[-1])] + [m.thing for m in near[:-1]]:
                if actor.kind in ACTORS and actor is not target:
                    casebook.tie("SUPPORTS", actor, target, sentence.stretch, "supported_by_noun", sentence.sure)


def _helped_together(casebook: Casebook, sentence: Sentence) -> None:
    """Sに Aも 連携: help that a verb of working together states."""
    for stem in sentence.stems("cooperate"):
        helping = next((frame for frame in sentence.frames if frame.start <= stem.start() < frame.end), None)
        if helping is not None and (helping.negated or says(helping, "supports")):
            continue
        actors, things, _ = sentence.acting(stem.start())
        target = [m.thing for m in sentence.marked(("に", "へ"), 0, stem.start(), TARGETS) if m not in actors]
        target = target or (_about(sentence, actors) if actors and helping is None else [])
        for actor in things if actors else []:
            for one in target[-1:]:
                if actor is not one and one.kind == "Service":
                    casebook.tie("SUPPORTS", actor, one, sentence.stretch, "helped")


def _support(casebook: Casebook, sentence: Sentence, giver: Mention, target: Thing, rule: str) -> None:
    if giver.thing is not target and giver.kind in ACTORS:
        casebook.tie("SUPPORTS", giver.thing, target, sentence.stretch, rule)
