"""Tables as files for a spreadsheet."""

import csv
import io

import openpyxl
import pytest

from api.table_files import Table, csv_of, xlsx_of

HARMFUL = ("=1+1", "+81-3", "-1", "@SUM(A1)", "＝1", "\t=1", "'=1")
TABLE = Table(
    name="名張市 [一覧]",
    heads=("名前", "=人数", "文"),
    rows=[*((name, 3, "「一」\n「二」") for name in HARMFUL), ("𠮷田\x00髙﨑㈱", 0.5, '"引用"、,')],
    about=("書かれていないことは「ない」とは限りません。", "-注意"),
    about_head="この表について",
    wide=1,
)


def read_csv() -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_of(TABLE).decode("utf-8-sig"), newline="")))


def test_csv_opens_in_excel_with_its_letters() -> None:
    """UTF-8 with a byte order mark; what has to be known of the table stands below it."""
    rows = read_csv()

    assert csv_of(TABLE).startswith(b"\xef\xbb\xbf")
    assert rows[-3] == ["𠮷田髙﨑㈱", "0.5", '"引用"、,']
    assert rows[-2:] == [["※ 書かれていないことは「ない」とは限りません。"], ["※ -注意"]]


@pytest.mark.parametrize("number", range(len(HARMFUL)))
def test_no_cell_is_a_formula(number: int) -> None:
    """In CSV a text has an apostrophe before it, in a workbook it is a text besides; a number stays one."""
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(TABLE))).worksheets[0]
    in_csv, in_book = read_csv()[number + 1], list(sheet[number + 2])

    assert in_csv[0] == f"'{HARMFUL[number]}"
    assert (in_book[0].value, in_book[0].data_type) == (f"'{HARMFUL[number]}", "s")
    assert (in_csv[1], in_book[1].value, in_book[1].data_type) == ("3", 3, "n")


def test_a_workbook_says_what_has_to_be_known_on_a_sheet_of_its_own() -> None:
    """Titles of sheets are such as Excel takes, and the heads stay in sight."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(TABLE)))

    assert book.sheetnames == ["名張市 _一覧_", "この表について"]
    assert book.worksheets[0].freeze_panes == "B2"
    assert book.worksheets[0]["B1"].value == "'=人数"
    assert [row[0] for row in book.worksheets[1].iter_rows(values_only=True)][1] == TABLE.about[0]


def test_a_table_without_rows_is_a_file_too() -> None:
    """Heads, and why there are none."""
    table = Table(name="x", heads=("名前",), rows=[], about=("まだ答えられません。",))

    assert csv_of(table).decode("utf-8-sig").splitlines() == ["名前", "※ まだ答えられません。"]
    assert openpyxl.load_workbook(io.BytesIO(xlsx_of(table))).worksheets[0].max_row == 1
