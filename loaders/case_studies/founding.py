"""Founding: who sets up which body or council, and of which parts it is made."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.verbs import says

BY_RULE = re.compile(r"[」』]?(において|に基づき|に基づいて|により|によって|で)")
SET_UP = re.compile(r"[」』]?(を|の)?(設置|設立)")
FOUNDED_IN_BRACKET = re.compile(r"(?:立ち上げ|設立|発足|結成)\(([^()]*)\)")


def relate_founding(casebook: Casebook, sentence: Sentence) -> None:
    """Every founding that the sentence states."""
    _founded(casebook, sentence)
    _founded_by_rule(casebook, sentence)
    _founded_in_bracket(casebook, sentence)
    _founded_by_noun(casebook, sentence)
    _divided(casebook, sentence)


def _founded(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bを 立ち上げ → ESTABLISHED; a service that was opened is also provided."""
    if sentence.says("planned"):
        for council in sentence.marked(("を",), kinds=("Council",)):
            if re.match(r"[」』]?(\(仮称\))?[」』]?を[^、。]{0,8}(予定|検討)", sentence.text[council.end :]):
                council.thing.details["status"] = "planned"
        return
    for frame in sentence.frames:
        founds = says(frame, "founds") or sentence.verb_is(frame, "establish")
        if frame.negated or frame.passive or not founds:
            continue
        for made in _made_by(sentence, frame):
            _, things, sure = sentence.acting(frame.start)
            later = sentence.between(made.end, frame.start)
            things, sure = (later, "explicit") if later else (things, sure)
            for actor in things:
                if actor.kind in ACTORS and actor is not made.thing and "COORD" not in made.thing.codes:
                    casebook.tie("ESTABLISHED", actor, made.thing, sentence.stretch, "founded", sure)
                    if made.kind == "Service":
                        casebook.tie("PROVIDES", actor, made.thing, sentence.stretch, "founded", sure, status=sentence.status)


def _made_by(sentence: Sentence, frame: Frame) -> list[Mention]:
    """What the verb brings about: marked を; described by it; は where が marks who does it."""
    kinds = (*ACTORS, "Service") if sentence.verb_is(frame, "establish") else ACTORS
    made = [m for m in sentence.of(*kinds) if sentence.particles[m.start] == "を" and sentence.frame_of(m.start) is frame]
    if not made and any(one.particle == "が" for one in frame.arguments) and not any(one.particle == "を" for one in frame.arguments):
        made = [m for m in sentence.of(*ACTORS) if sentence.particles[m.start] == "は" and m.end < frame.start]
    if not made and frame.head is not None and any(one.particle == "が" for one in frame.arguments):
        made = [m for m in sentence.of(*ACTORS) if m.start - frame.head in {0, 1}]
    return [one for first in made[-1:] for one in sentence.group_of(first)] if made else []


def _founded_by_rule(casebook: Casebook, sentence: Sentence) -> None:
    """条例において Bを 設置: what provides for the body is the ordinance or plan."""
    for rule in sentence.of("Programme"):
        if rule.thing.details.get("kind") not in {"ordinance", "plan"} or not BY_RULE.match(sentence.text, rule.end):
            continue
        for made in [m for m in sentence.of(*ACTORS) if m.start > rule.end and SET_UP.match(sentence.text, m.end)][:1]:
            casebook.tie("ESTABLISHED", rule.thing, made.thing, sentence.stretch, "founded_by_rule")


def _founded_in_bracket(casebook: Casebook, sentence: Sentence) -> None:
    """NPO団体が 立ち上げ(A、B): the bracket names what was founded; who founded it stands marked で or が."""
    for match in FOUNDED_IN_BRACKET.finditer(sentence.text):
        made = [m for m in sentence.of("Organization") if match.start(1) <= m.start and m.end <= match.end(1)]
        before = [m for m in sentence.of(*ACTORS) if m.end <= match.start()]
        kinds = [m for m in before if m.thing.generic and sentence.particles[m.start] in {"が", "を", "の"}][-1:]
        founders = [m for m in before if m not in kinds and sentence.particles[m.start] in {"が", "は", "主体"}][-1:]
        for founder in founders:
            for one in made:
                casebook.tie("ESTABLISHED", founder.thing, one.thing, sentence.stretch, "founded_in_bracket")


def _divided(casebook: Casebook, sentence: Sentence) -> None:
    """Cのもとに D部会と E部会を置き: the parts of a council."""
    for whole in sentence.of("Council"):
        if not re.match(r"[」』]?(のもとに|の下に|の中に|に)は?、?", sentence.text[whole.end :]):
            continue
        for part in sentence.marked(("を",), whole.end, kinds=("Council",)):
            frame = sentence.frame_of(part.start)
            if frame and re.match(r"(置|設け|設置)", sentence.text[frame.start :]):
                for one in sentence.group_of(part):
                    if one.thing is not whole.thing:
                        casebook.tie("PART_OF", one.thing, whole.thing, sentence.stretch, "part_of_council")


def _founded_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aによる Bの 立ち上げ."""
    for made in sentence.marked(("の",), kinds=ACTORS):
        if re.match(r"[」』”]?(?:\([^()]*\))?の(立ち上げ|設立|設置|結成)(?!支援|サポート|予定)", sentence.text[made.end :]):
            for actor in sentence.marked(("による", "により"), 0, made.start):
                casebook.tie("ESTABLISHED", actor.thing, made.thing, sentence.stretch, "founded_by_noun")
