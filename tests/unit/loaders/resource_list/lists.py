"""Lists of invented resources, as files, and what the loader makes of them."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from loaders.contract import Candidate, Transformed
from loaders.gathered import gathered
from loaders.resource_list import LOADER
from loaders.resource_list.read import read_list
from loaders.resource_list.transform import transform_list

HEADS = ("名称", "対象地区", "曜日", "料金")
ROWS = (("みどりサロン", "上野地区", "毎週月曜", "100円"), ("買い物おたすけ隊", "中瀬地区", "平日", "無料"))
PLAIN = "municipality: 三重県伊賀市\ncolumns:\n  名称: name\n  対象地区: area\n  曜日: days\n  料金: fee\n"


def as_csv(*rows: Iterable[str], encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode(encoding)


def as_workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """Sheets as a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def candidate(
    content: bytes,
    name: str = "伊賀市社会資源リスト.csv",
    *,
    mapping: str | None = None,
    kept: Callable[[], Sequence[str]] = tuple,
    trial: bool = False,
) -> Candidate:
    """A file as it is offered to the loader."""
    return Candidate(path=Path(name), content=content, mapping=mapping, kept_mappings=kept, accepts_proposal=trial)


def transformed(content: bytes, mapping: str | None = None, name: str = "伊賀市社会資源リスト.csv") -> Transformed:
    """What becomes of a list, by a mapping or by the one that is proposed."""
    file = candidate(content, name, mapping=mapping, trial=True)
    return gathered(transform_list(read_list(file)))


def of_kind(made: Transformed, label: str) -> list[Any]:
    """The facts of one label or type."""
    return [fact for fact in made.facts if getattr(fact.what, "label", None) == label or getattr(fact.what, "type", None) == label]


def score(content: bytes, name: str = "list.csv") -> float:
    """How surely the loader takes a file."""
    return LOADER.recognise(candidate(content, name)).score
