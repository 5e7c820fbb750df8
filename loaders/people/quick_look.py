"""A quick look at a text: whether the rules for names can find one at all. Where it says no, the analyser is not asked.

It asks the same as `persons.py`, but of runs of letters instead of words: an honorific or a house; beside a post, a label,
a telephone or an age a run that begins with a surname; anywhere a run that is nothing but a surname and a given name.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from loaders.japanese.morphology import readings_of
from loaders.people.person_words import listed, variants

REMEMBERED = 8_192
LONGEST_SURNAME = 4
LONGEST_NAME = 9
RUN = re.compile(r"[一-龯々]+|[ぁ-ん]+|[ァ-ヺー]+")
HIRAGANA = re.compile(r"[ぁ-ん]")
KANJI = re.compile(r"[一-龯々]")
CALLED = re.compile(r"さん|さま|様(?!子|式|々)|氏|[一-龯々]君|くん|ちゃん|先生|女史|殿|夫妻|夫婦|両名|翁|宅|邸|方$|方[)）]")
"""Honorifics and houses."""
KANA_PAIR = re.compile(r"[ぁ-ん]{2}[ 　・][ぁ-ん]{2}|[ァ-ヺー]{2}[ 　・][ァ-ヺー]{2}")
"""Two words of kana that may be surname and given name."""


def may_name_somebody(text: str) -> bool:
    """Whether a text may hold a person's name."""
    plain = unicodedata.normalize("NFKC", text).translate(variants())
    if CALLED.search(plain) or KANA_PAIR.search(plain):
        return True
    runs = list(RUN.finditer(plain))
    if any(_may_be_whole(run[0]) for run in runs):
        return True
    if any(after.start() - before.end() <= 1 and _may_be_divided(before[0], after[0]) for before, after in pairwise(runs)):
        return True
    if not _beside().search(plain):
        return False
    return any(_begins_with_a_surname(run) for part in _posts().split(plain) for run in RUN.findall(part))


@cache
def _posts() -> re.Pattern[str]:
    """Posts, labels and bodies: a name may stand right before or behind one."""
    words = sorted(listed("titles", "titles_of_places", "labels", "bodies", "after_words"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"{_posts().pattern}|\d歳|0\d{{1,4}}[-)(]\d|[)）。記文談筆]$")


@lru_cache(maxsize=REMEMBERED)
def _may_be_whole(run: str) -> bool:
    """Whether a run can be divided into a surname and a given name, and is no word by itself; a particle may follow hiragana."""
    if len(run) <= 1 or "一般" in readings_of(run):
        return False
    if not HIRAGANA.match(run):
        return len(run) <= LONGEST_NAME and any(_is_surname(run[:at]) and _may_be_given(run[at:]) for at in range(1, LONGEST_SURNAME + 1))
    return any(_is_surname(run[:at]) and _begins_with_a_given_name(run[at:]) for at in range(2, LONGEST_SURNAME + 1))


@lru_cache(maxsize=REMEMBERED)
def _may_be_divided(before: str, after: str) -> bool:
    """Whether two runs side by side can be a surname and a given name, or a surname with half of one."""
    if HIRAGANA.match(after):
        return _is_surname(before) and _begins_with_a_given_name(after)
    return _may_be_whole(before + after)


def _begins_with_a_given_name(run: str) -> bool:
    return any(_may_be_given(run[:length]) for length in range(2, min(LONGEST_SURNAME, len(run)) + 1))


@lru_cache(maxsize=REMEMBERED)
def _begins_with_a_surname(run: str) -> bool:
    if not KANJI.match(run):
        return len(run) > 1 and _is_surname(run)
    return any(_is_surname(run[:length]) for length in range(min(2, len(run)), min(LONGEST_SURNAME, len(run)) + 1))


@lru_cache(maxsize=REMEMBERED)
def _is_surname(text: str) -> bool:
    return "姓" in readings_of(text)


@lru_cache(maxsize=REMEMBERED)
def _may_be_given(text: str) -> bool:
    return "名" in readings_of(text) or (len(text) > 1 and re.fullmatch(r"[ァ-ヺー]{2,3}[子江代枝美恵]?", text) is not None)
