"""Forms of a name: as it is compared, without its legal form, and what the text may call it for short.

Asked for with each sentence and each thing of a case, so each is made once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.identity import LEGAL_FORMS, normalised
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.morphology import words_of

SHORTEST_TAIL = 3


@cache
def _forms() -> tuple[str, ...]:
    """Legal forms in the form in which names are compared, the longest first."""
    forms = {normalised(form) for form in (*LEGAL_FORMS.values(), *rule_data("names")["legal_forms"], "(NPO法人)")}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=20_000)
def bare(name: str) -> str:
    """The name without its legal form, 社会福祉協議会 shortened."""
    text = normalised(name).replace("社会福祉協議会", "社協")
    for form in _forms():
        text = text.replace(form, "")
    return text


@lru_cache(maxsize=20_000)
def tails_of(name: str) -> tuple[str, ...]:
    """What stands behind the last の of a name, and its last words, where that is long enough and no mere kind of body."""
    plain = bare(name)
    return tuple(tail for tail in dict.fromkeys((plain.rpartition("の")[2], *_last_words(plain))) if _is_tail(tail, plain))


def _is_tail(tail: str, plain: str) -> bool:
    ending = ending_of(tail)
    return SHORTEST_TAIL <= len(tail) < len(plain) and not (ending and ending.text == tail)


def _last_words(name: str) -> Iterator[str]:
    """The last two and three words of a longer name: 応援ネット of はちうら暮らし応援ネット."""
    words = words_of(name)
    for count in (2, 3):
        if len(words) > count and not re.fullmatch(r"[ぁ-ん]+", name[words[-count].start :]):
            yield name[words[-count].start :]


@lru_cache(maxsize=20_000)
def compared(name: str) -> str:
    """The name in the form in which names are compared, remembered: the same ones are asked for with each sentence."""
    return normalised(name)


@dataclass(frozen=True)
class Forms:
    """The names of a thing in the forms in which they are looked for."""

    compared: frozenset[str]
    bare: frozenset[str]
    written: frozenset[str]
    """As the text may have them: whole, or without the legal form."""
    tails: frozenset[str]
    """What stands behind the last の of a name, where that is no mere kind of body (応援団 of …暮らしの応援団)."""

    @classmethod
    def of(cls, name: str, names: Iterable[str]) -> "Forms":
        """The forms of a thing's name and of its other names."""
        others = tuple(names)
        every = (*others, name)
        return cls(
            compared=frozenset(map(compared, every)),
            bare=frozenset(map(bare, every)),
            written=frozenset((*others, *map(bare, others))),
            tails=frozenset(tail for one in every for tail in tails_of(one)),
        )
