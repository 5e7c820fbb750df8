"""Places and ports that cannot be used, as a user meets them: two lines with place, reason and advice, and no engine left."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.programs import Program
from tests.integration.graph.test_embedded_process import engines_on


def home_is_a_file(home: Path) -> str:
    home.write_text("a file", encoding="utf-8")
    return str(home)


def parent_is_a_file(home: Path) -> str:
    home.parent.rmdir()
    home.parent.write_text("a file", encoding="utf-8")
    return str(home.parent)


def record_is_a_folder(home: Path) -> str:
    (home / "engine" / "server.json").mkdir(parents=True)
    return "server.json"


def home_is_not_writable(home: Path) -> str:
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("this user may write everywhere")
    home.mkdir(mode=0o500)
    return str(home)


@pytest.mark.parametrize("spoil", [home_is_a_file, parent_is_a_file, record_is_a_folder, home_is_not_writable])
def test_a_home_that_cannot_be_used_is_named(tmp_path: Path, spoil: Callable[[Path], str]) -> None:
    """The place, the operating system's reason, and the setting that changes it."""
    home = tmp_path / "parent" / "home"
    home.parent.mkdir()
    named = spoil(home)

    outcome = Program(home)("gaps", "run", "needs_without_service")

    what_happened, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert named in what_happened
    assert "TSUNAGU_HOME" in what_to_do
    assert engines_on(home) == []


def test_a_port_that_is_taken_or_none_is_named(tmp_path: Path) -> None:
    """Both in two lines; the engine is not left running without its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        outcomes = [Program(tmp_path, (("TSUNAGU_BOLT_PORT", value),))("database", "start") for value in (port, "seven")]

    for outcome, value in zip(outcomes, (port, "seven"), strict=True):
        what_happened, what_to_do = outcome.err.splitlines()
        assert outcome.status == 2
        assert value in what_happened
        assert "TSUNAGU_BOLT_PORT" in what_happened + what_to_do
    assert engines_on(tmp_path) == []


def test_a_running_engine_on_another_port_is_used_and_that_is_said(tmp_path: Path) -> None:
    """The set port counts at the next start: others are using the engine now."""
    program = Program(tmp_path)
    assert program("database", "start").status == 0

    outcome = program.with_settings(TSUNAGU_BOLT_PORT="7699")("gaps", "run", "needs_without_service")

    assert outcome.status == 0
    assert "7699" in outcome.err
    assert program("database", "stop").status == 0
