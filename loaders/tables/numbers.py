"""Numbers as people write them: １２人, 1,200, 約30名, 3.5％. Blank, a dash and 0 are three different things."""

import re
import unicodedata

_WRITTEN = re.compile(r"(?P<about>約|およそ|概ね)?(?P<sign>[-−△▲])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?P<unit>\D{0,6})")

_MARK = re.compile(r"[①-⓿❶-➓㈠-㉃⁰-₉²³¹]")
"""Signs of lists and notes, which become digits when widths are made alike."""
_NO_UNIT = re.compile(r"[〜~～]|年度?|月|日|曜|時|歳|才|丁目|番|号|条|回目")
"""What makes a number something else than how many: a range, a day, an age, a place."""


def as_number(text: str) -> float:
    """The number that a cell names, its unit left out.

    Raises:
        ValueError: it names none, or more than one (10〜15名).
    """
    if _MARK.search(text):
        raise ValueError(text)
    written = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip().replace("、", ","))
    if not written or any(character.isdigit() for character in written["unit"]) or _NO_UNIT.search(written["unit"]):
        raise ValueError(text)
    number = float(written["digits"].replace(",", "") + (written["part"] or ""))
    return -number if written["sign"] else number


def as_count(text: str) -> int:
    """The whole number that a cell names, its unit left out.

    Raises:
        ValueError: it names none, a part of one, or one below zero.
    """
    number = as_number(text)
    if number < 0 or not number.is_integer():
        raise ValueError(text)
    return int(number)
