"""A disk that fills up in the middle of a load, on a small file system of its own."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import open_graph
from graph.settings import Settings
from tests.end_to_end.programs import Program
from tests.integration.loaders.test_run import REGISTER
from tests.integration.recovery.registers import register

ROWS = 1_500
MEGABYTES, MORE = 42, 400


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder with little room."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a file system of one's own cannot be mounted here")
    yield place
    Program(place)("database", "stop")
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_named_and_the_next_load_completes(small: Path, tmp_path: Path) -> None:
    """Two lines, nothing corrupt; with room again the same load completes what is missing."""
    # Arrange: a graph with something in it
    program = Program(small, (("TSUNAGU_LANGUAGE", "en"),))
    file = register(tmp_path / "operators.csv", rows=ROWS)
    assert program("load", REGISTER).status == 0

    # Act
    full = program("load", file, "--retire")
    subprocess.run(["mount", "-o", f"remount,size={MORE}m", str(small)], check=True)
    status = program("database", "status")
    again = program("load", file, "--json", "--retire")

    # Assert
    assert (full.status, len(full.err.splitlines())) == (2, 2), full.err
    assert "disk is full" in full.err
    assert str(small) in full.err
    assert again.status == 0, again.err
    assert again.document["rows_in"] == ROWS
    assert "unfinished" in status.out.lower()
    with open_graph(Settings(home=small)) as graph:
        (services,) = graph.read("MATCH (s:Service) RETURN count(s) AS found, count(DISTINCT s.id) AS ids")
        (marked,) = graph.read("MATCH (s:Source) WHERE s.complete = false RETURN count(s) AS found")
    assert services["found"] == services["ids"] >= ROWS
    assert marked["found"] == 0
