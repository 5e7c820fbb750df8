"""The engine's process: its port, its place, what happens when it hangs or when nobody noted it."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import psutil
import pytest

from graph.connection import open_graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_version import PACKAGE
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.ports import free_ports
from graph.settings import Settings
from tests.told import Told

CREATE = "CREATE (:Finding {id: 'kept'})"
READ = "MATCH (f:Finding) RETURN f.id AS id"
HOLDS_BOTH_LOCKS = """
import os, sys
from pathlib import Path
from graph.embedded import EmbeddedDatabase
engine = EmbeddedDatabase(Path(sys.argv[1]))
engine.folder.mkdir(parents=True)
with engine._startup_lock(), engine.only_writer(print):
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A place with blanks, Japanese characters and a per cent sign; whatever runs there is ended."""
    place = tmp_path / "地域 のつながり 100%" / "ホーム"
    yield place
    EmbeddedDatabase(place).stop()
    assert engines_on(place) == []


def engines_on(home: Path) -> list[int]:
    option = f"-Darcadedb.server.rootPath={home / 'engine'}"
    return [one.pid for one in psutil.process_iter() if one.status() != psutil.STATUS_ZOMBIE and option in one.cmdline()]


def test_a_set_port_is_used_and_the_place_may_have_any_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's own tool reaches the graph at the port; the files are where they should be, without a Japanese locale too."""
    (port,) = free_ports(1)
    for name in ("LANG", "LC_ALL", "LC_CTYPE"):
        monkeypatch.setenv(name, "C")

    with open_graph(Settings(home=home, bolt_port=port)) as graph:
        graph.write(lambda transaction: transaction.run(CREATE))
        own_tool = Settings(
            neo4j_uri=f"bolt://127.0.0.1:{port}",
            neo4j_username="root",
            neo4j_password=EmbeddedDatabase(home).password,
            neo4j_database="tsunagu",
            home=home,
        )
        with open_graph(own_tool) as tool:
            assert tool.read(READ) == [{"id": "kept"}]

    assert EmbeddedDatabase(home).has_data()
    assert (home / "engine" / "engine.log").is_file()
    assert sorted(one.name for one in home.parent.parent.iterdir()) == [home.parent.name]


def test_a_set_port_that_is_taken_is_a_wrong_setting(home: Path) -> None:
    """It is said at once, with the port, and no engine is left behind."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(DatabaseMisconfigured, match="bolt_port_taken") as raised:
            open_graph(Settings(home=home, bolt_port=port))

    assert raised.value.values == {"port": port}
    assert engines_on(home) == []


def test_a_port_that_is_lost_while_the_engine_starts_is_said_and_no_engine_is_left(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may take it in the seconds that a start lasts: the engine then lives on without it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        monkeypatch.setattr("graph.embedded_process.why_not_free", lambda _port: None)
        with pytest.raises(DatabaseMisconfigured, match="bolt_port_taken"):
            open_graph(Settings(home=home, bolt_port=port))

    assert engines_on(home) == []


def test_an_engine_that_hangs_is_not_waited_for_without_a_word(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second program says that it waits, gives up, and names the process; `stop` ends even this one."""
    monkeypatch.setattr("graph.embedded.HANGS_AFTER_SECONDS", 2.0)
    engine, told = EmbeddedDatabase(home), Told()
    server = engine.start()
    process = server.process()
    assert process
    process.suspend()

    with pytest.raises(DatabaseUnavailable, match="engine_hangs") as raised:
        open_graph(Settings(home=home), tell=told)

    assert raised.value.values == {"pid": server.pid}
    assert told.keys == ["waiting_for_engine"]
    assert engine.stop() is True
    assert server.process() is None


def test_an_engine_that_nobody_noted_is_found(home: Path) -> None:
    """Its record is lost, or its starter was killed before there was one: the next program takes it as it is."""
    engine = EmbeddedDatabase(home)
    server = engine.start()
    (engine.folder / "server.json").write_text("{", encoding="utf-8")

    with open_graph(Settings(home=home)) as graph:
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]
        found = engine.find()

    assert found
    assert (found.pid, found.bolt_port, found.http_port) == (server.pid, server.bolt_port, server.http_port)
    assert server.process() is None


def test_a_lock_left_over_by_a_killed_program_holds_nobody_up(home: Path) -> None:
    """The operating system frees it with the program; the file that stays means nothing."""
    subprocess.run([sys.executable, "-c", HOLDS_BOTH_LOCKS, str(home)], check=False, cwd=Path(__file__).parents[3])

    with open_graph(Settings(home=home)) as graph:
        graph.write(lambda transaction: transaction.run(CREATE))
        assert graph.read(READ) == [{"id": "kept"}]


def test_data_of_another_version_are_copied_before_they_are_opened(home: Path) -> None:
    """The user is told where the copy lies; a real engine opens the data afterwards, and the copy stays."""
    with open_graph(Settings(home=home)) as graph:
        graph.write(lambda transaction: transaction.run(CREATE))
    folder, told = home / "engine", Told()
    (folder / "version").write_text("25.1.1", encoding="utf-8")

    with open_graph(Settings(home=home), tell=told) as graph:
        rows = graph.read(READ)

    assert rows == [{"id": "kept"}]
    assert told.keys == ["engine_upgraded"]
    assert any((folder / "before-25.1.1" / "databases" / "tsunagu").iterdir())
    assert (folder / "version").read_text(encoding="utf-8").strip() == version(PACKAGE)
