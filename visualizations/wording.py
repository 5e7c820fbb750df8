"""Names as they stand under a mark: how wide they are, and where they are broken into lines."""

import re
from unicodedata import combining, east_asian_width, name

LINE_WIDTH = 18
"""Columns in a line; a full-width character takes two."""

MOST_LINES = 3

_AFTER_LEGAL_FORM = re.compile(
    r"^((?:認定)?(?:特定非営利活動|ＮＰＯ|NPO|社会福祉|医療|学校|一般社団|一般財団|公益社団|公益財団|社会医療)法人|株式会社|有限会社|合同会社)(?=.{4})"
)
_MAY_BREAK_AFTER = "・／/、 　）)」』-‐～〜"
_MAY_BREAK_BEFORE = "（(「『"
_NEVER_BEFORE = "ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶー々）)」』、。・"
_WORDS = re.compile(
    "社会福祉|協議会|協議体|連合会|委員会|委員|児童|民生|センター|クリニック|事業所|組合|学校|学園|地域|地区|福祉|支援|まちづくり|ネットワーク|助け合い|支え合い|の会|サロン|カフェ"
)
"""Where such a word begins, a reader may pause."""


def columns(text: str) -> int:
    """Width in columns: full-width characters count double, combining marks nothing."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def lines(text: str) -> tuple[str, ...]:
    """A name in at most three lines; what does not fit ends in an ellipsis."""
    text = " ".join(text.split())
    head = _AFTER_LEGAL_FORM.match(text)
    if head and columns(text) > LINE_WIDTH:
        rest = text[head.end() :].strip()
        return _limited([head.group(), *_broken(rest)])
    return _limited(_broken(text))


def _limited(found: list[str]) -> tuple[str, ...]:
    if len(found) <= MOST_LINES:
        return tuple(found)
    return (*found[: MOST_LINES - 1], found[MOST_LINES - 1][:-1] + "…")


def _broken(text: str) -> list[str]:
    """Lines of about equal width, broken where a reader would pause if there is such a place."""
    found = []
    while columns(text) > LINE_WIDTH:
        parts = -(-columns(text) // LINE_WIDTH)
        at = _place_to_break(text, columns(text) / parts)
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text] if text or not found else found


def _place_to_break(text: str, wanted: float) -> int:
    """The index nearest to the wanted width; pauses attract, and the line stays within its width."""
    best, best_cost = 1, float("inf")
    width = 0
    begins = {found.start() for found in _WORDS.finditer(text)}
    for index, sign in enumerate(text[:-1], start=1):
        width += columns(sign)
        if width > LINE_WIDTH:
            break
        follows = text[index]
        cost = abs(width - wanted) + _reluctance(sign, follows, index in begins)
        if cost < best_cost:
            best, best_cost = index, cost
    return best


def _reluctance(sign: str, follows: str, word_begins: bool) -> int:
    """How badly a break between two characters reads."""
    if follows in _NEVER_BEFORE or (sign.isascii() and sign.isalnum() and follows.isascii() and follows.isalnum()):
        return 40
    if sign in _MAY_BREAK_AFTER or follows in _MAY_BREAK_BEFORE:
        return 0
    if word_begins:
        return 2
    return 5 if _script(sign) != _script(follows) else 12


def _script(sign: str) -> str:
    """HIRAGANA, KATAKANA, CJK and so on."""
    return name(sign, "").split(" ")[0].split("-")[0]
