"""Doing: who provides, founds and supports what."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import ACTORS, Sentence

REACH = 60
"""How many characters may lie between a service and the verb that does it."""


def relate_doing(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of doing that the sentence states."""
    _founded(casebook, sentence)
    _founded_by_noun(casebook, sentence)
    _provided(casebook, sentence)
    _provided_by_noun(casebook, sentence)
    _about_topic(casebook, sentence)
    _of_actor(casebook, sentence)
    _described(casebook, sentence)
    _given(casebook, sentence)
    _supported(casebook, sentence)
    _helped(casebook, sentence)


def _founded(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bを 立ち上げ → ESTABLISHED; a service that was opened is also provided."""
    if sentence.says("planned"):
        return
    for stem in sentence.stems("establish"):
        for made in sentence.marked(("を",), max(0, stem.start() - REACH), stem.start(), (*ACTORS, "Service")):
            if re.search(r"[。]|を.+を", sentence.text[made.end + 1 : stem.start()]):
                continue
            _, things, sure = sentence.acting(made.start)
            later = sentence.between(made.end, stem.start())
            things, sure = (later, "explicit") if later else (things, sure)
            for actor in things:
                if actor.kind in ACTORS and actor is not made.thing:
                    casebook.tie("ESTABLISHED", actor, made.thing, sentence.stretch, "founded", sure)
                    if made.kind == "Service":
                        casebook.tie("PROVIDES", actor, made.thing, sentence.stretch, "founded", sure, status=_status(sentence))


def _founded_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aによる Bの 立ち上げ."""
    for made in sentence.marked(("の",), kinds=ACTORS):
        if re.match(r"[」』”]?(?:\([^()]*\))?の(立ち上げ|設立|設置|結成)(?!支援|サポート|予定)", sentence.text[made.end :]):
            for actor in sentence.marked(("による", "により"), 0, made.start):
                casebook.tie("ESTABLISHED", actor.thing, made.thing, sentence.stretch, "founded_by_noun")


def _status(sentence: Sentence) -> str:
    return "planned" if sentence.says("planned") else "ended" if sentence.says("ended") else "running"


def _verb_after(sentence: Sentence, service: Mention) -> int | None:
    """Where the verb stands that does the service; None where nothing in reach does."""
    for stem in sentence.stems("provide"):
        if 0 <= stem.start() - service.end <= REACH:
            return stem.start()
    return None


def _provided(casebook: Casebook, sentence: Sentence) -> None:
    """A service with somebody who does it."""
    for service in sentence.of("Service"):
        particle = sentence.particles[service.start]
        verb = _verb_after(sentence, service)
        ends_here = sentence.text[service.end :].strip("」』。等()") == "" or particle in {"", "、", "・"}
        if particle in {"を", "で", "に", "の", "も", "が", "は", "、", "・", "や", "と"} and verb is not None or ends_here:
            actors, things, sure = sentence.acting(service.start)
            later = sentence.between(service.end, verb) if verb is not None and particle in {"を", "は", "の"} else []
            things, sure = (later, "explicit") if later else (things, sure)
            things = [*things, *_partners(sentence, service)] if actors else things
            for actor in things:
                if actor.kind in ACTORS:
                    casebook.tie("PROVIDES", actor, service.thing, sentence.stretch, "provided", sure, status=_status(sentence))


def _partners(sentence: Sentence, service: Mention) -> list[Thing]:
    """Bと 協働で Sを …: the partner does it, too."""
    return [
        m.thing
        for m in sentence.marked(("と",), 0, service.start)
        if re.match(r"と(の)?(協働|共同|一緒|連携)(で|に|して|により)", sentence.text[m.end :])
    ]


def _about_topic(casebook: Casebook, sentence: Sentence) -> None:
    """A sentence without a service of its own says who does what the passage is about: Aが 運営し, Aが 交代で 運転."""
    topics = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    if not topics or any(m.thing.kind == "Service" and m.thing is not topics[0] for m in sentence.mentions):
        return
    for stem in sentence.stems("provide"):
        doers = [m for m in sentence.marked(("が", "は"), max(0, stem.start() - REACH), stem.start())]
        if doers and not re.match(r"(を|に|の)", sentence.text[stem.end() :]):
            for mention in sentence.group_of(doers[-1]):
                if not sentence.is_post(mention.thing):
                    casebook.tie("PROVIDES", mention.thing, topics[0], sentence.stretch, "does_topic", status=_status(sentence))
            return


def _of_actor(casebook: Casebook, sentence: Sentence) -> None:
    """Aの S が 巡回: the service belongs to who stands before it."""
    for service in sentence.of("Service"):
        owner = next((m for m in sentence.of(*ACTORS) if sentence.text[m.end : service.start] in {"の", "さんの"}), None)
        if owner and sentence.particles[service.start] in {"が", "を", "は"} and _verb_after(sentence, service) is not None:
            casebook.tie("PROVIDES", owner.thing, service.thing, sentence.stretch, "service_of", status=_status(sentence))


def _described(casebook: Casebook, sentence: Sentence) -> None:
    """S(Aが 月2回開く 会食の場): the bracket after a service says who holds it."""
    for service in sentence.of("Service"):
        bracket = re.match(r"[」』]?\(([^()]*)\)", sentence.text[service.end :])
        if bracket and re.search(r"開く|開催|運営|主催|行う", bracket[1]):
            inside = (service.end, service.end + bracket.end())
            for mention in sentence.marked(("が",), *inside):
                casebook.tie("PROVIDES", mention.thing, service.thing, sentence.stretch, "described")


def _provided_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aによる S, S(運営:A), and AのS in a line without verb."""
    for actor in sentence.marked(("による",)):
        after = [m for m in sentence.of("Service") if 0 <= m.start - actor.end <= 20]  # noqa: PLR2004 - words between
        for service in after[:1]:
            casebook.tie("PROVIDES", actor.thing, service.thing, sentence.stretch, "provided_by", status=_status(sentence))
    for match in re.finditer(r"(運営|主催|調理|担当|運転|管理|実施)(?:主体)?(?::|は)", sentence.text):
        actors = [m for m in sentence.of(*ACTORS) if 0 <= m.start - match.end() <= 12]  # noqa: PLR2004
        services = [m.thing for m in sentence.of("Service") if m.end <= match.start()][-1:] or sentence.topic[-1:]
        for actor in (sentence.group_of(actors[0]) if actors else []):
            for service in services:
                if service.kind == "Service":
                    casebook.tie("PROVIDES", actor.thing, service, sentence.stretch, "run_by")


def _supported(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bを 支援."""
    for stem in sentence.stems("support"):
        helped = [
            m
            for m in sentence.marked(("を", "の", "に", "等"), max(0, stem.start() - 20), stem.start(), (*ACTORS, "Service"))
            if not re.search(r"[。、]", sentence.text[m.end : stem.start()]) and (sentence.particles[m.start] == "を" or re.match(r"(等|など)?の(活動|取組|運営|連携|立ち上げ|設立|活動等|主体的な活動)*(を|に)?$", sentence.text[m.end : stem.start()]))
        ]
        if not helped:
            continue
        _, things, sure = sentence.acting(helped[0].start)
        for actor in things:
            for one in {m.start: m for h in helped for m in sentence.group_of(h)}.values():
                if actor.kind in ACTORS and actor is not one.thing:
                    casebook.tie("SUPPORTS", actor, one.thing, sentence.stretch, "supported", sure)


def _given(casebook: Casebook, sentence: Sentence) -> None:
    """Help for what the passage is about: Aから 提供, Aが 無償で貸す, Aにも お力添え, Aが 世話役."""
    topic = [m.thing for m in sentence.of("Service")][:1] or sentence.topic[:1]
    patterns = (("から", r"から.{0,25}(ご?提供|寄付|寄附)"), ("が", r"(さん)?が.{0,12}(無償で(貸|提供)|貸与)"), ("も", r"(さん)?にも?(お力添え|協力)"), ("に", r"(さん)?に(も)?お力添え"))
    for particle, pattern in patterns:
        for giver in sentence.marked((particle,)):
            if topic and re.match(pattern, sentence.text[giver.end :]):
                for one in sentence.group_of(giver):
                    if one.thing is not topic[0]:
                        casebook.tie("SUPPORTS", one.thing, topic[0], sentence.stretch, "gave")
    if re.search(r"が(世話役|事務局)(を|と)", sentence.text) and casebook.last_council and not sentence.of("Council"):
        for helper in sentence.marked(("が",))[:1]:
            casebook.tie("SUPPORTS", helper.thing, casebook.last_council, sentence.stretch, "looks_after")


def _helped(casebook: Casebook, sentence: Sentence) -> None:
    """Aが(も) 協力; Sに Aが 連携: help for what the sentence is about."""
    for stem in sentence.stems("cooperate"):
        actors, things, _ = sentence.acting(stem.start())
        if not actors:
            continue
        target = [m.thing for m in sentence.marked(("に", "へ"), 0, stem.start(), (*ACTORS, "Service")) if m not in actors]
        target = target or [m.thing for m in sentence.of("Service") if m.end < actors[0].start] or sentence.topic
        for actor in things:
            for one in target[-1:]:
                if actor is not one:
                    casebook.tie("SUPPORTS", actor, one, sentence.stretch, "helped")
