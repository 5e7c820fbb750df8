"""Ctrl-C in the middle of a load through the command line, and what `database status` says afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Graph, open_graph
from graph.embedded import EmbeddedDatabase
from graph.settings import Settings
from graph.unfinished import unfinished_loads
from tests.end_to_end.programs import ROOT, Program
from tests.integration.recovery.registers import register

ROWS = 400
SLOWLY = f"""
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore Ctrl-C
import graph.writing
from api.cli import load
graph.writing.BATCH = 20
class Shown:
    steps = 0
    def __enter__(self): return self.step
    def __exit__(self, *_): pass
    def step(self, _what):
        self.steps += 1
        return self.progress if self.steps > 1 else lambda *_: None  # reading comes before writing
    def progress(self, done, total):
        if done > total / 3 and {os.name != "nt"}:
            print("begun", flush=True)
            time.sleep(0.3)
load.progress_steps = lambda *_: Shown()
from api.cli.main import run
run()
"""
"""The command line with small batches, which says when a third has been written."""


@pytest.fixture(params=["embedded", "neo4j"])
def program(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Program]:
    """The program on each engine."""
    settings = {"TSUNAGU_LANGUAGE": "en"}
    if request.param == "neo4j":
        request.getfixturevalue("neo4j_graph")
        named: Settings = request.getfixturevalue("neo4j_settings")
        settings |= {"NEO4J_URI": str(named.neo4j_uri), "NEO4J_USERNAME": named.neo4j_username, "NEO4J_PASSWORD": named.neo4j_password}
    yield Program(tmp_path / "home", tuple(settings.items()))
    EmbeddedDatabase(tmp_path / "home").stop()


def opened(program: Program) -> Graph:
    return open_graph(Settings.from_environment(program.environment))


def interrupted(program: Program, file: Path) -> tuple[int, str]:
    command = [sys.executable, "-c", SLOWLY, "load", str(file)]
    with subprocess.Popen(
        command, cwd=ROOT, env=program.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "begun\n"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=120)
    return running.returncode, said


def test_ctrl_c_says_that_the_load_is_unfinished_and_leaves_nothing_behind(program: Program, tmp_path: Path) -> None:
    """Status 2 and two lines; no engine, no lock and no lease stays; status tells it; the same load again completes it."""
    # Arrange
    file = register(tmp_path / "operators.csv", rows=ROWS)

    # Act
    status, said = interrupted(program, file)
    running = EmbeddedDatabase(program.home).find()
    told = program("database", "status")
    with opened(program) as graph:
        found = [(one.file, one.since[:2]) for one in unfinished_loads(graph)]
        leases = graph.read("MATCH (l:WriterLease) WHERE l.holder IS NOT NULL RETURN l.program AS program")
    again = program("load", file, "--json")
    after = program("database", "status")

    # Assert
    assert status == 2
    what_happened, what_to_do = said.splitlines()
    assert "operators.csv" in what_happened
    assert "again" in what_to_do
    assert running is None
    assert found == [("operators.csv", "20")]
    assert leases == []
    assert "Unfinished load" in told.out
    assert "operators.csv" in told.out
    assert (again.status, again.document["rows_in"]) == (0, ROWS)
    assert again.err == ""
    assert "no unfinished load" in after.out
