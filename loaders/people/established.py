"""Whether a name is that of an established body: a company, an office, a facility, whose telephone and address are public."""

import re
import unicodedata
from functools import cache, lru_cache

from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.people.rule_data import rule_data


@cache
def _shown() -> re.Pattern[str]:
    words = "|".join(map(re.escape, rule_data("tables")["established"]))
    return re.compile(rf"{words}|.[{rule_data('tables')['established_ends']}]$|..[都道府県市区町村]$")


@cache
def _body() -> re.Pattern[str]:
    words = "|".join(map(re.escape, rule_data("tables")["bodies"]))
    return re.compile(rf"{words}|[{rule_data('tables')['bodies_ends']}]$")


@lru_cache(maxsize=20_000)
def is_established(name: str) -> bool:
    """Whether the name shows a legal form or a kind of facility: ○○医院, NPO法人○○."""
    return _shown().search(unicodedata.normalize("NFKC", name).strip()) is not None


def shows_a_body(text: str) -> bool:
    """Whether a text has a word or an ending of bodies, kinds of people and places, and so is no person's name: ○○の会, 高齢者."""
    return is_established(text) or _body().search(text) is not None


def has_a_corporate_number(text: str) -> bool:
    """Whether a cell holds a 法人番号 whose check digit is right."""
    try:
        as_corporate_number(text)
    except ValueError:
        return False
    return True
