"""Who does what a line is about, where the sentence names no service of its own."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import says

KIND_OF = re.compile(r"(?:さん)?の([^、。がはをにでと]{2,14}?)(?:です|である|だ)?。?")


def relate_topic(casebook: Casebook, sentence: Sentence) -> None:
    """A sentence without a service of its own says who does what the passage is about: Aが 運営し, Aが 交代で 運転."""
    topics = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    if not topics or any(m.thing.kind == "Service" and m.thing is not topics[0] for m in sentence.mentions):
        return
    if sentence.passage.head is not None and not sentence.frames:
        _is_of(casebook, sentence, topics[0])
    for frame in sentence.frames:
        described = frame.head is not None and not sentence.cleft(frame) and not (sentence.passage.head and sentence.ends_with(frame))
        takes = any(one.particle == "を" for one in frame.arguments)
        headed = sentence.passage.head is not None and not says(
            frame, "gives", "supports", "pays", "orders", "sits", "begins", "uses", *(("founds",) if takes else ())
        )
        if frame.negated or described or not (headed or says(frame, "does", "works") or sentence.verb_is(frame, "provide")):
            continue
        other = ("gives", "supports", "pays", "orders", *(("founds",) if takes or not headed else ()))
        if says(frame, *other) and not says(frame, "does"):
            continue
        made = [m for m in sentence.of(*ACTORS) if sentence.particles[m.start] == "を" and sentence.frame_of(m.start) is frame]
        actors, things, sure = sentence.acting(frame.start)
        if made or (frame.passive and not actors):
            continue
        if not actors and sentence.sure != "explicit":
            continue
        for thing in things:
            if thing.kind in ACTORS and not sentence.is_post(thing):
                casebook.tie("PROVIDES", thing, topics[0], sentence.stretch, "does_topic", sure, status=sentence.status)


def _is_of(casebook: Casebook, sentence: Sentence, service: Thing) -> None:
    """What the line is about…Aの 認知症カフェ: a kind of service of a body, and nothing else."""
    for owner in sentence.of(*ACTORS):
        kind = KIND_OF.fullmatch(sentence.text, owner.end)
        if kind and codes_of(kind[1]):
            casebook.tie("PROVIDES", owner.thing, service, sentence.stretch, "service_of", status=sentence.status)
