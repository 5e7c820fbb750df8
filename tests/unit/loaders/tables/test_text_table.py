"""Text tables: whatever cells a program writes come back; what is no text is refused with its line."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import LoadStopped
from loaders.tables.text_table import MOST_COLUMNS, SEPARATORS, text_book

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\r\t",;'), max_size=12)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8)
JAPANESE = "市区町村,ニーズ\n伊賀市,除雪\n津市,買い物の手伝い\n"


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    (sheet,) = text_book(content, "file.csv").sheets
    return list(sheet.rows())


@settings(max_examples=200)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(SEPARATORS), st.sampled_from(["\n", "\r\n"])
)
def test_what_was_written_comes_back(rows: list[list[str]], separator: str, end: str) -> None:
    """Commas, quotation marks and breaks of lines in cells; each separator; each end of lines."""
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)

    assert rows_of(written.getvalue().encode("utf-8-sig")) == [tuple(row) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_each_encoding_is_told_by_its_bytes(encoding: str) -> None:
    """The same cells whatever the encoding."""
    assert rows_of(JAPANESE.encode(encoding)) == [("市区町村", "ニーズ"), ("伊賀市", "除雪"), ("津市", "買い物の手伝い")]


def test_half_width_kana_are_no_other_encoding() -> None:
    """A CP932 file with names in half-width kana stays CP932."""
    text = "事業所名,カナ\nみどり,ﾐﾄﾞﾘｻﾛﾝ\nあおぞら,ｱｵｿﾞﾗﾉｶｲ\n"
    assert rows_of(text.encode("cp932"))[1] == ("みどり", "ﾐﾄﾞﾘｻﾛﾝ")


def test_rows_come_as_often_as_they_are_asked_for() -> None:
    """Several loaders look at one table."""
    (sheet,) = text_book(JAPANESE.encode(), "file.csv").sheets
    assert list(sheet.rows()) == list(sheet.rows())


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        (JAPANESE.encode() + b"\xff\xff\n", "not_text", 4),
        (b"a,b\n1,\x002\n", "not_text", 2),
        (b"a,b\n\x1b[0m,2\n", "not_text", 2),
        (JAPANESE.encode("utf-16")[:-1], "not_text", 4),
        (b'a,b\n1,"2\n3,4\n5,6\n', "broken_table", 2),
        (b'a,b\n1,"2"3\n', "broken_table", 2),
    ],
)
def test_what_is_no_text_or_no_table_is_refused_with_its_line(content: bytes, key: str, line: int) -> None:
    """The line is where a person has to look."""
    with pytest.raises(LoadStopped) as stopped:
        rows_of(content)
    assert (stopped.value.key, stopped.value.values.get("line")) == (key, line)


def test_more_columns_than_a_spreadsheet_has_are_no_table() -> None:
    """A file whose line breaks were lost."""
    with pytest.raises(LoadStopped) as stopped:
        text_book(b"," * MOST_COLUMNS, "file.csv")
    assert stopped.value.key == "too_many_columns"
    assert len(rows_of(b"," * (MOST_COLUMNS - 1))[0]) == MOST_COLUMNS


def test_the_separator_is_what_stands_most_often_outside_of_quotations() -> None:
    """Commas in a quoted cell of a file with semicolons divide nothing."""
    assert rows_of(b'a;b\n"1,2,3,4";5\n') == [("a", "b"), ("1,2,3,4", "5")]
