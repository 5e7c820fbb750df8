"""A body's name taken apart: legal form, area in front, kind, and the core by which bodies are compared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.areas.spelling import spelling

LONGEST_NAME = 200
"""What is longer is compared by its beginning."""

NAMES_KEPT = 4096

_NOISE = re.compile(r"[^\w]|_")
_DASHES = re.compile(r"[-‐‑‒–—―−~〜]")


@dataclass(frozen=True)
class Name:
    """A name in the parts that are compared."""

    full: str
    """Without legal form, each abbreviation in one form."""
    legal_forms: frozenset[str]
    kinds: frozenset[str]
    core: str
    """Without the kinds at its ends; the full name where nothing would be left."""


@cache
def name_parts() -> Mapping[str, Any]:
    """The bundled table."""
    found: dict[str, Any] = yaml.safe_load((files("graph.doubles") / "name_parts.yaml").read_text(encoding="utf-8"))
    return found


@cache
def _legal_forms() -> tuple[re.Pattern[str], Mapping[str, str]]:
    codes = {form: code for code, forms in name_parts()["legal_forms"].items() for form in forms}
    return re.compile("|".join(re.escape(form) for form in sorted(codes, key=lambda form: (-len(form), form)))), codes


@cache
def _abbreviations() -> tuple[re.Pattern[str], Mapping[str, str]]:
    short = {plain(form): plain(code) for code, forms in name_parts()["abbreviations"].items() for form in forms}
    latin = r"(?<![a-z])(?:{})(?![a-z])"
    pieces = (latin.format(form) if form.isascii() else form for form in sorted(short, key=lambda form: (-len(form), form)))
    return re.compile("|".join(pieces)), short


@cache
def kinds() -> tuple[str, ...]:
    """Words for what a body is, the longest first."""
    return tuple(sorted({plain(kind) for kind in name_parts()["kinds"]}, key=lambda kind: (-len(kind), kind)))


@lru_cache(maxsize=NAMES_KEPT)
def plain(text: str) -> str:
    """Width, case, spaces, signs, dashes and variants of characters made alike."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return spelling(_NOISE.sub("", _DASHES.sub("ー", folded)))


@lru_cache(maxsize=NAMES_KEPT)
def name_of(text: str) -> Name:
    """A name taken apart."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text[:LONGEST_NAME])).casefold()
    form, codes = _legal_forms()
    stated = frozenset(codes[one] for one in form.findall(folded))
    bare = plain(form.sub("", folded)) or plain(folded)
    long, short = _abbreviations()
    full = long.sub(lambda match: short[match[0]], bare)
    core, found = full, set[str]()
    while core.endswith(kinds()) or core.startswith(kinds()):
        kind = next(one for one in kinds() if core.endswith(one) or core.startswith(one))
        if core == kind:
            break
        core = core.removesuffix(kind) if core.endswith(kind) else core.removeprefix(kind)
        found.add(kind)
    return Name(full=full, legal_forms=stated, kinds=frozenset(found), core=core)


_OWN = re.compile(r"(?:^|[^ぁ-ん])([ぁ-ん]{2,6}|[ァ-ヺー]{2,8})の[一-龯]$")


@lru_cache(maxsize=NAMES_KEPT)
def own_part(full: str) -> str:
    """What a name in kana is by itself before の and one character for its kind: ゆい of ゆいの会 and of ネットゆいの里; else empty."""
    found = _OWN.search(full)
    return found[1] if found else ""
