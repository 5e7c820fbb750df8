"""A Neo4j that goes away and does not come back."""

import signal
from pathlib import Path

from graph.connection import PATIENCE_SECONDS, open_graph
from tests.end_to_end.programs import Program
from tests.engines import open_neo4j
from tests.integration.recovery.loading import is_marked_unfinished, loading, see_what_is_left
from tests.neo4j_server import Neo4jServer


def test_a_load_gives_up_after_a_while_and_a_command_that_starts_at_once(killable_neo4j: Neo4jServer, tmp_path: Path) -> None:
    """The load says that it waits, then that it was broken off; it stays marked, and the next one completes it."""
    # Arrange
    killable_neo4j.start()
    open_neo4j(killable_neo4j.settings).empty().close()

    # Act
    with loading(killable_neo4j.environment, patience=4) as given_up:
        given_up.until(0.3)
        killable_neo4j.end(signal.SIGTERM)
        given_up.until()
        status = given_up.process.wait(60)
    command = Program(tmp_path, tuple(killable_neo4j.environment.items()))("gaps", "run", "needs_without_service")
    killable_neo4j.start()
    graph = open_graph(killable_neo4j.settings)
    see_what_is_left(graph, given_up, 0, "")
    marked = is_marked_unfinished(graph)
    with loading(killable_neo4j.environment) as again:
        again.until()

    # Assert
    assert (status, given_up.failed, given_up.told) == (2, "database_gone", ["waiting_for_database"])
    assert (command.status, len(command.err.splitlines())) == (2, 2)
    assert "127.0.0.1" in command.err
    assert marked
    assert again.complete
    graph.close()


def test_a_load_waits_for_longer_than_a_restart_lasts() -> None:
    """Half a minute is an ordinary restart; a minute and a half of silence is not."""
    assert 40 <= PATIENCE_SECONDS <= 90
