"""Two programs that load different files at once end with the graph that one after the other makes."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from graph.connection import Graph, open_graph
from graph.settings import Settings
from tests.end_to_end.programs import ROOT, Program
from tests.engines import TestDatabase
from tests.integration.recovery.loading import timeless
from tests.integration.recovery.registers import register

SAMPLES = ROOT / "tests" / "sample_data"
PAIRS = ("samples", "generated")


def pair(name: str, folder: Path) -> tuple[Path, Path]:
    if name == "samples":
        return SAMPLES / "transport_register" / "register.csv", SAMPLES / "case_studies" / "records.md"
    one = register(folder / "one.csv", rows=300)
    return one, register(folder / "other.csv", rows=250, prefecture="鳥取県")


def at_once(program: Program, files: tuple[Path, ...]) -> None:
    quiet: dict[str, Any] = {"cwd": ROOT, "env": program.environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(program.command("load", file), **quiet) for file in files]
    ended = [(one.communicate(timeout=240)[1].decode(), one.returncode) for one in running]
    assert [status for _, status in ended] == [0, 0], ended


def one_after_the_other(database: TestDatabase, program: Program, files: tuple[Path, ...]) -> set[str]:
    graph = database.empty()
    for file in files:
        outcome = program("load", file)
        assert outcome.status == 0, outcome.err
    return timeless(graph)


def program_on(settings: Settings, home: Path) -> Program:
    more = {"NEO4J_URI": settings.neo4j_uri, "NEO4J_USERNAME": settings.neo4j_username, "NEO4J_PASSWORD": settings.neo4j_password}
    return Program(home, tuple((name, value) for name, value in more.items() if value and settings.neo4j_uri))


@pytest.mark.parametrize("name", PAIRS)
def test_two_loads_at_once_into_a_new_embedded_graph(
    embedded_database: TestDatabase, embedded_settings: Settings, tmp_path: Path, name: str
) -> None:
    """Both try to start the engine; one of them does, and the last one out stops it."""
    # Arrange
    files = pair(name, tmp_path)
    sequential = program_on(embedded_settings, embedded_settings.home)
    orders = [one_after_the_other(embedded_database, sequential, order) for order in (files, files[::-1])]
    fresh = Program(tmp_path / "home")

    # Act
    at_once(fresh, files)

    # Assert
    assert not (tmp_path / "home" / "engine" / "server.json").exists()
    with open_graph(Settings(home=tmp_path / "home")) as graph:
        assert timeless(graph) in orders


@pytest.mark.parametrize("name", PAIRS)
def test_two_loads_at_once_into_neo4j(neo4j_database: TestDatabase, neo4j_settings: Settings, tmp_path: Path, name: str) -> None:
    """The second one waits for the first: it plans from what the first has written."""
    # Arrange
    files = pair(name, tmp_path)
    program = program_on(neo4j_settings, tmp_path)
    orders = [one_after_the_other(neo4j_database, program, order) for order in (files, files[::-1])]
    graph: Graph = neo4j_database.empty()

    # Act
    at_once(program, files)

    # Assert
    assert timeless(graph) in orders
