"""Words of a sentence: a morphological analyser tells particles from parts of names, and how each verb goes on."""

import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern

from sudachipy import Dictionary, SplitMode, Tokenizer

LONGEST = 8_000
"""Characters that are analysed at once; the analyser takes no more than about 49,000 bytes."""
REMEMBERED = 10_000
"""Texts whose words are kept in mind: more than the sentences of a case, each of which is looked at again and again."""
PART_OF_NAME = frozenset({"名詞", "接頭辞", "接尾辞", "形状詞"})
NO_PART = frozenset({"助動詞語幹"})
WORDS_THAT_BREAK = frozenset(
    {"こと", "もの", "ため", "とき", "ところ", "ほか", "よう", "うち", "中", "際", "等", "など", "毎週", "毎月", "昨年", "今年", "現在"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, what it is, its dictionary form, and the form in which it stands."""

    start: int
    end: int
    text: str
    part: str
    """Part of speech: 名詞, 動詞, 助詞 …"""
    kind: str
    """Its first division: 普通名詞, 格助詞 …"""
    sort: str
    """Its second division: サ変可能 …"""
    form: str
    """連用形, 連体形, 終止形 …; empty where the word does not change."""
    lemma: str
    norm: str
    """The dictionary form in its usual spelling: 引き受ける for 引受け."""
    name: str = ""
    """Its third division, where it is a person's name: 姓, 名 or 一般."""


@cache
def _dictionary() -> Dictionary:
    return Dictionary()


class _OfThread(threading.local):
    """An analyser serves one thread only; what it has read, `words_of` keeps for all."""

    def __init__(self) -> None:
        self.analyser: Tokenizer = _dictionary().tokenizer(mode=SplitMode.C)


@cache
def _of_thread() -> _OfThread:
    return _OfThread()


@lru_cache(maxsize=20_000)
def readings_of(text: str) -> frozenset[str]:
    """Everything that the dictionary knows a word to be: 姓, 名, 人名, 地名, 固有名詞, 一般 (a common noun) …; empty where it has none."""
    found = set()
    for one in _dictionary().lookup(text):
        _, kind, sort, name, _, _ = one.part_of_speech()
        is_name = kind == "固有名詞" and sort in {"人名", "一般"}
        found.add(name if name in {"姓", "名"} else {"人名": "人名", "一般": "固有名詞"}[sort] if is_name else sort)
    return frozenset(found)


@lru_cache(maxsize=REMEMBERED)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in their order; positions count in the text."""
    found: list[Word] = []
    for begin in range(0, len(text), LONGEST):
        for one in _of_thread().analyser.tokenize(text[begin : begin + LONGEST]):
            part, kind, sort, name, _, form = map(intern, one.part_of_speech())
            form, name = "" if form == "*" else intern(form.split("-")[0]), name if sort == "人名" else ""
            place = (begin + one.begin(), begin + one.end())
            found.append(Word(*place, one.surface(), part, kind, sort, form, one.dictionary_form(), one.normalized_form(), name))
    return tuple(found)


def let_go() -> None:
    """Let the dictionary and the words of the texts go: after a long text their memory is wanted for writing it."""
    words_of.cache_clear()
    compounds.cache_clear()
    readings_of.cache_clear()
    _of_thread.cache_clear()
    _dictionary.cache_clear()


def is_nominal(text: str) -> bool:
    """Whether a text ends with a noun or a bracket and not with a verb or adjective: as headings do."""
    words = [word for word in words_of(text) if word.part not in {"補助記号", "空白", "記号"}]
    return bool(words) and words[-1].part in {"名詞", "接尾辞", "代名詞", "形状詞"}


@lru_cache(maxsize=REMEMBERED)
def compounds(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each run of words that make one compound noun: お迎え便, 聞き上手ボランティア, にこにこ体操."""
    words = words_of(text)
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        start = index
        while index < len(words) and _goes_on(words, index, start):
            index += 1
        if index > start:
            found.append((words[start].start, words[index - 1].end))
        else:
            index += 1
    return tuple(found)


def _goes_on(words: tuple[Word, ...], index: int, start: int) -> bool:
    """Whether the word belongs to the compound that begins at `start`."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if word.text in WORDS_THAT_BREAK:
        return False
    if word.part in PART_OF_NAME and word.kind not in NO_PART:
        return word.part != "接尾辞" or index > start
    if after is None or after.part not in {"名詞", "接尾辞"}:
        return False
    if word.part == "動詞":
        return word.form == "連用形" and word.kind == "一般" and len(word.text) > 1
    return (
        word.part == "副詞"
        and word.text not in {"また", "さらに", "まず", "より", "すでに", "まだ"}
        and after.part == "名詞"
        and index == start
    )
