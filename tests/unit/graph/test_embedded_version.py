"""A cold copy of the data before another version of the engine opens them."""

from importlib.metadata import version
from pathlib import Path

import pytest

from graph.embedded_version import PACKAGE, keep_copy_before_another_version, record_version
from tests.told import Told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the engine leaves it."""
    (tmp_path / "databases" / "tsunagu").mkdir(parents=True)
    (tmp_path / "databases" / "tsunagu" / "data").write_text("first", encoding="utf-8")
    return tmp_path


def copies(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.glob("before-*"))


def test_data_of_this_version_are_not_copied(folder: Path) -> None:
    """Nothing is said and nothing is made."""
    record_version(folder)
    told = Told()

    keep_copy_before_another_version(folder, told)

    assert (copies(folder), told.said) == ([], [])


def test_data_of_another_version_are_copied_once(folder: Path) -> None:
    """The copy holds what the old version left, is named after it, and is never overwritten."""
    (folder / "version").write_text("25.1.1\n", encoding="utf-8")
    told = Told()

    keep_copy_before_another_version(folder, told)
    (folder / "databases" / "tsunagu" / "data").write_text("second", encoding="utf-8")
    keep_copy_before_another_version(folder, told)

    copy = folder / "before-25.1.1"
    assert (copy / "databases" / "tsunagu" / "data").read_text(encoding="utf-8") == "first"
    assert told.said == [("engine_upgraded", {"old": "25.1.1", "new": version(PACKAGE), "copy": copy})]


@pytest.mark.parametrize("noted", [None, "", "../../elsewhere", "25/1", "\x00", "1\n2"])
def test_data_of_which_nobody_knows_the_version_are_copied(folder: Path, noted: str | None) -> None:
    """What is noted becomes no path that leads out of the folder."""
    if noted is not None:
        (folder / "version").write_text(noted, encoding="utf-8")

    keep_copy_before_another_version(folder, Told())

    assert copies(folder) == ["before-unknown"]


def test_a_copy_that_broke_off_is_made_again(folder: Path) -> None:
    """A half copy does not count."""
    (folder / "version").write_text("25.1.1", encoding="utf-8")
    (folder / "before-25.1.1.partial" / "databases").mkdir(parents=True)

    keep_copy_before_another_version(folder, Told())

    assert copies(folder) == ["before-25.1.1"]
    assert (folder / "before-25.1.1" / "databases" / "tsunagu" / "data").is_file()


def test_where_nothing_was_stored_nothing_is_copied(tmp_path: Path) -> None:
    """A new home has no older version."""
    (tmp_path / "databases").mkdir()
    told = Told()

    keep_copy_before_another_version(tmp_path, told)

    assert (copies(tmp_path), told.said) == ([], [])
