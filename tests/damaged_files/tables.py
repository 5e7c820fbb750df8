"""The plain tables that are damaged: a register of needs, a list of resources, offices of care, a register of transport."""

import csv
import io
from collections.abc import Iterable, Sequence

HEADS = ("都道府県", "市区町村", "ニーズ", "件数", "期間")
ROWS = (("三重県", "伊賀市", "買い物に困っている", "12", "2025年度"), ("三重県", "名張市", "除雪", "30", "2025年度"))
NEEDS = (HEADS, *ROWS)
LIST_HEADS = ("名称", "対象地区", "曜日", "料金", "更新日")
LIST_ROWS = (
    ("みどりサロン", "上野地区", "毎週月曜", "100円", "2026-09-01"),
    ("買い物おたすけ隊", "中瀬地区", "平日", "無料", "2026-09-01"),
)
LIST = (LIST_HEADS, *LIST_ROWS)
LIST_MAPPING = "municipality: 三重県伊賀市\ncolumns:\n  名称: name\n  対象地区: area\n  曜日: days\n  料金: fee\n  更新日: verified_on\n"
CARE_HEADS = ("No", "都道府県名", "市区町村名", "事業所名", "サービスの種類", "住所", "法人番号", "法人の名称", "事業所番号", "定員")
CARE_ROW = ("1", "山口県", "山口市", "ケアセンターみなも", "訪問介護", "山口市本町1", "", "社会福祉法人みなも会", "3570900001", "")
STATUS = (
    ("介護保険事業状況報告 月報 令和6年4月分 第1号被保険者数",),
    ("都道府県", "保険者番号", "保険者", "65歳以上75歳未満", "75歳以上"),
    ("三重県", "242164", "伊賀市", "12,000", "15,000"),
)


def as_text(rows: Iterable[Sequence[str]], *, separator: str = ",", end: str = "\n") -> str:
    """Rows as a text."""
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator=end).writerows(rows)
    return written.getvalue()


def as_csv(rows: Iterable[Sequence[str]], encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    return as_text(rows).encode(encoding)


def with_cell(rows: Sequence[Sequence[str]], row: int, column: int, text: str) -> list[list[str]]:
    """Rows with one cell changed; counted from 0, the heads included."""
    changed = [list(one) for one in rows]
    changed[row][column] = text
    return changed
