"""Text files: encodings, ends of lines, separators, quotation marks, signs that nobody sees."""

from tests.damaged_files.case import Damaged
from tests.damaged_files.tables import HEADS, LIST, LIST_MAPPING, NEEDS, ROWS, as_csv, as_text, with_cell

PLAIN = as_text(NEEDS)


def _lines(text: str, end: str) -> bytes:
    return text.replace("\n", end).encode()


def _mixed() -> bytes:
    first, second, third = as_text(NEEDS).splitlines()
    return f"{first}\r\n{second}\n{third}\r".encode()


def text_files() -> list[Damaged]:
    """Each as it is saved by one program or another."""
    return [
        *_encodings(),
        *_lines_and_separators(),
        *_broken_rows(),
        *_unseen_signs(),
        *_other_formats(),
        *_with_nothing_in_them(),
        *_lists(),
    ]


def _encodings() -> list[Damaged]:
    """Each encoding that is met, and two at once."""
    return [
        Damaged(name="UTF-8 with mark", file="n.csv", make=lambda: as_csv(NEEDS, "utf-8-sig"), taken=2),
        Damaged(name="UTF-16 little-endian", file="n.csv", make=lambda: as_csv(NEEDS, "utf-16"), taken=2),
        Damaged(name="UTF-16 big-endian", file="n.csv", make=lambda: b"\xfe\xff" + as_csv(NEEDS, "utf-16-be"), taken=2),
        Damaged(name="UTF-16 without mark", file="n.csv", make=lambda: as_csv(NEEDS, "utf-16-le"), stopped="not_text"),
        Damaged(name="UTF-16 cut in a sign", file="n.csv", make=lambda: as_csv(NEEDS, "utf-16")[:-1], stopped="not_text"),
        Damaged(name="CP932", file="n.csv", make=lambda: as_csv(NEEDS, "cp932"), taken=2),
        Damaged(name="EUC-JP", file="n.csv", make=lambda: as_csv(NEEDS, "euc_jp"), taken=2),
        Damaged(name="ISO-2022-JP", file="n.csv", make=lambda: as_csv(NEEDS, "iso2022_jp"), stopped="not_text"),
        Damaged(
            name="two encodings in one file",
            file="n.csv",
            make=lambda: PLAIN.encode() + "三重県,津市,除雪,5,\n".encode("cp932"),
            stopped="not_text",
            at=(("line", 4),),
        ),
    ]


def _lines_and_separators() -> list[Damaged]:
    """What ends a line and what parts its cells."""
    return [
        Damaged(name="CRLF", file="n.csv", make=lambda: _lines(PLAIN, "\r\n"), taken=2),
        Damaged(name="CR only", file="n.csv", make=lambda: _lines(PLAIN, "\r"), taken=2),
        Damaged(name="mixed ends of lines", file="n.csv", make=_mixed, taken=2),
        Damaged(name="semicolons", file="n.csv", make=lambda: as_text(NEEDS, separator=";").encode(), taken=2),
        Damaged(name="tabs", file="n.tsv", make=lambda: as_text(NEEDS, separator="\t").encode(), taken=2),
        Damaged(name="sep= line of a spreadsheet", file="n.csv", make=lambda: b"sep=;\n" + as_text(NEEDS, separator=";").encode(), taken=2),
    ]


def _broken_rows() -> list[Damaged]:
    """Signs, quotation marks and commas that break a row or only bend it."""
    return [
        Damaged(name="NUL in a cell", file="n.csv", make=lambda: PLAIN.replace("除雪", "除\0雪").encode(), stopped="not_text"),
        Damaged(name="control sign in a cell", file="n.csv", make=lambda: PLAIN.replace("除雪", "除\x07雪").encode(), stopped="not_text"),
        Damaged(
            name="quotation that is never closed",
            file="n.csv",
            make=lambda: PLAIN.replace("除雪", '"除雪').encode(),
            stopped="broken_table",
        ),
        Damaged(
            name="text behind a quotation", file="n.csv", make=lambda: PLAIN.replace("除雪", '"除"雪').encode(), stopped="broken_table"
        ),
        Damaged(name="quotation mark inside a cell", file="n.csv", make=lambda: PLAIN.replace("除雪", '除"雪').encode(), taken=2),
        Damaged(
            name="comma that was not quoted",
            file="n.csv",
            make=lambda: PLAIN.replace("除雪", "除雪,草取り").encode(),
            taken=1,
            says=(("surplus_cells", "row 3"),),
        ),
        Damaged(name="surplus blank cells", file="n.csv", make=lambda: PLAIN.replace("\n", ",,,\n").encode(), taken=2),
        Damaged(name="rows that end early", file="n.csv", make=lambda: PLAIN.replace(",30,2025年度", "").encode(), taken=2),
    ]


def _unseen_signs() -> list[Damaged]:
    """Signs and breaks that nobody sees on the screen."""
    return [
        Damaged(name="line break in a cell", file="n.csv", make=lambda: as_csv(with_cell(NEEDS, 1, 2, "買い物に\n困っている")), taken=2),
        Damaged(
            name="zero-width and direction signs",
            file="n.csv",
            make=lambda: as_csv(with_cell(with_cell(NEEDS, 1, 1, "\u200b伊賀市\u200f"), 2, 2, "\u202e除雪\u202c")),
            taken=2,
        ),
        Damaged(
            name="zero-width space in a head",
            file="n.csv",
            make=lambda: as_csv([("\ufeff都道府県", "市区町村\u200b", *HEADS[2:]), *ROWS]),
            taken=2,
        ),
        Damaged(name="full-width digits and spaces", file="n.csv", make=lambda: as_csv(with_cell(NEEDS, 1, 3, "　１２　")), taken=2),
    ]


def _other_formats() -> list[Damaged]:
    """Files that are not what their name says."""
    return [
        Damaged(name="JSON called .csv", file="n.csv", make=lambda: b'[{"name": "a", "ward": "\\ud800"}]', stopped="no_loader_takes_it"),
        Damaged(name="HTML called .xls", file="n.xls", make=lambda: _page("utf-8"), stopped="page_as_workbook"),
        Damaged(name="HTML in CP932 called .xls", file="n.xls", make=lambda: _page("cp932"), stopped="page_as_workbook"),
        Damaged(
            name="XML of a spreadsheet called .xls",
            file="n.xls",
            make=lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            stopped="page_as_workbook",
        ),
    ]


def _with_nothing_in_them() -> list[Damaged]:
    """Nothing, blanks, commas or heads alone."""
    return [
        Damaged(name="nothing", file="n.csv", make=lambda: b"", stopped="file_is_empty"),
        Damaged(name="only blanks", file="n.csv", make="\ufeff \u3000\r\n,,\n".encode, stopped="no_loader_takes_it"),
        Damaged(name="only commas, source named", file="n.csv", make=lambda: b",,,\n,,\n", source="needs_register", stopped="no_heads"),
        Damaged(name="only heads", file="n.csv", make=lambda: as_csv([HEADS]), stopped="no_records"),
        Damaged(
            name="only heads and blank rows", file="n.csv", make=lambda: as_csv([HEADS, ("", " ", "　", "", "")]), stopped="no_records"
        ),
    ]


def _lists() -> list[Damaged]:
    """A list of resources, with and without its mapping."""
    return [
        Damaged(name="list in CP932 with a mapping", file="一覧.csv", make=lambda: as_csv(LIST, "cp932"), mapping=LIST_MAPPING, taken=2),
        Damaged(name="list without a mapping", file="一覧.csv", make=lambda: as_csv(LIST), stopped="mapping_needed"),
    ]


def _page(encoding: str) -> bytes:
    """A table as portals give it out: a web page under the name of a workbook."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in NEEDS)
    return f"<html><head><meta charset={encoding}></head><body><table>{rows}</table></body></html>".encode(encoding)
