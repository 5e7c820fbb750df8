"""What beside a person's name belongs to the private life: telephone, birth date, address, care level, in the cells of one row."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.people.heads import Column, heads_that_hold, plain_head
from loaders.people.rule_data import rule_data

HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−ー－", "-"))
MOBILE = re.compile(r"(?<![\d.])0[789]0[-( ]?\d{4}[-) ]?\d{4}(?!\d)")
MOBILE_WITHOUT_ZERO = re.compile(r"(?<!\d)[789]0-?\d{4}-?\d{4}(?!\d)")
"""As a spreadsheet leaves it; believed under the head of telephones only."""
TELEPHONE = re.compile(r"(?<!\d)0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)")
ADDRESS = re.compile(r"\d番地|\d丁目 ?\d|\d番\d+号|(?:住所|自宅)[: ]")
ONLY_A_MUNICIPALITY = re.compile(r"[^\d]{1,14}[都道府県市区町村]")
ERA = r"(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平])"
BIRTH = re.compile(
    rf"(?:{ERA}\.?\s?(?:\d{{1,2}}|元)|(?:19|20)\d\d)[年./-]\s?\d{{1,2}}[月./-]\s?\d{{1,2}}日?\s?(?:生|うまれ)"
    rf"|{ERA}\.?\s?\d{{1,2}}年生まれ|(?:19|20)\d\d年生まれ|生年月日"
)
_FURTHER = "以上|以下|から|まで|~|-|か|または|又は|\\d|の方|の人|の高齢者|程度|[・、,/](?:要|\\d)"
CARE_LEVEL = re.compile(
    rf"(?<!(?:介護|支援)\d[・、,/~-])(?<!(?:介護|支援)\d又は)(?<!(?:介護|支援)\dから)要(?:介護(?:度|状態)?\s?[1-5]|支援\s?[12])(?!\s?(?:{_FURTHER}))"
)
"""Of one person; 要介護3以上 and 要介護1・2 say whom a service is for."""
CERTIFIED = re.compile(r"要介護|要支援|事業対象者|非該当|自立|申請中|^[1-5]$")
FEWEST_DIGITS = 6
Patterns = tuple[tuple[str, re.Pattern[str]], ...]
STRONG_PATTERNS: Patterns = (("mobile", MOBILE), ("birth_date", BIRTH), ("care_level", CARE_LEVEL))
"""Of a person, whoever the body is."""
WEAK_PATTERNS: Patterns = (("telephone", TELEPHONE), ("address", ADDRESS))
"""They may be the body's own."""


@dataclass(frozen=True)
class Matter:
    """A private matter: mobile, birth_date, care_level, telephone or address, and the head of its column."""

    kind: str
    head: str


def _as_searched(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(HYPHENS)


def weak_in_text(text: str, head: str) -> Matter | None:
    """A telephone or an address that a cell has by its own words, whatever its head."""
    text = _as_searched(text)
    return next((Matter(kind, head) for kind, pattern in WEAK_PATTERNS if pattern.search(text)), None)


class PrivateMatters:
    """The columns of a table that can hold private matters, found once.

    Args:
        columns: head → what its cells are.
    """

    def __init__(self, columns: Mapping[str, Column]) -> None:
        addresses = heads_that_hold(columns, "addresses")
        places = frozenset(addresses) & frozenset(heads_that_hold(columns, "addresses_of_places"))
        self._addresses = tuple(head for head in addresses if head not in places)
        self._telephones = heads_that_hold(columns, "telephones")
        self._births = tuple(head for head in columns if plain_head(head).endswith(tuple(rule_data("tables")["births"])))
        self._care_levels = heads_that_hold(columns, "care_levels")
        self._all = tuple(columns)
        self._elsewhere = tuple(head for head in columns if head not in places)

    def strong_in_row(self, cells: Mapping[str, str]) -> Matter | None:
        """A mobile number, a birth date or a care level anywhere in a row."""
        for head in self._births:
            if any(character.isdecimal() for character in cells.get(head, "")):
                return Matter("birth_date", head)
        for head in self._care_levels:
            if CERTIFIED.search(_as_searched(cells.get(head, "")).strip()):
                return Matter("care_level", head)
        for head in self._telephones:
            if MOBILE_WITHOUT_ZERO.search(_as_searched(cells.get(head, ""))):
                return Matter("mobile", head)
        return self._by_words(cells, STRONG_PATTERNS, self._all)

    def weak_in_row(self, cells: Mapping[str, str]) -> Matter | None:
        """A telephone, or an address that is nobody's but a person's: not that of a venue, and more than a municipality."""
        for head in self._telephones:
            if sum(character.isdecimal() for character in cells.get(head, "")) >= FEWEST_DIGITS:
                return Matter("telephone", head)
        for head in self._addresses:
            cell = _as_searched(cells.get(head, "")).strip()
            if cell and not ONLY_A_MUNICIPALITY.fullmatch(cell):
                return Matter("address", head)
        return self._by_words(cells, WEAK_PATTERNS, self._elsewhere)

    def _by_words(self, cells: Mapping[str, str], patterns: Patterns, heads: tuple[str, ...]) -> Matter | None:
        """All cells at once, and one by one only where there is something to be found."""
        whole = _as_searched("\n".join(cells.get(head, "") for head in heads))
        for kind, pattern in patterns:
            if pattern.search(whole):
                return next((Matter(kind, head) for head in heads if pattern.search(_as_searched(cells.get(head, "")))), None)
        return None
