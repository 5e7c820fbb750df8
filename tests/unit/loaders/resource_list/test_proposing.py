"""What is proposed for a list that nobody has seen before."""

import pytest

from loaders.resource_list import ResourceList
from loaders.resource_list.mapping import ListMapping, mapping_of
from loaders.resource_list.proposing import proposed
from tests.unit.loaders.resource_list.lists import HEADS, ROWS, as_csv, as_workbook, candidate, score

NAMES = ("みどり", "あおぞら", "ひまわり", "すみれ")


def proposal(content: bytes, name: str = "伊賀市社会資源リスト.csv") -> ListMapping:
    found = proposed(candidate(content, name))
    assert found is not None
    return found


def test_heads_tell_their_meanings() -> None:
    """Known heads need no look at the cells; the municipality comes from the file's name."""
    found = proposal(as_csv(HEADS, *ROWS))

    assert found.columns == {"名称": "name", "対象地区": "area", "曜日": "days", "料金": "fee"}
    assert (found.municipality, found.rows, found.by_values) == ("三重県伊賀市", "both", frozenset())
    assert found.dataset == "resource_list/伊賀市/伊賀市社会資源リスト"


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("月・水", "平日", "毎週火曜", "第2木曜"), "days"),
        (("100円", "無料", "300円/回", "実費"), "fee"),
        (("0595-00-0001", "0595-00-0002", "059-500-0003", ""), "telephone"),
        (("伊賀市上野1-1", "伊賀市中瀬2", "伊賀市島ヶ原30", "伊賀市阿保4-5"), "address"),
        (("伊賀市", "名張市", "伊賀市", "名張市"), "municipality"),
        (("三重県", "三重県", "三重県", "三重県"), "prefecture"),
        (("ミドリ", "アオゾラ", "ヒマワリ", "スミレ"), "kana"),
        (("いろいろ", "100円", "", "平日"), "ignore"),
    ],
)
def test_cells_tell_the_meaning_of_an_unknown_head(cells: tuple[str, ...], meaning: str) -> None:
    """What most filled cells of a column look like; said to be a proposal by values."""
    rows = [(name, "サロン", "上野", cell) for name, cell in zip(NAMES, cells, strict=True)]

    found = proposal(as_csv(("名称", "種別", "地区", "その三"), *rows))

    assert found.columns["その三"] == meaning
    assert ("その三" in found.by_values) == (meaning != "ignore")


def test_few_cells_tell_nothing() -> None:
    """Two filled cells are too few to tell a meaning."""
    rows = [(name, "サロン", "上野", fee) for name, fee in zip(NAMES, ("100円", "無料", "", ""), strict=True)]
    assert proposal(as_csv(("名称", "種別", "地区", "その三"), *rows)).columns["その三"] == "ignore"


@pytest.mark.parametrize(
    ("title", "sheet", "file", "municipality"),
    [
        ("伊賀市 社会資源リスト（令和8年10月1日現在）", "一覧", "list.xlsx", "三重県伊賀市"),
        ("社会資源リスト", "名張市", "list.xlsx", "三重県名張市"),
        ("社会資源リスト", "一覧", "松江市_サロン_R8.10.xlsx", "島根県松江市"),
        ("伊賀市と名張市の資源", "一覧", "list.xlsx", None),
        ("府中市 社会資源リスト", "一覧", "list.xlsx", None),
        ("社会資源リスト", "一覧", "list.xlsx", None),
    ],
)
def test_the_municipality_is_told_above_the_heads_or_by_names(title: str, sheet: str, file: str, municipality: str | None) -> None:
    """By the title, the sheet or the file where they name exactly one; two, or one of two of a name, are not chosen from."""
    found = proposal(as_workbook({sheet: [(title,), (), HEADS, *ROWS]}), file)

    assert (found.municipality, found.sheet) == (municipality, sheet)


def test_two_rows_of_heads_are_one_head() -> None:
    """A group above a head stands before it."""
    rows = [(*row, "12") for row in ROWS]
    found = proposal(as_csv(("", "", "利用", "", ""), ("名称", "対象地区", "曜日", "料金", "定員"), *rows))

    assert list(found.columns.values()) == ["name", "area", "days", "fee", "capacity"]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [(("名称", "住所", "対象地区"), "body"), (("名称", "実施主体", "曜日"), "service"), (("名称", "対象地区", "曜日"), "both")],
)
def test_what_a_row_is_follows_from_the_columns(heads: tuple[str, ...], rows: str) -> None:
    """Without anything a service has it is a body; with who offers it a service; else both."""
    assert proposal(as_csv(heads, ("みどり", "あ", "い"))).rows == rows


@pytest.mark.parametrize(
    "name", ["社会資源リスト_R8.10.csv", "社会資源リスト（令和8年10月1日現在）.csv", "社会資源リスト 2026-10-01.csv", "社会資源リスト.csv"]
)
def test_the_dataset_is_named_without_the_date(name: str) -> None:
    """Next month's file has the same name."""
    assert proposal(as_csv(HEADS, *ROWS), name).dataset == "resource_list/社会資源リスト"


def test_what_is_no_list_is_not_proposed() -> None:
    """A table of anything has no name and two known columns."""
    assert score(as_csv(("年度", "売上", "利益"), ("2025", "1", "2"))) == 0
    assert score(as_csv(("名称", "数", "率"), ("あ", "1", "2"))) == 0
    assert score(as_csv(HEADS, *ROWS)) > 1 / 2


def test_strange_and_many_heads_come_through_the_proposal() -> None:
    """Three hundred columns, some named like numbers, dates and YAML: what is shown can be given back as it is."""
    heads = [*HEADS, "yes", "2026-13-45", "a: b", "改\n行", "#", "😀", *(f"列{number}" for number in range(300))]
    file = candidate(as_csv(heads, *([*row, *["値"] * (len(heads) - len(row))] for row in ROWS)))

    shown = mapping_of(ResourceList().propose(file, "ja"))

    assert list(shown.columns) == heads
