"""kill -9 of the loading program, of the embedded engine and of Neo4j at random moments of a load.

After each: what was acknowledged is there, the load is marked unfinished, no relationship is double. In the end the graph
equals that of a load in one go. The seed is in every failure.
"""

import random
import signal
import time
from pathlib import Path

import pytest

from graph.connection import Graph, open_graph
from graph.embedded import EmbeddedDatabase
from graph.settings import Settings
from tests.engines import TestDatabase, open_neo4j
from tests.integration.recovery.loading import Loading, loading, moments, see_what_is_left, stated, timeless, uninterrupted
from tests.neo4j_server import Neo4jServer

PROGRAM_KILLS, ENGINE_KILLS, NEO4J_KILLS, NEO4J_PROGRAM_KILLS = 10, 4, 2, 5
LEASE = 2.0


@pytest.fixture
def seed() -> str:
    """A new one for each run; with the name of a failure's it is run again."""
    return f"seed {random.randrange(10**6)}"  # noqa: S311 - no secret


@pytest.fixture(scope="module")
def whole(embedded_database: TestDatabase) -> set[str]:
    """What a load in one go leaves; both engines hold the same."""
    return uninterrupted(embedded_database.empty())


def completed(environment: dict[str, str]) -> Loading:
    with loading(environment, lease=LEASE) as run:
        run.until()
    assert run.complete, run
    return run


def kill_programs(graph: Graph, environment: dict[str, str], seed: str, count: int) -> None:
    before = 0
    for moment in moments(seed, count):
        with loading(environment, lease=LEASE) as run:
            run.until(moment).kill()
        assert run.done, f"it did not begin: {run} ({seed})"
        before = see_what_is_left(graph, run, before, seed)


def test_the_loading_program_is_killed_on_the_embedded_engine(tmp_path: Path, whole: set[str], seed: str) -> None:
    """The engine goes on; whoever loads next completes the load."""
    with open_graph(Settings(home=tmp_path)) as graph:
        environment = {"TSUNAGU_HOME": str(tmp_path)}

        kill_programs(graph, environment, seed, PROGRAM_KILLS)

        completed(environment)
        assert timeless(graph) == whole, seed


def test_the_embedded_engine_is_killed(tmp_path: Path, whole: set[str], seed: str) -> None:
    """The loading program says so and ends; the next one starts the engine anew and completes the load."""
    environment, before = {"TSUNAGU_HOME": str(tmp_path)}, 0
    graph = open_graph(Settings(home=tmp_path))
    for moment in moments(seed, ENGINE_KILLS):
        server = EmbeddedDatabase(tmp_path).find()
        assert server
        with loading(environment) as run:
            run.until(moment)
            engine = server.process()
            assert engine
            engine.kill()
            run.until()
            assert run.process.wait(60) == 2, seed
        assert run.failed == "engine_gone", f"{run} ({seed})"
        graph.close()
        graph = open_graph(Settings(home=tmp_path))
        before = see_what_is_left(graph, run, before, seed)

    completed(environment)
    assert timeless(graph) == whole, seed
    graph.close()


def test_the_loading_program_is_killed_on_neo4j(killable_neo4j: Neo4jServer, whole: set[str], seed: str) -> None:
    """Its lease ends by itself, and the next program completes the load."""
    killable_neo4j.start()
    graph = open_neo4j(killable_neo4j.settings).empty()

    kill_programs(graph, killable_neo4j.environment, seed, NEO4J_PROGRAM_KILLS)

    completed(killable_neo4j.environment)
    assert timeless(graph) == whole, seed
    graph.close()


def test_neo4j_is_killed_and_comes_back(killable_neo4j: Neo4jServer, whole: set[str], seed: str) -> None:
    """The load waits, says that it waits, and goes on; the first time Neo4j is away for half a minute."""
    killable_neo4j.start()
    graph = open_neo4j(killable_neo4j.settings).empty()
    before = stated(graph)
    with loading(killable_neo4j.environment) as run:
        for number, moment in enumerate(sorted(moments(seed, NEO4J_KILLS))):
            run.until(2 * moment)
            killable_neo4j.end(signal.SIGKILL)
            gone = time.monotonic()
            if not number:
                # It takes some seconds to start: in all it is away for half a minute.
                time.sleep(24)
            killable_neo4j.start()
            away = time.monotonic() - gone
            assert number or away >= 24
            see_what_is_left(graph, run, before, seed)
        run.until()
        assert run.process.wait(60) == 0, f"{run} ({seed})"

    assert "waiting_for_database" in run.told
    assert timeless(graph) == whole, seed
    graph.close()
