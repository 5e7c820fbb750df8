"""What a column of the report counts: known indicators by table and head, every other under its own words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

TOTALS = ("計", "総数", "合計")
INSURED = "第1号被保険者数"
KNOWN: Mapping[str, Mapping[str, str]] = {
    INSURED: {
        **dict.fromkeys((*TOTALS, INSURED, "第1号被保険者"), "insured_65_plus"),
        **dict.fromkeys(("65歳以上75歳未満", "65~74歳", "65歳~74歳", "前期高齢者"), "insured_65_74"),
        **dict.fromkeys(("75歳以上85歳未満", "75~84歳", "75歳~84歳"), "insured_75_84"),
        "85歳以上": "insured_85_plus",
        **dict.fromkeys(("75歳以上", "後期高齢者"), "insured_75_plus"),
        "外国人被保険者": "insured_foreign",
        "住所地特例被保険者": "insured_other_address",
    },
    "要介護(要支援)認定者数": {
        **dict.fromkeys(TOTALS, "certified_total"),
        **{f"要支援{level}": f"certified_support_{level}" for level in (1, 2)},
        **{f"要介護{level}": f"certified_care_{level}" for level in (1, 2, 3, 4, 5)},
    },
}
"""What a table counts → head → indicator; a head that is divided further (男, 女) is none of these."""
SAME_SUBJECT = {"要介護・要支援認定者数": "要介護(要支援)認定者数", "要支援・要介護認定者数": "要介護(要支援)認定者数"}
ONLY_OF_INSURED = frozenset({"外国人被保険者", "住所地特例被保険者", INSURED})
"""Heads that show what a table without title counts."""

UNITS = {"人": "persons", "名": "persons", "世帯": "households", "%": "percent", "円": "yen", "件": "cases", "日": "days", "回": "times"}
"""Unit as printed → as observations have it; any other stays in its own words."""

_NUMBER = re.compile(r"^第\d+(?:[-の]\d+)*表(?:の\d+)?[::]?")
_REPORT = re.compile(r"介護保険事業状況報告|\((?:年報|月報|暫定|確報)\)")
_FISCAL_YEAR = r"(?:(?:令和|平成)(?:元|\d+)|\d{4})年度(?:末)?(?:現在|分|累計)?"
_WHEN = re.compile(rf"\([^()]*(?:現在|年度|月分)[^()]*\)|{_FISCAL_YEAR}")
_BY = re.compile(r"[-・]?(?:保険者|都道府県)別[-・]?")
_AGAIN = re.compile(r"^\(?(?:再掲|うち)\)?")
_UNIT_IN_HEAD = re.compile(r"\((人|名|世帯|%|円|千円|百万円|件|日|回)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What one column counts."""

    key: str
    """Indicator as observations have it; a column that is not known has the words of the table and its own."""
    column: int
    words: str
    """The heads of the column, as they stand."""
    unit: str | None
    known: bool


def subject_of(lines: Sequence[str]) -> tuple[str, str]:
    """The title among the lines above a table, as it stands, and what it counts; both empty where there is none."""
    told = [(line, _subject(line)) for line in lines]
    titles = [(line, subject) for line, subject in told if subject]
    numbered = [pair for pair in titles if _NUMBER.match(_plain(pair[0]))]
    return (numbered or titles or [("", "")])[-1]


def indicators_of(columns: Mapping[int, str], subject: str, unit: str | None) -> tuple[Indicator, ...] | None:
    """Each column's indicator; None where nothing says what the numbers count.

    Args:
        columns: position → heads, from the uppermost to the lowest.
        subject: what the title says that the table counts.
        unit: as printed above the table.
    """
    subject = SAME_SUBJECT.get(subject, subject)
    shown = {path[-1] for head in columns.values() if (path := _path(head, subject))}
    if not subject and not shown & ONLY_OF_INSURED:
        return None
    subject = subject or INSURED
    known = KNOWN.get(subject, {})
    found = []
    for column, head in columns.items():
        path = _path(head, subject) or [subject]
        own = _UNIT_IN_HEAD.search(_plain(head))
        key = known.get(path[0]) if len(path) == 1 else None
        printed = own[1] if own else unit
        worded = UNITS.get(printed, printed) if printed else ("persons" if key else None)
        found.append(Indicator(key=key or "/".join((subject, *path)), column=column, words=head, unit=worded, known=key is not None))
    return tuple(found)


def _path(head: str, subject: str) -> list[str]:
    """The heads of a column without units, marks of repetition, and words that the title has said already."""
    parts = (_AGAIN.sub("", _UNIT_IN_HEAD.sub("", _plain(part))) for part in head.split())
    path = [part for part in parts if part]
    return path if len(path) <= 1 else [part for part in path if part != subject]


def _subject(line: str) -> str:
    text = _NUMBER.sub("", _plain(line))
    for form in (_REPORT, _WHEN, _BY):
        text = form.sub("", text)
    return "" if re.fullmatch(r"[\W\d]*(?:現在)?", text) else text.strip("-・:")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def names_of(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """Keys, sorted, each once."""
    return tuple(sorted({one.key for one in indicators}))
