"""The file → its rows, and what stands above the heads."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.as_of import day_held_for
from loaders.tables.heads import Column, Heading, heading_of
from loaders.tables.opening import book_of
from loaders.tables.table import Table, table_of

SOURCE = "needs_register"
LIKELY = 0.9
"""Below 1: a template of our own, which has such heads too, is surer of itself."""
PLACES = ("area", "municipality")
BESIDE = ("count", "period", "source")
COLUMNS = (
    Column(key="prefecture", heads=("都道府県", "都道府県名", "prefecture")),
    Column(
        key="municipality",
        heads=("市区町村", "市町村", "市区町村名", "市町村名", "自治体", "自治体名", "団体コード", "市町村コード", "municipality", "city"),
    ),
    Column(
        key="area",
        heads=(
            "区域",
            "地区",
            "区域名",
            "地区名",
            "圏域",
            "日常生活圏域",
            "校区",
            "学区",
            "中学校区",
            "小学校区",
            "エリア",
            "地域",
            "area",
            "district",
        ),
    ),
    Column(
        key="need",
        heads=(
            "ニーズ",
            "困りごと",
            "困り事",
            "課題",
            "地域課題",
            "生活課題",
            "ニーズ・課題",
            "困りごと・ニーズ",
            "ニーズの内容",
            "need",
            "needs",
        ),
        required=True,
    ),
    Column(
        key="category",
        heads=("ニーズ分類", "ニーズ区分", "ニーズコード", "困りごとの分類", "分類", "need_code", "need_category", "category"),
    ),
    Column(key="count", heads=("件数", "人数", "世帯数", "件数・人数", "count", "number")),
    Column(key="period", heads=("期間", "時期", "対象期間", "把握時期", "把握期間", "年度", "period")),
    Column(key="source", heads=("把握方法", "出典", "把握経路", "把握元", "情報源", "source", "found_by")),
    Column(key="visibility", heads=("公開範囲", "公開", "公開区分", "visibility")),
    Column(
        key="person",
        heads=(
            "氏名",
            "名前",
            "利用者氏名",
            "利用者名",
            "相談者",
            "相談者氏名",
            "相談者名",
            "対象者氏名",
            "対象者名",
            "本人氏名",
            "本人",
            "person",
        ),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Register:
    """The table of a register."""

    table: Table
    above: tuple[str, ...]
    """Name of the sheet and filled cells above the heads."""
    as_of: date | None
    """The day that they name."""


def register_likeness(candidate: Candidate) -> float:
    """How far a file is a register of needs."""
    try:
        headings = [heading for sheet in book_of(candidate).sheets if (heading := heading_of(sheet, COLUMNS))]
    except LoadStopped:
        return 0.0
    return LIKELY if any(map(_is_register, headings)) else 0.0


def _is_register(heading: Heading) -> bool:
    where = heading.where
    return "need" in where and any(key in where for key in PLACES) and any(key in where for key in BESIDE)


def read_register(candidate: Candidate) -> Register:
    """The table of a register.

    Raises:
        LoadStopped: it cannot be opened, has no such heads (no_heads, missing_columns, repeated_columns), or no rows (no_records).
    """
    table = table_of(candidate, SOURCE, COLUMNS)
    if not any(key in table.heading.where for key in PLACES):
        raise LoadStopped("missing_columns", columns="区域、市区町村")
    first = table.heading.row
    above = [cell.strip() for cells in islice(table.sheet.rows(), first) for cell in cells if cell.strip()]
    told = tuple(dict.fromkeys([*([table.sheet.name] if table.sheet.name else []), *above]))
    return Register(table=table, above=told, as_of=day_held_for(told))
