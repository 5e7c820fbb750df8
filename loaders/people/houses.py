"""Private persons' names inside descriptions of routes and addresses: masked by their form, one ＊ each.

A register sometimes names a stop after the house that stands there: 「…番地先 ○○○○宅」. The rule looks at the form
(what stands before 宅 or 様方, or before 方 at the end of an address) and knows no name. It masks rather too much than
too little: a place name before 宅 may be masked with the person's.
"""

import re

from loaders.japanese.cleaning import MASK

LONGEST_NAME = 6
SHORTEST_NAME = 2
SHORTEST_FULL_NAME = 3
"""A shorter run may be a given name whose family name stands before a space."""

LETTER = "々〇㐀-䶿一-鿿豈-\ufaffぁ-ゖァ-ヺー"
"""What a name is written with."""

_HOUSE = re.compile(rf"(?:(?<![住社自])宅|(?<=[様氏])[方邸])(?=[^{LETTER}]|[前先横裏隣脇付側の]|まで|から|より|$)")
"""A house that ends a word; 住宅, 社宅, 自宅, 宅地, 宅配 and 三宅村 are no such houses."""

_LETTERS_BEFORE = re.compile(rf"[{LETTER}]*$")
_REACH = 24
"""How many characters before a house are looked at."""

_CARE_OF = re.compile(rf"\d(?:番地の?|番|号)?[ 　]?(?P<name>[{LETTER}]{{2,6}})(?<!地)方\s*$")
"""An address that ends in a host: 5番地 ○○方."""

_AFTER_A_NUMBER = re.compile(r"(?:の?番地の?|番|号|丁目)?(?:地先|地内|先)?")
_AFTER_A_WORD = re.compile(r"(?:起点|終点|経由)?(?:番地先?|地先|地内)?(?:大字|字)?")
_HONORIFIC = re.compile(r"[様氏殿]$|さん$")

_WORD_BEFORE = re.compile(rf"(?<![{LETTER}])(?P<word>[{LETTER}]{{1,3}})[ 　]$")
_NO_FAMILY_NAME = re.compile(r".*(?:先|番地|番|号|丁目|地内|起点|終点|経由|線|字)|..[町村区市]")
"""Words that are a place or a sign of the route: 起点, 地先, 玖珂町 (but not 木村)."""

_PLACE_IN_ITSELF = "三"
"""三宅 alone is a place."""


def masked(text: str) -> str:
    """The text with every name before a house masked; the length stays."""
    kept = list(text)
    for house in _HOUSE.finditer(text):
        end = house.start()
        run = _LETTERS_BEFORE.search(text[max(0, end - _REACH) : end])
        for position in _name(text, end - len(run[0] if run else ""), end):
            kept[position] = MASK
    if host := _CARE_OF.search(text):
        kept[slice(*host.span("name"))] = MASK * len(host["name"])
    return "".join(kept)


def _name(text: str, start: int, end: int) -> list[int]:
    """Positions of the name in a run of letters that ends before a house."""
    lead = _AFTER_A_NUMBER if start and text[start - 1].isdigit() else _AFTER_A_WORD
    if found := lead.match(text, start, end):
        start = found.end()
    name = _HONORIFIC.sub("", text[start:end])
    if name in {"", _PLACE_IN_ITSELF}:
        return []
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start) if len(name) < SHORTEST_FULL_NAME else None
    if before and not _NO_FAMILY_NAME.fullmatch(before["word"]):
        return [*range(*before.span("word")), *range(start, end)]
    if len(name) < SHORTEST_NAME:
        return []
    return list(range(max(start, end - LONGEST_NAME), end))
