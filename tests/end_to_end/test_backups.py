"""Backup and restore as a user meets them: what is said, what is refused, and that nothing is lost on the way."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.end_to_end.programs import ROOT, Program, facts

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
NOTHING_LISTENS = "bolt://127.0.0.1:1"


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with a register loaded, and an engine that stays."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    assert program("load", REGISTER).status == 0
    yield program
    program("database", "stop")


def contents(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}


def test_a_graph_is_moved_to_another_home_and_replaced_there(tsunagu: Program, tmp_path: Path) -> None:
    """Backup, restore elsewhere; again only with --replace, which says where the graph before it is."""
    # Arrange
    file, other = tmp_path / "控え.zip", Program(tmp_path / "other")

    # Act
    made = tsunagu("database", "backup", "--out", file)
    again = tsunagu("database", "backup", "--out", file)
    restored = other("database", "restore", file)
    refused = other("database", "restore", file)
    replaced = other("database", "restore", file, "--replace")

    # Assert
    assert (made.status, made.err) == (0, "")
    assert "公開を限った記載" in made.out
    assert (again.status, "--force" in again.err.splitlines()[1]) == (2, True)
    assert (restored.status, restored.err) == (0, "")
    assert facts(other, tmp_path) == facts(tsunagu, tmp_path)
    assert (refused.status, len(refused.err.splitlines())) == (2, 2)
    assert "Organization 7" in refused.err
    assert "--replace" in refused.err
    assert replaced.status == 0
    (kept,) = re.findall(r"\S+before-restore-\S+\.zip", replaced.err)
    assert contents(Path(kept)) == contents(file)


def test_the_engine_s_own_copy_is_known_by_its_content(tsunagu: Program, tmp_path: Path) -> None:
    """--engine-copy writes it, restore takes it like any backup, and the former folder is named."""
    # Arrange
    file, other = tmp_path / "copy.zip", Program(tmp_path / "other")

    # Act
    made = tsunagu("database", "backup", "--engine-copy", "--out", file)
    restored = other("database", "restore", file)
    refused = other("database", "restore", file)
    replaced = other("database", "restore", file, "--replace")

    # Assert
    assert (made.status, restored.status, refused.status, replaced.status) == (0, 0, 2, 0)
    assert facts(other, tmp_path) == facts(tsunagu, tmp_path)
    assert len(list((tmp_path / "other").glob("before-restore-*"))) == 1
    assert "before-restore-" in replaced.err


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04cut", "控え".encode()])
def test_a_file_that_is_no_backup_starts_no_engine(tmp_path: Path, content: bytes) -> None:
    """Two lines, status 2, and no folder is made for a graph."""
    # Arrange
    file = tmp_path / "file.zip"
    file.write_bytes(content)

    # Act
    outcome = Program(tmp_path / "home")("database", "restore", file)

    # Assert
    what_happened, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert "file.zip" in what_happened
    assert what_to_do
    assert not (tmp_path / "home").exists()


def test_the_engine_s_copy_is_not_for_neo4j(tsunagu: Program, tmp_path: Path) -> None:
    """Neither made there nor restored there, with the way that works, before anything is asked of Neo4j."""
    # Arrange
    file = tmp_path / "copy.zip"
    tsunagu("database", "backup", "--engine-copy", "--out", file)
    neo4j = Program(tmp_path / "home").with_settings(NEO4J_URI=NOTHING_LISTENS)

    # Act
    made = neo4j("database", "backup", "--engine-copy", "--out", tmp_path / "other.zip")
    restored = neo4j("database", "restore", file)

    # Assert
    assert (made.status, restored.status) == (2, 2)
    assert "neo4j-admin" in made.err.splitlines()[1]
    assert "NEO4J_URI" in restored.err.splitlines()[1]
