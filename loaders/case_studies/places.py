"""Places: where services are held, which parts belong to the municipality."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing

HELD = re.compile(r"内?(?:の[^、。がを]{0,12})?(?:にも|では|でも|において|で|に|の|へ|を|から|間)")
WORKING_THERE = {"では、", "にある", "で活動する", "の", "では"}


def relate_places(casebook: Casebook, sentence: Sentence) -> None:
    """A part of the municipality that the sentence names with a service is where the service is held."""
    areas = [m for m in sentence.of("Area") if m.thing is not casebook.municipality]
    for area in areas:
        _part_of(casebook, area.thing, sentence)
    held = [m.thing for m in areas if HELD.match(sentence.text, m.end) or re.match(r"(・|と)", sentence.text[m.end :])]
    within = casebook.within(sentence.passage)
    places: list[Thing] = held or ([within] if within else [])
    if within:
        _part_of(casebook, within, sentence)
    rivals = sentence.marked(("が",))
    services = [m.thing for m in sentence.of("Service") if not held or not _of_another(m, areas, rivals)] or (
        [t for t in sentence.topic if t.kind == "Service"] if held else []
    )
    for service in services:
        for place in places:
            casebook.tie("DELIVERED_IN", service, place, sentence.stretch, "held_in", "explicit" if held else "structural")
    for council in sentence.of("Council"):
        beside = next((a for a in areas if sentence.text[a.end : council.start] in {"", "「", "の", "の「", "に「"}), None)
        if beside and council.thing.kind == "Council":
            casebook.tie("COVERS", council.thing, beside.thing, sentence.stretch, "council_of_district")
        if within and council.thing.kind in ACTORS:
            casebook.tie("COVERS", council.thing, within, sentence.stretch, "covers_district", "structural")


def _of_another(service: Mention, areas: list[Mention], actors: list[Mention]) -> bool:
    """Whether another actor stands between the service and the only places that come after it: AがSを、BがCで …."""
    return all(area.start > service.end and any(service.end <= actor.start < area.start for actor in actors) for area in areas)


def relate_homes(casebook: Casebook, sentence: Sentence) -> None:
    """Where a body works: its name begins with the district; 〜では、Aが; 〜にあるA."""
    for body in sentence.of("Organization"):
        is_local = not body.thing.generic and not body.thing.codes & {"MUNI", "SHAKYO"}
        for place in sentence.of("Area"):
            if is_local and sentence.text[place.end : body.start] in WORKING_THERE:
                casebook.tie("OPERATES_IN", body.thing, place.thing, sentence.stretch, "works_in")
    for area in casebook.of_kind("Area"):
        if area is casebook.municipality:
            continue
        for body in sentence.of("Organization"):
            if body.thing.name.startswith(area.name) and len(body.thing.name) > len(area.name):
                casebook.tie("OPERATES_IN", body.thing, area, sentence.stretch.part(body.start, body.end), "named_after", "structural")


def _part_of(casebook: Casebook, area: Thing, sentence: Sentence) -> None:
    if not any(t.type == "PART_OF" and t.start is area for t in casebook.ties):
        casebook.tie("PART_OF", area, casebook.municipality, sentence.stretch, "district_of", "structural")
