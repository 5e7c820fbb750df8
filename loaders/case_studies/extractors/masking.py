"""Masking: the names of private persons, and what belongs to their private life, before a text leaves this machine.

Names are masked already by `loaders.case_studies.masking`, for everybody who reads. What leaves is held to more: sentences
and words of private life, and what may be a name though nothing beside it says so. As many lines, each as long as it was,
so that every character keeps its place.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from loaders.case_studies.cleaning import Stretch, cleaned
from loaders.case_studies.morphology import Word, words_of
from loaders.case_studies.private import PERSON, PRIVATE, is_private
from loaders.case_studies.splitting import bullets, sentences
from loaders.case_studies.vocabulary import ending_of

MASK = "＊"
NO_NAMES = ("皆", "みな", "客", "奥", "母", "父", "子", "娘", "息子", "生徒", "学生", "職員", "店員", "利用者", "参加者", "高齢者")
"""What stands before さん or 様 and is nobody's name."""
LABELLED = re.compile(r"[^、。()「」|\n]{1,20}")
"""What stands behind 氏名: and the like."""
FULL_NAME = 2
"""Words that make a person's name without さん: family name and given name."""
HONORIFICS = ("さん", "様", "氏", "君", "さま", "ちゃん", "殿")
BETWEEN = frozenset({"空白", "補助記号"})
NO_NAME = frozenset({"助詞", "助動詞", "動詞"})
"""Parts of speech before which a name begins."""


def masked_lines(lines: Mapping[int, str]) -> dict[int, str]:
    """The lines by their numbers, with ＊ for each character of a private person's name or private matter."""
    return {number: _masked(number, raw) for number, raw in lines.items()}


def names_a_person(name: str) -> bool:
    """Whether what is proposed as a body is rather somebody's name."""
    plain = name
    while plain.endswith(HONORIFICS):
        plain = plain.removesuffix(next(one for one in HONORIFICS if plain.endswith(one)))
    if MASK in name:
        return True
    if ending_of(plain) is not None:
        return False
    words = [word for word in words_of(plain) if word.part not in BETWEEN]
    return PERSON.search(name) is not None or (bool(words) and all(_of_a_name(word) for word in words))


def _masked(number: int, raw: str) -> str:
    characters = list(raw)
    for stretch in _private_stretches(cleaned(number, raw)):
        for start, end in stretch.places:
            characters[start:end] = MASK * (end - start)
    return "".join(characters)


def _private_stretches(line: Stretch) -> Iterable[Stretch]:
    """The stretches of a line that must not leave: whole sentences, names, private matters."""
    for bullet in bullets(line):
        for sentence in sentences(bullet):
            if is_private(sentence.text):
                yield sentence
    words = words_of(line.text)
    for match in PERSON.finditer(line.text):
        if match[1]:
            yield line.part(*_before_honorific(words, match.start(), match.start(1)))
        elif match[2] and (labelled := LABELLED.match(line.text, match.end())):
            yield line.part(*labelled.span())
    for match in PRIVATE.finditer(line.text):
        yield line.part(*match.span())
    yield from _full_names(line, words)


def _before_honorific(words: Sequence[Word], earliest: int, at: int) -> tuple[int, int]:
    """The name that stands before さん or 様: from the first word that is a name, else the nouns right before; none for 皆さん."""
    honorific = next(word for word in words if word.start <= at < word.end)
    if honorific.start < at:  # お客様, 同様 are words of their own
        return (honorific.start, at) if honorific.kind == "固有名詞" else (at, at)
    named = [word.start for word in words if earliest <= word.start < at and _of_a_name(word)]
    start = at
    for word in reversed([one for one in words if one.end <= at]):
        if word.part in NO_NAME or word.part in BETWEEN:
            break
        start = word.start
    text = "".join(word.text for word in words if start <= word.start < at)
    if not named and (text.endswith(NO_NAMES) or ending_of(text) is not None):
        return at, at
    return (named[0] if named else start), at


def _full_names(line: Stretch, words: Sequence[Word]) -> Iterable[Stretch]:
    """Family name and given name, unless they begin the name of a body or place (山田太郎記念館)."""
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and _of_a_name(words[end]):
            end += 1
        after = words[end] if end < len(words) else None
        goes_on = after is not None and after.part in {"名詞", "接尾辞"} and after.text not in HONORIFICS
        if end - index >= FULL_NAME and not goes_on:
            yield line.part(words[index].start, words[end - 1].end)
        index = max(end, index + 1)


def _of_a_name(word: Word) -> bool:
    return word.kind == "固有名詞" and word.sort == "人名"
