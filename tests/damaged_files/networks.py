"""Maps, networks and directories: JSON, XML and packages that are not as they should be."""

import io
import json
from functools import cache
from pathlib import Path

import openpyxl

from tests.damaged_files.case import Damaged
from tests.damaged_files.surgery import with_parts

SAMPLES = Path(__file__).parents[1] / "sample_data"
GEXF = "gephi/gephi_1_3.gexf"
DEEP = 100_000
WITHOUT_BODIES = (
    ("unknown_name", "sheet 協議体, row 3, column 構成員"),
    ("unknown_name", "sheet 協議体, row 4, column 構成員"),
    ("unknown_name", "sheet サービス, row 3, column 提供団体"),
    ("unknown_name", "sheet つながり, row 3, column 始点"),
    ("unknown_name", "sheet つながり, row 4, column 始点"),
    ("unknown_name", "sheet つながり, row 5, column 始点"),
    ("unknown_name", "sheet つながり, row 6, column 終点"),
    ("unknown_name", "sheet つながり, row 7, column 始点"),
    ("name_of_refused_row", "sheet つながり, row 8, column 終点"),
    ("name_of_refused_row", "sheet ニーズ, row 3, column 応えている活動"),
    ("unknown_name", "sheet 配置, row 3, column 配置先"),
)


@cache
def sample(name: str) -> bytes:
    """A good file, to be damaged."""
    return (SAMPLES / name).read_bytes()


def _map(elements: list[dict[str, object]], connections: list[dict[str, object]]) -> bytes:
    return json.dumps({"name": "見本", "elements": elements, "connections": connections}).encode()


def _element(label: str) -> dict[str, object]:
    return {"_id": label, "attributes": {"label": label, "element type": "団体", "区域": "三重県伊賀市"}}


def _circle() -> bytes:
    pairs = [("a会", "b会"), ("b会", "c会"), ("c会", "a会")]
    ties = [
        {"_id": f"t{n}", "from": one, "to": other, "attributes": {"connection type": "PART_OF"}} for n, (one, other) in enumerate(pairs)
    ]
    return _map([_element("a会"), _element("b会"), _element("c会")], [dict(one) for one in ties])


def network_files() -> list[Damaged]:
    """One fault in each."""
    return [*_maps(), *_graphs(), *_directories(), *_other_tables()]


def _maps() -> list[Damaged]:
    """Maps in JSON."""
    return [
        Damaged(name="parts of each other in a circle", file="k.json", make=_circle, taken=6),
        Damaged(
            name="a lone surrogate in a name",
            file="k.json",
            make=lambda: _map([_element("a会\ud800"), _element("b会")], []),
            stopped="file_is_broken_json",
        ),
        Damaged(name="a map cut short", file="k.json", make=lambda: sample("kumu/blueprint.json")[:-20], stopped="file_is_broken_json"),
        Damaged(name="JSON a hundred thousand deep", file="k.json", make=lambda: b"[" * DEEP + b"]" * DEEP, stopped="file_is_broken_json"),
        Damaged(
            name="a map a hundred thousand deep",
            file="k.json",
            source="kumu",
            make=lambda: b'{"elements":' + b"[" * DEEP + b"]" * DEEP + b"}",
            stopped="broken_json",
        ),
        Damaged(
            name="a map of numbers",
            file="k.json",
            source="kumu",
            make=lambda: b'{"elements": 1e999, "connections": 5}',
            stopped="no_network",
        ),
    ]


def _graphs() -> list[Damaged]:
    """Networks in XML."""
    return [
        Damaged(name="a network cut short", file="g.gexf", make=lambda: sample(GEXF)[:-40], stopped="broken_xml"),
        Damaged(
            name="a network with a document type",
            file="g.gexf",
            make=lambda: sample(GEXF).replace(b"<gexf", b'<!DOCTYPE gexf [<!ENTITY a "b">]><gexf', 1),
            stopped="unsafe_xml",
        ),
        Damaged(
            name="a network in UTF-16",
            file="g.gexf",
            make=lambda: sample(GEXF).decode().replace("UTF-8", "UTF-16").replace("utf-8", "utf-16").encode("utf-16"),
            taken=6,
        ),
        Damaged(
            name="a network a hundred thousand deep",
            file="g.gexf",
            make=lambda: b"<gexf>" + b"<a>" * DEEP + b"</a>" * DEEP + b"</gexf>",
            stopped="broken_xml",
        ),
    ]


def _directories() -> list[Damaged]:
    """Directories as packages of tables."""
    return [
        Damaged(
            name="a directory with a table cut short",
            file="h.zip",
            make=lambda: with_parts(sample("hsds/directory.zip"), {"service.csv": lambda part: part[: len(part) // 2]}),
            stopped="not_text_in_package",
            at=(("file", "service.csv"),),
        ),
        Damaged(
            name="a directory without its description",
            file="h.zip",
            make=lambda: with_parts(sample("hsds/directory.zip"), {"datapackage.json": b"{"}),
            source="hsds",
            stopped="no_hsds_tables",
        ),
        Damaged(name="a directory cut short", file="h.zip", make=lambda: sample("hsds/directory.zip")[:-200], stopped="damaged_archive"),
    ]


def _other_tables() -> list[Damaged]:
    """Our template, and open data."""
    return [
        Damaged(
            name="our template cut short", file="w.xlsx", make=lambda: sample("workbook/名張の記入.xlsx")[:-200], stopped="damaged_workbook"
        ),
        Damaged(name="our template with a sheet lost", file="w.xlsx", make=_without_a_sheet, taken=8, says=WITHOUT_BODIES),
        Damaged(
            name="open data with a byte of another encoding",
            file="o.csv",
            make=lambda: sample("municipal_open_data/public_facilities.csv") + b"\xff\xff",
            stopped="not_text",
        ),
    ]


def _without_a_sheet() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(sample("workbook/名張の記入.xlsx")))
    del book["組織"]
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
