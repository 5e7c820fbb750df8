"""The ZIP and its description: what is opened, what is stopped."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from graph.errors import LoadStopped
from loaders.hsds import LOADER
from loaders.whole_files import archive
from tests.hsds_directory import directory
from tests.hsds_packages import candidate, package, table
from tests.unit.loaders.hsds.reading import nodes, read, read_tables, told


def repacked(content: bytes, **changes: bytes) -> bytes:
    """A ZIP with some of its files changed."""
    with ZipFile(BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    return archive(files | {f"{name}.csv": changed for name, changed in changes.items()})


def stopped(content: bytes) -> LoadStopped:
    with pytest.raises(LoadStopped) as error:
        read(content)
    return error.value


def test_tables_without_a_description_are_a_package_too() -> None:
    """organization.csv and service.csv say enough, also in a folder of the ZIP."""
    tables = {f"data/{name}.csv": table(rows).encode() for name, rows in directory().items()}
    content = archive({"data/datapackage.json": b'{"resources": []}'} | tables)
    bare = archive({f"{name}.csv": table(rows).encode() for name, rows in directory().items()})

    assert LOADER.recognise(candidate(bare)).score > 0.5
    assert read(content).facts == read(bare).facts != ()


def test_a_zip_of_others_is_not_ours() -> None:
    """A workbook, another package, a lone CSV."""
    for files in (
        {"xl/workbook.xml": b"<x/>"},
        {"datapackage.json": b'{"resources": [{"name": "trees", "path": "trees.csv"}]}'},
        {"a.csv": b"a,b"},
    ):
        assert LOADER.recognise(candidate(archive(files))).score == 0
        assert stopped(archive(files)).key == "no_hsds_tables"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_tables_may_have_other_encodings(encoding: str) -> None:
    """A byte order mark, or what old spreadsheets write."""
    rows = [dict(row) for row in directory()["service"]]
    rows[0]["name"] = "見守り訪問"

    made = read(repacked(package(directory()), service=table(rows).encode(encoding)))

    assert "森のサロン" in nodes(made, "Service")


def test_a_broken_table_is_named() -> None:
    """With its line; nothing is written."""
    error = stopped(repacked(package(directory()), service=b'id,name,status\r\n1,"open,active\r\n'))

    assert (error.key, error.values["file"]) == ("broken_table_in_package", "service.csv")
    assert stopped(repacked(package(directory()), service=b"id,name,status\r\n1,\x00\x01,active\r\n")).key == "not_text_in_package"


def test_cells_that_have_slipped_are_refused() -> None:
    """A comma too many in one row; the others are taken."""
    rows = table(directory()["service"]).replace("1回100円", "1回100円,,,,,余り")

    made = read(repacked(package(directory()), service=rows.encode()))

    assert ("surplus_cells", "sheet service.csv, row 3") in told(made, "refused")


def test_a_damaged_zip_is_stopped() -> None:
    """Cut off in the middle."""
    assert stopped(package(directory())[:900]).key == "no_hsds_tables"


def test_the_licence_of_the_package_is_kept() -> None:
    """As it words it."""
    made = read_tables(directory(), licenses=[{"name": "CC-BY-4.0", "title": "表示 4.0 国際"}])

    assert (made.dataset.licence, made.dataset.title) == ("表示 4.0 国際", "見本市資源台帳")


def test_a_description_may_hold_the_rows_itself() -> None:
    """One that only names files asks for the ZIP."""
    described = {"name": "mihon", "resources": [{"name": name, "data": list(rows)} for name, rows in directory().items()]}
    named = {"name": "mihon", "resources": [{"name": "organization", "path": "organization.csv"}]}

    assert "森のサロン" in nodes(read(json.dumps(described).encode(), "datapackage.json"), "Service")
    assert stopped(json.dumps(named).encode()).key == "description_without_tables"
