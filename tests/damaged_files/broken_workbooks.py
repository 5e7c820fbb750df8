"""Workbooks and archives that cannot, or must not, be opened."""

from tests.damaged_files.case import Damaged
from tests.damaged_files.surgery import OLE, SHEET, bomb, compound, locked, lying, packed, with_parts
from tests.damaged_files.tables import NEEDS, as_csv
from tests.damaged_files.workbooks import plain

NEST = 100_000


def _entities() -> bytes:
    lines = [f'<!ENTITY a{number} "' + f"&a{number - 1};" * 10 + '">' for number in range(1, 12)]
    bomb_text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">' + "".join(lines) + "]>"
    shared = bomb_text + '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a11;</t></si></sst>'
    return with_parts(plain(), {"xl/sharedStrings.xml": shared.encode()})


def _nested() -> bytes:
    deep = b"<a>" * NEST + b"</a>" * NEST
    return with_parts(plain(), {SHEET: lambda part: part.replace(b"</sheetData>", b"</sheetData>" + deep)})


def _other_office() -> bytes:
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})


def broken_files() -> list[Damaged]:
    """What cannot, or must not, be opened."""
    return [*_cut_or_locked(), *_too_large(), *_broken_parts(), *_no_workbooks(), *_archives()]


def _cut_or_locked() -> list[Damaged]:
    """Not whole, not to be read without a password."""
    return [
        Damaged(name="a workbook cut short", file="n.xlsx", make=lambda: plain()[:2_000], stopped="damaged_workbook"),
        Damaged(name="a workbook without its last byte", file="n.xlsx", make=lambda: plain()[:-30], stopped="damaged_workbook"),
        Damaged(name="a byte turned over", file="n.xlsx", make=_turned, stopped="damaged_workbook"),
        Damaged(name="sizes that are not so", file="n.xlsx", make=lambda: lying(plain()), stopped="damaged_workbook"),
        Damaged(name="parts that are locked", file="n.xlsx", make=lambda: locked(plain()), stopped="encrypted_workbook"),
        Damaged(name="a password", file="n.xlsx", make=lambda: compound("EncryptedPackage"), stopped="encrypted_workbook"),
        Damaged(name="an old workbook that is damaged", file="n.xls", make=lambda: compound("Workbook"), stopped="damaged_workbook"),
        Damaged(name="the first bytes of an old file alone", file="n.xls", make=lambda: OLE, stopped="damaged_workbook"),
    ]


def _too_large() -> list[Damaged]:
    """They unpack to more than anybody wants, or to another archive."""
    return [
        Damaged(
            name="a sheet that unpacks to 300 MB",
            file="n.xlsx",
            make=lambda: bomb(SHEET + "x", 300, {"xl/workbook.xml": b"<x/>"}),
            stopped="workbook_too_large",
        ),
        Damaged(name="a CSV that unpacks to 300 MB", file="n.zip", make=lambda: bomb("n.csv", 300, {}), stopped="archive_too_large"),
        Damaged(
            name="an archive in an archive",
            file="n.zip",
            make=lambda: packed({"b.zip": bomb("n.csv", 30, {})}),
            stopped="no_table_in_archive",
        ),
    ]


def _broken_parts() -> list[Damaged]:
    """What is packed in them is not what it should be."""
    return [
        Damaged(name="references to references in the texts", file="n.xlsx", make=_entities, stopped="damaged_workbook"),
        Damaged(name="a hundred thousand elements in each other", file="n.xlsx", make=_nested, taken=2),
        Damaged(
            name="a workbook without sheets",
            file="n.xlsx",
            make=lambda: packed({"xl/workbook.xml": b"<workbook/>"}),
            stopped="damaged_workbook",
        ),
        Damaged(
            name="a sheet that is no XML",
            file="n.xlsx",
            make=lambda: with_parts(plain(), {SHEET: b"\xff\xfe<"}),
            stopped="damaged_workbook",
        ),
    ]


def _no_workbooks() -> list[Damaged]:
    """Other files under the name of a workbook."""
    return [
        Damaged(name="an OpenDocument table that is none", file="n.ods", make=_other_office, stopped="damaged_workbook"),
        Damaged(name="a picture called .xlsx", file="n.xlsx", make=lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), stopped="file_is_binary"),
        Damaged(
            name="a picture, source named",
            file="n.xlsx",
            make=lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
            source="needs_register",
            stopped="not_text",
        ),
    ]


def _archives() -> list[Damaged]:
    """With and without a table in them."""
    return [
        Damaged(name="a ZIP without a table", file="n.zip", make=lambda: packed({"a.png": b"\x89PNG"}), stopped="no_table_in_archive"),
        Damaged(
            name="a ZIP without a table, source named",
            file="n.zip",
            make=lambda: packed({"a.png": b"\x89PNG"}),
            source="npo_portal",
            stopped="no_table_in_archive",
        ),
        Damaged(
            name="a register in a ZIP, source named",
            file="n.zip",
            make=lambda: packed({"n.csv": as_csv(NEEDS)}),
            source="needs_register",
            taken=2,
        ),
        Damaged(name="an empty ZIP", file="n.zip", make=lambda: b"PK\x05\x06" + bytes(18), stopped="file_is_binary"),
    ]


def _turned() -> bytes:
    changed = bytearray(plain())
    changed[len(changed) // 3] ^= 0xFF
    return bytes(changed)
