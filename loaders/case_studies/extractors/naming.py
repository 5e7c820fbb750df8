"""Naming what is proposed as the rules name it: the same words mean the same thing, whoever read them."""

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.extractors.contract import SECOND_READER, ProposedThing
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.naming import ACTORS, ONLY_ADMINISTRATION, thing_of
from loaders.case_studies.things import Thing
from loaders.japanese.cleaning import Stretch


def labels_of(thing: Thing) -> set[str]:
    """The labels that a thing of the case has in the graph."""
    return {thing.kind} | ({"Council"} if thing.also_council else set())


def thing_for(book: Casebook, proposed: ProposedThing, where: Stretch) -> Thing:
    """The thing of the case that a proposal means: one that is known under a form of the name, else a new one.

    Args:
        book: the things of the case.
        proposed: what is proposed.
        where: the characters that name it.
    """
    name, codes = where.text, proposed.codes
    known = known_thing(book, proposed.label, name)
    if known is not None:
        return known
    if proposed.label == "Organization" and is_administration(book, name):
        return book.administration(where, SECOND_READER)
    thing = thing_of(book, where, Candidate(0, len(name), proposed.label, name, 1, codes))
    if thing is None:
        return book.add(proposed.label, name)
    if thing.kind == "Service":
        thing.details.setdefault("status", proposed.status or "running")
    elif thing.kind == "Council" and proposed.status in {"planned", "ended"}:
        thing.details.setdefault("status", proposed.status)
    return thing


def known_thing(book: Casebook, label: str, name: str) -> Thing | None:
    """The thing of that label that the case already names so."""
    if label == "Area" and name == f"{book.case.prefecture.name}{book.case.area.name}":
        return book.municipality
    if label == "Organization" and is_administration(book, name):
        return next((one for one in book.of_kind("Organization") if one.details.get("administration")), None)
    kinds = tuple(ACTORS) if label in ACTORS else (label,)
    return book.find(kinds, name)


def is_administration(book: Casebook, name: str) -> bool:
    """Whether a body's name means the administration of the municipality."""
    own = book.case.area.name
    return ONLY_ADMINISTRATION.match(name) is not None or name in {own, f"{own}役所", f"{own}役場"}


def named_by_rules(book: Casebook, name: str, labels: list[str]) -> list[Thing]:
    """Every thing that the case names so and that may have one of the labels."""
    found = [thing for label in labels if (thing := known_thing(book, label, name)) is not None]
    return [thing for thing in {id(one): one for one in found}.values() if set(labels) & labels_of(thing)]
