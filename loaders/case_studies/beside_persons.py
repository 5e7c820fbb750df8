"""What an item or a reading names beside a masked person: the body in 町社協 ＊＊, ＊＊(町社協); a post alone is no body."""

import re
from dataclasses import replace

from loaders.case_studies.mentions import Candidate
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.cleaning import MASK, Stretch
from loaders.people.person_words import masked_person, post_at_end
from loaders.people.persons import Span
from loaders.people.roles import is_former

SEPARATORS = " 　・、,:/|()「」『』"
SAID = re.compile("[をがは]")
"""What only a sentence has: something is said of the person, and no body is named beside it."""
IN_BRACKET = re.compile(r"\(([^()]+)\)$")


def is_only_a_person(text: str) -> bool:
    """Whether a text names a masked person, with posts and honorifics, and nothing else."""
    return MASK in text and not masked_person().sub("", text).strip(SEPARATORS + "のとや等。")


def body_beside(item: Stretch) -> Stretch | None:
    """The part of an item that names a body; None where it names only a person."""
    if MASK not in item.text:
        return None if is_former(item.text) else item
    person = masked_person().search(item.text)
    if person is None:
        return None
    before = _without_post(item.part(0, person.start()))
    if before.text:
        return None if SAID.search(before.text) or is_former(before.text) else before
    rest = item.part(person.end(), len(item.text))
    rest = rest.part(len(rest.text) - len(rest.text.lstrip(SEPARATORS)), len(rest.text.rstrip(SEPARATORS)))
    if rest.text:
        return body_beside(rest) if ending_of(rest.text) else None
    post = IN_BRACKET.search(item.text, *person.span())
    held = _without_post(item.part(*post.span(1))) if post else None
    return held if held and ending_of(held.text) and MASK not in held.text else None


def without_persons(candidates: list[Candidate], text: str) -> list[Candidate]:
    """The readings without the persons in them; what is left of a house or a post is dropped."""
    persons = [match.span() for match in masked_person().finditer(text)]
    found = (_without(one, text, persons) for one in candidates)
    return [one for one in found if one is not None]


def _without(one: Candidate, text: str, persons: list[Span]) -> Candidate | None:
    """A reading that begins in a person's house begins behind it, and one that ends with a person ends before him."""
    if is_former(one.name):
        return None
    for start, end in persons:
        if start < one.start < end:
            return replace(one, start=end, name=text[end : one.end]) if end < one.end else None
    name = text[one.start : one.end]
    at = name.find(MASK)
    if at < 0 or (ending_of(name.rstrip("」』")) and not is_only_a_person(name)):
        return one
    before = name[:at]
    post = post_at_end().search(before)
    before = before[: post.start() if post else at].rstrip(SEPARATORS + "の")
    is_body = bool(before) and (one.rule == "legal_form" or ending_of(before) is not None)
    return replace(one, end=one.start + len(before), name=before) if is_body else None


def _without_post(stretch: Stretch) -> Stretch:
    """A body's name without the post that stands at its end (町社協会長 → 町社協), unless the post is a kind of actor (民生委員)."""
    text = stretch.text.rstrip(SEPARATORS + "の")
    if not ending_of(text):
        found = post_at_end().search(text)
        text = text[: found.start()].rstrip(SEPARATORS + "の") if found else text
    return stretch.part(0, len(text))
