"""Files and folders are written whole or not at all."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.errors import QueryMisused
from loaders.whole_files import archive, refuse_others, write_file, write_folder, write_tree

FILES = {"一.csv": b"1", "二.csv": b"2"}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """And nothing else is left beside it."""
    for content in (b"old", b"new"):
        write_file(tmp_path / "記録.csv", content)

    assert contents(tmp_path) == {"記録.csv": b"new"}


@pytest.mark.parametrize("place", ["no/such/folder.csv", "folder", "file/records.csv"])
def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path, place: str) -> None:
    """No folder, a folder where the file should be, a file where the folder should be: refused, nothing left behind."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(QueryMisused) as refused:
        write_file(tmp_path / place, b"")

    assert refused.value.key == "file_not_written"
    assert contents(tmp_path) == {"file": b""}


def test_the_root_is_no_place_for_a_file() -> None:
    """Refused as any other place that cannot be written to."""
    with pytest.raises(QueryMisused):
        write_file(Path("/"), b"")


def test_a_folder_takes_the_place_of_one_with_the_same_files(tmp_path: Path) -> None:
    """A second export into the same folder; what the first had and the second has not is gone."""
    write_folder(tmp_path / "記録", FILES)

    files = write_folder(tmp_path / "記録", {"一.csv": b"3", "二.csv": b"4"})

    assert files == (tmp_path / "記録" / "一.csv", tmp_path / "記録" / "二.csv")
    assert contents(tmp_path) == {"記録/一.csv": b"3", "記録/二.csv": b"4"}


def test_a_folder_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    """A folder with any other file is refused, and the file is named."""
    (tmp_path / "大事").mkdir()
    (tmp_path / "大事" / "手紙.txt").write_bytes(b"!")

    with pytest.raises(QueryMisused) as refused:
        write_folder(tmp_path / "大事", FILES)

    assert (refused.value.key, refused.value.values["file"]) == ("folder_holds_others", "手紙.txt")
    assert contents(tmp_path) == {"大事/手紙.txt": b"!"}


def test_a_folder_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    """One file of the new folder cannot be written: the old folder stands, and nothing beside it."""
    write_folder(tmp_path / "記録", FILES)

    with pytest.raises(QueryMisused):
        write_folder(tmp_path / "記録", FILES | {"no/such.csv": b"5"})

    assert contents(tmp_path) == {f"記録/{name}": content for name, content in FILES.items()}


def test_a_tree_takes_the_place_only_of_what_was_written_earlier(tmp_path: Path) -> None:
    """What was written earlier goes with its folders; any other file, of whatever name and depth, keeps the folder as it is."""
    place, deep = tmp_path / "画面", {"a.html": b"1", "図/b.html": b"2"}
    written = write_tree(place, deep)
    write_tree(place, {"c.html": b"3"}, earlier=deep)
    assert contents(tmp_path) == {"画面/c.html": b"3"}

    for refuse in (lambda: write_tree(place, {"c.html": b"4"}), lambda: refuse_others(place, ["a.html"])):
        with pytest.raises(QueryMisused) as refused:
            refuse()
        assert (refused.value.key, refused.value.values["file"]) == ("folder_holds_others", "c.html")
    assert written == (place / "a.html", place / "図" / "b.html")
    assert contents(tmp_path) == {"画面/c.html": b"3"}


def test_an_archive_depends_on_its_files_only(tmp_path: Path) -> None:
    """The same files give the same bytes, whenever they are packed; Japanese names stay."""
    packed = archive(FILES)
    (tmp_path / "a.zip").write_bytes(packed)

    with ZipFile(tmp_path / "a.zip") as opened:
        assert {one.filename: opened.read(one) for one in opened.infolist()} == FILES
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive(FILES) == packed
