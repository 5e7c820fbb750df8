"""What columns of a list can mean, and how a column shows it: by its head, else by what most of its cells look like."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.taxonomy import taxonomy
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.rule_files import rules_of
from loaders.tables.areas import Unresolved, area_of_address, prefecture_called, resolved
from loaders.tables.heads import plain_head

MOST = 0.7
"""Share of the filled cells that have to look alike."""
LEAST_CELLS = 3
"""Filled cells below which values tell nothing."""

_TELEPHONE = re.compile(r"0\d{1,4}[-(（ー‐]?\d{1,4}[-)）ー‐]?\d{3,4}")
_DAYS = re.compile(r"[月火水木金土日]曜|平日|毎日|第[1-5一二三四五].*[月火水木金土日]|[月火水木金土日][、・,~〜～-][月火水木金土日]")
_FEE = re.compile(r"\d+円|無料|実費")
_KANA = re.compile(r"[ァ-ヺー・\s　]+|[ぁ-ゖー・\s　]+")
_ADDRESS = re.compile(r".{1,6}[市町村区].+\d")


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a column can mean."""

    key: str
    heads: tuple[str, ...]
    by_values: str | None
    """Which test of values proposes it; None where only a head does."""
    is_read: bool


@cache
def meanings() -> dict[str, Meaning]:
    """Every meaning, in the order in which they are tried."""
    content = rules_of("loaders.resource_list", "meanings")
    return {
        key: Meaning(key=key, heads=tuple(map(str, one["heads"])), by_values=one.get("values"), is_read=one.get("read", True))
        for key, one in content.items()
    }


def meant_by_head(head: str) -> str | None:
    """The meaning that a head tells; None where it tells none."""
    return _by_head().get(plain_head(head)) or _by_head().get(plain_head(head.rpartition(" ")[2]))


def meant_by_values(cells: Sequence[str]) -> str | None:
    """The meaning that most filled cells of a column show; None where they show none, or are too few."""
    filled = [text for cell in cells if (text := unicodedata.normalize("NFKC", cell).strip())]
    if len(filled) < LEAST_CELLS:
        return None
    for meaning in meanings().values():
        if meaning.by_values and sum(map(_TESTS[meaning.by_values], filled)) >= MOST * len(filled):
            return meaning.key
    return None


@cache
def _by_head() -> dict[str, str]:
    return {plain_head(head): meaning.key for meaning in meanings().values() for head in meaning.heads}


def _is_corporate_number(text: str) -> bool:
    try:
        as_corporate_number(text)
    except ValueError:
        return False
    return True


def _is_category(text: str) -> bool:
    return text in _categories()


@cache
def _categories() -> frozenset[str]:
    return frozenset(name for entry in taxonomy().service_categories.values() for name in (entry.ja, *entry.synonyms))


def _is_municipality(text: str) -> bool:
    found = resolved(text, None)
    return not isinstance(found, Unresolved) or found.code == "ambiguous_area"


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.match(text)) or (bool(re.search(r"\d", text)) and area_of_address(text, None) is not None)


_TESTS: dict[str, Callable[[str], bool]] = {
    "kana": lambda text: bool(_KANA.fullmatch(text)),
    "category": _is_category,
    "prefecture": lambda text: prefecture_called(text) is not None,
    "municipality": _is_municipality,
    "address": _is_address,
    "days": lambda text: bool(_DAYS.search(text)),
    "fee": lambda text: bool(_FEE.search(text)),
    "corporate_number": _is_corporate_number,
    "telephone": lambda text: bool(_TELEPHONE.fullmatch(text.replace(" ", ""))),
}
