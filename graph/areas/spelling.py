"""Spellings of an area's name: what makes no other name of it, and what stands around it."""

import re
import unicodedata

from graph.identity import normalised

LONGEST_NAME = 80
"""No text longer than this is a name of an area; an official full name has at most 16 characters."""

VARIANTS = str.maketrans(
    {
        **dict.fromkeys("ヶケヵカがガ", "ケ"),
        **dict.fromkeys("ノの之", "の"),
        **dict.fromkeys("ツッっつ", "つ"),
        **dict.fromkeys("龍竜", "竜"),
        **dict.fromkeys("澤沢", "沢"),
        **dict.fromkeys("濱濵浜", "浜"),
        **dict.fromkeys("邊邉辺", "辺"),
        **dict.fromkeys("檜桧", "桧"),
        **dict.fromkeys("鰺鯵", "鯵"),
        **dict.fromkeys("曾曽", "曽"),
        **dict.fromkeys("舘館", "館"),
        **dict.fromkeys("嶋嶌島", "島"),
        **dict.fromkeys("﨑碕崎", "崎"),
        **dict.fromkeys("櫻桜", "桜"),
        **dict.fromkeys("國国", "国"),
        **dict.fromkeys("廣広", "広"),
        **dict.fromkeys("條条", "条"),
        **dict.fromkeys("瀧滝", "滝"),
        **dict.fromkeys("惠恵", "恵"),
        **dict.fromkeys("彌弥", "弥"),
        **dict.fromkeys("與与", "与"),
        **dict.fromkeys("鹽塩", "塩"),
        **dict.fromkeys("會会", "会"),
        **dict.fromkeys("富冨", "富"),
        **dict.fromkeys("峰峯", "峰"),
        **dict.fromkeys("壽寿", "寿"),
        **dict.fromkeys("德徳", "徳"),
    }
)
"""Forms of a character in which one and the same area is written → the one compared; a test holds that no two areas
of a prefecture become alike by it."""

_COUNTY = re.compile(r"^(?:[^郡]{1,4}郡|八丈島(?=八)|三宅島(?=三))(?=.)")
_AROUND = re.compile(r"(?:内|の|全域|一円)$")


def plain_name(text: str) -> str:
    """A text as names of areas are looked up: width, spaces and invisible characters away; "" where it can be no name."""
    if len(text) > LONGEST_NAME:
        return ""
    return normalised("".join(one for one in text if unicodedata.category(one) not in {"Cc", "Cf"}))


def spelling(plain: str) -> str:
    """A plain name with its characters in one form each; as long as before."""
    return plain.translate(VARIANTS)


def county_length(plain: str) -> int:
    """How many characters the 郡 at the beginning takes; 0 without one.

    Only a 町 or 村 lies in a 郡, so that the caller has to look at what follows: 大和郡山市 begins with none.
    """
    match = _COUNTY.match(plain)
    return match.end() if match else 0


def without_county(name: str) -> str:
    """The name, normalised, without the 郡 at its beginning."""
    plain = normalised(name)
    return plain[county_length(plain) :]


def forms_of(plain: str) -> tuple[str, ...]:
    """A plain name, and the same without what a sentence puts after it (下関市内, 下関市の, 下関市全域)."""
    return tuple(dict.fromkeys((plain, _AROUND.sub("", plain))))


def shown(text: str) -> str:
    """A text as an error can show it: short, on one line."""
    line = "".join(one if one.isprintable() else " " for one in text[: LONGEST_NAME + 1])
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME]}…"
