"""Both engines for every test that asks the graph.

NEO4J_TEST_URI (with NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD, where it asks for them) names a Neo4j that the tests may
empty; where the tests run beside each other (pytest-xdist, `-n 2`), one for each, with blanks between. Without it the Neo4j
half is skipped with the reason; with TSUNAGU_REQUIRE_NEO4J=1 that is a failure. The same holds for NEO4J_TEST_LIB, the
folder of Neo4j's jars, from which tests start servers that they kill.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Graph
from graph.settings import Settings
from tests.engines import TestDatabase, open_embedded, open_neo4j
from tests.neo4j_server import Neo4jServer

ENGINES = ("embedded", "neo4j")
WITHOUT_JARS = "no Neo4j to kill: NEO4J_TEST_LIB names no folder with its jars"
GUARDED_PASSWORD = "himitsu-no-kotoba"  # noqa: S105 - of a server that lives as long as the tests
TOO_FEW = "NEO4J_TEST_URI has to name a Neo4j for each worker: two that empty one database would see each other's data"
WITHOUT_NEO4J = "no Neo4j to test on: NEO4J_TEST_URI names none"


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an embedded graph of this test session's own."""
    return Settings(home=tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="session")
def embedded_database(embedded_settings: Settings) -> Iterator[TestDatabase]:
    """The embedded engine, started once and stopped at the end."""
    database = open_embedded(embedded_settings.home)
    yield database
    database.graph.close()


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the Neo4j that the tests may empty."""
    uris = os.environ.get("NEO4J_TEST_URI", "").split()
    if not uris:
        if os.environ.get("TSUNAGU_REQUIRE_NEO4J") == "1":
            pytest.fail(f"{WITHOUT_NEO4J}, and TSUNAGU_REQUIRE_NEO4J=1 asks for one", pytrace=False)
        pytest.skip(WITHOUT_NEO4J)
    if len(uris) < int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")):
        pytest.fail(TOO_FEW, pytrace=False)
    return Settings(
        neo4j_uri=uris[int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))],
        neo4j_username=os.environ.get("NEO4J_TEST_USERNAME", "neo4j"),
        neo4j_password=os.environ.get("NEO4J_TEST_PASSWORD", ""),
        home=tmp_path_factory.mktemp("neo4j"),
    )


@pytest.fixture(scope="session")
def neo4j_database(neo4j_settings: Settings) -> Iterator[TestDatabase]:
    """The Neo4j of the tests; one that holds something and is not marked as theirs is refused."""
    database = open_neo4j(neo4j_settings)
    yield database
    database.graph.close()


@pytest.fixture
def embedded_graph(embedded_database: TestDatabase) -> Graph:
    """The embedded engine with nothing but reference data in it."""
    return embedded_database.empty()


@pytest.fixture
def neo4j_graph(neo4j_database: TestDatabase) -> Graph:
    """Neo4j with nothing but reference data in it."""
    return neo4j_database.empty()


@pytest.fixture(params=ENGINES)
def graph(request: pytest.FixtureRequest) -> Graph:
    """A graph with nothing but reference data in it; the test runs on each engine."""
    emptied: Graph = request.getfixturevalue(f"{request.param}_graph")
    return emptied


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> dict[str, TestDatabase]:
    """Every engine there is: one of them where no Neo4j is named."""
    names = ENGINES if os.environ.get("NEO4J_TEST_URI") or os.environ.get("TSUNAGU_REQUIRE_NEO4J") == "1" else ("embedded",)
    return {name: request.getfixturevalue(f"{name}_database") for name in names}


@pytest.fixture
def both(databases: dict[str, TestDatabase]) -> dict[str, Graph]:
    """Both engines with nothing but reference data in them, for tests that compare them."""
    if len(databases) < len(ENGINES):
        pytest.skip(f"nothing to compare with: {WITHOUT_NEO4J}")
    return {name: database.empty() for name, database in databases.items()}


@pytest.fixture(scope="session")
def neo4j_lib() -> Path:
    """The jars of Neo4j, for tests that need a server which they may kill."""
    named = os.environ.get("NEO4J_TEST_LIB")
    if not named:
        if os.environ.get("TSUNAGU_REQUIRE_NEO4J") == "1":
            pytest.fail(f"{WITHOUT_JARS}, and TSUNAGU_REQUIRE_NEO4J=1 asks for one", pytrace=False)
        pytest.skip(WITHOUT_JARS)
    return Path(named)


@pytest.fixture(scope="session")
def killable_neo4j(neo4j_lib: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j of the tests' own that may be stopped and killed."""
    server = Neo4jServer(neo4j_lib, tmp_path_factory.mktemp("killable") / "neo4j").prepare()
    server.start()
    open_neo4j(server.settings).graph.close()
    yield server
    server.end(signal.SIGKILL)


@pytest.fixture(scope="session")
def guarded_neo4j(neo4j_lib: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j that asks for a password."""
    server = Neo4jServer(neo4j_lib, tmp_path_factory.mktemp("guarded") / "neo4j", password=GUARDED_PASSWORD).prepare()
    server.start()
    yield server
    server.end(signal.SIGKILL)
