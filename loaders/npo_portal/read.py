"""The download → its rows. Columns of persons (代表者氏名) are not known here, so that no rule can read them."""

import re
from dataclasses import dataclass
from datetime import date

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.heads import Column
from loaders.tables.packed import unpacked_tables
from loaders.tables.table import Table, likeness, table_of

SOURCE = "npo_portal"
COLUMNS = (
    Column(key="name", heads=("法人名称", "特定非営利活動法人の名称", "法人の名称", "法人名"), required=True, names_a_body=True),
    Column(key="kana", heads=("法人名称カナ", "法人名称（フリガナ）", "法人名称フリガナ", "特定非営利活動法人の名称（フリガナ）")),
    Column(key="authority", heads=("所轄庁", "所轄庁名"), required=True),
    Column(key="delegated", heads=("権限移譲先市町村",)),
    Column(key="address", heads=("主たる事務所の所在地", "主たる事務所所在地"), required=True),
    Column(key="corporate_number", heads=("法人番号",)),
    Column(key="dissolved", heads=("解散情報",)),
    Column(key="dissolved_on", heads=("解散年月日",)),
    Column(key="dissolved_why", heads=("解散理由", "解散事由")),
    Column(key="supervision", heads=("監督情報",)),
)
PURPOSE = Column(key="purpose", heads=("定款に記載された目的", "定款に記載された目的等"), required=True)
"""Shows whose file it is; the purpose itself is not taken."""

_DAY_OF_FILE = re.compile(r"AdministrativeInputData_(\d{4})(\d{2})(\d{2})\.csv", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Register:
    """The table of the register."""

    table: Table
    as_of: date | None
    """The day on which the portal wrote it, as it names the CSV."""


def register_likeness(candidate: Candidate) -> float:
    """How far a file, or the best one in a ZIP, is the register."""
    try:
        return max(likeness(one, (*COLUMNS, PURPOSE)) for one in unpacked_tables(candidate))
    except LoadStopped:
        return 0.0


def read_register(candidate: Candidate) -> Register:
    """The table of the register.

    Raises:
        LoadStopped: it cannot be opened, holds several such tables (several_tables), or none (no_heads, missing_columns …).
    """
    files = unpacked_tables(candidate)
    alike = [one for one in files if likeness(one, (*COLUMNS, PURPOSE)) == 1] or list(files[:1])
    if len(alike) > 1:
        raise LoadStopped("several_tables", files="、".join(one.name for one in alike))
    table = table_of(alike[0], SOURCE, COLUMNS)
    return Register(table=table, as_of=_day_of(alike[0].name))


def _day_of(name: str) -> date | None:
    found = _DAY_OF_FILE.search(name)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
