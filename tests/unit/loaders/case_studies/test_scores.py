"""How well careful annotations are reached: our own, and those that lie beside the repository."""

import json
from pathlib import Path

import pytest
import yaml

from tests.unit.loaders.case_studies.agreement import agreement
from tests.unit.loaders.case_studies.reading import SAMPLES, read_bytes
from tests.unit.loaders.case_studies.scoring import facts_as_lines

OWN = Path(__file__).parents[3] / "annotations" / "case_studies"
SHARED = Path(__file__).parents[5] / "shared"
CASES = [
    (SAMPLES / "told_by_towns.md", OWN / "told_by_towns.yaml", 0.85, 0.73),
    (SAMPLES / "told_by_districts.md", OWN / "told_by_districts.yaml", 0.82, 0.63),
    (SHARED / "seed" / "mhlw_coordinator_case_studies.md", SHARED / "evaluation" / "gold.yaml", 0.93, 0.88),
    (SHARED / "evaluation" / "cases_dev.md", SHARED / "evaluation" / "gold_dev.yaml", 0.94, 0.89),
]


@pytest.mark.parametrize(("text", "gold", "nodes", "relations"), CASES, ids=[text.stem for text, *_ in CASES])
def test_the_floors_hold(text: Path, gold: Path, nodes: float, relations: float) -> None:
    """Nodes and relations stay above their floors, and every quotation stands where it says."""
    # Arrange
    if not text.is_file():
        pytest.skip("the annotation does not lie beside the repository")
    content = text.read_bytes()
    lines = content.decode().splitlines()

    # Act
    facts = [json.loads(line) for line in facts_as_lines(read_bytes(content, text.name), text.name)]
    found = agreement(yaml.safe_load(gold.read_text(encoding="utf-8"))["scopes"], facts)

    # Assert
    quoted = [(one["quote"], lines[one["line"] - 1][one["start"] : one["end"]]) for fact in facts for one in fact["evidence"]]
    assert all(len(quote) == len(there) and all(a in {b, "＊"} for a, b in zip(quote, there, strict=True)) for quote, there in quoted)
    assert round(found.nodes.f1(), 3) >= nodes
    assert round(found.relations.f1(), 3) >= relations
