"""The embedded engine: found, shared, stopped and started again, in folders of the tests' own."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.connection import Graph, open_graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_record import Server
from graph.errors import DatabaseMisconfigured, DatabaseUnavailable
from graph.settings import Settings

READ = "MATCH (f:Finding) RETURN f.id AS id"
SECOND_PROGRAM = f"""
import sys
from pathlib import Path
from graph.connection import open_graph
from graph.settings import Settings
with open_graph(Settings(home=Path(sys.argv[1]))) as graph:
    print(graph.read("{READ}")[0]["id"])
"""


FORGETFUL_PROGRAM = """
import sys
from pathlib import Path
from graph.connection import open_graph
from graph.settings import Settings
print(open_graph(Settings(home=Path(sys.argv[1]))).engine)
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EmbeddedDatabase]:
    """An engine in a folder of its own; whatever is left running is stopped."""
    database = EmbeddedDatabase(tmp_path / "home")
    yield database
    database.stop()


def opened(engine: EmbeddedDatabase) -> Graph:
    return open_graph(Settings(home=engine.folder.parent))


def running(engine: EmbeddedDatabase) -> Server:
    server = engine.find()
    assert server is not None
    return server


def second_program(engine: EmbeddedDatabase, program: str = SECOND_PROGRAM) -> str:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", program, str(engine.folder.parent)]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=120).stdout.strip()


def wait_until_gone(server: Server) -> None:
    process = server.process()
    if process:
        process.wait(30)


def test_it_starts_on_need_is_shared_and_stops_with_the_last_program(engine: EmbeddedDatabase) -> None:
    """A second program uses the running engine and leaves it running; the last one out stops it."""
    # Arrange
    with opened(engine) as graph:
        server = running(engine)
        graph.write(lambda transaction: transaction.run("CREATE (:Finding {id: 'shared'})"))

        # Act
        read = second_program(engine)

        # Assert
        assert read == "shared"
        assert running(engine) == server
        assert graph.read(READ) == [{"id": "shared"}]
    assert engine.find() is None
    assert server.process() is None


def test_two_connections_of_one_program_count_as_two(engine: EmbeddedDatabase) -> None:
    """Closing one of them does not stop the engine under the other."""
    # Arrange
    first, second = opened(engine), opened(engine)

    # Act
    first.close()

    # Assert
    assert second.read("RETURN 1 AS one") == [{"one": 1}]
    second.close()
    assert engine.find() is None


def test_a_program_that_closes_nothing_still_stops_it_at_its_end(engine: EmbeddedDatabase) -> None:
    """A script that forgets `close` leaves no engine behind."""
    # Act
    said = second_program(engine, FORGETFUL_PROGRAM)

    # Assert
    assert said == "embedded"
    assert engine.find() is None


def test_one_that_was_started_to_stay_stays(engine: EmbeddedDatabase) -> None:
    """`start` keeps it when programs leave; `stop` ends it, and says whether there was anything to end."""
    # Arrange
    server = engine.start()

    # Act
    second = engine.start()
    with opened(engine):
        pass

    # Assert
    assert (running(engine), second) == (server, server)
    assert [engine.stop(), engine.stop()] == [True, False]


def test_what_was_written_is_there_after_a_restart_and_after_a_kill(engine: EmbeddedDatabase) -> None:
    """An acknowledged write outlives the engine, even one that was killed; the next program starts it anew."""
    # Arrange
    with opened(engine) as graph:
        graph.write(lambda transaction: transaction.run("CREATE (:Finding {id: 'kept'})"))
    graph = opened(engine)
    server = running(engine)
    process = server.process()
    assert process is not None

    # Act
    process.kill()
    wait_until_gone(server)
    with pytest.raises(DatabaseUnavailable):
        graph.read(READ)
    with opened(engine) as again:
        rows = again.read(READ)
        restarted = running(engine)

    # Assert
    assert rows == [{"id": "kept"}]
    assert restarted.pid != server.pid
    graph.close()


def test_a_program_that_died_is_no_user(engine: EmbeddedDatabase) -> None:
    """What a killed program left behind does not keep the engine running."""
    # Arrange
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    graph = opened(engine)
    (engine.folder / "users" / f"{gone.pid}.json").write_text('{"created": 1.0}', encoding="utf-8")

    # Act
    graph.close()

    # Assert
    assert engine.find() is None


def test_it_listens_on_the_loopback_only_and_asks_for_its_password(engine: EmbeddedDatabase) -> None:
    """Nobody on the network reaches it, and nobody on the machine without the file that only its owner reads."""
    # Arrange
    with opened(engine):
        server = running(engine)
        process = server.process()
        assert process is not None

        # Act
        listening = {one.laddr.ip for one in process.net_connections("tcp") if one.status == psutil.CONN_LISTEN}
        stranger = Settings(neo4j_uri=server.uri, neo4j_username="root", neo4j_password="guess", home=engine.folder)  # noqa: S106 - a wrong one
        with pytest.raises(DatabaseMisconfigured, match="database_refused_login"):
            open_graph(stranger)

        # Assert
        assert {address.removeprefix("::ffff:") for address in listening} <= {"127.0.0.1", "::1"}
        assert listening


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_password_is_readable_by_its_owner_only(engine: EmbeddedDatabase) -> None:
    """The file is made with mode 0600, and stays the same for the folder."""
    # Act
    with opened(engine):
        mode = stat.S_IMODE((engine.folder / "password").stat().st_mode)
        first = engine.password
    with opened(engine):
        second = engine.password

    # Assert
    assert mode == 0o600
    assert first == second
    assert len(first) >= 24


@pytest.mark.parametrize("file_at", ["..", ".", "engine", "engine/users"])
def test_a_home_that_cannot_be_a_folder_is_a_wrong_setting(tmp_path: Path, file_at: str) -> None:
    """A file where the folder, its parent or a folder in it should be is named in the message."""
    # Arrange
    home = tmp_path / "parent" / "home"
    file = (home / file_at).resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("a file", encoding="utf-8")

    # Act
    with pytest.raises(DatabaseMisconfigured, match="home_unusable") as raised:
        open_graph(Settings(home=home))

    # Assert
    assert str(home) in str(raised.value.values["path"])


def test_leaving_and_stopping_where_nothing_ever_was_does_nothing(tmp_path: Path) -> None:
    """No folder is made by asking."""
    # Arrange
    engine = EmbeddedDatabase(tmp_path / "home")

    # Act
    engine.leave()
    stopped = engine.stop()

    # Assert
    assert (stopped, engine.find()) == (False, None)
    assert not (tmp_path / "home").exists()


def test_a_record_keeps_what_it_says(engine: EmbeddedDatabase) -> None:
    """pid, ports and whether it stays are read back as they were written."""
    # Arrange
    with opened(engine):
        server = running(engine)

        # Act
        kept = engine.start()

        # Assert
        assert kept == replace(server, keep=True)
        assert running(engine) == kept
