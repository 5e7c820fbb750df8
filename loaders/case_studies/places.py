"""Places: where services are held, which parts belong to the municipality."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.sentences import ACTORS, Sentence

HELD = re.compile(r"(?:の[^、。がを]{0,12})?(?:にも|では|でも|において|で|に|の|へ|を|から|間)")
NEIGHBOUR = re.compile(r"(隣の|隣接する)")


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
    services = [m.thing for m in sentence.of("Service")] or ([t for t in sentence.topic if t.kind == "Service"] if held else [])
    for service in services:
        for place in places:
            casebook.tie("DELIVERED_IN", service, place, sentence.stretch, "held_in", "explicit" if held else "structural")
    for council in sentence.of("Council"):
        if within and council.thing.kind in ACTORS:
            casebook.tie("COVERS", council.thing, within, sentence.stretch, "covers_district", "structural")


def _part_of(casebook: Casebook, area: Thing, sentence: Sentence) -> None:
    if not any(t.type == "PART_OF" and t.start is area for t in casebook.ties):
        casebook.tie("PART_OF", area, casebook.municipality, sentence.stretch, "district_of", "structural")
