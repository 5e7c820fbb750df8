"""Cells that are a person's name: below a head that says so, by their form; in the column of names, only what can be nothing else."""

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from loaders.japanese.cleaning import cleaned
from loaders.japanese.morphology import readings_of
from loaders.people.established import shows_a_body
from loaders.people.known import NOTHING, Known
from loaders.people.masking import hidden, is_only_a_person, places_of
from loaders.people.person_words import listed
from loaders.people.persons import persons_in
from loaders.people.possible_names import Kind, Unit, analysed, units_of
from loaders.people.rule_data import rule_data

REMEMBERED = 8_192
LETTERS = "一-龯々〆ヶぁ-んァ-ヺー𠮷"
NAME = re.compile(rf"[{LETTERS}]{{1,7}}(?:[ ・]{{1,2}}[{LETTERS}]{{1,7}})?|[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*){{1,2}}")
MOST_LETTERS = 6
"""Of a name that is written without a space."""
BETWEEN_NAMES = re.compile(r"[、,/／;\n]|(?<=[^ァ-ヺー])・(?=[^ァ-ヺー])")
REMARK = re.compile(r"\([^()]*\)")
LONGEST_SUBJECT = 14
"""Characters of a cell of the column of names that can be a person with a post or honorific."""
SUBJECT = re.compile(rf"(?!.*の)[{LETTERS}]+(?:[ ・:]{{1,2}}[{LETTERS}]+){{0,2}}")
"""What can be such a cell at all: letters with a space or two, and no の."""
ADDED = re.compile(r"\([^()]*\)|[ :]?(?:電話|携帯|TEL|Tel|℡)?[ :]?\(?0[\d()‐－ー-]{8,}|[ ・、]?\d{2,3}歳")
"""What may stand behind a name in its cell: a remark, a telephone, an age."""


class Sureness(IntEnum):
    """How surely a cell of the column of names is a person's name."""

    NONE = 0
    POSSIBLE = 1
    """A surname with a word that is a given name and the name of facilities, too: 村上 ひかり."""
    SURE = 2


@lru_cache(maxsize=REMEMBERED)
def names_somebody(cell: str) -> bool:
    """Whether a cell below a head of persons is filled with a name: not empty, no 空席, no post alone, no body."""
    text = REMARK.sub("", unicodedata.normalize("NFKC", cell)).strip()
    if any(_has_the_form(_without_posts(part)) for part in BETWEEN_NAMES.split(text)):
        return True
    return bool(persons_in(cleaned(1, cell).text, label=True))


@lru_cache(maxsize=REMEMBERED)
def may_be_somebody(cell: str) -> bool:
    """The same below a head that may name a body or a kind of people, too: only what the dictionary knows for a name."""
    text = cleaned(1, cell).text.strip()
    if not text or shows_a_body(text) or "一般" in readings_of(text):
        return False
    if not NAME.fullmatch(text.replace("　", " ")):
        return False
    return any(unit.kind > Kind.SURNAME and unit.sure and (unit.start, unit.end) == (0, len(text)) for unit in _units(text))


@lru_cache(maxsize=REMEMBERED)
def person_as_name(cell: str) -> Sureness:
    """Whether the name of what a row is about is a person's name: 山田花子, 山田 花子 様, 代表 山田花子."""
    text = ADDED.sub("", unicodedata.normalize("NFKC", cell)).strip()
    if len(text) > LONGEST_SUBJECT or not SUBJECT.fullmatch(text) or shows_a_body(_without_honorific(text)):
        return Sureness.NONE
    text = text.replace(" ", "　")
    bare = _without_posts(text)
    whole = [unit for unit in _units(bare) if (unit.start, unit.end) == (0, len(bare))]
    if any(unit.kind is Kind.FULL and unit.sure and _is_given(_given(bare, unit)) for unit in whole):
        return Sureness.SURE
    if any(unit.kind > Kind.SURNAME and unit.sure for unit in whole) and "地名" not in readings_of(_given(bare, whole[0])):
        return Sureness.POSSIBLE
    return Sureness.SURE if text != bare and is_only_a_person(masked_text(text)) else Sureness.NONE


def masked_text(text: str, known: Known = NOTHING, *, label: bool = False) -> str:
    """A cell with each name that stands in it masked; as long as it was."""
    stretch = cleaned(1, text)
    return hidden(text, {place for span in persons_in(stretch.text, known, label=label) for place in places_of(stretch, span)})


def _has_the_form(text: str) -> bool:
    """山田花子, 山田 花子, ジョン・スミス, 山田; no post, no word that names nobody, no body."""
    text = text.replace("　", " ").strip()
    if not NAME.fullmatch(text) or (len(text) > MOST_LETTERS and " " not in text and "・" not in text and not persons_in(text)):
        return False
    if text in rule_data("tables")["nobody"] or text in listed("titles", "titles_of_places", "labels"):
        return False
    return not shows_a_body(text)


@cache
def _post() -> re.Pattern[str]:
    posts = "|".join(sorted(map(re.escape, listed("titles", "titles_of_places")), key=len, reverse=True))
    return re.compile(rf"^(?:{posts})[ 　:]+|[ 　](?:{posts})$|\((?:{posts})\)$")


def _without_posts(text: str) -> str:
    """Without 会長 before or behind the name, and without honorific."""
    return _without_honorific(_post().sub("", text.strip())).strip()


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(r"(?<=.)[ 　]?(?:さん|さま|様|氏|殿|先生|女史|くん|君|ちゃん)$")


def _without_honorific(text: str) -> str:
    return _honorific().sub("", text)


def _units(text: str) -> list[Unit]:
    return list(units_of(text, analysed(text)))


def _given(text: str, unit: Unit) -> str:
    """What of a whole name stands behind the surname; the whole name where the analyser does not divide it."""
    words = analysed(text)
    if unit.first == unit.last:
        return text
    return text[words[unit.first].end : unit.end].strip(" 　")


def _is_given(given: str) -> bool:
    """Whether it is a given name and no word by which places and facilities are called, too: さくら, 南."""
    if given in rule_data("persons")["sides"]:
        return False
    if given in listed("given_names"):
        return True
    readings = readings_of(given)
    is_kana = re.fullmatch(r"[ぁ-んァ-ヺー]+", given) is not None
    return not (is_kana and "一般" in readings)
