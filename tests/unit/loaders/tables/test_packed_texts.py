"""A ZIP of CSVs as a book of tables."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.tables.book import Book
from loaders.tables.opening import book_of
from loaders.whole_files import archive


def opened(content: bytes) -> Book:
    return book_of(Candidate(path=Path("表.zip"), content=content))


def test_each_csv_is_a_sheet_called_after_its_file() -> None:
    """In whatever encoding, also in a folder of the archive; other files and empty ones are no sheets."""
    book = opened(
        archive({"表/組織.csv": "名称\nほたる会\n".encode("cp932"), "b.CSV": b"a,b\n1,2\n", "写真.png": b"\x89PNG", "空.csv": b""})
    )

    assert [(sheet.name, list(sheet.rows())) for sheet in book.sheets] == [
        ("組織", [("名称",), ("ほたる会",)]),
        ("b", [("a", "b"), ("1", "2")]),
    ]
    assert book.is_text


def test_names_that_windows_wrote_are_read() -> None:
    """An archive without the sign of UTF-8 has its names in CP932."""
    # Arrange
    name, made = "組織.csv".encode("cp932"), BytesIO()
    with ZipFile(made, "w") as packed:
        packed.writestr(ZipInfo("y" * len(name)), "名称\n")
    content = made.getvalue().replace(b"y" * len(name), name)

    # Act, Assert
    assert [sheet.name for sheet in opened(content).sheets] == ["組織"]


@pytest.mark.parametrize(("files", "key"), [({"a.csv": b"\0\1\2"}, "not_text"), ({"a.png": b"x"}, "damaged_workbook")])
def test_what_holds_no_table_is_stopped(files: dict[str, bytes], key: str) -> None:
    """A CSV that is no text, and an archive without any CSV."""
    with pytest.raises(LoadStopped) as stopped:
        opened(archive(files))

    assert stopped.value.key == key
