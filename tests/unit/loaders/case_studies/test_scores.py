"""How well careful annotations are reached, where they lie beside the repository."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.loaders.case_studies.reading import read_bytes
from tests.unit.loaders.case_studies.scoring import facts_as_lines

SHARED = Path(__file__).parents[5] / "shared"
CASES = [
    ("seed/mhlw_coordinator_case_studies.md", "evaluation/gold.yaml", 0.85, 0.65),
    ("evaluation/cases_dev.md", "evaluation/gold_dev.yaml", 0.90, 0.80),
]


@pytest.mark.skipif(
    not (SHARED / "evaluation" / "score_extraction.py").is_file(), reason="the annotations do not lie beside the repository"
)
@pytest.mark.parametrize(("text", "gold", "nodes", "relations"), CASES)
def test_the_floors_hold(tmp_path: Path, text: str, gold: str, nodes: float, relations: float) -> None:
    """Nodes, relations and quotations stay above their floors; every quotation stands where it says."""
    # Arrange
    source = SHARED / text
    facts = tmp_path / "facts.jsonl"
    facts.write_text("\n".join(facts_as_lines(read_bytes(source.read_bytes(), source.name), source.name)), encoding="utf-8")

    # Act
    floors = ["--nodes", str(nodes), "--relations", str(relations), "--quotes", "1.0"]
    command = [
        sys.executable,
        str(SHARED / "evaluation" / "score_extraction.py"),
        str(SHARED / gold),
        str(facts),
        "--text",
        str(source),
        *floors,
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    # Assert
    assert result.returncode == 0, result.stdout[-200:]
