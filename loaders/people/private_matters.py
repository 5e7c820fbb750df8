"""What beside a person's name belongs to the private life: telephone, birth date, address, care level, in the cells of one row."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
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
STRONG = frozenset({"mobile", "birth_date", "care_level"})
"""Of a person whoever the body is; a telephone or address may be the body's own."""


@dataclass(frozen=True)
class Matter:
    """A private matter: mobile, birth_date, care_level, telephone or address, and the head of its column."""

    kind: str
    head: str


def matters_in_text(text: str, head: str) -> Iterator[Matter]:
    """What a cell says of the private life by its own words, whatever its head."""
    text = unicodedata.normalize("NFKC", text).translate(HYPHENS)
    for kind, pattern in (
        ("mobile", MOBILE),
        ("birth_date", BIRTH),
        ("care_level", CARE_LEVEL),
        ("telephone", TELEPHONE),
        ("address", ADDRESS),
    ):
        if pattern.search(text):
            yield Matter(kind, head)


class PrivateMatters:
    """The columns of a table that can hold private matters, found once.

    Args:
        columns: head → what its cells are.
    """

    def __init__(self, columns: Mapping[str, Column]) -> None:
        addresses = heads_that_hold(columns, "addresses")
        self._places = frozenset(addresses) & frozenset(heads_that_hold(columns, "addresses_of_places"))
        self._addresses = tuple(head for head in addresses if head not in self._places)
        self._telephones = heads_that_hold(columns, "telephones")
        self._births = tuple(head for head in columns if plain_head(head).endswith(tuple(rule_data("tables")["births"])))
        self._care_levels = heads_that_hold(columns, "care_levels")
        self._all = tuple(columns)

    def in_row(self, cells: Mapping[str, str]) -> list[Matter]:
        """Everything private in the cells of a row, the strong matters first."""
        found = [*self._by_heads(cells)]
        whole = "\n".join(cells.get(head, "") for head in self._all)
        if any(True for _ in matters_in_text(whole, "")):
            found += [matter for head in self._all for matter in matters_in_text(cells.get(head, ""), head) if self._counts(matter)]
        return sorted(found, key=lambda matter: matter.kind not in STRONG)

    def _counts(self, matter: Matter) -> bool:
        """An address below the head of a body's or venue's address is nobody's home."""
        return matter.kind != "address" or matter.head not in self._places

    def _by_heads(self, cells: Mapping[str, str]) -> Iterator[Matter]:
        for head in self._births:
            if any(character.isdecimal() for character in cells.get(head, "")):
                yield Matter("birth_date", head)
        for head in self._care_levels:
            if CERTIFIED.search(unicodedata.normalize("NFKC", cells.get(head, "")).strip()):
                yield Matter("care_level", head)
        for head in self._telephones:
            cell = unicodedata.normalize("NFKC", cells.get(head, "")).translate(HYPHENS)
            if MOBILE_WITHOUT_ZERO.search(cell):
                yield Matter("mobile", head)
            if sum(character.isdecimal() for character in cell) >= FEWEST_DIGITS:
                yield Matter("telephone", head)
        for head in self._addresses:
            cell = unicodedata.normalize("NFKC", cells.get(head, "")).strip()
            if cell and not ONLY_A_MUNICIPALITY.fullmatch(cell):
                yield Matter("address", head)
