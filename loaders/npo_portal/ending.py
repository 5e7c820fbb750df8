"""When a body ended: the day in 解散年月日 or 解散情報, or that of 認証取消 in 監督情報."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from graph.errors import RecordRejected
from loaders.tables.dates import as_date
from loaders.tables.row import Row

_DAY = r"(?:(?:令和|平成|昭和)\s*)?(?:元|\d{1,4})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_FIRST_DAY = re.compile(_DAY)
_REVOKED = re.compile(rf"({_DAY})[^\d\n]{{0,12}}認証(?:の)?取(?:り)?消")
_REVOKED_AT_ALL = re.compile(r"認証(?:の)?取(?:り)?消")


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The day a body ended, and where that stands."""

    on: date
    key: str
    """Column of ours."""
    words: str
    """The day as it stands in the cell: what else stands there may name persons and is not quoted."""


def ending_of(row: Row) -> Ending | None:
    """The end of a body; None where nothing says that it ended.

    Raises:
        RecordRejected: it ended, but no day can be read (end_without_day, unreadable_date).
    """
    if text := row.text("dissolved_on"):
        return _ending(row, "dissolved_on", text)
    if row.text("dissolved"):
        found = _FIRST_DAY.search(_plain(row.cell("dissolved")))
        return _ending(row, "dissolved", _as_it_stands(row, "dissolved", found.span() if found else None))
    supervision = _plain(row.cell("supervision"))
    if revoked := _REVOKED.search(supervision):
        return _ending(row, "supervision", _as_it_stands(row, "supervision", revoked.span(1)))
    for key in ("supervision", "dissolved_why"):
        if row.text(key) and (key == "dissolved_why" or _REVOKED_AT_ALL.search(supervision)):
            raise RecordRejected("end_without_day", row.place_of(key))
    return None


def _ending(row: Row, key: str, words: str) -> Ending:
    try:
        return Ending(on=as_date(words), key=key, words=words)
    except ValueError as reason:
        raise RecordRejected("unreadable_date", row.place_of(key), value=words) from reason


def _as_it_stands(row: Row, key: str, span: tuple[int, int] | None) -> str:
    if span is None:
        raise RecordRejected("end_without_day", row.place_of(key))
    return row.cell(key)[slice(*span)]


def _plain(text: str) -> str:
    """Digits made plain, each character still in its place."""
    return "".join(one if len(one := unicodedata.normalize("NFKC", character)) == 1 else character for character in text)
