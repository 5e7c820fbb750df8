"""The words by which rules find names: endings of bodies, legal forms, nouns with hiragana; compiled once."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.taxonomy import taxonomy
from loaders.case_studies.rule_data import rule_data
from loaders.japanese.morphology import REMEMBERED, compounds

NOUN_CHARACTERS = "一-龯々〇ァ-ヺーA-Za-z0-9"


@dataclass(frozen=True)
class Ending:
    """How a body's name may end, and what that says of it."""

    text: str
    codes: tuple[str, ...]
    alone: bool
    one: bool
    acts: bool
    council: bool
    shown: bool = False


@cache
def endings() -> tuple[Ending, ...]:
    """All endings, the longest first."""
    rows = [
        Ending(
            text=text,
            codes=tuple(row["codes"]),
            alone=row.get("alone", False),
            one=row.get("one", False),
            acts=row.get("acts", False),
            council=row.get("council", False),
            shown=row.get("shown", False),
        )
        for row in rule_data("bodies")
        for text in row["endings"]
    ]
    known = {row.text for row in rows}
    for entry in taxonomy().actor_types.values():
        rows += [
            Ending(text=text, codes=(entry.code,), alone=True, one=False, acts=True, council=False)
            for text in entry.synonyms
            if text not in known and len(text) > 1 and entry.code not in {"MUNI", "OTHER"}
        ]
    return tuple(sorted(rows, key=lambda row: (-len(row.text), row.text)))


@cache
def _endings_by_length() -> tuple[tuple[int, dict[str, Ending]], ...]:
    """Length → text → ending, the longest first."""
    found: dict[int, dict[str, Ending]] = {}
    for one in endings():
        found.setdefault(len(one.text), {}).setdefault(one.text, one)
    return tuple(found.items())


@lru_cache(maxsize=REMEMBERED)
def ending_of(name: str) -> Ending | None:
    """The longest ending that the name has."""
    for length, known in _endings_by_length():
        one = known.get(name[-length:])
        if one is not None and ends_so(name, one.text):
            return one
    return None


@lru_cache(maxsize=REMEMBERED)
def endings_in(run: str) -> tuple[tuple[Ending, int], ...]:
    """The endings that a run of nouns holds, the longest first, and where each stands last."""
    return tuple((one, at) for one in endings() if (at := run.rfind(one.text)) >= 0)


def ends_so(name: str, ending: str) -> bool:
    """Whether a name has the ending as a word of its own (協議会 has no 議会)."""
    return name.endswith(ending) and not (ending == "議会" and name.endswith("協議会"))


@cache
def words(key: str) -> list[str]:
    """A list of `rules/names.yaml`, the longest first."""
    return sorted(rule_data("names")[key], key=lambda text: (-len(text), text))


def alternatives(texts: list[str]) -> str:
    """A regular expression for any of the texts."""
    return "|".join(re.escape(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of nouns and where it stands."""

    text: str
    first: int
    last: int

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last


@lru_cache(maxsize=REMEMBERED)
def noun_runs(text: str) -> tuple[Run, ...]:
    """The runs of nouns of a text: by their characters, and longer where words with hiragana belong to the same compound."""
    spans = [match.span() for match in _noun_run().finditer(text)]
    for start, end in compounds(text):
        touched = [span for span in spans if span[0] < end and start < span[1]]
        if any(start < span[0] or span[1] < end for span in touched):
            joined = (min(start, *(span[0] for span in touched)), max(end, *(span[1] for span in touched)))
            spans = [span for span in spans if span not in touched] + [joined]
    return tuple(Run(text[start:end], start, end) for start, end in sorted(spans))


@cache
def _noun_run() -> re.Pattern[str]:
    """A run of nouns: kanji, katakana, letters and figures, and the hiragana words that belong to nouns."""
    synonyms = {text for entry in taxonomy().service_categories.values() for text in entry.synonyms}
    synonyms |= {text for texts in rule_data("services")["synonyms"].values() for text in texts}
    inner = "[一-龯]{1,2}[がヶケ](?:原|丘|台|浜|岡|谷|森|崎|島|野|関|峰|沢|里|池|塚)"
    atoms = sorted({*rule_data("names")["hiragana_in_nouns"], *synonyms}, key=lambda text: (-len(text), text))
    return re.compile(rf"(?:{inner}|{alternatives(atoms)}|[{NOUN_CHARACTERS}])+")
