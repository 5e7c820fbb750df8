"""Who said it: a role in the speaker's field's own words (社協職員, 民生委員), and never a person's name.

A role is taken only when every part of it is a word that is known: of roles, of kinds of bodies, of municipalities. What
looks like a name cannot pass, and neither can what merely is not known.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.areas import area_index
from graph.errors import QueryMisused
from graph.roles import ROLES
from graph.taxonomy import taxonomy

LONGEST_ROLE = 60
EXAMPLES = ("生活支援コーディネーター", "社協職員", "民生委員", "地域包括支援センター職員", "自治会長", "住民")
NOT_A_SPEAKER = frozenset({"他", "等", "市", "町", "村", "区", "区長"})
"""Words of the taxonomy that are no body by themselves; 区長 is among the roles."""
_BETWEEN = re.compile(r"[\s・、,/()0-9]")
_LIKE_A_SURNAME = 2
"""原村 and 森町 are family names, too: areas so short are taken only where they end in 市 or 区."""


def spoken_role(text: str) -> str:
    """The role, as it was given, without spaces around it.

    Raises:
        QueryMisused: it is none, or something is in it that may be a name.
    """
    role = unicodedata.normalize("NFC", text).strip()
    if role in ROLES or (role and len(role) <= LONGEST_ROLE and _is_made_of_roles(role)):
        return role
    raise QueryMisused("said_by_no_role", examples="、".join(EXAMPLES))


def _is_made_of_roles(role: str) -> bool:
    plain = unicodedata.normalize("NFKC", role)
    if plain.isascii():
        return _english().fullmatch(plain.casefold()) is not None
    return _divided(plain)


def _divided(plain: str) -> bool:
    """Whether the whole text can be divided into known words, the last of them one that speaks."""
    ends, longest = _speaking(), max(map(len, _words()))
    reached = {0: False}
    """How far known words reach → whether the last of them, or the one before a sign, speaks."""
    for start in range(len(plain)):
        if start not in reached:
            continue
        if _BETWEEN.match(plain[start]):
            reached[start + 1] = reached.get(start + 1, False) or reached[start]
            continue
        for end in range(start + 1, min(len(plain), start + longest) + 1):
            if (word := plain[start:end]) in _words():
                reached[end] = reached.get(end, False) or word in ends
    return reached.get(len(plain), False)


@cache
def _listed() -> dict[str, list[str]]:
    found: dict[str, Any] = yaml.safe_load((files("graph.by_hand") / "role_words.yaml").read_text(encoding="utf-8"))
    return {name: [str(word) for word in words] for name, words in found.items()}


@cache
def _areas() -> frozenset[str]:
    """Municipalities and prefectures under their full names, so that no family name is among them."""
    named = {name for one in area_index().by_code.values() for name in (one.area.name, one.full_name)}
    return frozenset(name for name in named if len(name) > _LIKE_A_SURNAME or name.endswith(("市", "区")))


@cache
def _speaking() -> frozenset[str]:
    """Words with which a role can end."""
    actors = {form for entry in taxonomy().actor_types.values() for form in (entry.ja, *entry.synonyms)} - NOT_A_SPEAKER
    listed = _listed()
    return frozenset(unicodedata.normalize("NFKC", word) for word in {*listed["roles"], *listed["bodies"], *actors}) | _areas()


@cache
def _words() -> frozenset[str]:
    """Every word of which a role can be made."""
    return _speaking() | frozenset(_listed()["parts"])


@cache
def _english() -> re.Pattern[str]:
    words = sorted({*ROLES, *_listed()["english"]}, key=lambda word: (-len(word), word))
    one = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?:{one})(?:[ \-]?(?:{one}))*")
