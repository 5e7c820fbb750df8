"""Actors: the bodies of a cell that says who acts (主体, 実施主体), and what they act for."""

import re

from loaders.case_studies.aliases import is_short_for
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.item_names import name_item
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.passages import Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.splitting import bullets, items
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import ending_of

PROFESSIONAL = {"COORD"}
NO_BODY_IN_BRACKET = re.compile(r"仮称|直営|株|有|以下|略称|通称|^\d")


def read_actors(casebook: Casebook, passage: Passage, quietly: bool = False) -> list[Thing]:
    """The bodies of a cell that says who acts; each acts for the municipality in the function of its row."""
    cell = passage.actors if quietly and passage.actors is not None else passage.stretch
    found: list[Thing] = []
    for bullet in bullets(cell):
        for item in items(bullet):
            bracket = re.fullmatch(r"([^()]+)\(([^()]+)\)", item.text)
            is_kind = (
                bracket
                and (
                    ending_of(re.sub(r"の?(職員|担当者|社員)$", "", bracket[2])) is not None
                    or bracket[2] in rule_data("names")["administration"]
                )
                and not re.search(r"[はがをにで]", bracket[2])
                and not is_short_for(bracket[2], bracket[1])
                and not NO_BODY_IN_BRACKET.search(bracket[2])
            )
            pieces = [item.part(*bracket.span(1)), item.part(*bracket.span(2))] if bracket and is_kind else [item]
            things = [thing for piece in pieces if (thing := name_item(casebook, piece, "actors")) and thing.kind in ACTORS]
            if len(things) == 2 and things[0].codes & PROFESSIONAL:  # noqa: PLR2004 - a professional and the body
                if not quietly:
                    casebook.tie("PART_OF", things[0], things[1], item, "professional_of", "structural")
                things = things[:1]
            found += [thing for thing in things if thing not in found]
    if quietly:
        return found
    if passage.role == "provider" and not passage.column and passage.activity is None and len(found) == 1:
        casebook.case_provider = found[0]
    for thing in found:
        if passage.function:
            casebook.tie("ACTS_FOR", thing, casebook.municipality, passage.stretch, "actors_row", "structural", function=passage.function)
    return found
