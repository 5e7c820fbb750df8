"""Councils of the second layer that have no name of their own: one for each district that the text names with them."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing

LAYER = re.compile(r"(?<![「(])第([12])層(?:の)?(?:生活支援)?協議体(?![」「(])")
SET_UP = re.compile(r"設置|置[きくい]|立ち上げ|設け|発足|結成|開催|設立|つくる|作る")
NOT_THERE = re.compile(r"未設置|設置されて(おらず|いない)|設置に至|まだ")


def relate_layers(casebook: Casebook, sentence: Sentence) -> None:
    """A地区・B地区に 第2層協議体を 設置: a council for each district, named after it."""
    match = LAYER.search(sentence.text)
    if not match or not SET_UP.search(sentence.text) or NOT_THERE.search(sentence.text):
        return
    if any(m.kind == "Council" and not LAYER.fullmatch(m.thing.name) for m in sentence.mentions):
        return
    areas = [m for m in sentence.of("Area") if m.thing is not casebook.municipality and not m.thing.generic]
    within = casebook.within(sentence.passage) if not areas else None
    where = sentence.stretch.part(*match.span())
    for area in [*(m.thing for m in areas), *([within] if within else [])]:
        council = _council(casebook, match[1], area)
        casebook.quote(council, where, "layer_council", "structural")
        casebook.tie("COVERS", council, area, sentence.stretch, "layer_council", "structural")
        _founded(casebook, sentence, council, _mention(areas, area))
    if not areas and within is None and sentence.says("planned"):
        council = casebook.find(("Council",), match[0]) or casebook.add("Council", match[0])
        council.details["status"] = "planned"
        casebook.quote(council, where, "layer_council", "structural")


def _mention(areas: list[Mention], area: Thing) -> Mention | None:
    return next((one for one in areas if one.thing is area), None)


def _council(casebook: Casebook, layer: str, area: Thing) -> Thing:
    name = f"第{layer}層協議体({area.name})"
    council = casebook.find(("Council",), name) or casebook.add("Council", name)
    council.names.add(f"{area.name}協議体")
    return council


def _founded(casebook: Casebook, sentence: Sentence, council: Thing, area: Mention | None) -> None:
    """Who set it up; a council that is still planned for its district is noted as that."""
    clause = sentence.text[area.end :] if area else sentence.text
    clause = re.split(r"しており|設置し、|済み、|済みで|が、", clause)[0]
    if re.search(r"予定|めざ|目指|準備|検討|今後", clause):
        council.details["status"] = "planned"
        return
    frame = next((one for one in sentence.frames if SET_UP.search(sentence.text, one.start, one.end)), None)
    actors = sentence.acting(frame.start)[0] if frame and not frame.passive else []
    for actor in actors:
        if actor.kind in ACTORS and actor.thing is not council:
            casebook.tie("ESTABLISHED", actor.thing, council, sentence.stretch, "layer_council")
