"""The layer rule can fail: each contract of import-linter breaks when it is violated on purpose."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "loaders", "visualizations", "graph", "cypher")
VIOLATIONS = [
    ("Layers", "graph/network.py", "import loaders.registry"),
    ("Layers", "loaders/registry.py", "import visualizations.registry"),
    ("Only graph knows the database driver", "loaders/run.py", "import neo4j"),
    ("Only graph knows the database driver", "visualizations/gathering.py", "import py2neo"),
    ("Networks and measures know no database", "graph/metrics/bridging_candidates.py", "import graph.connection"),
    ("Networks and measures know no database", "graph/doubles/suggesting.py", "import graph.connection"),
    ("FastAPI stays out", "api/cli/load.py", "import fastapi"),
    ("What loaders share knows no loader", "loaders/people/roles.py", "import loaders.case_studies.cases"),
    ("What loaders share knows no loader", "loaders/transport_register/row.py", "import loaders.case_studies.cases"),
    ("Typer stays in the command line", "api/routers/health.py", "import typer"),
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages that may be spoiled."""
    folder = tmp_path_factory.mktemp("checkout")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint_imports(folder: Path) -> tuple[int, str]:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_the_packages_as_they_are_keep_every_contract(checkout: Path) -> None:
    """Nothing is broken before it is spoiled: six contracts kept."""
    status, said = lint_imports(checkout)

    assert status == 0
    assert "6 kept, 0 broken" in said


@pytest.mark.parametrize(("contract", "file", "line"), VIOLATIONS, ids=[f"{file}: {line}" for _, file, line in VIOLATIONS])
def test_a_violation_breaks_its_contract(checkout: Path, contract: str, file: str, line: str) -> None:
    """One import too many, and the contract that forbids it is reported BROKEN."""
    spoiled = checkout / file
    before = spoiled.read_text(encoding="utf-8")
    try:
        spoiled.write_text(f"{before}\n{line}\n", encoding="utf-8")
        status, said = lint_imports(checkout)
    finally:
        spoiled.write_text(before, encoding="utf-8")

    assert status != 0
    assert any(row.startswith(contract) and row.rstrip().endswith("BROKEN") for row in said.splitlines()), said


def test_no_loader_is_known_to_its_neighbours(checkout: Path) -> None:
    """Neither another loader nor what loaders share imports anything of a loader's folder; a new loader is in no list and held to it."""
    folders = [folder for folder in (checkout / "loaders").iterdir() if folder.is_dir()]
    loaders = {folder.name for folder in folders if (folder / "read.py").exists()}
    assert {"case_studies", "transport_register"} <= loaders
    for folder in folders:
        for file in folder.rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            assert not any(f"loaders.{other}" in text for other in loaders - {folder.name}), file
