"""Members from cells and lists of participants: each item has a seat, and a bracket may hold the members of what stands before it."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.item_names import name_item
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.splitting import bullets, items
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.cleaning import Stretch

OPEN_LIST = re.compile(r"(等|など|他|ほか)\s*$|^他$")


BRACKET = re.compile(r"^(?P<head>[^()]+)\((?P<inner>(?![株有福同]\)|(?:[一公][財社])\))[^()]*)\)$")


PART = re.compile(r"(会議|部会|分科会|小委員会|ワーキング|作業班|専門班)$")


"""Meeting bodies that are parts of another."""


TAKING_PART = re.compile(r"(参加者|の参加者|メンバー|のメンバー)$")


REMARK = re.compile(r"[にごとで]{1}|多様|事務局|会長|オブザーバー|[0-9]名|仮称|※")


def read_members(casebook: Casebook, stretch: Stretch, council: Thing | None, rule: str) -> None:
    """Each item of a list of participants gets a seat; a single bracketed list gives members of what stands before it."""
    for bullet in bullets(stretch):
        if council and OPEN_LIST.search(bullet.text.rstrip("。 　")):
            council.details["open_list"] = True
        for item in items(bullet):
            _read_item(casebook, item, council, rule)


def _read_item(casebook: Casebook, item: Stretch, council: Thing | None, rule: str) -> None:
    match = BRACKET.match(item.text)
    head = item.part(*match.span("head")) if match else item
    taking_part = TAKING_PART.search(head.text)
    if taking_part:
        head = head.part(0, taking_part.start())
    seated = [thing for piece in _either(head) if (thing := name_item(casebook, piece, rule))]
    for thing in seated:
        if council and thing is not council and thing.kind in ACTORS and not taking_part:
            relation = "PART_OF" if thing.kind == "Council" and PART.search(thing.name) else "MEMBER_OF"
            casebook.tie(relation, thing, council, item, rule, "structural")
    if match and seated:
        inner = item.part(*match.span("inner"))
        if "、" in inner.text or not REMARK.search(inner.text):
            _read_bracket(casebook, item, inner, [*seated, *([council] if council and taking_part else [])])


def _read_bracket(casebook: Casebook, item: Stretch, inner: Stretch, seated: list[Thing]) -> None:
    """The bodies of a bracket sit on what stands before it; where that is no meeting body, the bracket only names kinds."""
    meeting = [thing for thing in seated if thing.kind == "Council" or thing.also_council]
    for piece in items(inner):
        if not meeting and _only_a_kind(piece.text):
            continue
        member = name_item(casebook, piece, "bracketed_members")
        for thing in meeting if member and member.kind in ACTORS else []:
            if member and member is not thing:
                casebook.tie("MEMBER_OF", member, thing, item, "bracketed_members", "structural")


def _only_a_kind(text: str) -> bool:
    """Whether an item of a bracket only says which kind the body before it is (NPO, 社福, 民間事業者)."""
    ending = ending_of(text.rstrip("等 "))
    return ending is not None and ending.alone and len(text.rstrip("等 ")) <= len(ending.text)


def _either(head: Stretch) -> list[Stretch]:
    """The names of a head that joins two: A会議やB会議."""
    match = re.search(r"(?<=[会議部])や(?=[一-龯ァ-ヺ])", head.text)
    return [head.part(0, match.start()), head.part(match.end(), len(head.text))] if match else [head]
