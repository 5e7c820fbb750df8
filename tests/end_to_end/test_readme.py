"""The README keeps its word: its commands are those that work, and its links lead somewhere."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.end_to_end.programs import ROOT, Program

README = (ROOT / "README.md").read_text(encoding="utf-8")
DEMO = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/tsunagu demo"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest -n 2 --dist loadfile"
COMMANDS = [
    *("add organization", "add tie", "add seat", "add service", "add need"),
    *("area", "between", "compare", "compare-all", "connect", "demo", "load", "measures", "meeting", "view"),
    *("facts", "history", "serve", "settings", "what-if"),
    *("findings list", "findings follow", "findings set", "findings history"),
    *("match", "develop", "gaps list", "gaps run", "database status", "database start", "database stop", "database check"),
    *("evidence list", "evidence confirm", "evidence reject", "evidence correct", "evidence reopen"),
    *("doubles list", "doubles merge", "doubles keep-apart", "doubles undo", "withdrawn list", "withdrawn restore", "undo"),
    *("database backup", "database restore", "export", "bundle rerun"),
]


def test_the_two_commands_do_all_the_set_up() -> None:
    """Both make their own virtual environment; CI installs and tests with the same words."""
    assert DEMO in README
    assert TEST in README
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-e '.[test]'" in ci
    assert re.search(r"^pytest -n \S+ --dist loadfile\b", ci, re.MULTILINE)


def test_every_link_leads_to_a_file() -> None:
    """No link of any README of the project is dead."""
    for file in [ROOT / "README.md", *ROOT.glob("*/README.md"), *ROOT.glob("*/*/README.md")]:
        if ".venv" in file.parts:
            continue
        for target in re.findall(r"\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
            assert target.startswith(("http://", "https://")) or (file.parent / target).exists(), f"{file}: {target}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command: str, tmp_path: Path) -> None:
    """--help of each command shows an example that begins with the command itself."""
    outcome = Program(tmp_path)(*command.split(), "--help")

    assert outcome.status == 0
    assert f"tsunagu {command}" in re.sub(r"\s+", " ", outcome.out)


def test_the_help_lists_only_what_works(tmp_path: Path) -> None:
    """Every command that the help names is one of those tested here."""
    listed = set(re.findall(r"^[│ ]+(\w[\w-]*)  ", Program(tmp_path)("--help").out, re.MULTILINE))

    assert listed == {command.split()[0] for command in COMMANDS}


def test_a_wheel_carries_everything_but_the_tests(tmp_path: Path) -> None:
    """Queries, templates, catalogues, codes, rules and the example are in the wheel; tests are not."""
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "-q", "-w", tmp_path, ROOT], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("tsunagu-*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    shipped = [
        file.relative_to(ROOT).as_posix()
        for package in ("graph", "api", "loaders", "cypher", "visualizations")
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]
    assert sorted(set(shipped) - set(names)) == []
    assert not any(name.startswith("tests/") for name in names)


def test_the_licence_fits_what_is_used() -> None:
    """GPL-3.0-or-later, since igraph is GPL; the text lies beside."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["license"] == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")
