"""Whose a row is: a municipality; a union of several, which is none; a sum; or no insurer's at all."""

import unicodedata

from graph.areas import CodedArea, area_index
from graph.errors import AreaNotResolved, RecordRejected
from graph.identity import normalised
from loaders.insurance_status.report_table import INSURER, NUMBER, PREFECTURE
from loaders.tables.areas import area_in, prefecture_called
from loaders.tables.row import Row

UNION_ENDINGS = ("広域連合", "組合", "連合")
"""How bodies are called that several municipalities form to run the insurance together."""
COUNTRY = ("全国", "全国計")
SUM = "計"
SUMS = ("総数", "小計", *COUNTRY)
CODE_LENGTH = 5
"""Digits of a number of an insurer that are those of its municipality; the sixth is a check digit of its own kind."""


def is_sum(row: Row) -> bool:
    """Whether a row adds others up: 全国, a prefecture without insurer, 計."""
    insurer, prefecture = _plain(row.cell(INSURER)), _plain(row.cell(PREFECTURE))
    if prefecture in COUNTRY or insurer in SUMS or insurer.endswith(SUM):
        return True
    return bool(prefecture) and insurer in {"", prefecture}


def is_union(row: Row) -> bool:
    """Whether the insurer is a body of several municipalities."""
    return _plain(row.cell(INSURER)).endswith(UNION_ENDINGS)


def prefecture_of(row: Row) -> CodedArea | None:
    """The prefecture that a row names; None where it names none, or none that there is."""
    text = row.text(PREFECTURE)
    return prefecture_called(text) if text else None


def municipality_of(row: Row) -> CodedArea:
    """The municipality that insures; its number decides where a prefecture has two of one name.

    Raises:
        RecordRejected: the cell names no municipality (missing_value, unknown_area), or one of several (ambiguous_area).
    """
    prefecture = prefecture_of(row)
    if row.text(PREFECTURE) and prefecture is None:
        raise RecordRejected("unknown_prefecture", row.place_of(PREFECTURE), name=row.cell(PREFECTURE))
    try:
        found = area_in(row, INSURER, prefecture=prefecture.full_name if prefecture else None)
    except RecordRejected as refused:
        if refused.key == "ambiguous_area" and (numbered := _by_number(row, prefecture)):
            return numbered
        raise
    if found.area.level == "prefecture":
        raise RecordRejected("unknown_area", row.place_of(INSURER), name=row.cell(INSURER), nearest="—")
    return found


def _by_number(row: Row, prefecture: CodedArea | None) -> CodedArea | None:
    digits = _plain(row.cell(NUMBER))
    try:
        possible = area_index().candidates(row.required(INSURER), prefecture=prefecture.full_name if prefecture else None)
    except AreaNotResolved:
        return None
    named = [one for one in possible if len(digits) >= CODE_LENGTH and (one.area.code or "").startswith(digits[:CODE_LENGTH])]
    return named[0] if len(named) == 1 else None


def _plain(text: str) -> str:
    return normalised(unicodedata.normalize("NFKC", text))
