"""Reading a register: any usual encoding, every usual form of CSV, and clear refusals."""

from pathlib import Path

import pytest

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.transport_register import LOADER
from loaders.transport_register.read import REQUIRED, likeness, read_register

SAMPLES = Path(__file__).parents[3] / "sample_data" / "transport_register"

HEAD = ",".join(REQUIRED)


def table(*rows: str, head: str = HEAD, encoding: str = "utf-8") -> bytes:
    return "\n".join([head, *rows, ""]).encode(encoding)


def test_the_same_table_reads_alike_in_utf8_and_in_cp932_with_crlf() -> None:
    """Encoding and line ends change no cell but for the line break inside it."""
    # Act
    plain = read_register((SAMPLES / "register.csv").read_bytes())
    windows = read_register((SAMPLES / "register_cp932_crlf.csv").read_bytes())

    # Assert
    assert [one.cells for one in plain.records] == [
        {head: cell.replace("\r\n", "\n") for head, cell in one.cells.items()} for one in windows.records
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_head() -> None:
    """Excel's UTF-8 is read like any other."""
    # Act
    register = read_register((SAMPLES / "register_with_bom.csv").read_bytes())

    # Assert
    assert register.records[0].cells["registration_no"] == "見本福第1号"


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    """The head is row 1; a line break inside a cell makes no row, an empty row counts but is no record."""
    # Act
    register = read_register(table('"甲\n乙",a,b,c,d,e,f', ",,,,,,", "丙,a,b,c,d,e,f"))

    # Assert
    assert [(one.row, one.cells["registration_no"]) for one in register.records] == [(2, "甲\n乙"), (4, "丙")]


def test_cells_stay_as_they_stand() -> None:
    """Reading trims and repairs nothing."""
    # Act
    register = read_register(table('" 見本第１号 ","a,b",c,d,e,f,g'))

    # Assert
    assert register.records[0].cells["registration_no"] == " 見本第１号 "
    assert register.records[0].cells["transport_type"] == "a,b"


def test_a_short_row_has_empty_cells_and_a_long_one_says_so() -> None:
    """Cells that a row lacks are empty; filled cells beyond the head are counted."""
    # Act
    short, long = read_register(table("1,a", "2,a,b,c,d,e,f,g,,h")).records

    # Assert
    assert (short.cells["valid_to"], short.surplus) == ("", 0)
    assert long.surplus == 2


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        (b" \r\n", "empty_file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not_text"),
        (b"\xff\xfe\x00\xd8\xff\xff\x80", "not_text"),
        (table(head="name,address"), "missing_columns"),
        (table(head=HEAD + ",org_name"), "repeated_columns"),
        (table(), "no_records"),
        (table('"never closed'), "broken_table"),
    ],
)
def test_what_cannot_be_read_stops_with_its_reason(content: bytes, key: str) -> None:
    """Each way in which a file is unusable has its own message."""
    # Act
    with pytest.raises(LoadStopped) as stopped:
        read_register(content)

    # Assert
    assert stopped.value.key == key


def test_missing_columns_are_named() -> None:
    """The message says which columns to add."""
    # Act
    with pytest.raises(LoadStopped) as stopped:
        read_register((SAMPLES / "bad_missing_columns.csv").read_bytes())

    # Assert
    assert stopped.value.values["columns"] == "service_area、valid_to"


@pytest.mark.parametrize(
    ("content", "lowest", "highest"),
    [
        (table(), 1.0, 1.0),
        (table(head=HEAD.replace(",valid_to", "")), 0.5, 0.8),
        (table(head="registration_no,org_name,valid_to"), 0.0, 0.0),
        (table(head="id,name"), 0.0, 0.0),
        (b"\x00\x01\x02", 0.0, 0.0),
        (b"", 0.0, 0.0),
    ],
)
def test_the_head_decides_how_alike_a_file_is(content: bytes, lowest: float, highest: float) -> None:
    """A whole head is certain, most of it is likely, less is another file."""
    # Act, Assert
    assert lowest <= likeness(content) <= highest


def test_the_loader_looks_at_the_bytes_and_not_at_the_name() -> None:
    """A register under any file name is recognised."""
    # Arrange
    candidate = Candidate(path=Path("whatever.dat"), content=table(encoding="cp932"))

    # Act, Assert
    assert LOADER.recognise(candidate).score == 1.0
