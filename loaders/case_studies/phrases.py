"""Noun phrases: the noun that stands before a particle, with the nouns that の, への and での join to it, and the others of its list."""

import re
from dataclasses import dataclass

from loaders.japanese.morphology import Word, words_of

NOMINAL = frozenset({"名詞", "接尾辞", "接頭辞", "形状詞", "代名詞"})
JOINTS = frozenset({"の"})
BEFORE_JOINT = frozenset({"へ", "で", "から", "と"})
"""With の they join a noun to the next: 病院への付き添い."""
NEVER_JOINED = re.compile(
    r"(ため|とき|ほか|など|等|今|昨年|今年|毎週|毎月|翌年|同年|\d|月|年|回|週|円|人|名|[0-9一二三四五六七八九十]+(つ|か所|カ所|箇所))$"
)
"""Words that の joins loosely: they say when, how many or who, and are no part of a name."""
LISTED = re.compile(r"(、|や|・|と|及び|および|並びに)$")
OPENING, CLOSING = "「『“", "」』”"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it begins, where its head compound begins, and where it ends."""

    start: int
    head: int
    end: int


def phrases_before(text: str, at: int, most: int = 6) -> list[Phrase]:
    """The noun phrase that ends at a place and the others of its list, in the order of the text.

    Args:
        text: a cleaned sentence.
        at: where the particle stands behind the phrase.
        most: how many the list may hold.
    """
    words = words_of(text)
    index = next((i for i, word in enumerate(words) if word.end >= at), None)
    found: list[Phrase] = []
    while index is not None and index >= 0 and len(found) < most:
        index = _without_tail(words, index)
        begun = _compound(words, index)
        if begun is None:
            break
        head, start = begun, _joined(words, begun)
        found.insert(0, Phrase(words[start].start, words[head].start, words[index].end))
        before = start - 1
        if before < 1 or not LISTED.search(words[before].text):
            break
        if words[before].text == "と" and words[before].kind != "格助詞":
            break
        index = before - 1
    return found


def _without_tail(words: tuple[Word, ...], index: int) -> int:
    """Without など and 等 at its end."""
    while index > 0 and words[index].text in {"など", "等", "ほか"}:
        index -= 1
    return index


def _compound(words: tuple[Word, ...], index: int) -> int | None:
    """Index of the first word of the compound that ends here; a quoted name with what stands before it is one."""
    at = index
    if words[at].text in CLOSING:
        while at >= 0 and words[at].text not in OPENING:
            at -= 1
        return at if at >= 0 else None
    while at >= 0 and _belongs(words, at, index):
        at -= 1
    return at + 1 if at < index else None


def _belongs(words: tuple[Word, ...], at: int, last: int) -> bool:
    word = words[at]
    if word.part in NOMINAL and word.kind != "助動詞語幹":
        return word.text not in {"こと", "もの", "ため", "よう"} and not (word.kind == "数詞" and at == last)
    if word.part == "動詞" and word.form == "連用形" and word.kind == "一般" and at < last:
        return words[at + 1].part in {"名詞", "接尾辞"} and (at == 0 or words[at - 1].part != "助詞" or words[at - 1].text == "の")
    return word.part == "記号" and word.text in "ー～"


def _joined(words: tuple[Word, ...], start: int) -> int:
    """Index of the first word of the whole phrase: nouns joined by の, への, での before its head."""
    for _ in range(2):
        joint = start - 1
        if joint < 1 or words[joint].text not in JOINTS or words[joint].part != "助詞":
            return start
        before = joint - 1
        if words[before].text in BEFORE_JOINT and words[before].part == "助詞":
            before -= 1
        if before < 0 or words[before].part not in NOMINAL or NEVER_JOINED.search(words[before].text):
            return start
        begun = _compound(words, before)
        if begun is None:
            return start
        start = begun
    return start
