"""The engine's own copy: taken while others write, told from a dump by its content, put back or not at all."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.connection import Graph, open_graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_backup import copy_engine, is_engine_copy, put_back
from graph.errors import DatabaseUnavailable, LoadStopped, QueryMisused
from graph.settings import Settings
from tests.end_to_end.programs import ROOT

WRITER = """
import sys
from pathlib import Path
from graph.connection import open_graph
from graph.settings import Settings
with open_graph(Settings(home=Path(sys.argv[1]))) as graph:
    number = 0
    while True:
        number += 1
        pair = "CREATE (:Finding {id: $one, pair: $number})", "CREATE (:Finding {id: $other, pair: $number})"
        graph.write(lambda t: [t.run(one, one=f"{number}a", other=f"{number}b", number=number) for one in pair])
        print(number, flush=True)
"""
PAIRS = "MATCH (f:Finding) RETURN f.pair AS pair, count(f) AS count ORDER BY pair"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedDatabase]:
    """An engine in a folder of its own; whatever is left running is stopped."""
    database = EmbeddedDatabase(tmp_path / "home")
    yield database
    database.stop()


def opened(engine: EmbeddedDatabase) -> Graph:
    return open_graph(Settings(home=engine.folder.parent))


def add(graph: Graph, id_: str) -> None:
    graph.write(lambda transaction: transaction.run("CREATE (:Finding {id: $id})", id=id_))


def ids(engine: EmbeddedDatabase) -> list[str]:
    with opened(engine) as graph:
        return [row["id"] for row in graph.read("MATCH (f:Finding) RETURN f.id AS id ORDER BY id")]


def see_that_it_opens(engine: EmbeddedDatabase) -> None:
    ids(engine)


def nothing() -> None:
    """A database that is not asked anything."""


def test_a_copy_is_put_back_and_the_former_database_stays_aside(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """What was written after the copy is in the folder beside, not in the graph; the engine keeps no copy of its own."""
    # Arrange
    file, aside = tmp_path / "copy.zip", tmp_path / "aside"
    with opened(engine) as graph:
        add(graph, "before")
        copy_engine(engine, file)
        add(graph, "after")

    # Act
    put_back(engine, file, aside, opens=lambda: see_that_it_opens(engine))

    # Assert
    assert ids(engine) == ["before"]
    assert (aside / "schema.json").exists()
    assert list((engine.folder / "backups").rglob("*.zip")) == []
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_copy_made_while_another_program_writes_is_a_moment_between_two_transactions(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """Of each pair written in one transaction it has both or none, and none is missing before the last."""
    # Arrange
    file = tmp_path / "copy.zip"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITER, str(engine.folder.parent)]
    with opened(engine) as graph:
        graph.write(lambda transaction: transaction.run("CREATE (:Finding {id: 'first', pair: 0})"))
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
            assert writer.stdout is not None
            while int(writer.stdout.readline()) < 50:
                pass

            # Act
            copy_engine(engine, file)
            writer.kill()
    put_back(engine, file, tmp_path / "aside", opens=nothing)

    # Assert
    with opened(engine) as graph:
        rows = [(row["pair"], row["count"]) for row in graph.read(PAIRS)]
    assert len(rows) > 50
    assert rows == [(0, 1), *((number, 2) for number in range(1, len(rows)))]


def test_one_that_does_not_open_is_taken_out_again(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """The former database comes back as it was."""
    # Arrange
    file, aside = tmp_path / "copy.zip", tmp_path / "aside"
    with opened(engine) as graph:
        copy_engine(engine, file)
        add(graph, "kept")

    def fail() -> None:
        raise DatabaseUnavailable("engine_did_not_start", log="log")

    # Act
    with pytest.raises(LoadStopped, match="engine_copy_did_not_open"):
        put_back(engine, file, aside, opens=fail)

    # Assert
    assert ids(engine) == ["kept"]
    assert not aside.exists()


def test_a_damaged_copy_touches_nothing(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """A spoiled file in it is found before the engine is stopped."""
    # Arrange
    file = tmp_path / "copy.zip"
    with opened(engine) as graph:
        add(graph, "kept")
        copy_engine(engine, file)
    spoiled = bytearray(file.read_bytes())
    with ZipFile(file) as archive:
        largest = max(archive.infolist(), key=lambda entry: entry.compress_size)
    begin = largest.header_offset + 30 + len(largest.filename)
    spoiled[begin : begin + largest.compress_size] = bytes(255 - one for one in spoiled[begin : begin + largest.compress_size])
    file.write_bytes(spoiled)

    # Act, Assert
    with pytest.raises(LoadStopped, match="dump_damaged"):
        put_back(engine, file, tmp_path / "aside", opens=nothing)
    assert ids(engine) == ["kept"]


def test_it_is_not_put_back_under_programs_that_use_it(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """They are named by their processes."""
    # Arrange
    file = tmp_path / "copy.zip"
    with opened(engine) as graph:
        copy_engine(engine, file)

        # Act, Assert
        with pytest.raises(DatabaseUnavailable, match="engine_in_use") as raised:
            put_back(engine, file, tmp_path / "aside", opens=nothing)
        assert raised.value.values["pids"] == str(os.getpid())
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]


def test_an_engine_that_was_started_to_stay_stays(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """It rests for the restore only."""
    # Arrange
    engine.start()
    copy_engine(engine, tmp_path / "copy.zip")

    # Act
    put_back(engine, tmp_path / "copy.zip", tmp_path / "aside", opens=nothing)

    # Assert
    running = engine.find()
    assert running is not None
    assert running.keep


def test_a_file_that_is_there_and_an_engine_that_rests_are_told(engine: EmbeddedDatabase, tmp_path: Path) -> None:
    """Nothing is overwritten, and nothing is started by asking."""
    (tmp_path / "copy.zip").write_text("mine", encoding="utf-8")

    with pytest.raises(QueryMisused, match="dump_exists"):
        copy_engine(engine, tmp_path / "copy.zip")
    with pytest.raises(DatabaseUnavailable, match="engine_copy_failed"):
        copy_engine(engine, tmp_path / "other.zip")
    assert not is_engine_copy(ROOT / "tests" / "sample_data" / "dumps" / "format_1.zip")
