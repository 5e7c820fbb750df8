"""Workbooks: sheets, merged cells, formulas, what is hidden in their parts, and archives that are none."""

from functools import cache

from tests.damaged_files.case import Damaged
from tests.damaged_files.surgery import OLE, SHEET, book_of, saved, with_parts
from tests.damaged_files.tables import HEADS, ROWS

NUMBERS = tuple((*row[:3], int(row[3]), row[4]) for row in ROWS)
AT_ROW_2 = "sheet ニーズ, row 2, column 件数"
EXTERNAL = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
DDE = EXTERNAL.replace(b"/>", b'><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>')


@cache
def plain() -> bytes:
    """A register of needs as a workbook."""
    return saved(book_of([HEADS, *NUMBERS])[0])


def _merged() -> bytes:
    book, sheet = book_of([("困りごと", None, None, None, None), HEADS, *NUMBERS, ("三重県", "津市", "除雪", 8, "2025年度")])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A3:A5")
    return saved(book)


def _merged_heads() -> bytes:
    book, sheet = book_of([("場所", None, "内容", None, None), HEADS, *NUMBERS])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:E1")
    return saved(book)


def _in_the_middle() -> bytes:
    book, sheet = book_of([], "ニーズ")
    for number, row in enumerate([HEADS, *NUMBERS, ("三重県", "ない市", "除雪", 8, "")], start=12):
        for column, value in enumerate(row, start=4):
            sheet.cell(number, column, str(value))
    return saved(book)


def _rows_of_formulas() -> bytes:
    formulas = ("=A2", "=B2", "=C2", "=D2", "=E2")
    return saved(book_of([HEADS, *NUMBERS, formulas, (None,) * 5, formulas])[0])


def _several_sheets(*, hidden: bool) -> bytes:
    book, sheet = book_of([HEADS, *NUMBERS], "データ")
    other = book.create_sheet("メモ", 0)
    other.append(["このファイルについて"])
    if hidden:
        sheet.sheet_state = "hidden"
    return saved(book)


def _formula(text: str, *, value: str | None = None, error: bool = False) -> bytes:
    book, sheet = book_of([HEADS, *NUMBERS])
    sheet["D2"] = text
    content = saved(book)
    if value is None:
        return content
    kind = b' t="e"' if error else b""

    def reckoned(part: bytes) -> bytes:
        before, _, behind = part.partition(b'<c r="D2"')
        attributes, _, rest = behind.partition(b">")
        formula, _, after = rest.partition(b"</c>")
        formula = formula.replace(b"<v></v>", b"").replace(b"<v/>", b"").replace(b"<v />", b"")
        style = attributes.replace(b' t="e"', b"").replace(b' t="str"', b"")
        return before + b'<c r="D2"' + style + kind + b">" + formula + f"<v>{value}</v>".encode() + b"</c>" + after

    return with_parts(content, {SHEET: reckoned})


def _far_cell() -> bytes:
    book, sheet = book_of([HEADS, *NUMBERS])
    sheet["XFD1048576"] = " "
    return saved(book)


def _used_range() -> bytes:
    return with_parts(plain(), {SHEET: lambda part: part.replace(b'<dimension ref="A1:E3"', b'<dimension ref="A1:XFD1048576"')})


def workbook_files() -> list[Damaged]:
    """Workbooks that open, and what is odd about them."""
    return [*_tables_and_sheets(), *_formulas(), *_extent(), *_parts(), *_names_and_blanks()]


def _tables_and_sheets() -> list[Damaged]:
    """Where the table stands, and merged cells in it."""
    return [
        Damaged(name="a plain workbook", file="n.xlsx", make=plain, taken=2),
        Damaged(name="merged cells in the data and a title", file="n.xlsx", make=_merged, taken=3),
        Damaged(
            name="a table in the middle of the sheet",
            file="n.xlsx",
            make=_in_the_middle,
            taken=2,
            says=(("unknown_area", "sheet ニーズ, row 15, column 市区町村"),),
        ),
        Damaged(name="merged cells in the heads", file="n.xlsx", make=_merged_heads, taken=2),
        Damaged(name="the data on the second sheet", file="n.xlsx", make=lambda: _several_sheets(hidden=False), taken=2),
        Damaged(name="the data on a hidden sheet", file="n.xlsx", make=lambda: _several_sheets(hidden=True), taken=2),
    ]


def _formulas() -> list[Damaged]:
    """With and without what they reckon."""
    return [
        Damaged(
            name="a formula without its value",
            file="n.xlsx",
            make=lambda: _formula("=6+6"),
            taken=1,
            says=(("formula_without_value", AT_ROW_2),),
        ),
        Damaged(
            name="rows of nothing but formulas without values",
            file="n.xlsx",
            make=_rows_of_formulas,
            taken=2,
            says=(
                ("formula_without_value", "sheet ニーズ, row 4, column 都道府県"),
                ("formula_without_value", "sheet ニーズ, row 6, column 都道府県"),
            ),
        ),
        Damaged(name="a formula with its value", file="n.xlsx", make=lambda: _formula("=6+6", value="12"), taken=2),
        Damaged(
            name="a formula with an error",
            file="n.xlsx",
            make=lambda: _formula("=A9", value="#REF!", error=True),
            taken=1,
            says=(("formula_without_value", AT_ROW_2),),
        ),
        Damaged(name="a formula that starts a program", file="n.xlsx", make=lambda: _formula("=cmd|'/C calc'!A0", value="12"), taken=2),
    ]


def _extent() -> list[Damaged]:
    """How far a sheet says that it reaches."""
    return [
        Damaged(
            name="a cell in the last corner",
            file="n.xlsx",
            make=_far_cell,
            stopped="stray_cell",
            at=(("sheet", "ニーズ"), ("cell", "XFD1048576")),
        ),
        Damaged(name="a used range of the whole sheet", file="n.xlsx", make=_used_range, taken=2),
    ]


def _parts() -> list[Damaged]:
    """What else is packed beside the sheets."""
    return [
        Damaged(
            name="a workbook with macros", file="n.xlsm", make=lambda: with_parts(plain(), {"xl/vbaProject.bin": OLE + bytes(64)}), taken=2
        ),
        Damaged(
            name="links to other workbooks",
            file="n.xlsx",
            make=lambda: with_parts(plain(), {"xl/externalLinks/externalLink1.xml": EXTERNAL}),
            taken=2,
            says=(("external_links", "n.xlsx"),),
        ),
        Damaged(
            name="a DDE link",
            file="n.xlsx",
            make=lambda: with_parts(plain(), {"xl/externalLinks/externalLink1.xml": DDE}),
            taken=2,
            says=(("external_links", "n.xlsx"),),
        ),
        Damaged(
            name="a connection to a database",
            file="n.xlsx",
            make=lambda: with_parts(plain(), {"xl/connections.xml": b"<connections/>"}),
            taken=2,
        ),
    ]


def _names_and_blanks() -> list[Damaged]:
    """What the file and the sheet are called, and a sheet with nothing in it."""
    return [
        Damaged(name="a workbook called .csv", file="n.csv", make=plain, taken=2),
        Damaged(name="the longest name of a sheet", file="n.xlsx", make=lambda: saved(book_of([HEADS, *NUMBERS], "長" * 31)[0]), taken=2),
        Damaged(name="a sheet without any cell", file="n.xlsx", make=lambda: saved(book_of([])[0]), stopped="no_loader_takes_it"),
    ]
