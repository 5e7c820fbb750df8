"""Heads: which row they stand in, and which column of ours each is."""

from collections.abc import Sequence

import pytest

from loaders.tables.book import Sheet
from loaders.tables.heads import LONGEST_HEAD, SEARCHED, Column, Heading, heading_of, plain_head

COLUMNS = (
    Column(key="name", heads=("名称", "団体名"), required=True, names_a_body=True),
    Column(key="area", heads=("対象地区", "地区")),
    Column(key="days", heads=("曜日",)),
)


def found(*rows: Sequence[str]) -> Heading:
    heading = heading_of(Sheet(name=None, rows=lambda: iter(map(tuple, rows))), COLUMNS)
    assert heading is not None
    return heading


@pytest.mark.parametrize("head", ["名 称", "【必須】名称", "名称※", "名称：", "名\n称", "\ufeff名称", "名称\u200b", "名_称"])
def test_signs_around_a_head_make_no_other(head: str) -> None:
    """Spaces, marks of required columns and signs that nobody sees."""
    assert plain_head(head) == plain_head("名称")


@pytest.mark.parametrize("head", ["名称（正式）", "団体 名称", "団体名[必須]"])
def test_groups_and_brackets_are_left_out_where_the_whole_is_unknown(head: str) -> None:
    """What stands in brackets at the end, and the group before it."""
    assert found((head, "曜日")).where == {"name": 0, "days": 1}


def test_the_row_with_most_heads_counts() -> None:
    """Titles and notes above it are none, though one says 地区."""
    assert found(("地区の一覧", ""), ("地区", ""), ("名称", "曜日"), ("a", "月")).row == 2


def test_heads_below_the_first_rows_are_not_looked_for() -> None:
    """Somewhere the search ends."""
    rows = [("",)] * SEARCHED + [("名称", "曜日")]
    assert heading_of(Sheet(name=None, rows=lambda: iter(rows)), COLUMNS) is None


def test_two_rows_of_heads_are_joined() -> None:
    """A group above several heads stands before each."""
    heading = found(("", "利用", ""), ("名称", "曜日", "料金"), ("a", "月", "1"))
    assert heading.where == {"name": 0, "days": 1}


def test_what_is_missing_double_or_unknown_is_told() -> None:
    """By the heads as they stand."""
    heading = found(("地区", "地区", "料金", "曜日"))
    assert [column.key for column in heading.missing] == ["name"]
    assert (heading.repeated, heading.unknown) == (("地区",), ("料金",))


def test_the_more_usual_of_two_heads_counts() -> None:
    """対象地区 before 地区; two of them are no doubles."""
    heading = found(("名称", "地区", "対象地区"))
    assert (heading.where["area"], heading.repeated) == (2, ())


def test_a_text_is_no_head() -> None:
    """However it begins or ends."""
    assert found(("名称", "曜日", "名称（" + "あ" * LONGEST_HEAD + "）")).repeated == ()


def test_a_column_without_a_head_is_called_by_our_own_key() -> None:
    """For reports on what the file lacks."""
    assert (found(("団体名", "曜日")).head("name"), found(("団体名", "曜日")).head("area")) == ("団体名", "area")
