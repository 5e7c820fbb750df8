"""Forms of a name: as it is compared, without its legal form, and what the text may call it for short.

Asked for with each sentence and each thing of a case, so each is made once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.identity import LEGAL_FORMS, normalised
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import ending_of

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
def tail_of(name: str) -> str:
    """What stands behind the last の of a name; empty where that is too short or only a kind of body."""
    plain = bare(name)
    tail = plain.rpartition("の")[2]
    ending = ending_of(tail)
    return tail if SHORTEST_TAIL <= len(tail) < len(plain) and not (ending and ending.text == tail) else ""


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
            tails=frozenset(filter(None, map(tail_of, every))),
        )
