"""Lists of bodies: an item that no rule for names knows, between items that are bodies, is one too."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.case_studies.categories import codes_of
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.rule_data import rule_data
from loaders.japanese.morphology import is_nominal, words_of

BODIES = frozenset({"Organization", "Council", "administration"})
SEPARATOR = re.compile(r"、|,|/|(?<![ァ-ヺー])・(?![ァ-ヺー])|及び|および|ならびに|並びに|それから、?|それに、?")
LAST_SEPARATOR = re.compile(r"、|,|/|と|や|及び|および|ならびに|並びに|それに|それから")
TAIL = re.compile(r"[」』]?(?:の?(?:職員|代表者?|有志|役員|担当者|皆さん))?(?:さん|の方)?(?:\([^()]*\))?(?:等|など)?")
NO_ITEM = re.compile(r"[がはをにで。「」()]|^の|\d+$|^(また|さらに|そして|なお|同じく|主に|特に)")
CLOSING = re.compile(
    r"([^がはをにで。、「」()　]{2,20}?)(?:さん)?(?:\([^()]*\))?(?:等|など|ほか|の皆さん|の[二三四五六七八九十\d]+者)?"
    r"(?=が|で構成|による|から成|からな|を(?:構成|委員|メンバー)|が(?:参加|集)|$)"
)
LONGEST_ITEM = 22
FEWEST = 2
"""Bodies that a list must hold before the rest of it is taken for bodies."""


def completed(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Items between, before and behind the bodies of a list that are bodies too.

    Args:
        text: a cleaned sentence.
        found: what is read so far, without overlaps, in the order of the text.
    """
    bodies = [one for one in found if one.kind in BODIES]
    for index, (one, other) in enumerate(pairwise(bodies)):
        start = _end(text, one)
        between = text[start : other.start]
        if SEPARATOR.match(between) and not any(start <= c.start < other.start for c in found if c.kind not in BODIES):
            yield from _items(text, start, other.start, closed=True)
        if index == 0 and _joined(text, one, other):
            yield from _before(text, one.start)
    for one, other in pairwise(bodies):
        if _joined(text, one, other) and (other is bodies[-1] or not _joined(text, other, bodies[bodies.index(other) + 1])):
            yield from _behind(text, _end(text, other))


def _end(text: str, one: Candidate) -> int:
    """Where a body ends, with staff and brackets."""
    tail = TAIL.match(text, one.end)
    return tail.end() if tail else one.end


def _joined(text: str, one: Candidate, other: Candidate) -> bool:
    """Whether two bodies stand in one list."""
    start = _end(text, one)
    between = text[start : other.start]
    return bool(SEPARATOR.match(between) or LAST_SEPARATOR.fullmatch(between)) and len(between) <= LONGEST_ITEM and "。" not in between


def _items(text: str, start: int, end: int, *, closed: bool) -> Iterator[Candidate]:
    """The items of a stretch that begins and, where closed, ends with a separator."""
    at = start
    while separator := (SEPARATOR.match(text, at) or LAST_SEPARATOR.match(text, at)):
        begin = separator.end()
        following = SEPARATOR.search(text, begin, end) if closed else None
        last = LAST_SEPARATOR.search(text, begin, end) if closed and following is None else None
        stop = following.start() if following else last.start() if last else -1
        if stop < 0 or begin >= end:
            return
        yield from _item(text, begin, stop)
        at = stop


def _before(text: str, end: int) -> Iterator[Candidate]:
    """The item that opens the list."""
    match = re.search(r"(?:^|[は「(:。　]|では、|には、|で、)([^がはをにで。、「」():　]{2,20})[、・]$", text[:end])
    if match:
        yield from _item(text, match.start(1), match.end(1))


def _behind(text: str, start: int) -> Iterator[Candidate]:
    """The item that closes the list, before the particle that marks all of it."""
    separator = LAST_SEPARATOR.match(text, start)
    if not separator:
        return
    match = CLOSING.match(text, separator.end())
    if match:
        yield from _item(text, match.start(1), match.end(1))


def _item(text: str, start: int, end: int) -> Iterator[Candidate]:
    tail = re.search(r"(?:さん|の方|の皆さん|の代表者?|等|など|ほか|他)+$|\([^()]*\)$", text[start:end])
    end = start + tail.start() if tail else end
    name = text[start:end]
    lead = re.match(r"(地元の|市内の|町内の|村内の|区内の|県の|国の|主な|各|[\d]+の)(?=.{2})", name)
    start += lead.end() if lead else 0
    name = text[start:end]
    if not 2 <= len(name) <= LONGEST_ITEM or NO_ITEM.search(name) or name in rule_data("names")["no_bodies"]:  # noqa: PLR2004
        return
    last = words_of(name)[-1]
    if (is_nominal(name) or last.part not in {"助詞", "助動詞", "補助記号"}) and not (
        codes_of(name) and name in {*rule_data("services")["weak"]}
    ):
        yield Candidate(start, end, "Organization", name, 4, rule="list_item")
