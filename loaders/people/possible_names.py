"""Pieces of a text that can be a person's name: surnames, given names, and both together, by the analyser's dictionary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from loaders.japanese.morphology import Word, readings_of, words_of
from loaders.people.person_words import listed, variants

LONGEST_GIVEN = 4
LONGEST_UNKNOWN = 3
MOST_WORDS = 3
"""Words into which the analyser divides a given name that it does not know (颯真)."""
KANJI = re.compile(r"[一-龯々]+")
LETTERS = re.compile(r"[一-龯々ぁ-んァ-ヺー]+")
HIRAGANA = re.compile(r"[ぁ-ん]{2,4}")
ENDS = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白"})
GAP = frozenset({" ", "　"})
OLD_NAME = re.compile(r"[ァ-ヺ]{2,3}[子江代枝美恵]|[ァ-ヺ]{2}(?![ァ-ヺー])")
"""Given names as older people write theirs: トメ, ヨシ子."""


class Kind(IntEnum):
    """What a piece would be; the more of a name it is, the less has to stand beside it."""

    UNKNOWN = 0
    """A word that the dictionary does not have."""
    GIVEN = 1
    SURNAME = 2
    LOOSE = 3
    """A surname, and letters that are no known given name."""
    FULL = 4


@dataclass(frozen=True)
class Unit:
    """A piece of text that can be a person's name; `first` and `last` count the words."""

    kind: Kind
    start: int
    end: int
    first: int
    last: int
    sure: bool
    """Whether the analyser takes it for a name where it stands, and not only elsewhere."""


def analysed(text: str) -> tuple[Word, ...]:
    """The words of a text, rare forms of characters read as the usual ones."""
    return words_of(text.translate(variants()))


def is_surname(word: Word) -> bool:
    """Whether a word is a surname here, or can be one elsewhere."""
    return word.name == "姓" or (word.part == "名詞" and LETTERS.fullmatch(word.text) is not None and "姓" in readings_of(word.text))


def units_of(text: str, words: tuple[Word, ...]) -> Iterator[Unit]:
    """Every piece that can be a name."""
    for index, word in enumerate(words):
        if is_surname(word):
            shown = _unit(words, Kind.SURNAME, index, index, sure=word.name == "姓")
            yield replace(shown, end=shown.end - 1) if len(word.text) > 1 and word.text.endswith("氏") else shown
            yield from _with_given_name(text, words, index)
        elif word.name in {"名", "一般"} and LETTERS.fullmatch(word.text) and "一般" not in readings_of(word.text):
            yield _unit(words, Kind.GIVEN, index, index, sure=True)
        elif word.kind == "普通名詞" and not readings_of(word.text) and KANJI.fullmatch(word.text) and len(word.text) <= LONGEST_UNKNOWN:
            yield _unit(words, Kind.UNKNOWN, index, index, sure=False)


def _unit(words: tuple[Word, ...], kind: Kind, first: int, last: int, *, sure: bool) -> Unit:
    return Unit(kind, words[first].start, words[last].end, first, last, sure)


def _with_given_name(text: str, words: tuple[Word, ...], index: int) -> Iterator[Unit]:
    """The surname with each piece behind it that can be a given name."""
    first = index + 1
    if first < len(words) and words[first].text in GAP:
        first += 1
    ends = {word.end: last for last, word in enumerate(words[first:], start=first)} if first < len(words) else {}
    old = OLD_NAME.match(text, words[first].start) if ends else None
    if old and old.end() in ends and (old[0] in listed("given_names") or "一般" not in readings_of(old[0])):
        yield _unit(words, Kind.FULL, index, ends[old.end()], sure=words[index].name == "姓")
    given = ""
    for last in range(first, min(first + MOST_WORDS, len(words))):
        word = words[last]
        given += word.text
        if len(given) > LONGEST_GIVEN or not _can_be_given(word):
            return
        is_known = (last == first and word.name in {"名", "一般"}) or "名" in readings_of(given)
        is_known = is_known or all(one.name for one in words[first : last + 1])
        yield _unit(words, Kind.FULL if is_known else Kind.LOOSE, index, last, sure=words[index].name == "姓")


def _can_be_given(word: Word) -> bool:
    """Whether a word can be a given name or a part of one, and is no post, honorific, particle or common noun."""
    if not LETTERS.fullmatch(word.text) or word.part in ENDS:
        return False
    if word.text in listed("titles", "titles_of_places", "labels", "honorifics", "homes"):
        return False
    is_common = word.kind == "普通名詞" and len(word.text) > 1 and not HIRAGANA.fullmatch(word.text)
    return not (is_common or (word.part == "接尾辞" and not word.name))
