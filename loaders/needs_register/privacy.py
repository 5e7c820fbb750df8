"""Whom a row could give away: rows about one person, needs from confidential cases, counts of very few."""

import re
import unicodedata
from collections.abc import Iterable

from graph.errors import RecordRejected
from graph.stated import strictest
from loaders.japanese.cleaning import cleaned
from loaders.people.houses import masked
from loaders.people.persons import persons_in
from loaders.people.private import is_private
from loaders.tables.row import Row

FEW = 5
"""A smaller number is not shown: in a small place everybody would know whom it counts."""
PUBLIC, MEMBERS, RESTRICTED = "public", "members", "restricted"
LEVELS = {
    **dict.fromkeys(("公開", "一般", "一般公開", "全体", "オープン", "可", "public", "open"), PUBLIC),
    **dict.fromkeys(("関係者", "関係者のみ", "関係者限り", "会員", "会員のみ", "メンバー", "協議体", "協議体のみ", "members"), MEMBERS),
    **dict.fromkeys(
        ("非公開", "限定", "担当者のみ", "内部", "内部のみ", "不可", "部外秘", "秘", "restricted", "private", "closed"), RESTRICTED
    ),
}
"""What a register writes below 公開範囲 → level."""

_CARE_CONFERENCE = re.compile(
    r"地域(?:個別)?ケア(?:個別)?会議|ケア(?:個別)?会議|個別ケース|個別事例|事例検討|ケース会議|care conference", re.IGNORECASE
)
_NOBODY = re.compile(r"匿名|不明|なし|無し|該当なし|非公開|個人情報のため.*|-+")
_FREE = ("need", "source", "period", "category")
_TELEPHONE = re.compile(r"0\d{1,4}-\d{1,4}-\d{3,4}|0[789]0\d{8}")


def from_care_conference(texts: Iterable[str]) -> bool:
    """Whether texts say that a need comes from 地域ケア会議, whose cases are confidential."""
    return any(_CARE_CONFERENCE.search(unicodedata.normalize("NFKC", text)) for text in texts)


def person_named(row: Row) -> str | None:
    """The column in which a person is named, or something that only a person has; None where none is."""
    if (name := row.cell("person").strip()) and not _NOBODY.fullmatch(unicodedata.normalize("NFKC", name)):
        return "person"
    return next((key for key in _FREE if row.cell(key).strip() and _names_somebody(row.cell(key))), None)


def _names_somebody(cell: str) -> bool:
    for number, line in enumerate(cell.splitlines(), start=1):
        text = cleaned(number, line).text
        if persons_in(text) or is_private(text) or masked(line) != line or _TELEPHONE.search(text):
            return True
    return False


def level_told(row: Row) -> str:
    """How visible a row says that it is; public where it says nothing.

    Raises:
        RecordRejected: it says something that is no level (unknown_visibility).
    """
    if (text := row.text("visibility")) is None:
        return PUBLIC
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if plain not in LEVELS:
        raise RecordRejected("unknown_visibility", row.place_of("visibility"), value=text)
    return LEVELS[plain]


def level_of(told: str, *, confidential: bool, few_in_district: bool) -> str:
    """The level of what a row states: as it says, or stricter."""
    return strictest(told, RESTRICTED) if confidential or few_in_district else told
