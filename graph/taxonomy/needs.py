"""Which need a text means: by the words of texts in general, and for the cell of a register by what it is called."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from rapidfuzz import fuzz, process

from graph.taxonomy import Entry, taxonomy

NEAREST_SHOWN = 3
NEAREST_SCORE = 40
SHORTEST_PART = 2

_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_BETWEEN = re.compile(r"[、・/／,，;；\n]|及び|および")


@dataclass(frozen=True, kw_only=True)
class NamedNeed:
    """What a cell that names a need means."""

    code: str | None
    """The one code that fits; None where none does, or several fit equally."""
    candidates: tuple[str, ...] = ()
    """Codes that fit equally; without any, those whose names are most alike, the nearest first."""
    fits: bool = False
    """Whether the candidates fit, and not merely are alike."""
    by_name: bool = False
    """Whether the cell is a name of the code and nothing else."""


def codes_worded(text: str) -> tuple[str, ...]:
    """The codes of a stated trouble: every one whose words are in the text, the surest first; none without known words."""
    return tuple(code for code, pattern in _words() if pattern.search(text))


def need_called(text: str) -> NamedNeed:
    """The need that a cell of a register names.

    By code or name; else by the longest form of the taxonomy that stands in it; else by the words by which texts state troubles.
    A cell that lists several needs fits all of them equally.
    """
    plain = _plain(text)
    if code := _names().get(plain):
        return NamedNeed(code=code, by_name=True)
    listed = {code for part in _BETWEEN.split(text) if (code := _one_in(_plain(part)))}
    if len(listed) > 1:
        return NamedNeed(code=None, candidates=_in_order(listed), fits=True)
    if code := _one_in(plain):
        return NamedNeed(code=code)
    if several := _several_in(plain):
        return NamedNeed(code=None, candidates=_in_order(several), fits=True)
    return NamedNeed(code=None, candidates=_nearest(plain))


def _one_in(plain: str) -> str | None:
    """The one code that a text names, or names best."""
    if code := _names().get(plain):
        return code
    found = _several_in(plain)
    return next(iter(found)) if len(found) == 1 else None


def _several_in(plain: str) -> set[str]:
    """The codes that fit a text equally well."""
    forms = {form: code for form, code in _forms().items() if form in plain}
    longest = max(map(len, forms), default=0)
    return {code for form, code in forms.items() if len(form) == longest} or set(codes_worded(plain))


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = yaml.safe_load((files("graph.taxonomy") / "need_words.yaml").read_text(encoding="utf-8"))
    return tuple((row["code"], re.compile(row["pattern"])) for row in rows)


@cache
def _names() -> Mapping[str, str]:
    """Code, wordings, parts of the Japanese wording and synonyms → code; what two codes share names neither."""
    found: dict[str, str | None] = {}
    for entry in taxonomy().need_categories.values():
        for name in set(_names_of(entry)):
            found[name] = entry.code if found.get(name, entry.code) == entry.code else None
    return {name: code for name, code in found.items() if code}


def _names_of(entry: Entry) -> Iterator[str]:
    without_brackets = _BRACKETS.sub("", entry.ja)
    parts = [part for part in without_brackets.split("・") if len(part) >= SHORTEST_PART]
    yield from map(_plain, (entry.code, entry.ja, entry.en, without_brackets, *parts, *entry.synonyms))


@cache
def _forms() -> Mapping[str, str]:
    """Synonyms as they stand within a text → code."""
    return {_plain(form): entry.code for entry in taxonomy().need_categories.values() for form in entry.synonyms}


def _in_order(codes: set[str]) -> tuple[str, ...]:
    return tuple(code for code in taxonomy().need_categories if code in codes)


def _nearest(plain: str) -> tuple[str, ...]:
    found = process.extract(plain, list(_names()), scorer=fuzz.ratio, limit=3 * NEAREST_SHOWN, score_cutoff=NEAREST_SCORE)
    return tuple(dict.fromkeys(_names()[name] for name, _, _ in found))[:NEAREST_SHOWN]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
