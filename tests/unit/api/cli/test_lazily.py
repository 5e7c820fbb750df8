"""A command is loaded when it is asked for, and every command can be asked for."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from api.cli.main import Commands, app

FOLDER = Path(import_module("api.cli").__file__ or "").parent
WITHIN_ANOTHER = {"check"}
"""Commands that stand in the group of another file."""


def told(*arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(app, [*arguments])
    return found.exit_code, found.output + str(found.exception or "")


@pytest.mark.parametrize("name", Commands.places)
def test_every_command_says_what_it_is_for(name: str) -> None:
    """The first line of its help is that of its own file."""
    module = import_module(Commands.places[name].partition(":")[0])
    status, output = told(name, "--help")

    assert status == 0
    assert module.HELP.split()[0][:20] in output


def test_no_command_is_forgotten() -> None:
    """Each file that says what a command is for is that of a command, and no two have the same."""
    files = {path.stem for path in FOLDER.glob("*.py") if "\nHELP = " in path.read_text(encoding="utf-8")}
    placed = [place.partition(":")[0].rpartition(".")[2] for place in Commands.places.values()]

    assert sorted(placed) == sorted(files - WITHIN_ANOTHER)


def test_what_the_others_need_is_not_loaded() -> None:
    """Help of one command knows no database, no reader of reports and no web server; without a command all of them are told."""
    program = "import sys; from api.cli.main import app; app(['settings', '--help'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, encoding="utf-8").stdout.split()
    status, output = told("--help")

    assert "api.cli.settings" in loaded
    assert {"neo4j", "igraph", "loaders.case_studies", "fastapi", "api.cli.load"}.isdisjoint(loaded)
    assert status == 0
    assert all(name in output for name in Commands.places)


def test_a_command_that_there_is_not_is_answered_with_the_nearest() -> None:
    """Nothing needs to be loaded for that."""
    _, output = told("gasp")

    assert "'gaps'" in output


def test_a_class_of_its_own_is_taken() -> None:
    """Options that take two names are read by the command that has them, wherever it is loaded."""
    group = typer.main.get_command(app)
    made = group.commands["what-if"]  # type: ignore[attr-defined]

    assert type(made).__name__ == "WithPairs"
