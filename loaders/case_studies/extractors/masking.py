"""Masking: the names of private persons, and what belongs to their private life, before a text leaves this machine.

Names are masked already by `loaders.case_studies.masking`, for everybody who reads, with all that the document says of them.
What leaves is looked at again by the same rules, line by line, and held to more: sentences and words of private life go, too.
As many lines, each as long as it was, so that every character keeps its place.
"""

import re
from collections.abc import Iterable, Mapping

from loaders.case_studies.splitting import bullets, sentences
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.cleaning import MASK, Stretch, cleaned
from loaders.japanese.morphology import Word, words_of
from loaders.people.persons import persons_in
from loaders.people.private import PERSON, PRIVATE, is_private

LABELLED = re.compile(r"(?:氏名|名前|ご本人)[:　 ](?P<name>[^、。()「」|\n]{1,20})")
"""What stands behind 氏名: and the like, whether or not anybody knows it for a name."""
HONORIFICS = ("さん", "様", "氏", "君", "さま", "ちゃん", "殿")
BETWEEN = frozenset({"空白", "補助記号"})


def masked_lines(lines: Mapping[int, str]) -> dict[int, str]:
    """The lines by their numbers, with ＊ for each character of a private person's name or private matter."""
    return {number: _masked(number, raw) for number, raw in lines.items()}


def names_a_person(name: str) -> bool:
    """Whether what is proposed as a body is rather somebody's name."""
    if MASK in name:
        return True
    plain = name
    while plain.endswith(HONORIFICS):
        plain = plain.removesuffix(next(one for one in HONORIFICS if plain.endswith(one)))
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
        yield from (sentence for sentence in sentences(bullet) if is_private(sentence.text))
    spans = [*persons_in(line.text), *(match.span("name") for match in LABELLED.finditer(line.text))]
    spans += [match.span() for match in PRIVATE.finditer(line.text)]
    yield from (line.part(start, end) for start, end in spans)


def _of_a_name(word: Word) -> bool:
    return word.kind == "固有名詞" and word.sort == "人名"
