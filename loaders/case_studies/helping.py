"""Helping: who supports whom or what."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import ACTORS, Sentence

WORK_OF = re.compile(r"(等|など)?の(活動|取組|運営|連携|立ち上げ|設立|活動等|主体的な活動)*(を|に)?$")
WITH_HELP_OF = re.compile(r"(等|など)?の協力(により|を得て|のもと|で)")
GIVING = (
    ("から", re.compile(r"(さん)?から.{0,25}(ご?提供|寄付|寄附)")),
    ("が", re.compile(r"(さん)?が.{0,12}(無償で(貸|提供)|貸与)")),
    ("も", re.compile(r"(さん)?にも?(お力添え|協力)")),
    ("に", re.compile(r"(さん)?に(も)?お力添え")),
)
"""Which particle marks a giver, and what must follow."""


def relate_helping(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of support that the sentence states."""
    _given(casebook, sentence)
    _supported(casebook, sentence)
    _helped(casebook, sentence)


def _supported(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bを 支援."""
    for stem in sentence.stems("support"):
        near = sentence.marked(("を", "の", "に", "等"), max(0, stem.start() - 20), stem.start(), (*ACTORS, "Service"))
        helped = [mention for mention in near if _is_object(sentence, mention, stem.start())]
        if not helped and re.search(r"(運営|開催|活動)を$", sentence.text[: stem.start()]):
            for helper in sentence.acting(stem.start())[0]:
                for topic in sentence.topic[:1]:
                    casebook.tie("SUPPORTS", helper.thing, topic, sentence.stretch, "supported_topic")
        if not helped:
            continue
        _, things, sure = sentence.acting(helped[0].start)
        for actor in things:
            for one in {m.start: m for h in helped for m in sentence.group_of(h)}.values():
                if actor.kind in ACTORS and actor is not one.thing:
                    casebook.tie("SUPPORTS", actor, one.thing, sentence.stretch, "supported", sure)


def _is_object(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a mention is what the verb helps: Bを 支援, Bの活動を 支援."""
    between = sentence.text[mention.end : verb]
    return not re.search(r"[。、]", between) and (sentence.particles[mention.start] == "を" or WORK_OF.match(between) is not None)


def _given(casebook: Casebook, sentence: Sentence) -> None:
    """Help for what the passage is about: Aから 提供, Aが 無償で貸す, Aにも お力添え; Aの協力により Bを結成; Aが 世話役."""
    topic = [m.thing for m in sentence.of("Service")][:1] or sentence.topic[:1]
    for particle, pattern in GIVING:
        for giver in sentence.marked((particle,)) if topic else []:
            if pattern.match(sentence.text, giver.end):
                _support_by_all(casebook, sentence, giver, topic[0], "gave")
    for helper in sentence.marked(("の",)):
        if WITH_HELP_OF.match(sentence.text, helper.end):
            made = sentence.marked(("を",), helper.end, kinds=(*ACTORS, "Service"))[:1]
            for one in made:
                _support_by_all(casebook, sentence, helper, one.thing, "helped_to_make")
    if re.search(r"が(世話役|事務局)(を|と)", sentence.text) and casebook.last_council and not sentence.of("Council"):
        for carer in sentence.marked(("が",))[:1]:
            casebook.tie("SUPPORTS", carer.thing, casebook.last_council, sentence.stretch, "looks_after")


def _support_by_all(casebook: Casebook, sentence: Sentence, giver: Mention, target: Thing, rule: str) -> None:
    for one in sentence.group_of(giver):
        if one.thing is not target:
            casebook.tie("SUPPORTS", one.thing, target, sentence.stretch, rule)


def _helped(casebook: Casebook, sentence: Sentence) -> None:
    """Aが(も) 協力; Sに Aが 連携: help for what the sentence is about."""
    for stem in sentence.stems("cooperate"):
        actors, things, _ = sentence.acting(stem.start())
        if not actors:
            continue
        target = [m.thing for m in sentence.marked(("に", "へ"), 0, stem.start(), (*ACTORS, "Service")) if m not in actors]
        near = [m.thing for m in sentence.of("Service") if m.end < actors[0].start and sentence.particles[m.start] in {"を", "は"}]
        target = target or near or sentence.topic
        for actor in things:
            for one in target[-1:]:
                if actor is not one:
                    casebook.tie("SUPPORTS", actor, one, sentence.stretch, "helped")
